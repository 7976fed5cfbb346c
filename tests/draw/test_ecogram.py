"""The ecogram of the Bakkers: who live together in the middle, and how it goes with what is round them."""

import math

import pytest

from kring.draw import EcogramInput, Sector, System, draw_ecogram
from tests.draw.circle import BAKKER, ECOGRAM
from tests.draw.sheet import Sheet

DRAWN = draw_ecogram(ECOGRAM)
each_sheet = pytest.mark.parametrize("sheet", [Sheet(DRAWN.svg), Sheet(DRAWN.narrow)], ids=["wide", "phone"])


def test_the_household_stands_in_the_middle_with_first_names() -> None:
    assert {"Karim", "Sandra", "Lisa", "Jayden", "Yasmin", "Adam", "Milan"} <= set(Sheet(DRAWN.svg).words)


@each_sheet
def test_everything_round_it_says_how_it_goes(sheet: Sheet) -> None:
    told = [words for words in sheet.tooltips if words]
    assert len(told) == len(BAKKER.people)
    assert "Truus: Familie, zeer hecht, helpt het gezin" in told


@each_sheet
def test_marks_lie_free_of_each_other_and_of_the_middle(sheet: Sheet) -> None:
    marks = [sheet.behind(one.name)[0].box for one in BAKKER.people]
    hub = sheet.marked("kd-centre")[0].box
    middles = [(box.x + box.width / 2, box.middle) for box in (*marks, hub)]
    reach = [box.width / 2 for box in (*marks, hub)]
    assert all(
        math.dist(one, other) > reach[place] + reach[place + 1 + further] - 4
        for place, one in enumerate(middles)
        for further, other in enumerate(middles[place + 1 :])
    )


def test_the_rows_follow_the_groups_of_the_circle() -> None:
    groups = [row.cells[1] for row in DRAWN.rows]
    assert groups == sorted(
        groups, key=["Familie", "Vrienden en buren", "School, werk, vrije tijd", "Vrijwilligers", "Professionals"].index
    )


def test_many_contacts_make_a_larger_sheet() -> None:
    many = tuple(System(f"Contact {number}", Sector.FRIENDS) for number in range(30))
    assert Sheet(draw_ecogram(EcogramInput("veel", (), many)).svg).width > Sheet(DRAWN.svg).width
