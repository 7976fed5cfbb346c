"""Who helps: one glyph per person, whose shape says what its colour says."""

import pytest

from kring.draw import HelperGroup, HelpersInput, Kind, Suppressed, Tone, draw_helpers
from tests.draw import family
from tests.draw.sheet import Sheet


def chart(kind: Kind, count: int | Suppressed) -> HelpersInput:
    return HelpersInput("proef", (HelperGroup("Wie", kind, count),))


@pytest.mark.parametrize(
    ("kind", "tone", "tag"),
    [
        (Kind.FAMILY, Tone.PLUM, "circle"),
        (Kind.NETWORK, Tone.GREEN, "circle"),
        (Kind.VOLUNTEER, Tone.RUST, "path"),
        (Kind.PROFESSIONAL, Tone.PETROL, "rect"),
    ],
)
def test_every_helper_has_a_glyph_of_their_kind(kind: Kind, tone: Tone, tag: str) -> None:
    glyphs = Sheet(draw_helpers(chart(kind, 5)).svg).marked(f"kd-box-{tone}")
    assert [glyph.tag for glyph in glyphs] == [tag] * 5


def test_family_and_network_differ_without_colour() -> None:
    assert len(Sheet(draw_helpers(chart(Kind.FAMILY, 3)).svg).marked("kd-ink-plum")) == 3
    assert Sheet(draw_helpers(chart(Kind.NETWORK, 3)).svg).marked("kd-ink-green") == []


@pytest.mark.parametrize("count", [1, 6, 7, 8, 40, 110])
@pytest.mark.parametrize("width", [250, 258, 266])
def test_the_number_stays_on_the_sheet(count: int, width: float) -> None:
    assert Sheet(draw_helpers(chart(Kind.PROFESSIONAL, count), width=width).svg).outside() == []


@pytest.mark.parametrize("count", [1, 6, 7, 8, 40])
def test_many_helpers_take_more_lines_and_none_is_left_out(count: int) -> None:
    sheet = Sheet(draw_helpers(chart(Kind.PROFESSIONAL, count)).svg)
    places = {(glyph.box.x, glyph.box.y) for glyph in sheet.marked("kd-box-petrol")}
    assert len(places) == count
    assert str(count) in sheet.words


def test_nobody_yet_is_said_kindly() -> None:
    assert "nog niemand" in Sheet(draw_helpers(chart(Kind.NETWORK, 0)).svg).words


def test_a_hidden_number_has_no_glyphs_to_count() -> None:
    sheet = Sheet(draw_helpers(chart(Kind.NETWORK, Suppressed())).svg)
    assert sheet.marked("kd-box-green") == []
    assert len(sheet.marked("kd-hatched")) == 1
    assert "te klein" in sheet.words


def test_the_table_and_the_summary_say_the_same() -> None:
    drawing = draw_helpers(family.HELPERS)
    assert [row.cells for row in drawing.rows] == [
        ("Familie", "6"),
        ("Vrienden en buren", "3"),
        ("Vrijwilligers", "2"),
        ("Professionals", "13"),
    ]
    assert drawing.description == "Familie: 6, Vrienden en buren: 3, Vrijwilligers: 2, Professionals: 13."
    assert draw_helpers(HelpersInput("leeg", ())).description == "Er zijn nog geen helpers bekend."


def test_fewer_than_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 helpers"):
        HelperGroup("Wie", Kind.FAMILY, -1)
