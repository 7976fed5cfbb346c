"""Where a provision stands, as a table: the first line that fits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kring.practice.care.rules.reports import Course


class Standing(StrEnum):
    ASSIGNED = "assigned"
    RUNNING = "running"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Facts:
    """`removed`: the assignment counts as never sent (RedenWijziging 13 on one and the same day)."""

    removed: bool = False
    began: bool = False
    ended: bool = False


STANDINGS: tuple[tuple[Callable[[Facts], bool], Standing], ...] = (
    (lambda facts: facts.removed, Standing.WITHDRAWN),
    (lambda facts: facts.ended, Standing.STOPPED),
    (lambda facts: facts.began, Standing.RUNNING),
    (lambda _: True, Standing.ASSIGNED),
)


def standing(facts: Facts) -> Standing:
    return next(stands for fits, stands in STANDINGS if fits(facts))


def of_course(course: Course, *, removed: bool) -> Standing:
    """By what the provider reported."""
    return standing(Facts(removed, course.began_on is not None, course.ended_on is not None))


def on_day(started_on: date, ended_on: date | None, day: date) -> Standing:
    """By its dates, where nobody reports starts and stops: the CSV of provisions."""
    return standing(Facts(began=started_on <= day, ended=ended_on is not None and ended_on < day))
