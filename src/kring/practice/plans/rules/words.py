"""What somebody wants to write down, and what is still wrong with it. Own words come first (handbook §1.1)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.practice.leads.rules import Problem
from kring.practice.plans.rules.informal import NOT_ASKED, InformalAnswer, answer_problems

PROFESSIONAL = "professional"
DOERS = ("family", "network", "volunteer", PROFESSIONAL)
RHYTHMS = ("once", "daily", "weekly", "fortnightly", "monthly")
LOWEST, HIGHEST = 0, 10


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The family's question as it was said."""

    words: str
    speaker: str
    said_on: date
    language: str = "Nederlands"
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The parts of the plan that are no goals."""

    strengths: str = ""
    concerns: str = ""
    dream: str = ""
    evaluation_on: date | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True)
class GoalWords:
    """A goal. `measure` stands beside the own words and never replaces them.

    With `only_for` it is one member's own, and not part of what the family shares (handbook §5, condition 1).
    `area_reason`: why this life area is opened (BR-091); `extra_reason`: why one goal more (BR-016).
    """

    own_words: str
    speaker: str
    life_area: str
    measure: str = ""
    kind: str = "family"
    only_for: UUID | None = None
    area_reason: str = ""
    extra_reason: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What else the family works on: the life areas with an open goal, and whether there are as many as is wise."""

    areas: Collection[str] = ()
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class ActionWords:
    """A step with exactly one doer. The informal-first answer is asked of a professional's step (BR-017).

    `undiscussed_ground`: why it was not discussed with the family, when it was not (BR-079).
    """

    what: str
    doer_kind: str
    doer_name: str
    due_on: date | None
    doer_function: str = ""
    informal_first: str = ""
    informal_who: str = ""
    informal_reason: str = ""
    volunteer_wish: str = ""
    start_on: date | None = None
    rhythm: str = "once"
    depends_on: UUID | None = None
    is_discussed: bool = True
    undiscussed_ground: str = ""

    @property
    def is_professional(self) -> bool:
        return self.doer_kind == PROFESSIONAL

    @property
    def informal(self) -> InformalAnswer:
        """The answer that belongs to this doer: nobody else is asked for one."""
        if not self.is_professional:
            return NOT_ASKED
        return InformalAnswer(self.informal_first, self.informal_who, self.informal_reason, self.volunteer_wish)


@dataclass(frozen=True, slots=True)
class Offered:
    """The words of the municipality that an action can carry, and the other open steps of the plan."""

    reasons: Collection[str]
    grounds: Collection[str] = ()
    steps: Collection[UUID] = ()


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """A figure of one person on one day (BR-022)."""

    giver: str
    giver_kind: str
    value: int
    given_on: date
    remark: str = ""


def question_problems(given: QuestionWords, today: date) -> tuple[Problem, ...]:
    problems = []
    if not given.words.strip():
        problems.append(Problem("words", _("Schrijf op wat er gezegd werd, in eigen woorden.")))
    if not given.speaker.strip():
        problems.append(Problem("speaker", _("Schrijf op wie dit zei.")))
    if given.said_on > today:
        problems.append(Problem("said_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag.")))
    return tuple(problems)


def goal_problems(given: GoalWords, areas: Iterable[str], beside: Beside | None = None) -> tuple[Problem, ...]:
    """A life area is opened with a reason that the family reads (BR-091); one goal too many has a reason (BR-016)."""
    problems, others = [], beside or Beside()
    if not given.own_words.strip():
        problems.append(Problem("own_words", _("Schrijf het doel op in eigen woorden.")))
    if not given.speaker.strip():
        problems.append(Problem("speaker", _("Schrijf op wie dit zei.")))
    if given.life_area not in areas:
        problems.append(Problem("life_area", _("Kies waar dit doel over gaat.")))
    elif given.life_area not in others.areas and not given.area_reason.strip():
        text = _("Dit is het eerste doel over dit onderwerp. Schrijf op waarom dit nu aan de beurt is.")
        problems.append(Problem("area_reason", text))
    if others.is_full and not given.extra_reason.strip():
        problems.append(Problem("extra_reason", _("Er zijn al veel doelen. Schrijf op waarom dit er toch bij komt.")))
    return tuple(problems)


def action_problems(given: ActionWords, earliest: date, offered: Offered) -> tuple[Problem, ...]:
    """`earliest` is today for a new due date; a date that was agreed before may stay."""
    return (*_doing(given), *_when(given, earliest), *_around(given, offered), *_informal(given, offered.reasons))


def score_problems(given: ScoreWords, today: date) -> tuple[Problem, ...]:
    problems = []
    if not given.giver.strip():
        problems.append(Problem("giver", _("Schrijf op wie dit cijfer geeft.")))
    if given.giver_kind not in DOERS:
        problems.append(Problem("giver_kind", _("Kies wie dit is.")))
    if not LOWEST <= given.value <= HIGHEST:
        problems.append(Problem("value", _("Kies een cijfer van 0 tot en met 10.")))
    if given.given_on > today:
        problems.append(Problem("given_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag.")))
    return tuple(problems)


def _doing(given: ActionWords) -> Iterator[Problem]:
    if not given.what.strip():
        yield Problem("what", _("Schrijf op wat er gaat gebeuren."))
    if not given.doer_name.strip() or given.doer_kind not in DOERS:
        yield Problem("doer_name", _("Kies wie dit gaat doen. Eén persoon: wie het doet, is voor iedereen duidelijk."))


def _when(given: ActionWords, earliest: date) -> Iterator[Problem]:
    if given.due_on is None:
        yield Problem("due_on", _("Kies wanneer het klaar is."))
    elif given.due_on < earliest:
        yield Problem("due_on", _("Deze datum ligt in het verleden. Kies vandaag of een latere dag."))
    elif given.start_on is not None and given.start_on > given.due_on:
        yield Problem("start_on", _("Het begint na de dag waarop het klaar is. Kies een eerdere dag."))
    if given.rhythm not in RHYTHMS:
        yield Problem("rhythm", _("Kies hoe vaak dit gebeurt."))


def _around(given: ActionWords, offered: Offered) -> Iterator[Problem]:
    """Steps are taken together with the family, unless safety forbids; then the step carries its ground (BR-079)."""
    if not given.is_discussed and given.undiscussed_ground not in offered.grounds:
        yield Problem("undiscussed_ground", _("Kies waarom dit niet samen is besproken."))
    if given.depends_on is not None and given.depends_on not in offered.steps:
        yield Problem("depends_on", _("Op deze stap kan niet worden gewacht. Kies een andere stap van dit plan."))


def _informal(given: ActionWords, reasons: Iterable[str]) -> tuple[Problem, ...]:
    return answer_problems(given.informal, reasons) if given.is_professional else ()
