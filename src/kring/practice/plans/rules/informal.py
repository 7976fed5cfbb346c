"""Informal help first: before a professional does something, a real person is named, or a listed reason (BR-017).

A no is asked again at each time the plan is looked back on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kring.ground.shared.marking import mark as _
from kring.practice.leads.rules import Problem

YES, VOLUNTEER, NO = "yes", "volunteer", "no"


@dataclass(frozen=True, slots=True)
class InformalAnswer:
    """`who`: of the circle. `wish`: what a volunteer can do, in the family's plain words. `reason`: a listed one."""

    first: str
    who: str = ""
    reason: str = ""
    wish: str = ""

    def fields(self) -> dict[str, str]:
        """What is kept of it: only what belongs to this answer."""
        return {
            "informal_first": self.first,
            "informal_who": self.who.strip() if self.first == YES else "",
            "volunteer_wish": self.wish.strip() if self.first == VOLUNTEER else "",
            "informal_reason": self.reason if self.first == NO else "",
        }


NOT_ASKED = InformalAnswer("")
"""Of a step that no professional does."""


def answer_problems(given: InformalAnswer, reasons: Iterable[str]) -> tuple[Problem, ...]:
    """Yes, and who; yes, a volunteer, and for what; or no, and why."""
    match given.first:
        case "yes":
            text = _("Kies wie uit de kring dit kan.")
            return () if given.who.strip() else (Problem("informal_who", text),)
        case "volunteer":
            text = _("Schrijf op wat een vrijwilliger kan doen, in gewone woorden.")
            return () if given.wish.strip() else (Problem("volunteer_wish", text),)
        case "no":
            text = _("Kies waarom niemand uit het eigen netwerk en geen vrijwilliger dit kan.")
            return () if given.reason in reasons else (Problem("informal_reason", text),)
    first = _("Een professional gaat dit doen. Beantwoord eerst deze vraag, met wie dan of waarom niet.")
    return (Problem("informal_first", first),)


def must_ask_again(first: str, answered_on: date | None, looked_back_on: date | None) -> bool:
    """A no from before the plan was last looked back on; what was never asked is asked now."""
    if first != NO:
        return False
    return answered_on is None or looked_back_on is None or answered_on < looked_back_on
