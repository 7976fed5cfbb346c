"""Beside which parts a statement stands, and what it must hold: the words of the person, as they were said (BR-107)."""

from datetime import date

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

LONGEST = 4000


class Disputed(Labelled):
    """The part that somebody does not agree with."""

    PLAN = "plan", _("het plan")
    QUESTION = "vraag", _("de vraag")
    GOAL = "doel", _("het doel")
    ACTION = "actie", _("de actie")
    HELP = "hulp", _("de hulp")
    DOCUMENT = "document", _("het document")


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
