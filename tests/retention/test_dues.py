"""When something falls due, by the laws of the help and by what became of the question."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.oversight.retention.rules import Facts, due
from kring.oversight.retention.rules.versions import Json, without

TODAY = date(2026, 11, 1)
MADE, CHANGED, ENDED = date(2004, 1, 1), date(2006, 1, 1), date(2005, 1, 1)


@pytest.mark.parametrize(
    ("laws", "is_file", "had_lead", "category", "due_on"),
    [
        ({"wmo"}, True, True, "wmo", date(2021, 1, 1)),
        ({"wmo", "jeugdwet"}, True, True, "jeugd", date(2026, 1, 1)),
        ({"participatiewet"}, True, True, "participatiewet", date(2015, 1, 1)),
        (set(), True, True, "plan", date(2026, 1, 1)),
        ({"leerplicht"}, True, True, "plan", date(2026, 1, 1)),
        ({"wmo", "leerplicht"}, True, True, "plan", date(2026, 1, 1)),
        ({"jeugdwet", "leerplicht"}, True, True, "jeugd", date(2026, 1, 1)),
        ({"wmo"}, True, False, "aanvraag", date(2006, 1, 1)),
        ({"wmo"}, False, True, "wmo", date(2021, 1, 1)),
        ({"leerplicht"}, False, True, None, None),
        ({"wmo", "leerplicht"}, False, True, None, None),
        (set(), False, True, None, None),
    ],
)
def test_which_rule_decides(
    laws: set[str], is_file: bool, had_lead: bool, category: str | None, due_on: date | None
) -> None:
    found = due(Facts(frozenset(laws), MADE, CHANGED, ENDED, is_file, had_lead), TODAY)
    assert (found and found.rule.category, found and found.due_on) == (category, due_on)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.sampled_from(["jeugdwet", "wmo", "participatiewet"]), min_size=1), st.dates(MADE, TODAY))
def test_more_laws_never_make_it_shorter(laws: set[str], changed: date) -> None:
    whole = due(Facts(frozenset(laws), MADE, changed), TODAY)
    assert whole is not None
    for law in laws:
        one = due(Facts(frozenset({law}), MADE, changed), TODAY)
        assert one is not None
        assert one.due_on <= whole.due_on


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ({"members": [{"name": "Sanne Bos"}, {"name": "Tim Bos"}]}, {"members": [{"name": "Tim Bos"}]}),
        ({"goals": [{"id": "1"}, {"id": "2", "speaker": "Sanne"}]}, {"goals": [{"id": "2", "speaker": "-"}]}),
        (
            {"agreed_by": "Jorien", "number": 2, "question": None},
            {"agreed_by": "Jorien", "number": 2, "question": None},
        ),
        ({"dream": "Sanne en Tim samen uit"}, {"dream": "Sanne en Tim samen uit"}),
    ],
)
def test_what_is_left_of_an_agreed_plan(content: Json, left: Json) -> None:
    assert without(content, names={"sanne bos", "sanne"}, ids={"1"}, gone="-") == left
