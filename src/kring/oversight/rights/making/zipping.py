"""The zip: a PDF to read, JSON for machines, the documents as files. No name in it says anything about anybody."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from kring.oversight.rights.making.collecting import Collected
from kring.oversight.rights.making.machine import as_json
from kring.oversight.rights.making.paper import as_pdf


def zipped(found: Collected, *, house: str) -> bytes:
    """`house` is who gives it out."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as package:
        package.writestr("gegevens.pdf", as_pdf(found, house=house))
        package.writestr("gegevens.json", as_json(found))
        for file in found.files:
            package.writestr(file.name, file.content)
    return kept.getvalue()
