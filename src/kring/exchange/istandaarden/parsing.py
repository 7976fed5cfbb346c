"""Bytes to an XML tree, safely: no document type, no entities, no network, no file over 25 MB (OP179).

A message is UTF-8 (OP192). Anything else is refused with a reason, never tried.
"""

import re
from dataclasses import dataclass
from typing import Protocol, cast

from lxml import etree

LARGEST = 25 * 1024 * 1024
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_UTF_8 = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}


class _Located(Protocol):
    """What the type stubs of lxml do not tell about an element."""

    sourceline: int | None


class _Coded(Protocol):
    """What the type stubs of lxml do not tell about a syntax error."""

    code: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why the bytes are no XML that Kring will read."""

    rule: str
    what: str
    why: str
    line: int | None = None


_TOO_LARGE = Unreadable("OP179", "Het bestand is te groot.", "Een bericht mag niet groter zijn dan 25 MB.")
_EMPTY = Unreadable("XML", "Het bestand is leeg.", "Er staat geen bericht in.")
_DOCUMENT_TYPE = (
    "Het bestand heeft een DOCTYPE of ENTITY.",
    "Een iStandaarden-bericht heeft die niet; ze kunnen een systeem vastzetten of bestanden lekken.",
)
_NOT_UTF_8 = Unreadable("OP192", "Het bestand is geen UTF-8.", "De standaard schrijft UTF-8 voor.", 1)
_REASONS = {
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: "Een begin- en een eindtag passen niet bij elkaar.",
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: "Het bestand houdt te vroeg op of een tag is niet af.",
    etree.ErrorTypes.ERR_DOCUMENT_END: "Na het bericht staat nog iets.",
    etree.ErrorTypes.ERR_DOCUMENT_EMPTY: "Het bestand begint niet met XML.",
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: "Er staat een verwijzing (&…;) in die niet bestaat.",
    etree.ErrorTypes.ERR_INVALID_CHAR: "Er staat een teken in dat in XML niet mag.",
    etree.ErrorTypes.ERR_INVALID_ENCODING: "Er staan bytes in die geen UTF-8 zijn.",
    etree.ErrorTypes.ERR_LT_IN_ATTRIBUTE: "Een attribuut is niet goed afgesloten.",
}


def parse(data: bytes) -> etree._Element | Unreadable:
    """The root element, or why there is none."""
    content = data.removeprefix(_BYTE_ORDER_MARK)
    refusal = _refusal(content)
    if refusal is not None:
        return refusal
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return _not_well_formed(error)
    return root


def line_of(element: etree._Element) -> int:
    return cast("_Located", element).sourceline or 0


def has_byte_order_mark(data: bytes) -> bool:
    return data.startswith(_BYTE_ORDER_MARK)


def _refusal(content: bytes) -> Unreadable | None:
    if len(content) > LARGEST:
        return _TOO_LARGE
    if not content.strip():
        return _EMPTY
    declared = _ENCODING.match(content)
    if b"\x00" in content[:1024] or (declared and declared[1].lower() not in _UTF_8):
        return _NOT_UTF_8
    doctype = _DOCTYPE.search(content)
    if doctype:
        return Unreadable("DTD", *_DOCUMENT_TYPE, line=content.count(b"\n", 0, doctype.start()) + 1)
    return None


def _not_well_formed(error: etree.XMLSyntaxError) -> Unreadable:
    reason = _REASONS.get(cast("_Coded", error).code, "De tekst volgt de regels van XML niet.")
    line = error.lineno if error.lineno and error.lineno > 0 else None
    return Unreadable("XML", "Het bestand is geen goed gevormde XML.", reason, line)
