"""No theme passes that cannot be read, and no theme changes a colour that means something."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.web.look import theme
from kring.web.look.colour import Oklch, contrast, hue_distance
from kring.web.look.places import CSS
from kring.web.look.stylesheet import declared
from kring.web.look.theme import Theme

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("each", theme.THEMES, ids=lambda each: each.name)
def test_every_theme_passes_the_contrast_gate(each: Theme) -> None:
    assert theme.faults(each) == []
    assert theme.warnings(each) == []


@given(action=COLOURS)
def test_any_colour_of_a_municipality_becomes_readable(action: str) -> None:
    assert theme.faults(Theme("eigen", "Eigen", action=action)) == []


def test_the_gate_refuses_what_is_too_close(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "GATE", (("color-default", "bg-document", 22.0),))
    assert theme.faults(theme.KRING)[0].startswith("Kring: default color-default op bg-document heeft contrast")


def test_links_that_look_like_errors_give_a_warning() -> None:
    assert theme.warnings(Theme("oranje", "Oranje", action="#c2410c")) == [
        "Oranje: de actiekleur #c2410c lijkt op de kleur van fouten; kies een andere tint"
    ]


@pytest.mark.parametrize("group", ["accent-1", "accent-2", "info", "positive", "warning", "negative"])
def test_colours_with_a_meaning_are_the_same_in_every_theme(group: str) -> None:
    changed = theme.differences(Theme("eigen", "Eigen", action="#b5006c", neutral="#333344"))
    assert not [name for name in changed if name.startswith(f"--basis-color-{group}-")]


def test_a_theme_file_holds_only_what_differs() -> None:
    assert theme.differences(theme.KRING) == {}
    assert theme.css(theme.BLUE).startswith(':root[data-theme="blauw"]{--basis-color-action-1-')


def test_the_gate_measures_the_paper_that_pages_have() -> None:
    assert declared((CSS / "tokens.css").read_text())["--kring-paper"] == theme.PAPER


@given(COLOURS)
def test_a_colour_survives_the_way_there_and_back(colour: str) -> None:
    back = Oklch.of(colour).hex()
    assert all(abs(int(back[i : i + 2], 16) - int(colour[i : i + 2], 16)) <= 1 for i in (1, 3, 5))


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(one: str, other: str) -> None:
    assert math.isclose(contrast(one, other), contrast(other, one))
    assert 1 <= contrast(one, other) <= 21.01


def test_known_contrasts() -> None:
    assert math.isclose(contrast("#000000", "#ffffff"), 21)
    assert math.isclose(contrast("#777777", "#ffffff"), 4.478, abs_tol=0.001)


def test_hues_are_measured_the_short_way_round() -> None:
    assert hue_distance("#ff0000", "#ff0010") < 10
    assert hue_distance("#ff0000", "#00ffff") > 150
