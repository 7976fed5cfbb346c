"""The stylesheet: readable colours, nothing unused, and the same look without it."""

import re
from xml.etree import ElementTree

import pytest

from kring.draw import STYLESHEET, Drawing, Tone, finish
from kring.draw.style import rules
from tests.draw.sheet import Sheet
from tests.draw.test_any_drawing import each_sample

WHITE, PAPER, DARKER_LANE, INK = "#ffffff", "#faf9f6", "#f6f4ee", "#22302f"
GROUNDS = (WHITE, PAPER, DARKER_LANE)
#: Grid and ground carry no meaning of their own.
DECORATION = {
    "kd-grid",
    "kd-hatch-ground",
    "kd-lane",
    "kd-lane-alt",
    "kd-white",
    *(f"kd-sector-{tone}" for tone in Tone),
}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def looks(start: str) -> list[tuple[str, dict[str, str]]]:
    return [(name, dict(look)) for name, look in rules().items() if name.startswith(start)]


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("name", "look"), [*looks("kd-ink-"), *looks("kd-muted")])
def test_letters_are_readable_on_every_ground(name: str, look: dict[str, str], ground: str) -> None:
    assert contrast(look["fill"], ground) >= 4.5


@pytest.mark.parametrize("tone", Tone)
def test_letters_are_readable_in_every_bar(tone: Tone) -> None:
    assert contrast(rules()[f"kd-box-{tone}"]["fill"], INK) >= 4.5


@pytest.mark.parametrize(("step", "letters"), [*((step, INK) for step in range(1, 5)), (5, WHITE), (6, WHITE)])
def test_figures_are_readable_in_every_step_of_the_scale(step: int, letters: str) -> None:
    assert contrast(rules()[f"kd-ramp-{step}"]["fill"], letters) >= 4.5


@pytest.mark.parametrize(
    ("name", "look"),
    [(name, look) for name, look in looks("kd-") if name not in DECORATION and "halo" not in name],
)
def test_every_mark_stands_out_from_its_ground(name: str, look: dict[str, str]) -> None:
    colour = look.get("stroke", look.get("fill", "none"))
    if colour != "none":
        assert min(contrast(colour, ground) for ground in GROUNDS) >= 3


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("form", ["ink", "box", "line", "halo"])
def test_each_tone_comes_in_each_form(tone: Tone, form: str) -> None:
    assert f"kd-{form}-{tone}" in rules()
    assert f".kd-swatch-{tone}{{" in STYLESHEET.read_text(encoding="utf-8")


def test_a_halo_has_the_colour_of_what_it_lies_on() -> None:
    for tone in Tone:
        assert rules()[f"kd-halo-{tone}"]["stroke"] == rules()[f"kd-box-{tone}"]["fill"]


@each_sample
def test_every_class_in_a_drawing_has_a_rule(drawing: Drawing) -> None:
    for svg in filter(None, (drawing.svg, drawing.narrow)):
        assert Sheet(svg).classes - {"kd-wide", "kd-narrow"} <= set(rules())


def test_no_rule_is_left_over() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in STYLESHEET.parent.rglob("*.py"))
    stems = {re.sub(rf"-({'|'.join(Tone)}|\d)$", "-{", name) for name in rules()}
    assert sorted(stem for stem in stems if stem not in source) == ["kd-narrow", "kd-swatch-{"]


def test_rules_have_one_class_each_so_that_later_ones_simply_win() -> None:
    assert [name for name in rules() if not re.fullmatch(r"kd(-[a-z0-9]+)*", name)] == []


@each_sample
def test_a_standalone_drawing_needs_no_stylesheet(drawing: Drawing) -> None:
    alone = finish(drawing.svg, standalone=True)
    root = ElementTree.fromstring(alone)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "class=" not in alone
    assert root.get("fill") == INK
    assert "'Source Sans 3'" in root.attrib["font-family"]


def test_on_a_page_a_drawing_stays_as_it_is() -> None:
    assert finish('<svg class="kd"/>', standalone=False) == '<svg class="kd"/>'


def test_of_two_classes_the_later_rule_wins() -> None:
    alone = finish('<svg><text class="kd-halo-plum kd-halo kd-strong"/></svg>')
    assert 'stroke="#eae2e8"' in alone
    assert 'paint-order="stroke"' in alone
    assert alone.count("stroke=") == 1


def test_a_name_that_looks_like_an_attribute_is_left_alone() -> None:
    assert " class=&quot;kd-grid&quot;" in finish("<svg><text> class=&quot;kd-grid&quot;</text></svg>")
