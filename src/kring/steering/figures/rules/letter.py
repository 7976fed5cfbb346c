"""A letter to the council as data: its figures, what they mean and its texts, frozen with a checksum (BR-122).

The form is that of Den Helder 2018 and Heerhugowaard 2019. Page, DOCX, PDF and JSON are all made from this.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from kring.ground.configuration.rules import OwnText, declare_text
from kring.ground.shared.marking import mark as _
from kring.steering.figures.rules.indicators import Definition
from kring.steering.figures.rules.values import Hidden, Shown, Value

FOOT: Final = declare_text(
    OwnText(
        "voettekst",
        _("Voettekst van de brief"),
        _("Staat onder elke bladzijde van een brief aan de raad, bijvoorbeeld met het adres van de gemeente."),
        200,
    )
)

FORM: Final = 1
"""The version of the stored form."""


class Group(StrEnum):
    """What a figure of a letter is divided by."""

    DOMAIN = "domain"
    TOTAL = "total"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class LetterFigure:
    """One figure. `value` is None when it is not shown; `hidden_because` then says why."""

    group: Group
    code: str
    name: str
    value: int | None
    text: str
    hidden_because: str = ""


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """What the municipality tells. A text that is empty has no heading in the letter."""

    introduction: str
    approach: str
    results: tuple[str, ...]
    embedding: str
    foot: str = ""


@dataclass(frozen=True, slots=True)
class LetterDecision:
    """Who decided that small numbers may be published, when and why."""

    who: str
    when: date
    why: str


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that is in a letter. Figures below `smallest` are hidden, unless `decision` opened them."""

    municipality: str
    place: str
    reference: str
    dated_on: date
    subject: str
    pilot: str
    pilot_name: str
    counted_on: date
    smallest: int
    figures: tuple[LetterFigure, ...]
    definitions: tuple[Definition, ...]
    texts: LetterTexts
    decision: LetterDecision | None = None

    def of_group(self, group: Group) -> tuple[LetterFigure, ...]:
        return tuple(figure for figure in self.figures if figure.group == group)

    @property
    def total(self) -> LetterFigure:
        return self.of_group(Group.TOTAL)[0]

    @property
    def hides_something(self) -> bool:
        return any(figure.value is None for figure in self.figures)


def letter_figure(group: Group, code: str, name: str, value: Value) -> LetterFigure:
    """A safe figure as the letter has it."""
    match value:
        case Shown(n):
            return LetterFigure(group, code, name, n, value.text)
        case Hidden(text, why):
            return LetterFigure(group, code, name, None, text, why.words)


def to_data(letter: Letter) -> dict[str, Any]:
    """As it is stored and published: dates as `2026-11-01`, lists for tuples."""
    data: dict[str, Any] = json.loads(json.dumps({"form": FORM, **asdict(letter)}, default=date.isoformat))
    return data


def from_data(data: Mapping[str, Any]) -> Letter:
    """A stored letter. ValueError when its form is not one that this version reads."""
    if data.get("form") != FORM:
        raise ValueError(f"Deze brief heeft vorm {data.get('form')}; deze versie van Kring leest vorm {FORM}.")
    decision = data["decision"]
    plain = ("municipality", "place", "reference", "subject", "pilot", "pilot_name", "smallest")
    return Letter(
        **{name: data[name] for name in plain},
        dated_on=date.fromisoformat(data["dated_on"]),
        counted_on=date.fromisoformat(data["counted_on"]),
        figures=tuple(LetterFigure(**{**figure, "group": Group(figure["group"])}) for figure in data["figures"]),
        definitions=tuple(Definition(**definition) for definition in data["definitions"]),
        texts=LetterTexts(**{**data["texts"], "results": tuple(data["texts"]["results"])}),
        decision=LetterDecision(decision["who"], date.fromisoformat(decision["when"]), decision["why"])
        if decision
        else None,
    )


def checksum(data: Mapping[str, Any]) -> str:
    """sha256 over the data in one fixed spelling, so that anyone can check a published file."""
    spelled = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()
