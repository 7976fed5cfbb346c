"""Scores for a goal: everyone's own line, told apart without colour, never averaged."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.draw import Kind, Score, Scorer, ScoresInput, draw_scores
from kring.draw.charts.scores import spread, voices_of
from tests.draw import family
from tests.draw.sheet import Sheet, overlap

DAY = date(2026, 2, 28)


def scorer(name: str, kind: Kind, *values: float) -> Scorer:
    return Scorer(name, kind, tuple(Score(date(2026, 1 + month, 1), value) for month, value in enumerate(values)))


def chart(*scorers: Scorer) -> ScoresInput:
    return ScoresInput("doel", "Doel", scorers)


def test_every_score_of_everyone_has_a_mark_with_its_words() -> None:
    tips = Sheet(draw_scores(family.SCORES).svg).tooltips
    assert sorted(tips) == [
        "Bas: 4 op 4 sep 2025",
        "Bas: 6 op 1 nov 2026",
        "Jayden: 3 op 4 sep 2025",
        "Jayden: 7,5 op 1 nov 2026",
        "Sandra: 4 op 4 sep 2025",
        "Sandra: 7 op 1 nov 2026",
        "Truus: 7 op 1 nov 2026",
    ]


def test_higher_scores_lie_higher_on_a_scale_from_0_to_10() -> None:
    sheet = Sheet(draw_scores(chart(scorer("Sandra", Kind.FAMILY, 0, 10))).svg)
    marks = [shape.box.middle for shape in sheet.behind("Sandra")]
    scale = {text.words: text.box.middle for text in sheet.texts if text.words in {"0", "10"}}
    assert marks == pytest.approx([scale["0"], scale["10"]], abs=2)


def test_names_say_where_someone_came_from_and_is_now() -> None:
    words = Sheet(draw_scores(family.SCORES).svg).words
    assert {"Sandra 4 → 7", "Jayden 3 → 7,5", "Truus 7", "Bas 4 → 6"} <= set(words)


def test_only_the_name_gives_way_in_a_long_label() -> None:
    long = "Bas van der Meulen-Oosterhuis, ambulant gezinshulpverlener"
    words = Sheet(draw_scores(chart(scorer(long, Kind.PROFESSIONAL, 4, 6))).svg).words
    assert any(word.startswith("Bas van") and word.endswith("… 4 → 6") for word in words)


@pytest.mark.parametrize("count", [1, 4, 12])
def test_nobody_shares_a_mark(count: int) -> None:
    kinds = [list(Kind)[index % 4] for index in range(count)]
    voices = list(voices_of([scorer(f"Persoon {index}", kind, 5) for index, kind in enumerate(kinds)]))
    looks = {(voice.mark, voice.fill.split("-")[1]) for voice in voices}
    assert len(looks) == count


def test_a_shape_that_means_a_kind_is_kept_for_that_kind() -> None:
    voices = {voice.scorer.name: voice.mark for voice in voices_of(list(family.SCORES.heard))}
    assert voices["Sandra"] == "circle"
    assert voices["Bas"] == "square"
    assert {voices["Jayden"], voices["Truus"]}.isdisjoint({"circle", "square", "hexagon"})


def test_people_who_agree_stand_beside_each_other() -> None:
    sheet = Sheet(draw_scores(chart(scorer("Sandra", Kind.FAMILY, 7), scorer("Bas", Kind.PROFESSIONAL, 7))).svg)
    sandra, bas = (sheet.behind(name)[0].box for name in ("Sandra", "Bas"))
    assert not overlap(sandra, bas)
    assert sandra.middle == pytest.approx(bas.middle, abs=0.2)


def test_scores_may_come_in_any_order() -> None:
    sandra = family.SCORES.scorers[0]
    shuffled = replace(sandra, scores=sandra.scores[::-1])
    assert draw_scores(chart(shuffled)).svg == draw_scores(chart(sandra)).svg


def test_who_gave_no_score_yet_is_in_the_table() -> None:
    drawing = draw_scores(family.SCORES)
    assert drawing.rows[-1].cells == ("Willem", "", "nog geen cijfer")
    assert drawing.rows[0].cells == ("Sandra", "4 sep 2025", "4")
    assert "Willem: nog geen cijfer" in drawing.description


def test_a_goal_without_scores_says_so() -> None:
    for empty in (chart(), chart(Scorer("Sandra", Kind.FAMILY, ()))):
        assert "Er zijn nog geen cijfers gegeven." in Sheet(draw_scores(empty).svg).words


def test_on_phones_names_stand_below() -> None:
    sheet = Sheet(draw_scores(family.SCORES).narrow)
    axis = max(text.box.bottom for text in sheet.texts if text.words == "4 sep 2025")
    assert all(text.box.y > axis for text in sheet.texts if "→" in text.words)


def test_one_day_is_named_once() -> None:
    words = Sheet(draw_scores(chart(scorer("Sandra", Kind.FAMILY, 5), scorer("Karim", Kind.FAMILY, 6))).svg).words
    assert words.count("1 jan 2026") == 1


@pytest.mark.parametrize("value", [-0.5, 10.5, float("nan")])
def test_a_score_outside_the_scale_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="28 feb 2026 ligt niet tussen 0 en 10"):
        Score(DAY, value)


@given(st.lists(st.floats(0, 200), max_size=10))
def test_names_are_spread_in_order_and_apart(wanted: list[float]) -> None:
    placed = spread(wanted, 19, (0, 200))
    assert len(placed) == len(wanted)
    ordered = sorted(placed)
    assert all(later - earlier >= 18.99 for earlier, later in pairwise(ordered))
    assert all(place >= -0.01 and place <= 200.01 for place in placed)
    for one, at in zip(wanted, placed, strict=True):
        assert all(at < other_at for other, other_at in zip(wanted, placed, strict=True) if one < other)
