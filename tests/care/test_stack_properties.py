"""What always holds of a stack, whatever the help."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kring.ground.shared.period import Period
from kring.practice.care.rules.help import Cost, CostState, Help, Stay, counted
from kring.practice.care.rules.stack import costs_on, running, stack_of, stacked_months

FIRST, LAST = date(2020, 1, 1), date(2028, 12, 31)
DAYS = st.dates(FIRST, LAST)
CENTS = st.integers(0, 10**8)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, other = sorted((draw(DAYS), draw(DAYS)))
    return Period(start, draw(st.sampled_from([other, None])))


@st.composite
def costs(draw: st.DrawFn) -> Cost:
    state = draw(st.sampled_from(CostState))
    if state is CostState.UNKNOWN:
        return Cost()
    return Cost(state, per_year=draw(CENTS), once=draw(st.none() | CENTS))


@st.composite
def provisions(draw: st.DrawFn) -> list[Help]:
    size = draw(st.integers(0, 8))
    return [
        Help(
            ref=str(number),
            person=draw(st.sampled_from("ABC")),
            law=draw(st.sampled_from(["jeugdwet", "wmo", "zvw"])),
            product="begeleiding",
            period=draw(periods()),
            provider=draw(st.sampled_from(["", "De Kade", "Thuis Zuiver"])),
            helpers=draw(st.frozensets(st.sampled_from(["Karin", "Ans"]))),
            cost=draw(costs()),
            told_by_family=draw(st.booleans()),
        )
        for number in range(size)
    ]


STAYS = st.lists(st.builds(Stay, st.sampled_from("ABC"), periods()), max_size=4)


@given(provisions(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_help_says_nothing(helps: list[Help], day: date, chance: Random) -> None:
    shuffled = chance.sample(helps, len(helps))
    assert stack_of(helps, day) == stack_of(shuffled, day)


@given(provisions(), STAYS, DAYS)
def test_nothing_counts_on_a_day_that_its_person_lived_elsewhere(
    helps: list[Help], stays: list[Stay], day: date
) -> None:
    at_home = {stay.person for stay in stays if stay.period.holds(day)}
    expected = {one.ref for one in helps if one.runs_on(day) and one.person in at_home}
    assert {one.ref for one in running(counted(helps, stays), day)} == expected


@given(provisions(), periods(), DAYS, DAYS)
def test_a_stay_in_two_pieces_counts_as_one(helps: list[Help], stay: Period, cut: date, day: date) -> None:
    if not stay.start <= cut or (stay.end is not None and cut > stay.end):
        return
    whole = counted(helps, [Stay("A", stay)])
    halves = counted(helps, [Stay("A", Period(stay.start, cut)), Stay("A", Period(cut, stay.end))])
    one, two = stack_of(whole, day), stack_of(halves, day)
    assert (one.laws, one.provisions, one.months, one.costs) == (two.laws, two.provisions, two.months, two.costs)


@given(provisions(), DAYS)
def test_every_running_provision_of_the_municipality_has_one_place_in_the_costs(helps: list[Help], day: date) -> None:
    municipal = [one for one in running(helps, day) if not one.told_by_family]
    found = costs_on(helps, day)
    of_known = sum(
        one.cost.per_year or 0 for one in municipal if one.cost.state in {CostState.KNOWN, CostState.ESTIMATED}
    )
    assert found.per_year == of_known
    assert found.unknown == sum(one.cost.state is CostState.UNKNOWN for one in municipal)
    assert found.estimated <= found.per_year


@given(provisions(), DAYS)
def test_stacked_months_never_go_down_and_rise_by_one_a_month_at_most(helps: list[Help], day: date) -> None:
    before, after = stacked_months(helps, day), stacked_months(helps, day + timedelta(days=28))
    assert before <= after <= before + 2


@given(provisions(), DAYS)
def test_one_law_never_stacks(helps: list[Help], day: date) -> None:
    assert stacked_months([one for one in helps if one.law == "wmo"], day) == 0
