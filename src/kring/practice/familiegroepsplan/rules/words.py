"""What is said at the offer, in the answer and about the plan that came in, and what is still wrong with it."""

from dataclasses import dataclass
from datetime import date

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.familiegroepsplan.rules.states import EXEMPT_BY_LAW, NEEDS_WORDS, WAIVED_BY_LAW
from kring.practice.leads.rules import Problem

YES_WE_DO = "wanted"
ANSWERS = frozenset({"", YES_WE_DO, EXEMPT_BY_LAW}) | WAIVED_BY_LAW
JUDGEMENTS = frozenset({"accepted", "remarks", "rejected"})


@dataclass(frozen=True, slots=True)
class OfferWords:
    """The offer, and the answer if there is one. `due_on` is agreed with the family; without it the house's term."""

    offered_on: date | None
    offered_by: str = ""
    answer: str = ""
    reason: str = ""
    support: str = ""
    support_who: str = ""
    due_on: date | None = None
    framework: str = ""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the family writes or brings: three simple boxes, of which none is required (BR-014)."""

    worries: str = ""
    well: str = ""
    steps: str = ""
    given_by: str = ""
    held_on: date | None = None
    """Of a meeting."""

    @property
    def said(self) -> str:
        return f"{self.worries}{self.well}{self.steps}".strip()


def offer_problems(given: OfferWords, today: date) -> tuple[Problem, ...]:
    """An offer with its day; the grounds of the law to leave the family's plan out need words."""
    problems = []
    if given.answer not in ANSWERS:
        problems.append(Problem("answer", _("Kies wat het gezin antwoordde.")))
    if given.answer != EXEMPT_BY_LAW and given.offered_on is None:
        problems.append(Problem("offered_on", _("Vul in wanneer het is aangeboden.")))
    if given.offered_on is not None and given.offered_on > today:
        problems.append(Problem("offered_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag.")))
    if given.answer in NEEDS_WORDS and not given.reason.strip():
        problems.append(Problem("reason", _("Schrijf op waarom. De wet noemt deze reden: leg haar uit.")))
    if given.answer == YES_WE_DO and given.due_on is not None and given.due_on < (given.offered_on or today):
        problems.append(Problem("due_on", _("Deze dag ligt voor het aanbod. Kies een latere dag.")))
    return tuple(problems)


def can_bring(words: OwnWords, *, has_file: bool) -> Verdict:
    """Anything will do: one word, a photo, a meeting that was held. Only nothing at all is nothing (BR-014)."""
    if words.said or words.held_on or has_file:
        return YES
    return no(_("Er staat nog niets. Schrijf iets op, in welk vak u wilt, of kies een foto of bestand."))


def meeting_problems(words: OwnWords, today: date) -> tuple[Problem, ...]:
    if words.held_on is None:
        return (Problem("held_on", _("Vul in wanneer u bij elkaar was.")),)
    if words.held_on > today:
        return (Problem("held_on", _("Deze dag komt nog. Schrijf het gesprek op als het geweest is.")),)
    return ()


def can_judge(judgement: str, words: str) -> Verdict:
    """Who does not accept, or has remarks, says which: the family reads it."""
    if judgement not in JUDGEMENTS:
        return no(_("Kies of u het plan aanvaardt."))
    if judgement != "accepted" and not words.strip():
        return no(_("Schrijf op waarom, zodat het gezin het begrijpt."))
    return YES
