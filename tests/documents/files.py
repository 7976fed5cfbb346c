"""Small real files of every kind that Kring takes, and of some that it does not."""

import zipfile
from io import BytesIO

from docx import Document
from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
TXT = b"Afspraken met oma Truus:\r\n- vrijdag komt zij koken\n- zij past op Adam\n"
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(200)


def picture(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(out, kind)
    return out.getvalue()


def docx() -> bytes:
    out = BytesIO()
    document = Document()
    document.add_paragraph("Verslag van het huisbezoek")
    document.save(out)
    return out.getvalue()


def archive(*entries: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in entries:
            made.writestr(name, content)
    return out.getvalue()


def odt() -> bytes:
    return archive(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<office/>"))


def with_macros() -> bytes:
    return archive(("[Content_Types].xml", b""), ("word/document.xml", b""), ("word/vbaProject.bin", b""))


JPEG, PNG, DOCX, ODT = picture("JPEG"), picture("PNG"), docx(), odt()
