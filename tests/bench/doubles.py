"""Rows with the errors of real files against a generated register: how many are found, how many rightly, how fast."""

import time

from tests.doubles.misspelling import write_down
from tests.doubles.register import make_register
from tests.doubles.scoring import score


def report(people: int) -> None:
    """One row in ten persons, at most 20,000."""
    register = make_register(people)
    rows = write_down(register, min(20_000, people // 10 or 1))
    began = time.perf_counter()
    measured = score(register, rows)
    seconds = time.perf_counter() - began
    print(f"{people} personen, {len(rows)} regels: {seconds:.1f} s")
    print(f"gevonden {measured.recall:.4f}, waarvan terecht {measured.precision:.4f}")
    for code, number in sorted(measured.steps.items(), key=lambda each: -each[1]):
        print(f"  {code:<16} {number:>6}")
