"""Text is measured as the font draws it, and never leaves the room that it gets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from kring.draw.text import clean, fit, width, wrap
from tests.draw import family

ROOM = st.floats(0, 400)


def test_width_is_the_sum_of_the_advances_of_the_font() -> None:
    assert width("nu 5", 1000) == 547 + 544 + 200 + 497
    assert width("Truus", 14, bold=True) > width("Truus", 14)


def test_letters_that_the_font_lacks_still_take_room() -> None:
    assert width("محمد", 10) == pytest.approx(28)
    assert width("漢字", 10) == pytest.approx(20)


def test_an_accent_on_a_letter_takes_no_room() -> None:
    assert width("e\u0301", 10) == width("e", 10)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("Jan\tJansen\n", "Jan Jansen "),
        ("a\x00b", "a b"),
        ("\u202eomgekeerd\u202c", "omgekeerd"),
        ("half \ud83d teken", "half \ufffd teken"),
        ("Zoë’s naïeve coördinator", "Zoë’s naïeve coördinator"),
    ],
)
def test_what_disturbs_a_drawing_is_cleaned_away(given_: str, kept: str) -> None:
    assert clean(given_) == kept


@given(family.names, ROOM, st.booleans())
def test_fitted_text_fits(name: str, room: float, bold: bool) -> None:
    assert width(fit(name, room, 13, bold=bold), 13, bold=bold) <= room


def test_text_that_fits_is_left_alone_and_else_ends_in_an_ellipsis() -> None:
    assert fit("Traumatherapie", 100, 13) == "Traumatherapie"
    assert fit("Traumatherapie", 60, 13) == "Traumat…"
    assert fit("Traumatherapie", 3, 13) == ""


def test_a_letter_keeps_its_accent_or_goes_with_it() -> None:
    assert fit("Zoe\u0308 Bakker", width("Zoe…", 13), 13) == "Zoe\u0308…"
    assert fit("Zoe\u0308 Bakker", width("Zoe…", 13) - 0.01, 13) == "Zo…"


@given(family.names, ROOM, st.integers(1, 4))
def test_wrapped_lines_fit_and_are_no_more_than_asked(name: str, room: float, lines: int) -> None:
    wrapped = wrap(name, room, 14, lines=lines)
    assert len(wrapped) <= lines
    assert all(width(line, 14) <= room for line in wrapped)


def test_wrapping_breaks_between_words() -> None:
    assert wrap("Eigen netwerk en vrijwilligers", 120, 14) == ["Eigen netwerk en", "vrijwilligers"]
    assert wrap("Eigen netwerk en vrijwilligers van de buurt", 110, 14, lines=2) == [
        "Eigen netwerk en",
        "vrijwilligers van…",
    ]


def test_the_widths_are_those_of_the_font_on_the_page() -> None:
    """Kerning may make a text a little narrower, never wider than measured."""
    source = Path(__file__).parents[2] / "src"
    found = next(source.rglob("source-sans-3-latin-wght-normal.woff2"), None)
    if found is None:
        pytest.skip("the page's font is not in the source tree")
    font = ImageFont.truetype(found, 1000)
    for weight, bold in ((400, False), (600, True)):
        font.set_variation_by_axes([weight])
        for bar in family.BARS:
            real = font.getlength(bar.label)
            assert real <= width(bar.label, 1000, bold=bold) + 2
            assert real >= width(bar.label, 1000, bold=bold) * 0.97
