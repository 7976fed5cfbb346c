"""The life line: every moment once, no line through words, the same sheet for the same moments, and for phones."""

from dataclasses import replace

from hypothesis import given, settings

from kring.draw import LifelineInput, draw_lifeline
from kring.draw.lifeline.words import NOTHING
from tests.draw.moments import JAYDEN, lifelines
from tests.draw.sheet import Sheet, overlap


def test_every_moment_stands_on_both_sheets_and_in_the_table() -> None:
    drawn = draw_lifeline(JAYDEN)
    for sheet in (Sheet(drawn.svg), Sheet(drawn.narrow)):
        assert len(sheet.tooltips) == len(JAYDEN.moments)
    assert [row.cells[0] for row in drawn.rows] == [one.when for one in JAYDEN.moments]


@settings(deadline=None)
@given(lifelines())
def test_no_line_runs_through_words(shown: LifelineInput) -> None:
    drawn = draw_lifeline(shown)
    for svg in (drawn.svg, drawn.narrow):
        sheet = Sheet(svg)
        lines = [shape.box for shape in sheet.marked("kd-axis")]
        for text in sheet.texts:
            assert not any(overlap(text.box, replace(box, width=max(box.width, 1))) for box in lines)


@settings(deadline=None)
@given(lifelines())
def test_the_order_in_which_moments_come_changes_nothing(shown: LifelineInput) -> None:
    turned = replace(shown, moments=tuple(reversed(shown.moments)))
    assert draw_lifeline(turned) == draw_lifeline(shown)


def test_without_moments_it_says_so() -> None:
    drawn = draw_lifeline(replace(JAYDEN, moments=()))
    assert (drawn.description, drawn.rows) == (NOTHING, ())
    assert NOTHING in Sheet(drawn.svg).words


def test_a_moment_with_an_address_is_a_link() -> None:
    linked = replace(JAYDEN, moments=(replace(JAYDEN.moments[0], href="#moment"),))
    drawn = draw_lifeline(linked)
    assert '<a href="#moment" aria-label="4 juni 2013, geboorte: geboren in Waardzee, Jayden">' in drawn.svg
    assert drawn.rows[0].href == "#moment"
