"""Figures of safety, each of one person on one day with its reason; and what a child says in confidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.rules import Problem

LOWEST, HIGHEST = 0, 10
FAMILY, PROFESSIONAL = "family", "professional"
ADULT = 18


@dataclass(frozen=True, slots=True)
class SafetyFigure:
    """How safe it is for `subject`, as the giver sees it: never averaged with that of another."""

    subject: UUID
    giver: str
    giver_kind: str
    value: int
    given_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class TalkWords:
    """In the child's own words. `may_tell` is what the child lets others know."""

    subject: UUID
    held_on: date
    said: str
    with_whom: str
    may_tell: str = ""


def figure_problems(given: SafetyFigure, today: date) -> tuple[Problem, ...]:
    return tuple(_figure(given, today))


def talk_problems(given: TalkWords, today: date) -> tuple[Problem, ...]:
    return tuple(_talk(given, today))


def can_talk_in_confidence(age: int | None) -> Verdict:
    """Of an age that nobody knows it may be a child."""
    if age is not None and age >= ADULT:
        return no(_("Deze persoon is volwassen. Schrijf het op als contactmoment."))
    return YES


def _figure(given: SafetyFigure, today: date) -> Iterator[Problem]:
    if not given.giver.strip():
        yield Problem("giver", _("Schrijf op wie dit cijfer geeft."))
    if given.giver_kind not in {FAMILY, PROFESSIONAL}:
        yield Problem("giver_kind", _("Kies wie dit is."))
    if not LOWEST <= given.value <= HIGHEST:
        yield Problem("value", _("Kies een cijfer van 0 tot en met 10."))
    if given.given_on > today:
        yield Problem("given_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag."))
    if not given.reason.strip():
        yield Problem("reason", _("Schrijf op waarom het dit cijfer is."))


def _talk(given: TalkWords, today: date) -> Iterator[Problem]:
    if given.held_on > today:
        yield Problem("held_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag."))
    if not given.said.strip():
        yield Problem("said", _("Schrijf op wat het kind zei, in eigen woorden."))
    if not given.with_whom.strip():
        yield Problem("with_whom", _("Schrijf op wie het gesprek had."))
