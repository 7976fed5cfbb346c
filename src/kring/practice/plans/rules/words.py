"""What somebody wants to write down, and what is still wrong with it. Own words come first (handbook §1.1)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.practice.leads.rules import Problem

PROFESSIONAL = "professional"
DOERS = ("family", "network", "volunteer", PROFESSIONAL)
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
    """

    own_words: str
    speaker: str
    life_area: str
    measure: str = ""
    kind: str = "family"
    only_for: UUID | None = None


@dataclass(frozen=True, slots=True)
class ActionWords:
    """A step with exactly one doer. The informal-first answer is asked of a professional's step (BR-017)."""

    what: str
    doer_kind: str
    doer_name: str
    due_on: date | None
    doer_function: str = ""
    informal_first: str = ""
    informal_who: str = ""
    informal_reason: str = ""

    @property
    def is_professional(self) -> bool:
        return self.doer_kind == PROFESSIONAL


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


def goal_problems(given: GoalWords, areas: Iterable[str]) -> tuple[Problem, ...]:
    problems = []
    if not given.own_words.strip():
        problems.append(Problem("own_words", _("Schrijf het doel op in eigen woorden.")))
    if not given.speaker.strip():
        problems.append(Problem("speaker", _("Schrijf op wie dit zei.")))
    if given.life_area not in areas:
        problems.append(Problem("life_area", _("Kies waar dit doel over gaat.")))
    return tuple(problems)


def action_problems(given: ActionWords, earliest: date, reasons: Iterable[str]) -> tuple[Problem, ...]:
    """`earliest` is today for a new due date; a date that was agreed before may stay."""
    return (*_doing(given), *_due(given, earliest), *informal_problems(given, reasons))


def informal_problems(given: ActionWords, reasons: Iterable[str]) -> tuple[Problem, ...]:
    """Can someone from the own network, or a volunteer, do this? Yes, namely …, or no, because … (BR-017)."""
    if not given.is_professional:
        return ()
    if given.informal_first == "yes":
        who = _("Schrijf op wie uit het eigen netwerk of welke vrijwilliger dit kan.")
        return () if given.informal_who.strip() else (Problem("informal_who", who),)
    if given.informal_first == "no":
        why = _("Kies waarom niemand uit het eigen netwerk en geen vrijwilliger dit kan.")
        return () if given.informal_reason in reasons else (Problem("informal_reason", why),)
    first = _("Een professional gaat dit doen. Beantwoord eerst deze vraag, met wie dan of waarom niet.")
    return (Problem("informal_first", first),)


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


def _due(given: ActionWords, earliest: date) -> Iterator[Problem]:
    if given.due_on is None:
        yield Problem("due_on", _("Kies wanneer het klaar is."))
    elif given.due_on < earliest:
        yield Problem("due_on", _("Deze datum ligt in het verleden. Kies vandaag of een latere dag."))
