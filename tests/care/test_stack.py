"""The stack of a household on 1 November 2026, from tables: what counts, from when, and what it costs."""

from datetime import date

import pytest

from kring.ground.shared.period import Period
from kring.practice.care import models
from kring.practice.care.rules.help import CostState, counted, effective
from kring.practice.care.rules.marks import gaps, overlaps
from kring.practice.care.rules.stack import (
    costs_on,
    helpers_on,
    laws_on,
    providers_without_helper,
    stack_of,
    stacked_months,
)
from tests.care.tables import day, help_in, stays_in

TODAY = day("1-11-2026")

DE_WIT_BAKKER = help_in("""
| Noah    | jw  | ambulante jeugdhulp     | 1-2-2025  |           | De Kade     | Karin Vos            | 7800 |
| Noah    | jw  | dyslexiebehandeling     | 1-9-2025  |           | Lezen Loont |                      | 3100 |
| Marloes | wmo | huishoudelijke hulp     | 1-11-2024 |           | Thuis Zuiver| Ans Kuiper           | 3400 |
| Marloes | zvw | ggz-behandeling*        | 1-3-2025  |           | GGZ Waard   |                      | 5200 |
| Ruben   | pw  | aanvullende bijstand    | 1-1-2025  |           | Gemeente    | Karin Vos            | 9100 |
| Ruben   | wgs | schuldregeling          | 1-10-2025 | 30-9-2026 | Gemeente    | Sjoerd Bos           | 2600 |
""")


def test_the_laws_that_run_on_a_day() -> None:
    assert laws_on(DE_WIT_BAKKER, TODAY) == ("jeugdwet", "participatiewet", "wmo", "zvw")
    assert laws_on(DE_WIT_BAKKER, day("30-9-2026")) == ("jeugdwet", "participatiewet", "schuldhulp", "wmo", "zvw")
    assert laws_on(DE_WIT_BAKKER, day("31-10-2024")) == ()


def test_professionals_are_counted_as_persons_and_providers_without_one_are_named_as_unknown() -> None:
    """Karin Vos is in two provisions and counts once; of two providers nobody is known by name."""
    assert helpers_on(DE_WIT_BAKKER, TODAY) == {"Karin Vos", "Ans Kuiper"}
    assert providers_without_helper(DE_WIT_BAKKER, TODAY) == {"Lezen Loont", "GGZ Waard"}


def test_what_only_the_family_told_is_no_claim_on_the_municipality() -> None:
    assert costs_on(DE_WIT_BAKKER, TODAY).per_year == 2340000


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        # cost                per year  estimated   once  declared unknown elsewhere
        ("7800",              (780000,  0,          0,      0,     0,      0)),
        ("~900",              (90000,   90000,      0,      0,     0,      0)),
        ("once 14500",        (0,       0,          1450000, 0,    0,      0)),
        ("declared 210",      (0,       0,          0,      21000, 0,      0)),
        ("elsewhere",         (0,       0,          0,      0,     0,      1)),
        ("",                  (0,       0,          0,      0,     1,      0)),
    ],
)  # fmt: skip
def test_every_kind_of_cost_stands_apart_and_unknown_is_never_zero(cost: str, expected: tuple[int, ...]) -> None:
    """BR-123."""
    one = help_in(f"| Bram | wmo | vervoer | 1-9-2026 | | Taxi Polder | | {cost} |")
    costs = costs_on(one, TODAY)
    assert (
        costs.per_year, costs.estimated, costs.once, costs.declared, costs.unknown, costs.elsewhere,
    ) == expected  # fmt: skip


@pytest.mark.parametrize(
    ("delivered", "once"),
    [("2-11-2025", 1450000), ("1-11-2025", 0), ("1-11-2026", 1450000), ("2-11-2026", 0)],
)
def test_a_one_off_cost_counts_for_a_year_after_the_day_it_was_delivered(delivered: str, once: int) -> None:
    bathroom = help_in(f"| Lotte | wmo | woningaanpassing | {delivered} | {delivered} | Gemeente | | once 14500 |")
    assert costs_on(bathroom, TODAY).once == once


@pytest.mark.parametrize(
    ("table", "months"),
    [
        ("| Noah | jw | a | 1-1-2026 | | | | |", 0),
        ("| Noah | jw | a | 1-1-2026 | | | | | \n | Marloes | jw | b | 1-1-2026 | | | | |", 0),
        ("| Noah | jw | a | 1-1-2026 | | | | | \n | Marloes | wmo | b | 31-3-2026 | 1-4-2026 | | | |", 2),
        ("| Noah | jw | a | 1-1-2026 | 10-3-2026 | | | | \n | Marloes | wmo | b | 11-3-2026 | | | | |", 0),
        ("| Noah | jw | a | 1-1-2026 | 10-3-2026 | | | | \n | Marloes | wmo | b | 10-3-2026 | | | | |", 1),
        ("| Noah | jw | a | 1-10-2026 | | | | | \n | Marloes | wmo | b | 1-10-2026 | | | | |", 2),
        ("| Noah | jw | a | 1-11-2026 | | | | | \n | Marloes | wmo | b | 2-11-2026 | | | | |", 0),
    ],
    ids=["one law", "one law twice", "two days in two months", "one after the other", "one shared day",
         "up to the month of today", "starts tomorrow"],
)  # fmt: skip
def test_a_month_is_stacked_when_on_one_of_its_days_two_laws_run(table: str, months: int) -> None:
    assert stacked_months(help_in(table), TODAY) == months


def test_help_counts_for_a_household_only_while_its_person_lives_there() -> None:
    """Ruben moved in on 1 July 2025: the Participatiewet of before counts in his old household."""
    stays = stays_in("""
    | Marloes | 1-1-2020 |          |
    | Ruben   | 1-7-2025 | 1-9-2026 |
    """)
    here = counted(DE_WIT_BAKKER, stays)
    assert [(one.person, one.law, one.period) for one in here if one.person == "Ruben"] == [
        ("Ruben", "participatiewet", Period(date(2025, 7, 1), date(2026, 9, 1))),
        ("Ruben", "schuldhulp", Period(date(2025, 10, 1), date(2026, 9, 1))),
    ]
    assert laws_on(here, TODAY) == ("wmo", "zvw")


def test_a_child_in_two_households_counts_in_both() -> None:
    deniz = help_in("| Deniz | jw | ambulante jeugdhulp | 1-3-2026 | | De Kade | | 3600 |")
    for home in ("| Deniz | 1-1-2020 | |", "| Deniz | 1-6-2024 | |"):
        assert laws_on(counted(deniz, stays_in(home)), TODAY) == ("jeugdwet",)


@pytest.mark.parametrize(
    ("granted", "reported", "period"),
    [
        (("1-1-2026", "31-12-2026"), ("", ""), ("1-1-2026", "1-1-2027")),
        (("1-1-2026", ""), ("", ""), ("1-1-2026", "")),
        (("1-1-2026", "31-12-2026"), ("15-1-2026", "3-6-2026"), ("15-1-2026", "4-6-2026")),
        (("1-1-2026", "31-1-2026"), ("1-3-2026", ""), ("1-3-2026", "1-3-2026")),
    ],
    ids=["as granted", "no end", "as the provider reported", "began after it should have ended: never ran"],
)
def test_what_the_provider_reported_goes_before_what_was_granted(
    granted: tuple[str, str], reported: tuple[str, str], period: tuple[str, str]
) -> None:
    start, until, began, stopped = (day(text) if text else None for text in (*granted, *reported))
    assert start is not None
    expected = Period(day(period[0]), day(period[1]) if period[1] else None)
    assert effective(start, until, began, stopped) == expected


def test_the_same_product_twice_at_a_time_is_an_overlap() -> None:
    found = overlaps(
        help_in("""
    | Rick | wmo | Begeleiding | 1-1-2026 | 30-6-2026 | Polder | | |
    | Rick | wmo | begeleiding | 1-5-2026 |           | Zuiver | | |
    | Rick | wmo | dagbesteding| 1-5-2026 |           | Zuiver | | |
    | Ada  | wmo | begeleiding | 1-5-2026 |           | Zuiver | | |
    """)
    )
    assert [(each.first.provider, each.second.provider, each.period) for each in found] == [
        ("Polder", "Zuiver", Period(date(2026, 5, 1), date(2026, 7, 1)))
    ]


def test_a_law_that_fell_silent_for_four_weeks_is_a_gap() -> None:
    found = gaps(
        help_in("""
    | Noah | jw | spoedplek     | 1-1-2026 | 31-1-2026 | | | |
    | Noah | jw | ambulant      | 1-3-2026 | 31-3-2026 | | | |
    | Noah | jw | gezinscoach   | 20-4-2026|           | | | |
    | Noah | wmo| begeleiding   | 1-2-2026 | 28-2-2026 | | | |
    """)
    )
    assert [(gap.law, gap.period) for gap in found] == [("jeugdwet", Period(date(2026, 2, 1), date(2026, 3, 1)))]


def test_all_facts_of_one_household_at_once() -> None:
    facts = stack_of(DE_WIT_BAKKER, TODAY)
    assert (facts.provisions, facts.providers, facts.helpers, facts.providers_without_helper) == (5, 5, 2, 2)
    assert facts.months == 23


def test_the_rules_and_the_tables_use_the_same_words_for_a_cost() -> None:
    assert {state.value for state in CostState} == set(models.CostState.values)
