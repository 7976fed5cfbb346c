"""Horizontal bars: one scale, every figure beside its bar, nothing given away."""

from dataclasses import replace

import pytest

from kring.draw import Amount, AmountGroup, BarsInput, Suppressed, Tone, draw_bars
from tests.draw import family
from tests.draw.sheet import Sheet


def chart(*amounts: Amount) -> BarsInput:
    return BarsInput("proef", "Proef", (AmountGroup(amounts),))


def test_bars_are_as_long_as_their_figures_across_groups() -> None:
    sheet = Sheet(draw_bars(family.VERSTERKT).svg)
    plum, petrol = sheet.marked("kd-ink-plum"), sheet.marked("kd-ink-petrol")
    lengths = [bar.box.width for bar in (*plum, *petrol)]
    assert [length / lengths[0] * 24 for length in lengths] == pytest.approx([24, 11, 21, 5], abs=0.1)


def test_every_name_and_figure_is_there() -> None:
    words = Sheet(draw_bars(family.VERSTERKT).svg).words
    assert words == ["Jeugd", "24", "Wmo", "11", "Per gemeente", "Waardzee", "21", "Polderland", "5", "Eiland", "< 5"]


def test_the_table_and_the_summary_say_the_same() -> None:
    drawing = draw_bars(family.VERSTERKT)
    assert drawing.columns == ("Groep", "Naam", "Casussen")
    assert [row.cells for row in drawing.rows] == [
        ("", "Jeugd", "24"),
        ("", "Wmo", "11"),
        ("Per gemeente", "Waardzee", "21"),
        ("Per gemeente", "Polderland", "5"),
        ("Per gemeente", "Eiland", "< 5"),
    ]
    assert drawing.rows[0].tone is Tone.PLUM
    assert drawing.description == (
        "Casussen. Jeugd: 24, Wmo: 11, Waardzee: 21, Polderland: 5, Eiland: < 5. Gearceerd: te klein om te tonen."
    )


def test_a_hidden_figure_is_hatched_and_leaves_the_scale_alone() -> None:
    shown, hidden = (
        Sheet(draw_bars(chart(Amount("Noord", 20), Amount("Zuid", figure))).svg) for figure in (20, Suppressed("< 5"))
    )
    assert len(hidden.marked("kd-hatched")) == 1
    assert hidden.marked("kd-ink-petrol")[0].box.width <= shown.marked("kd-ink-petrol")[0].box.width
    words = next(text.box for text in hidden.texts if text.words == "< 5")
    assert words.x == pytest.approx(hidden.marked("kd-hatched")[0].box.right + 8, abs=0.2)


def test_the_longest_bar_leaves_just_room_for_its_figure() -> None:
    sheet = Sheet(draw_bars(chart(Amount("Noord", 20), Amount("Zuid", 7))).svg)
    assert next(text.box.right for text in sheet.texts if text.words == "20") == pytest.approx(518, abs=0.5)


def test_without_hidden_figures_nothing_is_said_about_hatching() -> None:
    assert "Gearceerd" not in draw_bars(chart(Amount("Noord", 20))).description


@pytest.mark.parametrize(
    ("figure", "decimals", "written"), [(1234, 0, "1.234"), (2.55, 1, "2,5"), (0, 0, "0"), (0.5, 2, "0,50")]
)
def test_figures_are_written_the_dutch_way(figure: float, decimals: int, written: str) -> None:
    assert written in Sheet(draw_bars(replace(chart(Amount("Noord", figure)), decimals=decimals)).svg).words


def test_zero_has_no_bar_and_a_little_has_one_that_shows() -> None:
    sheet = Sheet(draw_bars(chart(Amount("Noord", 100_000), Amount("Midden", 1), Amount("Zuid", 0))).svg)
    assert [bar.box.width >= 2 for bar in sheet.marked("kd-ink-petrol")] == [True, True]


def test_on_phones_names_stand_above_their_bars() -> None:
    sheet = Sheet(draw_bars(family.VERSTERKT).narrow)
    name = next(text.box for text in sheet.texts if text.words == "Waardzee")
    bar = sheet.marked("kd-ink-petrol")[0].box
    assert name.bottom <= bar.y
    assert bar.x < 5


def test_no_figures_at_all_is_said() -> None:
    assert draw_bars(BarsInput("leeg", "Leeg", ())).description == "Er zijn geen cijfers."


@pytest.mark.parametrize("figure", [-1, float("nan"), float("inf"), 1e12])
def test_a_figure_that_no_bar_can_show_is_refused(figure: float) -> None:
    with pytest.raises(ValueError, match="“Noord” heeft de waarde"):
        Amount("Noord", figure)


def test_a_hidden_figure_has_only_a_short_text() -> None:
    with pytest.raises(ValueError, match="te lang"):
        Suppressed("minder dan vijf gezinnen")
