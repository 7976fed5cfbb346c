"""A safety agreement says who checks it and when it is looked at again; a code word is never part of it (BR-077)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.rules import Problem

DRAFT, HOLDS, CHANGED, ENDED = "draft", "holds", "changed", "ended"
AGREEMENT_STEPS: Final[Mapping[str, frozenset[str]]] = {
    DRAFT: frozenset({HOLDS}),
    HOLDS: frozenset({CHANGED, ENDED}),
    CHANGED: frozenset({CHANGED, ENDED}),
    ENDED: frozenset(),
}
IN_FORCE: Final = frozenset({HOLDS, CHANGED})
LONGEST_UNSEEN = timedelta(days=183)
"""A growing document: what nobody looked at for half a year is no agreement any more."""
REVIEW_CLOCK = "veiligheid_nakijken"

PICTOGRAMS: Final[Mapping[str, str]] = {
    "phone": _("bellen"),
    "grown_up": _("naar een grote mens gaan"),
    "door": _("de deur dicht"),
    "home": _("thuis"),
    "neighbour": _("naar de buren"),
    "stop": _("stop zeggen"),
    "sleep": _("slapen"),
    "school": _("op school"),
    "message": _("een bericht sturen"),
    "together": _("bij elkaar blijven"),
}


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """What is agreed; `child_words` and `pictogram` are the same agreement as a child reads it."""

    what: str
    applies_when: str
    who_does: str
    checks: str
    start_on: date
    review_on: date
    by_veilig_thuis: bool = False
    child_words: str = ""
    pictogram: str = ""


def agreement_problems(given: AgreementWords, earliest: date) -> tuple[Problem, ...]:
    """`earliest` is today for a new day to look again; a day that was agreed before may stay."""
    return (*_missing(given), *_days(given, earliest))


def can_move_agreement(now: str, then: str, reason: str = "") -> Verdict:
    """Concept, then it holds, changed as often as needed, and ended by somebody with a reason."""
    if then not in AGREEMENT_STEPS[now]:
        return no(_("Dat kan niet vanuit de stand waarin deze afspraak nu is. Ververs de bladzijde en kijk opnieuw."))
    if then == ENDED and not reason.strip():
        return no(_("Schrijf op waarom deze afspraak niet meer geldt."))
    return YES


def can_write_agreement(state: str, *, is_withdrawn: bool) -> Verdict:
    if is_withdrawn or state == ENDED:
        return no(_("Deze afspraak geldt niet meer. Maak een nieuwe."))
    return YES


def is_late(review_on: date, state: str, today: date) -> bool:
    """From the day after, as long as it holds (BR-077)."""
    return state in IN_FORCE and today > review_on


def _missing(given: AgreementWords) -> Iterator[Problem]:
    if not given.what.strip():
        yield Problem("what", _("Schrijf op wat er is afgesproken."))
    if not given.applies_when.strip():
        yield Problem("applies_when", _("Schrijf op wanneer deze afspraak geldt."))
    if not given.who_does.strip():
        yield Problem("who_does", _("Schrijf op wie wat doet."))
    if not given.checks.strip():
        yield Problem("checks", _("Schrijf op wie nagaat of het gebeurt."))
    if given.pictogram and given.pictogram not in PICTOGRAMS:
        yield Problem("pictogram", _("Kies een plaatje uit de lijst."))
    if given.pictogram and not given.child_words.strip():
        yield Problem("child_words", _("Schrijf bij het plaatje in kinderwoorden wat er is afgesproken."))


def _days(given: AgreementWords, earliest: date) -> Iterator[Problem]:
    if given.review_on < max(earliest, given.start_on):
        yield Problem("review_on", _("Kies een dag die nog komt, op of na de dag waarop de afspraak begint."))
    elif given.review_on - max(earliest, given.start_on) > LONGEST_UNSEEN:
        yield Problem("review_on", _("Kijk binnen een half jaar opnieuw. Kies een eerdere dag."))
