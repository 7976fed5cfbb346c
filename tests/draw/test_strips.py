"""Stacked strips: shares of a whole, in which hidden parts give nothing away."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.draw import StripRow, StripsInput, Suppressed, draw_strips
from kring.draw.charts.strips import segments
from kring.draw.shapes import Box
from tests.draw import family
from tests.draw.sheet import Sheet

BOX = Box(0, 0, 800, 30)
FIVE = ("1 traject", "2", "3", "4", "5 of meer")


def lengths(*figures: float | Suppressed) -> list[float]:
    return [segment.box.width for segment in segments(StripRow("Noord", figures), BOX)]


def test_segments_share_the_strip_by_figure() -> None:
    first, second = lengths(300, 100)
    assert first == pytest.approx(3 * second)
    assert first + second + 2.5 == pytest.approx(800)


@given(st.lists(family.figures, min_size=1, max_size=6))
def test_segments_fill_the_strip_in_order(figures: list[float | Suppressed]) -> None:
    parts = segments(StripRow("Noord", tuple(figures)), BOX)
    assert [part.figure for part in parts] == [figure for figure in figures if figure != 0]
    assert all(one.box.right < other.box.x for one, other in pairwise(parts))
    assert all(part.box.width >= 3.9 for part in parts)
    if any(not isinstance(part.figure, Suppressed) for part in parts):
        assert parts[-1].box.right == pytest.approx(800)


def test_two_hidden_parts_look_the_same_and_known_parts_keep_their_ratio() -> None:
    known, other, *hidden = lengths(120, 60, Suppressed("< 5"), Suppressed("< 5"))
    assert hidden[0] == hidden[1]
    assert known == pytest.approx(2 * other)


def test_counts_stand_in_their_segments() -> None:
    sheet = Sheet(draw_strips(family.STACKS).svg)
    for count in ("96", "121", "108"):
        text = next(text.box for text in sheet.texts if text.words == count)
        assert any(step.box.x <= text.x and text.right <= step.box.right for step in sheet.marked("kd-ramp-1"))


def test_counts_are_white_on_the_dark_steps_only() -> None:
    sheet = Sheet(draw_strips(replace(family.STACKS, strips=family.STACKS.strips[:1])).svg)
    assert {text.words for text in sheet.texts if "kd-white" in text.classes} == {"14", "11"}


def test_a_count_that_does_not_fit_stands_below_with_its_chip() -> None:
    chart = StripsInput("klein", "Klein", ("1 traject", "2"), (StripRow("Oost", (5000, 3)),))
    sheet = Sheet(draw_strips(chart).svg)
    strip = max(sheet.marked("kd-ramp-2"), key=lambda step: step.box.width)
    count = next(text for text in sheet.texts if text.words == "3")
    assert count.box.y > strip.box.bottom
    assert len(sheet.marked("kd-ramp-5")) == 3, "in the legend, in the strip and below it"


def test_hatching_is_explained_only_where_it_is() -> None:
    open_ = replace(family.STACKS, strips=family.STACKS.strips[:1])
    assert "te klein om te tonen" in Sheet(draw_strips(family.STACKS).svg).words
    assert "te klein om te tonen" not in Sheet(draw_strips(open_).svg).words


def test_a_strip_of_which_nothing_may_be_shown_is_one_mark() -> None:
    """Four hidden and one zero, or five hidden: the same sheet."""
    hidden = Suppressed("< 5")
    sheets = [
        draw_strips(StripsInput("verborgen", "Verborgen", FIVE, (StripRow("Gebied Zuid", figures, "< 5"),))).svg
        for figures in ((hidden,) * 5, (hidden, 0, hidden, hidden, hidden))
    ]
    marks = [Sheet(sheet).marked("kd-hatched") for sheet in sheets]
    assert [len(mark) for mark in marks] == [2, 2], "in the legend and once in the strip"


def test_the_table_has_a_column_for_each_category() -> None:
    drawing = draw_strips(family.STACKS)
    assert drawing.columns == ("Naam", "Toelichting", *FIVE)
    assert drawing.rows[0].cells == ("Gebied Noord", "212 gezinnen", "96", "61", "30", "14", "11")
    assert drawing.rows[2].cells[-2:] == ("< 5", "< 5")


def test_on_phones_the_strip_has_the_whole_width() -> None:
    sheet = Sheet(draw_strips(family.STACKS).narrow)
    starts = {step.box.x for step in sheet.marked("kd-ramp-1")}
    assert starts == {1}


@pytest.mark.parametrize("count", [0, 7])
def test_too_few_or_too_many_categories_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"heeft {count} groepen"):
        StripsInput("fout", "Fout", ("x",) * count, ())


def test_a_strip_must_have_a_figure_for_each_category() -> None:
    with pytest.raises(ValueError, match="“Noord” heeft 1 cijfers voor 5 groepen"):
        StripsInput("fout", "Fout", FIVE, (StripRow("Noord", (1,)),))
