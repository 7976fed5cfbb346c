"""The package on paper, in plain words: chapter by chapter what is held, and above it what is left out and why."""

import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.ground.shared.period import HERE, day_of
from kring.oversight.rights.belonging.values import Plain
from kring.oversight.rights.making import words
from kring.oversight.rights.making.collecting import Collected, Entry, Section
from kring.practice.plans.documents.typesetting import Value, typeset

FOLDER: Final = Path(__file__).parent
LOG: Final = "audit.LogLine"
KEY: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TECHNICAL: Final = frozenset({"access.Grant", "exchange.JournalEntry", "studies.StudyKey"})
"""How the system keeps its own books: on paper their number, in the JSON every row."""
FIRST: Final = (
    "households.",
    "plans.",
    "documents.",
    "care.",
    "leads.",
    "rights.",
    "studies.",
    "figures.",
    "access.",
    "agenda.",
)
"""Who somebody is and what is planned first; how the system works last."""
QUIET: Final = frozenset({"id", "sort_name", "sha256", "bsn_hmac", "key", "area"})
"""For machines: in the JSON only."""


def as_pdf(found: Collected, *, house: str) -> bytes:
    """A4, tagged (PDF/UA-1), in Dutch."""
    return typeset("package.typ", values(found, house=house), FOLDER)


def values(found: Collected, *, house: str) -> dict[str, Value]:
    made = _("Gemaakt op %(day)s") % {"day": date_format(day_of(found.at), "j F Y")}
    return {
        "house": house,
        "title": _("Wat Kring over u bewaart"),
        "about": found.about,
        "made": made,
        "intro": [
            _("Hierin staat alles wat in Kring over %(name)s is opgeschreven.") % {"name": found.about},
            _("Klopt er iets niet? Vraag dan om het te verbeteren, bij «Mijn rechten» of bij uw regisseur."),
            words.shielded(),
            words.not_yet(),
            words.someone_else(),
        ],
        "sections": [_chapter(one) for one in sorted(found.sections, key=_place)],
        "labels": {"page": _("Bladzijde"), "of": _("van")},
    }


def _place(section: Section) -> tuple[bool, int]:
    order = next((place for place, start in enumerate(FIRST) if section.code.startswith(start)), len(FIRST))
    return section.code in TECHNICAL, order


def _chapter(section: Section) -> Value:
    if section.code == LOG:
        return _log(section)
    if section.code in TECHNICAL:
        note = _("%(count)s regels van het systeem zelf. Ze staan in het bestand voor de computer.")
        notes = [*_notes(section), note % {"count": len(section.rows)}]
        return {"title": _upper(section.title), "notes": notes, "rows": []}
    return _section(section)


def _section(section: Section) -> Value:
    return {
        "title": _upper(section.title),
        "notes": _notes(section),
        "rows": [[_fact(one) for one in row if _is_shown(one)] for row in section.rows],
    }


def _log(section: Section) -> Value:
    """Lines of one day, organisation and page together; the JSON has every line."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for row in section.rows:
        told = {one.name: one for one in row}
        at = parse_datetime(str(told["at"].value))
        who = _text(told["organisation"].value) if "organisation" in told else _("uzelf")
        counts[(day_of(at).isoformat() if at else "", who or _("vanzelf"), told["event"].text)] += 1
    rows: list[Value] = [
        [{"label": _day(day), "text": f"{who}: {event}, {times}×"}]
        for (day, who, event), times in sorted(counts.items(), reverse=True)
    ]
    return {"title": _upper(section.title), "notes": _notes(section), "rows": rows}


def _notes(section: Section) -> list[Value]:
    notes: list[Value] = []
    if section.others:
        notes.append(words.others(section.others))
    if section.withheld:
        notes.append(words.withheld())
    return notes


def _is_shown(one: Entry) -> bool:
    if one.name in QUIET or (isinstance(one.value, str) and KEY.fullmatch(one.value)):
        return False
    return bool(one.left_out) or one.value not in (None, "", [], {})


def _fact(one: Entry) -> Value:
    return {"label": _upper(one.label), "text": one.left_out or one.text or _text(one.value)}


def _text(value: Plain) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, str):
        return _moment(value)
    if isinstance(value, list):
        return ", ".join(_text(inner) for inner in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_text(inner)}" for name, inner in value.items() if inner not in (None, "", []))
    return str(value)


def _moment(text: str) -> str:
    """A date or a moment as people write it."""
    try:
        if len(text) == len("2026-11-01"):
            return date_format(date.fromisoformat(text), "j F Y")
        if len(text) > len("2026-11-01T10:00") and text[10] == "T":
            return date_format(datetime.fromisoformat(text).astimezone(HERE), "j F Y, H.i")
    except ValueError:
        return text
    return text


def _day(day: str) -> str:
    return date_format(date.fromisoformat(day), "j F Y") if day else ""


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
