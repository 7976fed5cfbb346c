"""The notice to somebody of the circle: that this person stands there, why, from whom it is and what he or she may ask.

A short letter in plain Dutch (BR-059; GDPR 14; Wmo 2015, 5.1.1). It says which kinds of things are kept, and tells
nothing of the family itself.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from django.utils import translation
from django.utils.formats import date_format

from kring.practice.plans.documents.typesetting import Value, typeset

FOLDER: Final = Path(__file__).parent
DUTCH: Final = "nl"


@dataclass(frozen=True, slots=True)
class NoticeTo:
    """Whom it is for, and who gives it. `lead` with how to reach; `contact`: where the municipality takes questions."""

    name: str
    relation: str
    is_kin: bool
    family: str
    municipality: str
    lead: str
    contact: str
    day: date


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    house: str
    title: str
    day: str
    greeting: str
    intro: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def letter(to: NoticeTo) -> Letter:
    """In Dutch, whatever language the one who gives it reads in."""
    with translation.override(DUTCH):
        day = date_format(to.day, "j F Y")
    return Letter(
        to.municipality,
        "U staat in de kring van een gezin",
        day,
        f"Beste {to.name},",
        (
            f"{to.family} maakt met hulp van {to.municipality} een plan.",
            f"In dat plan staat ook wie er om het gezin heen staan. Het gezin heeft u daar genoemd: {to.relation}.",
            "U hoeft niets te doen. Niemand rekent op u zonder dat u ja zegt.",
        ),
        (_kept(to), _why(), _who_reads(), _may_ask(), _where(to)),
    )


def letter_pdf(to: NoticeTo) -> bytes:
    return paper(letter(to))


def paper(made: Letter) -> bytes:
    """A4, tagged (PDF/UA-1)."""
    chapters: list[Value] = [{"title": one.title, "lines": list(one.lines)} for one in made.chapters]
    values: dict[str, Value] = {
        "house": made.house,
        "title": made.title,
        "made": made.day,
        "greeting": made.greeting,
        "intro": list(made.intro),
        "chapters": chapters,
        "labels": {"page": "Bladzijde", "of": "van"},
    }
    return typeset("notice.typ", values, FOLDER)


def _kept(to: NoticeTo) -> Chapter:
    kin = ("voor de stamboom: uw geslacht en uw geboortejaar, als het gezin die noemde",) if to.is_kin else ()
    return Chapter(
        "Wat er over u staat",
        (
            "uw naam, en wie u voor het gezin bent",
            "hoe dichtbij u staat en hoe het contact is, zoals het gezin dat ziet",
            "wat u voor het gezin doet, en hoeveel er volgens u bij kan",
            *kin,
            "niets over uw gezondheid, uw geloof of de politie",
        ),
    )


def _why() -> Chapter:
    return Chapter(
        "Waarom",
        (
            "De gemeente kijkt bij hulp altijd wat familie, vrienden en buren doen. Dat vraagt de wet (Wmo 2015).",
            "Zo vraagt niemand te veel van u, en weet iedereen wie er is.",
            "Het gezin heeft dit zelf verteld.",
        ),
    )


def _who_reads() -> Chapter:
    return Chapter(
        "Wie het leest, en hoe lang",
        (
            "het gezin, de regisseur, en wie een taak heeft in het plan",
            "zolang het plan bewaard blijft; u kunt vragen om u er eerder uit te halen",
        ),
    )


def _may_ask() -> Chapter:
    return Chapter(
        "Wat u mag vragen",
        (
            "lezen wat er over u staat",
            "verbeteren wat niet klopt",
            "u uit de kring halen, of zeggen dat u het er niet mee eens bent",
            "een klacht indienen bij de Autoriteit Persoonsgegevens",
        ),
    )


def _where(to: NoticeTo) -> Chapter:
    asked = (to.lead, to.contact, f"de functionaris gegevensbescherming van {to.municipality}")
    return Chapter("Bij wie u dat vraagt", tuple(one for one in asked if one))
