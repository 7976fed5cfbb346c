"""What is said when a family looks back or stops, and what is still missing (BR-021, BR-023)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kring.ground.shared.marking import mark as _
from kring.practice.leads.rules import Problem

RESULTS = frozenset({"same", "adjust", "step_down", "close"})
LOWEST, HIGHEST = 1, 10


@dataclass(frozen=True, slots=True)
class FeltWords:
    """How one person felt it: could I decide along, and did it help. Who gives no figure need not."""

    name: str
    decided: int | None = None
    helped: int | None = None
    remark: str = ""

    @property
    def says_something(self) -> bool:
        return self.decided is not None or self.helped is not None or bool(self.remark.strip())


@dataclass(frozen=True, slots=True)
class EvaluationWords:
    """One evaluation: what was said, what comes of it, and when the next is."""

    held_on: date
    result: str
    words: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClosingWords:
    """What a closing leaves behind; or with `without`, why there is less than that."""

    remains: str = ""
    relapse: str = ""
    call: str = ""
    by_agreement: bool | None = None
    agreement_words: str = ""
    scores_asked: bool = False
    letter_given: bool = False
    after_care: tuple[date, ...] = ()
    without: str = ""


def evaluation_problems(given: EvaluationWords, felt: Iterable[FeltWords], today: date) -> tuple[Problem, ...]:
    problems = []
    if given.held_on > today:
        problems.append(Problem("held_on", _("Deze dag komt nog. Schrijf het gesprek op als het geweest is.")))
    if given.result not in RESULTS:
        problems.append(Problem("result", _("Kies wat er uit het gesprek komt.")))
    elif given.result != "close" and given.next_on is None:
        problems.append(Problem("next_on", _("Spreek af wanneer u weer samen terugkijkt.")))
    if given.next_on is not None and given.next_on <= given.held_on:
        problems.append(Problem("next_on", _("Deze dag ligt niet na het gesprek. Kies een latere dag.")))
    for one in felt:
        figures = [figure for figure in (one.decided, one.helped) if figure is not None]
        if any(not LOWEST <= figure <= HIGHEST for figure in figures):
            problems.append(Problem("", _("Kies een cijfer van 1 tot en met 10.")))
    return tuple(problems)


def pause_problems(reason: str, until: date, today: date) -> tuple[Problem, ...]:
    """Why a plan rests, and the day on which somebody asks again."""
    problems = []
    if not reason.strip():
        problems.append(Problem("reason", _("Schrijf op waarom het plan rust.")))
    if until <= today:
        problems.append(Problem("until", _("Deze dag is al voorbij. Kies een latere dag.")))
    return tuple(problems)


def closing_problems(given: ClosingWords, today: date) -> tuple[Problem, ...]:
    """All of it, or a reason for closing without (BR-023). Whether it ended by agreement is always asked."""
    problems = []
    if given.by_agreement is None:
        problems.append(Problem("by_agreement", _("Kies of u het er samen over eens bent.")))
    elif not given.by_agreement and not given.agreement_words.strip():
        problems.append(Problem("agreement_words", _("Schrijf op wie het er niet mee eens is, en waarom.")))
    if any(day <= today for day in given.after_care):
        problems.append(Problem("after_care", _("Nazorg is na vandaag. Kies latere dagen.")))
    return tuple(problems) if given.without.strip() else (*problems, *_missing(given))


def _missing(given: ClosingWords) -> tuple[Problem, ...]:
    asked = (
        (given.scores_asked, "scores_asked", _("Vraag eerst ieder het laatste cijfer bij de doelen.")),
        (given.remains.strip(), "remains", _("Schrijf op wat er blijft: wie helpt er nog?")),
        (given.relapse.strip(), "relapse", _("Schrijf op wat u doet als het weer moeilijk wordt.")),
        (given.call.strip(), "call", _("Schrijf op wie het gezin dan kan bellen.")),
        (given.after_care, "after_care", _("Kies wanneer u na het afsluiten contact hebt.")),
        (given.letter_given, "letter_given", _("Geef het gezin de brief met deze afspraken.")),
    )
    return tuple(Problem(field, text) for there, field, text in asked if not there)
