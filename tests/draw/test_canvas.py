"""The sheet escapes, layers, names and closes."""

from xml.etree import ElementTree

import pytest
from hypothesis import given

from kring.draw.canvas import Canvas, Layer, Screen, Words, element, group, number
from tests.draw import family

WORDS = Words("Titel", "Wat erop staat", (), ())


@given(family.names)
def test_text_and_attributes_survive_the_round_trip(name: str) -> None:
    node = ElementTree.fromstring(element("text", name, data_name=name))
    assert {node.text or "", node.attrib["data-name"]} == {
        "".join(ElementTree.fromstring(element("text", name)).itertext())
    }


def test_markup_in_a_name_stays_a_name() -> None:
    assert element("text", "<b>&\"'") == "<text>&lt;b&gt;&amp;&quot;&#x27;</text>"


def test_markup_that_we_made_is_not_escaped_again() -> None:
    assert group(element("text", "Truus & Ineke")) == "<g><text>Truus &amp; Ineke</text></g>"


def test_attributes_without_a_value_are_left_out() -> None:
    assert element("rect", x=1.0, rx=None, class_="kd-lane") == '<rect x="1" class="kd-lane"/>'


@pytest.mark.parametrize(("value", "written"), [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (12.96, "13")])
def test_coordinates_are_short(value: float, written: str) -> None:
    assert number(value) == written


def test_later_layers_lie_over_earlier_ones() -> None:
    canvas = Canvas("proef", 10)
    canvas.add(Layer.LABELS, element("text", "boven"))
    canvas.add(Layer.GROUND, element("rect"))
    svg = canvas.close(10, WORDS)
    assert svg.index("<rect") < svg.index("boven")


def test_a_definition_has_an_id_of_its_own_sheet() -> None:
    wide, narrow = Canvas("proef", 10), Canvas("proef", 10, Screen.NARROW)
    pattern = element("pattern", width=6)
    assert (wide.define("hatch", pattern), narrow.define("hatch", pattern)) == (
        "url(#kd-proef-w-hatch)",
        "url(#kd-proef-n-hatch)",
    )
    assert '<pattern id="kd-proef-w-hatch" width="6"/>' in wide.close(10, WORDS)


@pytest.mark.parametrize("key", ["", "Gezin 1", "a--b", 'x"onload="', "-a"])
def test_a_key_that_cannot_be_an_id_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="sleutel"):
        Canvas(key, 10)
