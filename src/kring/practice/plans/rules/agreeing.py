"""When a plan can be laid down as a version: what is missing in plain words (BR-015), the law's first offer (BR-009),
and what everyone thinks of it (BR-020)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.practice.leads.rules import Problem

ASKED_FROM = 12
"""From this age a member is asked what he or she thinks of the plan."""
ANSWERED = frozenset({"ready", "not_wished", "threat", "interest", "mandated"})
NOT_ASKED = "not_asked"
POSITIONS = ("agrees", "partly", "disagrees", NOT_ASKED)
CARER_AGREES = frozenset({"agrees", "partly"})
"""*Partly*: with the own part, and not with something else."""
FOSTER_CARER_AGREES = _(
    "Een pleegouder stemt in met het deel over de eigen rol (Jeugdwet 4.1.3 lid 6). Pas dat deel samen aan. "
    "Gaat het om iets anders? Kies dan deels eens."
)


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


def is_asked(age: int | None) -> bool:
    """Someone of unknown age is asked too."""
    return age is None or age >= ASKED_FROM


def opinion_problems(
    opinions: Iterable[Opinion], asked: Iterable[UUID], foster_carers: Iterable[UUID] = ()
) -> tuple[Problem, ...]:
    """`field` is the name of the person. Every asked member has a position; not asked needs a reason.

    Foster carers agree to the part about their own role: without that there is no version (BR-013).
    """
    problems, known, given, carers = [], set(), tuple(opinions), frozenset(foster_carers)
    for opinion in given:
        known.add(opinion.subject)
        if opinion.position not in POSITIONS:
            problems.append(Problem(opinion.name, _("Kies wat deze persoon van het plan vindt.")))
        elif opinion.position == NOT_ASKED and not opinion.remark.strip():
            problems.append(Problem(opinion.name, _("Schrijf op waarom dit niet is gevraagd.")))
        elif opinion.subject in carers and opinion.position not in CARER_AGREES:
            problems.append(Problem(opinion.name, FOSTER_CARER_AGREES))
    if set(asked) - known:
        problems.append(Problem("", _("Niet iedereen van 12 jaar en ouder is gevraagd wat hij van het plan vindt.")))
    if not problems and not heard(given):
        problems.append(Problem("", _("Nog niemand zei iets van dit plan. Bespreek het eerst.")))
    return tuple(problems)


def heard(opinions: Iterable[Opinion]) -> tuple[str, ...]:
    """With whom the plan was talked over: everyone who said something of it."""
    return tuple(one.name for one in opinions if one.position in POSITIONS and one.position != NOT_ASKED)


def later_opinion_problems(opinion: Opinion, said_on: date, agreed_on: date, today: date) -> tuple[Problem, ...]:
    """An opinion that comes after the version: on a day since then, of somebody who was asked now (BR-020)."""
    problems = []
    if not opinion.name.strip():
        problems.append(Problem("name", _("Kies wiens mening dit is.")))
    if opinion.position not in POSITIONS or opinion.position == NOT_ASKED:
        problems.append(Problem("position", _("Kies wat deze persoon van het plan vindt.")))
    if said_on > today:
        problems.append(Problem("said_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag.")))
    elif said_on < agreed_on:
        problems.append(Problem("said_on", _("Op deze dag was dit plan er nog niet. Kies een latere dag.")))
    return tuple(problems)


def _familiegroepsplan_first(answer: str) -> list[Problem]:
    if answer in ANSWERED:
        return []
    if answer == "wanted":
        text = _("Het gezin maakt eerst zelf een plan. Wacht daarop, of schrijf op dat het er is (Jeugdwet 4.1.2).")
    else:
        text = _("Het gezin is nog niet gevraagd of het eerst zelf een plan wil maken (Jeugdwet 4.1.2).")
    return [Problem("familiegroepsplan", text)]
