"""Beside which parts a statement stands, and what it must hold: the words of the person, as they were said (BR-107)."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

LONGEST = 4000
LONGEST_REMARK, LONGEST_ANSWER = 1000, 800
NOT_RIGHT = "klopt_niet"
"""The clock of the agenda that runs until who leads has answered."""


class Disputed(Labelled):
    """The part that somebody does not agree with."""

    PLAN = "plan", _("het plan")
    QUESTION = "vraag", _("de vraag")
    GOAL = "doel", _("het doel")
    ACTION = "actie", _("de actie")
    HELP = "hulp", _("de hulp")
    DOCUMENT = "document", _("het document")


class Outcome(Labelled):
    """What became of a part of which somebody said that it is not right."""

    CHANGED = "aangepast", _("het is aangepast")
    TALKED = "gesprek", _("wij praten erover")
    KEPT = "gebleven", _("het blijft zo")


class RemarkState(Labelled):
    """Follows from what was written down: a remark has no field for it."""

    SAID = "said", _("gezegd")
    ANSWERED = "answered", _("beantwoord")
    TAKEN_BACK = "taken_back", _("teruggenomen")


REMARK_STEPS: Final[Mapping[str, frozenset[str]]] = {
    RemarkState.SAID: frozenset({RemarkState.ANSWERED, RemarkState.TAKEN_BACK}),
    RemarkState.ANSWERED: frozenset(),
    RemarkState.TAKEN_BACK: frozenset(),
}
"""Once: what was answered is not taken back, and who still disagrees says it again."""


def remark_state(*, is_answered: bool, is_withdrawn: bool) -> RemarkState:
    if is_answered:
        return RemarkState.ANSWERED
    return RemarkState.TAKEN_BACK if is_withdrawn else RemarkState.SAID


def can_state(words: str, said_on: date, today: date) -> Verdict:
    """As it was said: nothing is shortened, so what is too long is said to be."""
    if not words.strip():
        return no(_("Schrijf op wat u hierover wilt zeggen."))
    if len(words) > LONGEST:
        return no(_("Dit is te lang. Schrijf hoogstens 4000 tekens, of voeg een brief toe bij Documenten."))
    if said_on > today:
        return no(_("Deze dag is nog niet geweest."))
    return YES


def can_withdraw(*, is_withdrawn: bool) -> Verdict:
    return no(_("Deze verklaring is al ingetrokken.")) if is_withdrawn else YES


def can_remark(words: str) -> Verdict:
    return YES if words.strip() else no(_("Schrijf op wat er niet klopt."))


def can_answer(outcome: str, answer: str, *, now: RemarkState) -> Verdict:
    """Once. What stays as it was, or is talked about, is said with why or when."""
    if not (may := _can_become(RemarkState.ANSWERED, now)):
        return may
    if outcome not in {one.value for one in Outcome}:
        return no(_("Kies wat ermee gebeurt."))
    if outcome != Outcome.CHANGED and not answer.strip():
        return no(_("Schrijf op waarom het zo blijft, of wanneer u erover praat."))
    return YES


def can_take_back(*, now: RemarkState) -> Verdict:
    return _can_become(RemarkState.TAKEN_BACK, now)


def _can_become(then: RemarkState, now: RemarkState) -> Verdict:
    return YES if then in REMARK_STEPS[now] else no(_("Hierop is al geantwoord, of het is teruggenomen."))
