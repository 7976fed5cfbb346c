"""Making the files. A municipality's template is text from outside: it is rendered in a sandbox and escaped."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import typst
from django.utils.translation import gettext as _
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError

from kring.steering.figures.documents.content import content_of
from kring.steering.figures.documents.sandbox import Sums, TooMuch, check_size
from kring.steering.figures.rules.letter import Letter, checksum, to_data

HERE: Final = Path(__file__).parent
OWN_TEMPLATE: Final = HERE / "raadsbrief.docx"
PAGES: Final = HERE / "raadsbrief.typ"


class BadTemplate(ValueError):
    """The template is no Word document, or asks for something that a letter does not have."""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: its suffix, its media type, and how it is made."""

    suffix: str
    media_type: str
    make: Callable[[Letter], bytes]


def as_json(letter: Letter) -> bytes:
    """The frozen data with their checksum, for machines and for whoever wants to check."""
    data = to_data(letter)
    return (json.dumps({**data, "sha256": checksum(data)}, ensure_ascii=False, indent=2) + "\n").encode()


def as_docx(letter: Letter, template: bytes | None = None) -> bytes:
    """By the template of the municipality, or by ours. BadTemplate says what is wrong with the former."""
    document = DocxTemplate(BytesIO(template if template is not None else OWN_TEMPLATE.read_bytes()))
    try:
        if template is not None:
            check_size(template)
        document.render(content_of(letter), Sums(undefined=StrictUndefined), autoescape=True)
    except TooMuch:
        raise BadTemplate(
            _("Het sjabloon is te groot of te ingewikkeld. Vergelijk het met het sjabloon van Kring.")
        ) from None
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise BadTemplate(_("Het sjabloon is geen Word-document. Sla het op als .docx.")) from None
    except TemplateError as problem:
        told = _("Het sjabloon klopt niet: %(why)s. Vergelijk het met het sjabloon van Kring.")
        raise BadTemplate(told % {"why": problem}) from None
    properties = document.docx.core_properties
    properties.title, properties.author, properties.language = letter.subject, letter.municipality, "nl-NL"
    properties.created = properties.modified = datetime.combine(letter.dated_on, time(), UTC).replace(tzinfo=None)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(letter: Letter) -> bytes:
    """Tagged for screen readers (PDF/UA-1), from fonts that travel with the program."""
    made = typst.compile(
        PAGES,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"brief": json.dumps(content_of(letter)), "dag": letter.dated_on.isoformat()},
        pdf_standards="ua-1",
        timestamp=datetime.combine(letter.dated_on, time(), UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("A letter is one file.")
    return made


FORMS: Final = {
    "docx": Form("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_docx),
    "pdf": Form("pdf", "application/pdf", as_pdf),
    "json": Form("json", "application/json", as_json),
}
