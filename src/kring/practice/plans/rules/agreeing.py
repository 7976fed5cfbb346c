"""When a plan can be laid down as a version: what is missing in plain words (BR-015), the law's first offer (BR-009),
and what everyone thinks of it (BR-020)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.practice.leads.rules import Problem

ASKED_FROM = 12
"""From this age a member is asked what he or she thinks of the plan."""
AFTER_WAIVER = timedelta(weeks=6)
"""Jeugdwet 4.1.3 lid 5: from the day the family waived its own plan."""
ANSWERED = frozenset({"ready", "not_wished", "threat", "interest", "mandated"})
WAIVED = frozenset({"not_wished", "threat", "interest"})
NEEDS_REASON = frozenset({"threat", "interest", "mandated"})
POSITIONS = ("agrees", "partly", "disagrees", "not_asked")


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is there now. `familiegroepsplan` is empty as long as the family was not asked."""

    active_goals: int
    has_strengths: bool
    evaluation_on: date | None
    has_contact: bool
    has_children: bool
    familiegroepsplan: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person, or one party, thinks of the plan. `subject` is a member of the family."""

    name: str
    position: str
    remark: str = ""
    subject: UUID | None = None


def missing(plan: Readiness, today: date) -> tuple[Problem, ...]:
    """What must be there first; `field` says where. Empty when the plan can be laid down."""
    found = []
    if plan.has_children:
        found += _familiegroepsplan_first(plan.familiegroepsplan)
    if not plan.active_goals:
        found.append(Problem("goals", _("Er is nog geen doel in eigen woorden.")))
    if not plan.has_strengths:
        found.append(Problem("strengths", _("Er staat nog niet wat er goed gaat.")))
    if plan.evaluation_on is None:
        found.append(Problem("evaluation_on", _("Er staat nog niet wanneer u samen terugkijkt.")))
    elif plan.evaluation_on < today:
        found.append(Problem("evaluation_on", _("De dag waarop u terugkijkt is voorbij. Kies een nieuwe dag.")))
    if not plan.has_contact:
        found.append(Problem("contact", _("Er staat nog niet wie de vaste contactpersoon is.")))
    return tuple(found)


def familiegroepsplan_problems(answer: str, offered_on: date | None, reason: str, today: date) -> tuple[Problem, ...]:
    """An answer with the day of the offer; the grounds of the law to leave it out need words."""
    problems = []
    if answer != "mandated" and offered_on is None:
        problems.append(Problem("offered_on", _("Vul in wanneer het is aangeboden.")))
    if offered_on is not None and offered_on > today:
        problems.append(Problem("offered_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag.")))
    if answer in NEEDS_REASON and not reason.strip():
        problems.append(Problem("reason", _("Schrijf op waarom. De wet noemt deze reden: leg haar uit.")))
    return tuple(problems)


def professional_plan_due(answer: str, answered_on: date | None) -> date | None:
    """The legal last day for the professional's plan once the own plan was waived (BR-011); else None."""
    return answered_on + AFTER_WAIVER if answered_on is not None and answer in WAIVED else None


def is_asked(age: int | None) -> bool:
    """Someone of unknown age is asked too."""
    return age is None or age >= ASKED_FROM


def opinion_problems(opinions: Iterable[Opinion], asked: Iterable[UUID]) -> tuple[Problem, ...]:
    """`field` is the name of the person. Every asked member has a position; not asked needs a reason."""
    problems, heard = [], set()
    for opinion in opinions:
        heard.add(opinion.subject)
        if opinion.position not in POSITIONS:
            problems.append(Problem(opinion.name, _("Kies wat deze persoon van het plan vindt.")))
        elif opinion.position == "not_asked" and not opinion.remark.strip():
            problems.append(Problem(opinion.name, _("Schrijf op waarom dit niet is gevraagd.")))
    if set(asked) - heard:
        problems.append(Problem("", _("Niet iedereen van 12 jaar en ouder is gevraagd wat hij van het plan vindt.")))
    return tuple(problems)


def _familiegroepsplan_first(answer: str) -> list[Problem]:
    if answer in ANSWERED:
        return []
    if answer == "wanted":
        text = _("Het gezin maakt eerst zelf een plan. Wacht daarop, of schrijf op dat het er is (Jeugdwet 4.1.2).")
    else:
        text = _("Het gezin is nog niet gevraagd of het eerst zelf een plan wil maken (Jeugdwet 4.1.2).")
    return [Problem("familiegroepsplan", text)]
