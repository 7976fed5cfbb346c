"""A version in short in another language: whole, by a named interpreter, and never made by a machine."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kring.ground.shared.marking import mark as _
from kring.practice.leads.rules import Problem

LANGUAGES: Final[Mapping[str, str]] = {
    _("Arabisch"): "ar",
    _("Bulgaars"): "bg",
    _("Duits"): "de",
    _("Engels"): "en",
    _("Farsi"): "fa",
    _("Frans"): "fr",
    _("Oekraïens"): "uk",
    _("Papiaments"): "pap",
    _("Pools"): "pl",
    _("Roemeens"): "ro",
    _("Somalisch"): "so",
    _("Spaans"): "es",
    _("Tarifit"): "rif",
    _("Tigrinya"): "ti",
    _("Turks"): "tr",
}
"""By name the code of the language, so that it is read aloud and set in its own direction."""
FROM_THE_RIGHT: Final = frozenset({"ar", "fa"})
UNKNOWN: Final = "und"


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """What the interpreter gave, and when."""

    language: str
    words: str
    interpreter: str
    made_on: date


def summary_problems(given: SummaryWords, agreed_on: date, today: date) -> tuple[Problem, ...]:
    problems = []
    if given.language not in LANGUAGES:
        problems.append(Problem("language", _("Kies de taal.")))
    if not given.words.strip():
        problems.append(Problem("words", _("Schrijf de samenvatting op, of plak haar hier.")))
    if not given.interpreter.strip():
        problems.append(Problem("interpreter", _("Schrijf de naam van de tolk op. Die staat erbij.")))
    if given.made_on > today:
        problems.append(Problem("made_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag.")))
    elif given.made_on < agreed_on:
        problems.append(Problem("made_on", _("Op deze dag was dit plan er nog niet. Kies een latere dag.")))
    return tuple(problems)


def code_of(language: str) -> str:
    return LANGUAGES.get(language, UNKNOWN)


def direction_of(language: str) -> str:
    """As HTML calls it."""
    return "rtl" if code_of(language) in FROM_THE_RIGHT else "ltr"
