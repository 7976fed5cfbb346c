"""The last day of a task by its clock, with the term as it is set now."""

from datetime import date

from kring.ground.agenda.rules import TERMS, clock_of, due_on, with_number
from kring.ground.configuration.queries import value


def last_day_of(code: str, start: date) -> date:
    """ValueError for a clock without a term: then the day is agreed."""
    clock = clock_of(code)
    setting = TERMS.get(code)
    return due_on(with_number(clock, value(setting.code)) if setting else clock, start)
