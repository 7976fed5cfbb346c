"""The circle of the Bakkers: near and far, what people can carry, who came and who went."""

import math
from dataclasses import replace

import pytest

from kring.draw import Change, CircleInput, Load, Near, Ring, Sector, Support, draw_circle
from kring.draw.circle.picture import initials
from kring.draw.circle.placing import angles
from tests.draw.circle import BAKKER
from tests.draw.sheet import Shape, Sheet

DRAWN = draw_circle(BAKKER)
WIDE, PHONE = Sheet(DRAWN.svg), Sheet(DRAWN.narrow)


def distance(sheet: Sheet, start: str) -> float:
    """Of the mark of somebody to the middle."""
    middle, mark = sheet.marked("kd-centre")[0], sheet.behind(start)[0]
    return math.dist(centre(middle), centre(mark))


def centre(shape: Shape) -> tuple[float, float]:
    return shape.box.x + shape.box.width / 2, shape.box.middle


def test_on_wide_screens_everybody_has_name_and_part() -> None:
    assert {one.name for one in BAKKER.people} <= set(WIDE.words)
    assert {one.does for one in BAKKER.people} <= set(WIDE.words)


def test_on_a_phone_initials_stand_in_and_the_rows_have_the_names() -> None:
    assert {"NG", "MT", "FJ"} <= set(PHONE.words)
    assert "Noor de Graaf" not in PHONE.words
    assert {one.name for one in BAKKER.people} == {row.cells[0] for row in DRAWN.rows}


@pytest.mark.parametrize("sheet", [WIDE, PHONE], ids=["wide", "phone"])
def test_who_is_near_stands_near(sheet: Sheet) -> None:
    assert distance(sheet, "Truus") < distance(sheet, "Petra") < distance(sheet, "Dennis")


def test_nobody_stands_behind_another_on_the_way_to_the_middle() -> None:
    every = [angle for _one, angle in angles(BAKKER)]
    assert min(abs(one - other) for place, one in enumerate(every) for other in every[place + 1 :]) > math.radians(8)


def test_in_a_full_ring_initials_stand_in_for_a_name_without_room_and_nothing_lies_over_anything() -> None:
    neighbours = [
        Near(f"n{number}", "Maria van der Berg", Sector.COMMUNITY, Ring.CLOSE, "vangt op", load=Load.LIMIT)
        for number in range(34)
    ]
    drawn = draw_circle(CircleInput("buurt", "Gezin Bakker", tuple(neighbours)))
    assert [Sheet(svg).collisions() for svg in (drawn.svg, drawn.narrow)] == [[], []]
    assert sum(one.words == "MB" for one in Sheet(drawn.svg).texts) == len(drawn.rows) == 34


def test_each_group_has_a_form_and_a_colour_of_its_own() -> None:
    looks = {
        (shape.tag, frozenset(name for name in shape.classes))
        for start in ("Truus", "Anja", "Meester", "Willem", "Noor")
        for shape in [WIDE.behind(start)[0]]
    }
    assert len(looks) == 5


@pytest.mark.parametrize(("load", "sign"), [(Load.MORE, "+"), (Load.RIGHT, "="), (Load.LIMIT, "!"), (Load.PAUSE, "II")])
def test_a_sign_says_how_much_somebody_can_carry(load: Load, sign: str) -> None:
    alone = CircleInput("een", "Gezin", (Near("truus", "Truus", Sector.FAMILY, Ring.CLOSE, load=load),))
    assert Sheet(draw_circle(alone).svg).words.count(sign) == 2, "beside the mark, and in the legend"


@pytest.mark.parametrize(
    ("support", "arrows"), [(Support.NONE, 0), (Support.TO_FAMILY, 1), (Support.FROM_FAMILY, 1), (Support.BOTH, 2)]
)
def test_an_arrow_points_to_who_is_helped(support: Support, arrows: int) -> None:
    alone = CircleInput("een", "Gezin", (Near("truus", "Truus", Sector.FAMILY, Ring.CLOSE, support=support),))
    legend = 1 if support is not Support.NONE else 0
    assert len(Sheet(draw_circle(alone).svg).marked("kd-arrow")) == arrows + legend


def test_who_came_has_a_second_outline_and_who_went_no_line() -> None:
    assert len(WIDE.behind("Fam. Jonker")) == len(WIDE.behind("Petra")) + 1
    assert WIDE.behind("Bouwmarkt")[0].classes == {"kd-gone"}
    before = replace(BAKKER, people=tuple(replace(one, change=Change.STAYED) for one in BAKKER.people))
    assert len(Sheet(draw_circle(before).svg).marked("kd-bond-hard")) > len(WIDE.marked("kd-bond-hard"))


def test_a_mark_with_a_place_is_a_link_that_says_who_it_is() -> None:
    drawn = draw_circle(
        CircleInput("kring", "Wij", (Near("a", "Anja", Sector.FRIENDS, Ring.CLOSE, href="?wie=1#wie"),))
    )
    for svg in (drawn.svg, drawn.narrow):
        assert '<a href="?wie=1#wie" aria-label="Anja: dichtbij, gewoon contact">' in svg
        assert 'role="group"' in svg


def test_without_links_the_circle_is_one_picture() -> None:
    drawn = draw_circle(CircleInput("kring", "Wij", (Near("a", "Anja", Sector.FRIENDS, Ring.CLOSE),)))
    assert 'role="img"' in drawn.svg
    assert "<a " not in drawn.svg


def test_the_rows_say_what_is_drawn() -> None:
    rows = {row.cells[0]: row.cells[1:] for row in DRAWN.rows}
    assert rows["Truus"] == ("oma, elke week", "Familie", "dichtbij", "zeer hecht, helpt het gezin", "grens bereikt")
    assert rows["Bouwmarkt"][0] == "werk van Karim, niet meer"


def test_an_empty_circle_shows_the_five_groups_to_begin_with() -> None:
    sheet = Sheet(draw_circle(CircleInput("leeg", "Gezin", ())).svg)
    assert {"Familie", "Vrienden en buren", "School, werk, vrije tijd", "Vrijwilligers", "Professionals"} <= set(
        sheet.words
    )


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Truus", "T"), ("Noor de Graaf", "NG"), ("Fam. Jonker", "FJ"), ("oma", "o"), ("3 Master Zeilclub", "3Z")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_who_does_not_go_together_has_a_badge_and_is_said_in_words() -> None:
    truus, *others = BAKKER.people
    drawn = draw_circle(replace(BAKKER, people=(replace(truus, apart=("Dennis",)), *others)))
    for source in (drawn.svg, drawn.narrow):
        assert Sheet(source).words.count("≠") == 2, "on the mark and in the legend"
    assert any("niet samen met Dennis" in cell for row in drawn.rows for cell in row.cells)
    assert "≠" not in WIDE.words
