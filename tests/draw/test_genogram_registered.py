"""Every family of at least three among the 641 test persons of the BRP gives a genogram in which all is well."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kring.draw import draw_genogram
from kring.draw.genogram.sizes import PHONE, WIDE
from tests.draw.contact import MARK, mark, registered_sheet
from tests.draw.plan import Plan, unsound
from tests.draw.registered import FEWEST, families, register

pytestmark = pytest.mark.shared
HELD = (Plan.overlaps, Plan.trespasses, Plan.run_together, Plan.loose, Plan.in_a_wrong_row)


@cache
def plans(shared: Path) -> tuple[Plan, ...]:
    return tuple(Plan(given, sizes) for given in families(shared) for sizes in (WIDE, PHONE))


def test_everybody_with_a_family_of_three_is_in_one(shared: Path) -> None:
    drawn = {person.key for given in families(shared) for person in given.persons}
    with_family = {str(key) for key in register(shared).people if len(register(shared).around(key)) >= FEWEST}
    assert len(families(shared)) > 150
    assert with_family <= drawn


@pytest.mark.parametrize("held", HELD, ids=lambda held: held.__name__)
def test_what_holds_for_invented_families_holds_here(shared: Path, held: Callable[[Plan], list[object]]) -> None:
    assert [faults for plan in plans(shared) if (faults := held(plan))] == []


def test_each_drawing_is_whole(shared: Path) -> None:
    found = [unsound(draw_genogram(given), len(given.persons)) for given in families(shared)]
    assert [faults for faults in found if faults] == []


def test_the_sheet_shows_what_is_drawn(shared: Path) -> None:
    assert mark(registered_sheet(shared)) in MARK.read_text(encoding="utf-8").split()
