"""What holds for every drawing, whatever is in it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.draw import (
    Drawing,
    draw_bars,
    draw_circle,
    draw_ecogram,
    draw_genogram,
    draw_helpers,
    draw_lifeline,
    draw_multiples,
    draw_scores,
    draw_strips,
    draw_timeline,
)
from tests.draw import circle, family, kin, moments
from tests.draw.sheet import Sheet

any_drawing: st.SearchStrategy[Drawing] = st.one_of(
    family.timelines().map(draw_timeline),
    family.bar_charts.map(draw_bars),
    family.strip_charts().map(draw_strips),
    family.line_charts().map(draw_multiples),
    family.helper_charts.map(draw_helpers),
    family.score_charts.map(draw_scores),
    circle.circles().map(draw_circle),
    circle.ecograms().map(draw_ecogram),
    moments.lifelines().map(draw_lifeline),
)
SAMPLES = {
    "timeline": draw_timeline(family.BAKKER),
    "bars": draw_bars(family.VERSTERKT),
    "strips": draw_strips(family.STACKS),
    "lines": draw_multiples(family.PLANS),
    "helpers": draw_helpers(family.HELPERS),
    "scores": draw_scores(family.SCORES),
    "genogram": draw_genogram(kin.BAKKER),
    "circle": draw_circle(circle.BAKKER),
    "ecogram": draw_ecogram(circle.ECOGRAM),
    "lifeline": draw_lifeline(moments.JAYDEN),
}
each_sample = pytest.mark.parametrize("drawing", SAMPLES.values(), ids=SAMPLES)


def variants(drawing: Drawing) -> list[str]:
    return [svg for svg in (drawing.svg, drawing.narrow) if svg]


@settings(deadline=None)
@given(any_drawing)
def test_nothing_lies_outside_the_sheet(drawing: Drawing) -> None:
    for svg in variants(drawing):
        assert Sheet(svg).outside() == []


@settings(deadline=None)
@given(any_drawing)
def test_no_text_lies_over_another(drawing: Drawing) -> None:
    for svg in variants(drawing):
        assert Sheet(svg).collisions() == []


@settings(deadline=None)
@given(any_drawing)
def test_hostile_names_stay_text(drawing: Drawing) -> None:
    for svg in variants(drawing):
        assert {node.tag for node in Sheet(svg).root.iter()} <= {
            *("svg", "title", "desc", "defs", "pattern", "g", "rect", "circle", "path", "text")
        }


@each_sample
def test_the_content_security_policy_has_nothing_to_forbid(drawing: Drawing) -> None:
    for svg in variants(drawing):
        assert not re.search(r"<style|<script|\sstyle=|\son\w+=|href=|https?:", svg)


@each_sample
def test_a_drawing_names_and_describes_itself(drawing: Drawing) -> None:
    for svg in variants(drawing):
        root = Sheet(svg).root
        named = {node.get("id"): node.text for node in root if node.get("id")}
        assert root.get("role") == "img"
        assert [named[key] for key in root.attrib["aria-labelledby"].split()] == [
            drawing.title,
            drawing.description,
        ]


@each_sample
def test_every_row_of_the_table_has_every_column(drawing: Drawing) -> None:
    assert drawing.rows
    assert {len(row.cells) for row in drawing.rows} == {len(drawing.columns)}


@pytest.mark.parametrize("kind", [name for name in SAMPLES if name != "timeline"])
def test_phones_get_a_drawing_of_their_width_or_rows(kind: str) -> None:
    assert Sheet(SAMPLES[kind].narrow).width == 326
    assert SAMPLES["timeline"].narrow == ""


def test_ids_never_clash_on_a_page() -> None:
    charts = (
        *SAMPLES.values(),
        draw_strips(replace(family.STACKS, key="stapeling-2")),
        draw_bars(replace(family.VERSTERKT, key="stapeling")),
    )
    page = "".join(svg for drawing in charts for svg in variants(drawing))
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


def test_the_same_input_gives_the_same_drawing() -> None:
    assert draw_scores(family.SCORES) == SAMPLES["scores"]
    assert draw_timeline(family.BAKKER) == SAMPLES["timeline"]
    assert draw_genogram(kin.BAKKER) == SAMPLES["genogram"]
