"""What a template can put in a letter. The names are Dutch: whoever makes a municipality's own template reads them."""

from typing import TypedDict

from kring.steering.figures.rules.letter import Letter, checksum, to_data
from kring.steering.figures.rules.letter_words import (
    GROUPS,
    cases,
    explanation,
    long_date,
    paragraphs,
    per_municipality,
)


class Row(TypedDict):
    """A line of the table of figures."""

    groep: str
    naam: str
    aantal: str


class Meaning(TypedDict):
    """A definition in the annex."""

    code: str
    naam: str
    betekenis: str
    eenheid: str
    bron: str


class Content(TypedDict):
    """All names that a template may use; lists are paragraphs, lines or rows."""

    gemeente: str
    plaats: str
    datum: str
    kenmerk: str
    onderwerp: str
    inleiding: list[str]
    werkwijze: list[str]
    casussen: str
    gemeenten: list[str]
    cijfers: list[Row]
    uitleg: list[str]
    resultaten: list[str]
    borging: list[str]
    definities: list[Meaning]
    peildatum: str
    drempel: str
    controlegetal: str
    voettekst: str


def content_of(letter: Letter) -> Content:
    """The letter in words and numbers as they are printed."""
    return {
        "gemeente": letter.municipality,
        "plaats": letter.place,
        "datum": long_date(letter.dated_on),
        "kenmerk": letter.reference,
        "onderwerp": letter.subject,
        "inleiding": list(paragraphs(letter.texts.introduction)),
        "werkwijze": list(paragraphs(letter.texts.approach)),
        "casussen": cases(letter),
        "gemeenten": list(per_municipality(letter)),
        "cijfers": [{"groep": GROUPS[one.group], "naam": one.name, "aantal": one.text} for one in letter.figures],
        "uitleg": list(explanation(letter)),
        "resultaten": list(letter.texts.results),
        "borging": list(paragraphs(letter.texts.embedding)),
        "definities": [
            {"code": one.code, "naam": one.title, "betekenis": one.meaning, "eenheid": one.unit, "bron": one.source}
            for one in letter.definitions
        ],
        "peildatum": long_date(letter.counted_on),
        "drempel": str(letter.smallest),
        "controlegetal": checksum(to_data(letter)),
        "voettekst": letter.texts.foot,
    }
