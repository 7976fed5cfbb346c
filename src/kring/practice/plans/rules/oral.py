"""A plan agreed by word of mouth, and on paper as soon as somebody asks for it (Jeugdwet 4.1.3 lid 4)."""

from datetime import date, timedelta
from typing import Final

from kring.ground.shared.marking import mark as _
from kring.practice.leads.rules import Problem

WRITTEN: Final = "plan_op_papier"
"""The clock of the agenda: the plan on paper."""
WITHIN: Final = timedelta(days=14)


def oral_problems(*, is_oral: bool, is_compulsory: bool) -> tuple[Problem, ...]:
    """Not under an order of the court and not in closed youth care: there the plan is always on paper (BR-012)."""
    if is_oral and is_compulsory:
        return (Problem("is_oral", _("Bij een maatregel van de rechter staat het plan altijd op papier.")),)
    return ()


def paper_problems(asked_by: str, asked_on: date, discussed_on: date, today: date) -> tuple[Problem, ...]:
    """A child, a parent or who gives the help asks; on a day since it was agreed (BR-012)."""
    problems = []
    if not asked_by.strip():
        problems.append(Problem("asked_by", _("Schrijf op wie om papier vraagt.")))
    if asked_on > today:
        problems.append(Problem("asked_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag.")))
    elif asked_on < discussed_on:
        problems.append(Problem("asked_on", _("Op deze dag was er nog niets afgesproken. Kies een latere dag.")))
    return tuple(problems)


def written_due(asked_on: date | None) -> date | None:
    """The last day for the plan on paper; None as long as nobody asked (BR-012)."""
    return asked_on + WITHIN if asked_on else None
