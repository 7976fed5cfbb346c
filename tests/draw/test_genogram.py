"""The genogram of the Bakkers: what each sign says, the words beside it, and what is refused."""

import math
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from kring.draw import Bond, Child, Ending, GenogramInput, Person, Quality, Relation, Sex, Tie, Union, draw_genogram
from kring.draw.genogram.picture import arranged
from kring.draw.genogram.sizes import years
from kring.draw.genogram.skeleton import skeleton
from tests.draw.kin import BAKKER
from tests.draw.sheet import Sheet

DRAWN = draw_genogram(BAKKER)
WIDE = Sheet(DRAWN.svg)
TABLE = {row.cells[0].split(",")[0]: row.cells for row in DRAWN.rows}


def pair(**union: object) -> GenogramInput:
    people = (Person("anna", "Anna", Sex.FEMALE), Person("bert", "Bert", Sex.MALE), Person("cas", "Cas", Sex.MALE))
    given = replace(Union(("anna", "bert"), children=(Child("cas"),)), **union)  # type: ignore[arg-type]  # by name
    return GenogramInput("paar", people, (given,))


def test_everybody_is_drawn_with_name_age_and_years() -> None:
    assert {person.name for person in BAKKER.persons} <= set(WIDE.words)
    assert {"Sandra", "42", "1984"} <= set(WIDE.words)
    assert "1948–2019" in WIDE.words


def test_a_man_is_a_square_and_a_woman_a_circle() -> None:
    assert WIDE.behind("Karim, man")[0].tag == "rect"
    assert WIDE.behind("Sandra, vrouw")[0].tag == "circle"


def test_whose_sex_is_not_known_is_a_diamond() -> None:
    sheet = Sheet(draw_genogram(GenogramInput("een", (Person("sam", "Sam"),))).svg)
    assert sheet.behind("Sam, anders of onbekend")[0].tag == "path"


def test_whom_it_is_about_has_a_double_outline_and_who_died_a_cross() -> None:
    assert len(WIDE.behind("Jayden")) == 2
    assert len(WIDE.behind("Henk")) == 3
    assert len(WIDE.behind("Adam")) == 1


@pytest.mark.parametrize(
    ("tie", "look"), [(Tie.MARRIED, set()), (Tie.COHABITING, {"kd-dashed"}), (Tie.TOGETHER, {"kd-dotted"})]
)
def test_the_line_of_a_couple_says_how_they_are_together(tie: Tie, look: set[str]) -> None:
    sheet = Sheet(draw_genogram(pair(tie=tie, children=())).svg)
    level = [shape for shape in sheet.marked("kd-kin") if shape.box.height == 0 and shape.box.width > 40]
    assert set(level[0].classes) == {"kd-kin"} | look


@pytest.mark.parametrize(("ending", "strokes"), [(Ending.NONE, 0), (Ending.SEPARATED, 1), (Ending.DIVORCED, 2)])
def test_strokes_through_the_line_say_how_it_ended(ending: Ending, strokes: int) -> None:
    sheet = Sheet(draw_genogram(pair(ending=ending, children=())).svg)
    first = min(shape.box.y for shape in sheet.marked("kd-symbol"))
    slanting = [shape for shape in sheet.marked("kd-kin") if shape.box.width == 8 and shape.box.y < first + 40]
    assert len(slanting) == strokes


@pytest.mark.parametrize(
    ("bond", "looks"), [(Bond.BIRTH, [""]), (Bond.ADOPTED, ["", "kd-dashed"]), (Bond.FOSTER, ["kd-dotted"])]
)
def test_the_line_of_a_child_says_how_it_belongs(bond: Bond, looks: list[str]) -> None:
    sheet = Sheet(draw_genogram(pair(children=(Child("cas", bond),))).svg)
    upright = [shape for shape in sheet.marked("kd-kin") if shape.box.width == 0 and shape.box.height > 40]
    assert sorted("".join(shape.classes - {"kd-kin"}) for shape in upright) == sorted(looks)


def test_of_identical_twins_a_bar_joins_the_slanting_lines() -> None:
    twins = tuple(Child(key, twin="t", identical=True) for key in ("bert", "cas"))
    people = (Person("anna", "Anna", Sex.FEMALE), Person("bert", "Bert"), Person("cas", "Cas"))
    one, other = (
        Sheet(draw_genogram(GenogramInput("t", people, (Union(("anna",), children=children),))).svg)
        for children in (twins, tuple(replace(child, identical=False) for child in twins))
    )
    assert len(one.marked("kd-kin")) == len(other.marked("kd-kin")) + 1


def test_no_two_qualities_look_alike_without_colour() -> None:
    looks = [look(quality) for quality in Quality]
    assert len(set(looks)) == len(looks)


def look(quality: Quality) -> tuple[int, bool, bool]:
    """How many lines, whether they are dotted, and whether they zigzag."""
    given = replace(pair(), relations=(Relation("anna", "cas", quality),))
    bonds = [shape for shape in Sheet(draw_genogram(given).svg).behind("Anna en Cas") if is_bond(shape.classes)]
    bonds += [shape for shape in Sheet(draw_genogram(given).svg).behind("Anna tegen Cas") if is_bond(shape.classes)]
    dotted = any("kd-dotted" in shape.classes for shape in bonds)
    return len(bonds), dotted, any(crooked(shape.path) for shape in bonds)


def is_bond(classes: frozenset[str]) -> bool:
    return any(name.startswith("kd-bond") for name in classes)


def crooked(path: str) -> bool:
    """Whether a way is much longer than from its first to its last point."""
    points = [tuple(map(float, pair.split(","))) for pair in re.findall(r"-?[\d.]+,-?[\d.]+", path)]
    return sum(math.dist(*step) for step in pairwise(points)) > 1.25 * math.dist(points[0], points[-1]) > 25


def test_the_words_say_everything_that_is_drawn() -> None:
    assert TABLE["Sandra"][1] == "kind van Henk en Truus"
    assert "was getrouwd met Ronald (vanaf 2004, tot 2011, gescheiden): kinderen Kevin en Lisa" in TABLE["Sandra"][2]
    assert "woont samen met Karim (vanaf 2017): kinderen Yasmin, Adam en Milan (pleegkind)" in TABLE["Sandra"][2]
    assert TABLE["Milan"][1] == "pleegkind van Karim en Sandra; kind van Petra"
    assert TABLE["Adam"][1] == "kind van Karim en Sandra (tweeling met Yasmin)"
    assert TABLE["Lisa"][3] == "Wonen samen"
    assert TABLE["Dennis"][4] == "Dennis en Jayden: contact verbroken"


def test_the_legend_explains_only_what_is_there() -> None:
    assert {"gescheiden", "pleegkind", "zeer hecht"} <= set(WIDE.words)
    assert not {"geadopteerd", "anders of onbekend", "geweld (geweest)"} & set(WIDE.words)


def test_partners_of_one_generation_and_a_child_of_two_homes_get_their_rows() -> None:
    rows = skeleton(BAKKER).rows
    assert {rows[key] for key in ("mohamed", "fatima", "henk", "truus")} == {0}
    assert {rows[key] for key in ("ronald", "dennis", "karim", "sandra", "petra")} == {1}


def test_a_grandmother_can_be_the_foster_parent() -> None:
    given = replace(BAKKER, unions=(*BAKKER.unions, Union(("truus",), children=(Child("lisa", Bond.FOSTER),))))
    rows = skeleton(given).rows
    assert rows["lisa"] == rows["truus"] + 2
    assert (
        "pleegkind van Truus" in {row.cells[0].split(",")[0]: row.cells[1] for row in draw_genogram(given).rows}["Lisa"]
    )


def test_a_kept_order_can_be_changed_by_hand() -> None:
    first, second, third = arranged(BAKKER)
    moved = (second[1], second[0], *second[2:])
    assert arranged(replace(BAKKER, order=(first, moved, third)))[1] == moved


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (lambda: replace(BAKKER, persons=(*BAKKER.persons, BAKKER.persons[0])), "dezelfde sleutel"),
        (lambda: replace(BAKKER, persons=BAKKER.persons[1:]), "noemt mohamed"),
        (lambda: replace(BAKKER, unions=(Union(("sandra", "sandra")),)), "verschillende partners"),
        (lambda: replace(BAKKER, unions=(Union(("sandra", "karim", "dennis")),)), "één of twee"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_plain_words(given: object, says: str) -> None:
    assert callable(given)
    with pytest.raises(ValueError, match=says):
        given()


def test_who_would_be_an_own_grandparent_is_refused() -> None:
    circle = (Union(("sandra",), children=(Child("lisa"),)), Union(("lisa",), children=(Child("sandra"),)))
    with pytest.raises(ValueError, match="ouder van de eigen ouder"):
        draw_genogram(replace(BAKKER, unions=circle))


@pytest.mark.parametrize(
    ("union", "says"),
    [
        (Union(("a",)), ""),
        (Union(("a",), Tie.MARRIED, 1976), "m. 1976"),
        (Union(("a",), Tie.COHABITING, 2012, 2015), "sw. 2012–2015"),
        (Union(("a",), Tie.TOGETHER, None, 2015), "rel. ?–2015"),
        (Union(("a",), Tie.MARRIED, 2004, ending=Ending.DIVORCED), "m. 2004–?"),
    ],
)
def test_the_years_of_a_couple(union: Union, says: str) -> None:
    assert years(union) == says
