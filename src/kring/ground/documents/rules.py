"""What a document may be: seen from its content, never from its name, and ten megabytes at most."""

import re
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

LARGEST = 10 * 1024 * 1024
MOST_PARTS = 5_000
ODT_TYPE = b"application/vnd.oasis.opendocument.text"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MARKUP = re.compile(r"\s*<(!doctype|\?|html|head|body|script|svg|iframe|object)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file that Kring takes: as the web names it, as a person does, and how its neutral name ends."""

    media_type: str
    title: str
    ending: str


PDF = FileType("application/pdf", _("PDF"), "pdf")
JPEG = FileType("image/jpeg", _("foto (JPEG)"), "jpg")
PNG = FileType("image/png", _("afbeelding (PNG)"), "png")
DOCX = FileType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _("Word (DOCX)"), "docx")
ODT = FileType(ODT_TYPE.decode(), _("OpenDocument (ODT)"), "odt")
TXT = FileType("text/plain", _("tekst (TXT)"), "txt")

FILE_TYPES = {kind.media_type: kind for kind in (PDF, JPEG, PNG, DOCX, ODT, TXT)}


def file_type(content: bytes) -> FileType | None:
    """What this is, or None when it is nothing that Kring takes: also a file that was cut off on its way."""
    if content.startswith(b"%PDF-"):
        return PDF if b"%%EOF" in content[-2048:] else None
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG if b"\xff\xd9" in content[-4096:] else None
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG if content[12:16] == b"IHDR" and b"IEND" in content[-64:] else None
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    return TXT if _is_text(content) else None


def can_add(content: bytes) -> Verdict:
    if not content:
        return no(_("Het bestand is leeg. Kies een ander bestand."))
    if len(content) > LARGEST:
        return no(_("Het bestand is te groot. Een document mag hoogstens 10 MB zijn: maak het kleiner of splits het."))
    if file_type(content) is None:
        return no(
            _(
                "Dit soort bestand kan Kring niet bewaren, of het is beschadigd. "
                "Gebruik PDF, JPEG, PNG, DOCX of ODT zonder macro’s, of gewone tekst (TXT)."
            )
        )
    return YES


def can_withdraw(*, is_withdrawn: bool, reason: str) -> Verdict:
    if is_withdrawn:
        return no(_("Dit document is al ingetrokken."))
    return YES if reason.strip() else no(_("Schrijf op waarom u dit document intrekt."))


@dataclass(frozen=True, slots=True)
class Destination:
    """The family where an entry belongs, and about whom it is there; None: about all."""

    dossier: UUID
    subject: UUID | None = None


def can_correct(*, is_withdrawn: bool, title: str) -> Verdict:
    if is_withdrawn:
        return no(_("Dit document is al ingetrokken."))
    return YES if title.strip() else no(_("Geef het document een titel."))


def can_move(*, is_withdrawn: bool, here: UUID, there: UUID, level: int, levels: Collection[int]) -> Verdict:
    """To another family, in which the mover reads this level: nobody puts away what they may not see again."""
    if is_withdrawn:
        return no(_("Dit is ingetrokken. Dan verplaatst u het niet meer."))
    if here == there:
        return no(_("Het staat al bij dit gezin. Kies een ander."))
    if level not in levels:
        return no(_("Bij dat gezin mag u dit beschermniveau niet lezen. Vraag het de regisseur van dat gezin."))
    return YES


def _office(content: bytes) -> FileType | None:
    """DOCX or ODT without macros, by the table of contents of the archive; nothing large is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            if len(entries) > MOST_PARTS or _has_macros(names):
                return None
            if {"[Content_Types].xml", "word/document.xml"} <= names:
                return DOCX
            return ODT if _is_odt(archive, entries[0]) else None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, IndexError):
        return None


def _has_macros(names: set[str]) -> bool:
    return any(name.startswith(("Basic/", "Scripts/")) or name.endswith("vbaProject.bin") for name in names)


def _is_odt(archive: zipfile.ZipFile, first: zipfile.ZipInfo) -> bool:
    """An OpenDocument file begins with its type, stored as it is."""
    plain = first.filename == "mimetype" and first.file_size == len(ODT_TYPE)
    return plain and first.compress_type == zipfile.ZIP_STORED and archive.read(first) == ODT_TYPE


def _is_text(content: bytes) -> bool:
    """Readable text without markup: a web page or a drawing that calls itself text is not taken."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return bool(text.strip()) and not CONTROL.search(text) and not MARKUP.match(text)
