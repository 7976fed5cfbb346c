"""Line small multiples: one area in colour, the others grey, on one scale."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.draw import MultiplesInput, Series, Suppressed, draw_multiples
from kring.draw.charts.axes import steps
from tests.draw import family
from tests.draw.sheet import Sheet


def test_each_panel_has_its_area_in_colour_and_the_others_grey() -> None:
    sheet = Sheet(draw_multiples(family.PLANS).svg)
    assert [len(sheet.marked(f"kd-line-{tone}")) for tone in ("petrol", "plum")] == [1, 1]
    noord_and_midden_behind_zuid, others = 2, 2
    assert len(sheet.marked("kd-context")) == noord_and_midden_behind_zuid + others
    assert len(sheet.marked("kd-dot-context")) == 4, "Zuid's two loose points, in two panels"


def test_the_last_figure_stands_at_the_end_of_each_line() -> None:
    sheet = Sheet(draw_multiples(family.PLANS).svg)
    for tone, last in (("petrol", "21"), ("plum", "37"), ("rust", "25")):
        dot = max(sheet.marked(f"kd-ink-{tone}"), key=lambda shape: shape.box.width)
        text = next(text for text in sheet.texts if text.words == last and f"kd-ink-{tone}" in text.classes)
        assert 0 < text.box.x - dot.box.right < 8
        assert abs(text.box.middle - dot.box.middle) < 3


def test_a_hidden_moment_breaks_the_line_and_is_hatched_on_the_axis() -> None:
    sheet = Sheet(draw_multiples(family.PLANS).svg)
    assert sheet.marked("kd-line-rust") == []
    assert len(sheet.marked("kd-hatched")) == 1
    assert "< 5" in sheet.words


def test_a_hidden_last_moment_has_its_text_instead_of_a_figure() -> None:
    zuid = Series("Gebied Zuid", (23, 24, Suppressed("< 5")))
    sheet = Sheet(draw_multiples(replace(family.PLANS, series=(zuid,))).svg)
    assert "< 5" in sheet.words
    assert "24" not in sheet.words


def test_hidden_moments_close_together_are_all_hatched_and_their_texts_stay_apart() -> None:
    figures = tuple(Suppressed() if index % 2 else 5.0 for index in range(24))
    chart = MultiplesInput("dicht", "Dicht", tuple(map(str, range(24))), (Series("Noord", figures),))
    sheet = Sheet(draw_multiples(chart, width=330).svg)
    assert len(sheet.marked("kd-hatched")) == 12
    assert sheet.collisions() == []
    assert 3 <= sheet.words.count("te klein") < 12


def test_the_table_has_a_row_for_each_moment() -> None:
    drawing = draw_multiples(family.PLANS)
    assert drawing.columns == ("Moment", "Gebied Noord", "Gebied Midden", "Gebied Zuid")
    assert [row.cells for row in drawing.rows] == [
        ("aug 2026", "18", "31", "23"),
        ("sep 2026", "21", "36", "< 5"),
        ("okt 2026", "21", "37", "25"),
    ]
    assert drawing.description == (
        "Van aug 2026 tot en met okt 2026: Gebied Noord van 18 naar 21, Gebied Midden van 31 naar 37"
        " en Gebied Zuid van 23 naar 25. Gearceerd: te klein om te tonen."
    )


@pytest.mark.parametrize(("width", "columns"), [(1060, 3), (640, 2), (400, 1)])
def test_panels_stand_beside_each_other_where_they_fit(width: float, columns: int) -> None:
    sheet = Sheet(draw_multiples(family.PLANS, width=width).svg)
    names = [text.box.x for text in sheet.texts if text.words.startswith("Gebied")]
    assert len(set(names)) == columns


def test_on_phones_panels_stand_below_each_other() -> None:
    names = [text for text in Sheet(draw_multiples(family.PLANS).narrow).texts if text.words.startswith("Gebied")]
    assert {text.box.x for text in names} == {0}
    assert len({text.baseline for text in names}) == 3


def test_one_moment_is_a_dot() -> None:
    chart = MultiplesInput("een", "Een", ("okt 2026",), (Series("Gebied Noord", (7,)),))
    sheet = Sheet(draw_multiples(chart).svg)
    assert sheet.marked("kd-line-petrol") == []
    assert sheet.words.count("okt 2026") == 1


@pytest.mark.parametrize("chart", [MultiplesInput("a", "A", (), ()), MultiplesInput("b", "B", (), (Series("N", ()),))])
def test_no_figures_at_all_is_said(chart: MultiplesInput) -> None:
    assert "Er zijn geen cijfers." in Sheet(draw_multiples(chart).svg).words


def test_an_area_must_have_a_figure_for_each_moment() -> None:
    with pytest.raises(ValueError, match="“Noord” heeft 2 cijfers voor 1 momenten"):
        MultiplesInput("fout", "Fout", ("okt",), (Series("Noord", (1, 2)),))


@given(st.floats(0, 1e10), st.booleans())
def test_steps_start_at_zero_reach_the_highest_and_are_few(highest: float, whole: bool) -> None:
    found = steps(highest, whole=whole)
    assert found[0] == 0
    assert found[-1] >= highest * 0.999
    assert 2 <= len(found) <= 5
    assert not whole or all(step.is_integer() for step in map(float, found))


@pytest.mark.parametrize(
    ("highest", "expected"),
    [(37, [0, 10, 20, 30, 40]), (3, [0, 1, 2, 3]), (0, [0, 1]), (90, [0, 25, 50, 75, 100]), (9, [0, 5, 10])],
)
def test_steps_are_round(highest: float, expected: list[float]) -> None:
    assert steps(highest, whole=True) == expected
