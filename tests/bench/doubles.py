"""Rows with the errors of real files against a generated register: how many are found, how many rightly, how fast."""

import time
from collections.abc import Callable
from functools import partial

from tests.doubles.misspelling import write_down
from tests.doubles.register import make_register
from tests.doubles.scoring import Score, score, score_weighed

CERTAINTIES = (60, 90)


def report(people: int) -> None:
    """One row in ten persons, at most 20,000."""
    register = make_register(people)
    rows = write_down(register, min(20_000, people // 10 or 1))
    print(f"{people} personen, {len(rows)} regels")
    _print("trappen", partial(score, register, rows))
    for percent in CERTAINTIES:
        _print(f"met weging vanaf {percent} %", partial(score_weighed, register, rows, percent / 100))


def _print(title: str, scoring: Callable[[], Score]) -> None:
    began = time.perf_counter()
    measured = scoring()
    seconds = time.perf_counter() - began
    print(f"{title}: gevonden {measured.recall:.4f}, waarvan terecht {measured.precision:.4f}, {seconds:.1f} s")
    for code, number in sorted(measured.steps.items(), key=lambda each: -each[1]):
        print(f"  {code:<16} {number:>6}", flush=True)
