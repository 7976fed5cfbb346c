"""The small strip beside a row: a lane per law, filled while help runs, an outline when it ended."""

from dataclasses import replace
from datetime import date

from kring.draw import MiniLane, MiniTimeline, Tone, draw_mini_timeline
from tests.draw.sheet import Sheet

JEUGDWET = MiniLane("Jw", "Jeugdwet", Tone.PETROL, ((date(2025, 2, 1), None), (date(2020, 1, 1), date(2022, 1, 1))))
WMO = MiniLane("Wmo", "Wmo", Tone.BLUE, ((date(2024, 11, 1), date(2026, 3, 1)),))
DE_WIT = MiniTimeline("strip-1", "Zorgverloop van K7QFM-29PDR", date(2023, 11, 1), date(2026, 11, 1), (JEUGDWET, WMO))


def test_it_says_in_words_what_it_draws() -> None:
    svg = draw_mini_timeline(DE_WIT)
    assert "Jeugdwet: loopt sinds 1 feb 2025, 1 keer eerder. Wmo: gestopt, 1 keer." in svg
    assert 'role="img"' in svg


def test_running_help_is_filled_and_ended_help_an_outline() -> None:
    svg = draw_mini_timeline(DE_WIT)
    assert svg.count("kd-box-blue") == 1
    assert svg.count('class="kd-ink-petrol"') == 1


def test_what_ended_before_the_strip_begins_is_said_and_not_drawn() -> None:
    only_past = replace(JEUGDWET, spans=JEUGDWET.spans[1:])
    svg = draw_mini_timeline(replace(DE_WIT, lanes=(only_past,)))
    assert "kd-box-petrol" not in svg
    assert "gestopt, 1 keer" in svg


def test_nothing_lies_outside_or_over_anything_and_no_law_is_no_error() -> None:
    for shown in (DE_WIT, replace(DE_WIT, lanes=()), replace(DE_WIT, lanes=(WMO,) * 8)):
        sheet = Sheet(draw_mini_timeline(shown))
        assert sheet.outside() == []
        assert sheet.collisions() == []


def test_both_screens_show_it() -> None:
    assert 'class="kd kd-both"' in draw_mini_timeline(DE_WIT)


def test_the_longest_name_of_a_law_ends_before_its_lane_begins() -> None:
    whole = replace(WMO, short="Schuldhulp", spans=((date(2020, 1, 1), date(2026, 3, 1)),))
    sheet = Sheet(draw_mini_timeline(replace(DE_WIT, lanes=(whole,))))
    [name] = [text for text in sheet.texts if text.words == "Schuldhulp"]
    assert name.box.right < min(bar.box.x for bar in sheet.marked("kd-box-blue"))
