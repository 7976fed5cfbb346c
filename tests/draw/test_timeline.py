"""The care timeline: every bar once, nothing over anything, and words that say the same."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.draw import LANES, Bar, Event, TimelineInput, Tone, draw_timeline
from kring.draw.timeline.packing import pack
from kring.draw.timeline.window import window_of
from kring.draw.timeline.words import tooltip
from tests.draw import family
from tests.draw.sheet import Sheet

EMPTY = TimelineInput("leeg", family.TODAY, LANES, ())


def one(bar: Bar) -> Sheet:
    return Sheet(draw_timeline(replace(EMPTY, bars=(bar,))).svg)


@settings(deadline=None)
@given(family.timelines())
def test_every_bar_is_drawn_once(shown: TimelineInput) -> None:
    sheet = Sheet(draw_timeline(shown).svg)
    lanes = {lane.key: lane for lane in LANES}
    drawn = Counter(tone for tone in Tone for _ in sheet.marked(f"kd-box-{tone}"))
    stacks = {Tone.SLATE: 1, Tone.GREEN: 1}
    for tone, count in Counter(lanes[bar.lane].tone for bar in shown.drawn_bars).items():
        assert count <= drawn[tone] <= count + stacks.get(tone, 0)


@settings(deadline=None)
@given(family.timelines())
def test_no_bar_or_label_of_a_lane_lies_over_another(shown: TimelineInput) -> None:
    window = window_of(shown, 168, 1052)
    for lane in shown.lanes:
        placed = pack(shown.drawn_in(lane), window)
        assert Counter(bar.bar for bar in placed) == Counter(shown.drawn_in(lane))
        for index, bar in enumerate(placed):
            assert window.left <= bar.taken.left < bar.taken.right <= window.right
            assert all(bar.row != other.row or bar.taken.clear_of(other.taken) for other in placed[index + 1 :])


@settings(deadline=None)
@given(family.timelines(), st.randoms())
def test_the_order_of_the_input_does_not_matter(shown: TimelineInput, chance: random.Random) -> None:
    bars, events = list(shown.bars), list(shown.events)
    chance.shuffle(bars)
    chance.shuffle(events)
    assert draw_timeline(replace(shown, bars=tuple(bars), events=tuple(events))) == draw_timeline(shown)


@settings(deadline=None)
@given(family.timelines())
def test_the_table_holds_all_help_and_all_events(shown: TimelineInput) -> None:
    rows = draw_timeline(shown).rows
    told = Counter(row.cells[1] for row in rows)
    assert told == Counter([*(bar.label for bar in shown.bars), *(event.label for event in shown.events)])


def test_the_bakkers_as_in_the_dossier() -> None:
    drawing = draw_timeline(family.BAKKER)
    sheet = Sheet(drawing.svg)
    assert sheet.width == 1060
    assert Counter(tip.split(",")[0] for tip in sheet.tooltips if ": van" in tip) == Counter(
        bar.label for bar in family.BARS
    )
    assert {"vandaag", "2024", "2025", "2026", "2027"} <= set(sheet.words)
    assert {"9 tegelijk", "nu 5", "nu 3", "Evaluatie", "Dagbesteding · Sandra"} <= set(sheet.words)
    assert drawing.description == (
        "In totaal 13 trajecten van beroepskrachten en 3 keer hulp uit het eigen netwerk of van vrijwilligers."
        " De meeste trajecten tegelijk: 9, vanaf 1 apr 2025. Op 20 nov 2026: 5 trajecten van beroepskrachten en"
        " 3 keer hulp uit het eigen netwerk of van vrijwilligers."
    )


def test_the_rows_say_what_the_bars_show() -> None:
    rows = draw_timeline(family.BAKKER).rows
    assert rows[0].cells == ("Jeugdhulp", "Spoedplek", "Milan", "De Haven", "1 jan 2024", "15 jan 2024")
    assert rows[1].cells == ("Jeugdhulp", "Pleegzorgbegeleiding", "Milan", "", "15 jan 2024", "loopt door")
    assert rows[-1].cells == ("Gebeurtenis", "Evaluatie", "", "", "10 sep 2026", "")
    assert (rows[0].tone, rows[-1].tone) == (Tone.PETROL, Tone.RED)


def test_a_label_stands_in_its_bar_or_beside_it() -> None:
    inside, beside = (
        one(Bar("wmo", "Hulp bij het huishouden", start, start + timedelta(days=length), "Sandra"))
        for start, length in ((date(2024, 1, 1), 900), (date(2024, 1, 1), 7))
    )
    for sheet, is_inside in ((inside, True), (beside, False)):
        bar = sheet.marked("kd-box-blue")[0].box
        label = next(text.box for text in sheet.texts if text.words == "Hulp bij het huishouden · Sandra")
        assert (bar.x < label.x and label.right < bar.right) is is_inside
        assert is_inside or label.x >= bar.right


def test_a_label_without_room_on_the_right_stands_on_the_left() -> None:
    shown = replace(
        EMPTY,
        bars=(
            Bar("wmo", "Hulp", date(2010, 1, 1), date(2024, 1, 1)),
            Bar("zorg", "Ziekenhuis" * 4, family.TODAY, family.TODAY),
        ),
    )
    sheet = Sheet(draw_timeline(shown).svg)
    label = next(text.box for text in sheet.texts if text.words.startswith("Ziekenhuis"))
    assert label.right < sheet.marked("kd-box-olive")[0].box.x


def test_help_of_one_day_still_shows() -> None:
    day = date(2024, 2, 29)
    assert one(Bar("wmo", "Huisbezoek", day, day)).marked("kd-box-blue")[0].box.width == pytest.approx(4, abs=0.2)


@pytest.mark.parametrize("end", [None, date.max, family.TODAY + timedelta(days=3000)])
def test_open_help_points_beyond_the_sheet(end: date | None) -> None:
    closed = one(Bar("wmo", "Hulp", date(2025, 1, 1), family.TODAY)).marked("kd-box-blue")[0]
    open_ = one(Bar("wmo", "Hulp", date(2025, 1, 1), end)).marked("kd-box-blue")[0]
    assert open_.box.right == 1052
    assert closed.box.right < 1000


def test_help_from_before_the_chosen_start_points_back() -> None:
    sheet = Sheet(draw_timeline(replace(family.BAKKER, since=date(2026, 5, 1))).svg)
    (outline,) = sheet.behind("Gezinscoach")
    assert outline.box.x == 168, "no thick start: the beginning is not on the sheet"
    assert sheet.words.count("Spoedplek · Milan") == 0


def test_informal_help_is_round_and_has_no_thick_start() -> None:
    professional = one(Bar("wmo", "Hulp", date(2025, 1, 1)))
    informal = one(Bar("informeel", "Maatje", date(2025, 1, 1)))
    assert len(professional.marked("kd-ink-blue")) == 1
    assert informal.behind("Maatje")[0].path.count("q-12,0") == 1
    assert professional.behind("Hulp")[0].path.count("q-4,0") == 1
    assert [shape for shape in informal.marked("kd-ink-green") if shape.tag == "rect"] == []


def test_informal_help_is_beside_the_stack_not_in_it() -> None:
    sheet = one(Bar("informeel", "Maatje", date(2025, 1, 1)))
    assert [text.words for text in sheet.texts if text.words.startswith("nu ")] == ["nu 0", "nu 1"]


def test_a_peak_that_lasts_until_now_is_named_once() -> None:
    words = one(Bar("wmo", "Hulp", date(2025, 1, 1))).words
    assert "nu 1" in words
    assert "1 tegelijk" not in words


def test_the_name_of_a_peak_just_before_today_stays_before_today() -> None:
    yesterday = family.TODAY - timedelta(days=1)
    short = Bar("wmo", "Hulp", family.TODAY - timedelta(days=4), yesterday)
    sheet = Sheet(draw_timeline(replace(EMPTY, bars=(short, Bar("zorg", "Hulp", date(2020, 1, 1))))).svg)
    (today,) = sheet.marked("kd-today")
    assert next(text.box.right for text in sheet.texts if text.words == "2 tegelijk") < today.box.x


def test_the_stack_ends_today() -> None:
    sheet = Sheet(draw_timeline(family.BAKKER).svg)
    (today,) = sheet.marked("kd-today")
    assert max(sheet.marked("kd-box-slate"), key=lambda area: area.box.width).box.right == today.box.x


def test_a_lane_is_high_enough_for_its_name() -> None:
    sheet = one(Bar("informeel", "Maatje", date(2025, 1, 1)))
    name = [text.box for text in sheet.texts if text.words in {"Eigen netwerk en", "vrijwilligers"}]
    (lane,) = sheet.marked("kd-lane")
    assert len(name) == 2
    assert max(line.bottom for line in name) + 4 < lane.box.bottom


def test_a_timeline_without_help_says_so() -> None:
    drawing = draw_timeline(EMPTY)
    assert "Er is nog geen hulp bekend." in Sheet(drawing.svg).words
    assert drawing.description == "Er is nog geen hulp bekend."
    assert drawing.rows == ()


def test_missing_informal_help_is_shown_as_missing() -> None:
    words = one(Bar("wmo", "Hulp", date(2025, 1, 1))).words
    assert "Nog geen hulp bekend uit het eigen netwerk of van vrijwilligers" in words
    assert "Jeugdhulp" not in words, "an empty lane of professional help takes no room"


def test_events_that_come_close_get_rows_of_their_own() -> None:
    day = date(2026, 3, 31)
    events = tuple(Event(day + timedelta(days=index), f"Overleg {index}") for index in range(3))
    sheet = Sheet(draw_timeline(replace(family.BAKKER, events=events)).svg)
    heights = {text.baseline for text in sheet.texts if text.words.startswith("Overleg")}
    assert len(heights) == 3


def test_what_is_left_out_of_the_drawing_is_announced() -> None:
    drawing = draw_timeline(replace(family.BAKKER, since=date(2025, 9, 1)))
    assert drawing.description.endswith("Wel in de tabel, niet in de tekening: 4.")
    assert len(drawing.rows) == 19


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (None, "Hulp, Sandra: van 31 dec 2025, loopt door"),
        (date(2026, 1, 1), "Hulp, Sandra: van 31 dec 2025 tot 1 jan 2026"),
    ],
)
def test_the_mouse_brings_up_the_whole_period(end: date | None, words: str) -> None:
    assert tooltip(Bar("wmo", "Hulp", date(2025, 12, 31), end, "Sandra")) == words


def test_a_domain_that_the_drawing_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match=r"“Hulp” hoort bij domein 'wlz'"):
        replace(EMPTY, bars=(Bar("wlz", "Hulp", family.TODAY),))
    with pytest.raises(ValueError, match="dezelfde sleutel"):
        replace(EMPTY, lanes=(LANES[0], LANES[0]))


def test_a_sheet_too_narrow_for_names_and_time_is_refused() -> None:
    with pytest.raises(ValueError, match="minstens 720 px"):
        draw_timeline(EMPTY, width=390)


def test_a_bar_with_an_address_is_a_link_that_says_what_it_is() -> None:
    """What lies inside a picture nobody reaches by keyboard: with links the drawing is a group."""
    plain = Bar("wmo", "Vervoer", date(2026, 1, 1), who="Sandra")
    linked = Bar("wmo", "Vervoer", date(2026, 1, 1), who="Sandra", href="/hulp/1")
    shown = TimelineInput("zorg", date(2026, 11, 1), LANES, (linked,))
    drawn = draw_timeline(shown)
    assert '<a href="/hulp/1" aria-label="Vervoer, Sandra: van' in drawn.svg
    assert 'role="group"' in drawn.svg
    assert [row.href for row in drawn.rows] == ["/hulp/1"]
    assert 'role="img"' in draw_timeline(replace(shown, bars=(plain,))).svg
