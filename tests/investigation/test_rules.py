"""BR-001–BR-008: Henk Vos investigates what Marloes Bakker needs, by the clocks and the seven blocks of the Wmo."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.ground.shared.verdict import Verdict
from kring.practice.investigation.rules.blocks import Block, Finding, lacking
from kring.practice.investigation.rules.clocks import (
    Pause,
    can_pause,
    can_resume,
    decision_clock,
    personal_plan_clock,
    report_clock,
)
from kring.practice.investigation.rules.steps import (
    STEPS,
    Safety,
    State,
    Support,
    can_apply,
    can_confirm,
    can_happen_on,
    can_provide_urgently,
    can_run_term,
    can_send_report,
    can_start,
    can_step,
    can_triage,
    can_write,
    is_confirmed_in_time,
)
from kring.practice.investigation.rules.words import (
    BeforeWords,
    FindingWords,
    ReportWords,
    can_conclude,
    can_prepare,
    can_report,
)

REPORTED = date(2026, 10, 1)
SIX_WEEKS = date(2026, 11, 12)
ANSWERED = Support(date(2026, 10, 2), "nee")
NOT_OFFERED = Support(None, "")
EARLY = "Elke ochtend hulp bij het opstaan."
HOLIDAYS = timedelta(days=5)
"""By so much at most the end moves to the next ordinary day (Atw art. 1)."""
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


class TestClocks:
    """BR-004: late is the day after the last day, and not that day."""

    @pytest.mark.parametrize(
        ("today", "left", "late"),
        [
            pytest.param(REPORTED, 42, False, id="BR-004 the first day: passes"),
            pytest.param(SIX_WEEKS, 0, False, id="BR-004 the last day: passes"),
            pytest.param(SIX_WEEKS + timedelta(days=1), -1, True, id="BR-004 the day after: late"),
        ],
    )
    def test_six_weeks_to_investigate(self, today: date, left: int, late: bool) -> None:
        clock = report_clock(REPORTED, [], today)
        assert (clock.until, clock.days_left(today), clock.is_late(today)) == (SIX_WEEKS, left, late)

    def test_seven_days_for_a_personal_plan(self) -> None:
        assert personal_plan_clock(REPORTED).until == date(2026, 10, 8)

    def test_two_weeks_to_decide(self) -> None:
        assert decision_clock(SIX_WEEKS, [], SIX_WEEKS).until == date(2026, 11, 26)

    @pytest.mark.parametrize(("sent", "late"), [(SIX_WEEKS, False), (SIX_WEEKS + timedelta(days=3), True)])
    def test_what_was_done_is_late_or_not_for_ever(self, sent: date, late: bool) -> None:
        clock = report_clock(REPORTED, [], date(2027, 6, 1), sent)
        assert (clock.days_left(date(2027, 6, 1)), clock.is_late(date(2027, 6, 1))) == (None, late)

    def test_a_clock_that_stands_still_ends_later(self) -> None:
        hospital = Pause(date(2026, 10, 10), date(2026, 10, 20), "Marloes lag in het ziekenhuis.")
        assert report_clock(REPORTED, [hospital], SIX_WEEKS).until == date(2026, 11, 23), "the 22nd is a Sunday"

    def test_while_it_stands_still_no_day_is_lost(self) -> None:
        waiting = Pause(date(2026, 10, 10), None, "Wacht op de huisarts.")
        left = {report_clock(REPORTED, [waiting], waiting.since + timedelta(days=n)).days_left(
            waiting.since + timedelta(days=n)) for n in (0, 5, 50)}  # fmt: skip
        assert left == {33}

    def test_a_pause_of_the_investigation_does_not_move_the_decision(self) -> None:
        hospital = Pause(date(2026, 10, 10), date(2026, 10, 20), "Marloes lag in het ziekenhuis.")
        assert decision_clock(SIX_WEEKS, [hospital], SIX_WEEKS).until == date(2026, 11, 26)

    @given(start=DAYS, length=st.integers(0, 200), today=DAYS)
    def test_a_pause_never_brings_the_end_nearer(self, start: date, length: int, today: date) -> None:
        pause = Pause(start, start + timedelta(days=length), "wachten")
        moved = report_clock(REPORTED, [pause], today).until - report_clock(REPORTED, [], today).until
        assert timedelta(0) <= moved <= timedelta(days=length) + HOLIDAYS


class TestPausing:
    RUNNING = Pause(date(2026, 10, 10), None, "wachten")
    OVER = Pause(date(2026, 10, 10), date(2026, 10, 20), "wachten")

    @pytest.mark.parametrize(
        ("pauses", "since", "reason", "refused"),
        [
            ([], date(2026, 10, 10), "Wacht op de huisarts.", None),
            ([OVER], date(2026, 10, 20), "Wacht op de huisarts.", None),
            ([], date(2026, 10, 10), "  ", "waarom"),
            ([], date(2026, 11, 2), "Wacht op de huisarts.", "eerdere dag"),
            ([RUNNING], date(2026, 10, 12), "Wacht op de huisarts.", "al stil"),
            ([OVER], date(2026, 10, 19), "Wacht op de huisarts.", "al stil"),
        ],
    )
    def test_only_with_a_reason_and_once_at_a_time(
        self, pauses: list[Pause], since: date, reason: str, refused: str | None
    ) -> None:
        verdict = can_pause(pauses, since, date(2026, 11, 1), reason)
        assert_refused(verdict, refused)

    @pytest.mark.parametrize("state", State)
    def test_only_while_a_term_runs(self, state: State) -> None:
        """Nothing stands still of what was sent, decided or stopped."""
        over = {State.SENT, State.DECIDED, State.NO_APPLICATION, State.STOPPED}
        assert bool(can_run_term(state)) is (state not in over)

    @pytest.mark.parametrize(
        ("pauses", "on", "refused"),
        [
            ([RUNNING], date(2026, 10, 10), None),
            ([RUNNING], date(2026, 10, 9), "Kies een dag"),
            ([RUNNING], date(2026, 11, 2), "Kies een dag"),
            ([OVER], date(2026, 10, 25), "loopt al"),
        ],
    )
    def test_it_goes_on_from_a_day_since_then(self, pauses: list[Pause], on: date, refused: str | None) -> None:
        verdict = can_resume(pauses, on, date(2026, 11, 1))
        assert_refused(verdict, refused)


class TestBlocks:
    """BR-006 and BR-008."""

    WHOLE = tuple(Finding(block, "“Ik red het niet.”", "Hulp is nodig.") for block in Block)

    def test_there_are_the_seven_of_the_law(self) -> None:
        assert "".join(Block) == "abcdefg"

    def test_with_every_block_filled_nothing_is_lacking(self) -> None:
        assert list(lacking(self.WHOLE, has_personal_plan=False)) == []

    @pytest.mark.parametrize("empty", list(Block))
    def test_a_report_cannot_go_while_any_block_is_empty(self, empty: Block) -> None:
        missing = list(lacking((one for one in self.WHOLE if one.block is not empty), has_personal_plan=False))
        assert [one.block for one in missing] == [empty]
        assert "nog niet weg" in str(can_send_report(missing).reason)

    @pytest.mark.parametrize(
        ("finding", "is_filled"),
        [
            pytest.param(
                Finding(Block.CARER, not_applicable="Marloes heeft geen mantelzorger."),
                True,
                id="BR-006 why not: passes",
            ),
            pytest.param(Finding(Block.CARER, not_applicable=" "), False, id="BR-006 n.v.t. without a reason: refused"),
            pytest.param(Finding(Block.CARER, words="“Mijn moeder helpt.”"), False, id="BR-006 words alone: refused"),
        ],
    )
    def test_not_applicable_needs_a_reason_and_words_are_no_conclusion(self, finding: Finding, is_filled: bool) -> None:
        others = [one for one in self.WHOLE if one.block is not Block.CARER]
        assert (not list(lacking([*others, finding], has_personal_plan=False))) is is_filled

    @pytest.mark.parametrize(
        ("plan_used", "has_personal_plan", "lacks"),
        [
            pytest.param("Overgenomen.", True, 0, id="BR-008 each block says how it was used: passes"),
            pytest.param("", False, 0, id="BR-008 no personal plan was handed in: passes"),
            pytest.param(" ", True, len(Block), id="BR-008 no block says how it was used: refused"),
        ],
    )
    def test_a_personal_plan_counts_in_every_block(self, plan_used: str, has_personal_plan: bool, lacks: int) -> None:
        found = [Finding(one.block, one.words, one.conclusion, plan_used=plan_used) for one in self.WHOLE]
        assert len(list(lacking(found, has_personal_plan=has_personal_plan))) == lacks


class TestSupportFirst:
    """BR-007: for the person, and for the carer if there is one."""

    @pytest.mark.parametrize(
        ("client", "carer", "refused"),
        [
            pytest.param(ANSWERED, None, None, id="BR-007 asked and answered: passes"),
            pytest.param(ANSWERED, ANSWERED, None, id="BR-007 the carer too: passes"),
            pytest.param(NOT_OFFERED, None, "Bied eerst", id="BR-007 not offered: refused"),
            pytest.param(Support(date(2026, 10, 2), ""), None, "Bied eerst", id="BR-007 no answer: refused"),
            pytest.param(ANSWERED, NOT_OFFERED, "Bied ook de mantelzorger", id="BR-007 not the carer: refused"),
        ],
    )
    def test_no_investigation_before_client_support(
        self, client: Support, carer: Support | None, refused: str | None
    ) -> None:
        verdict = can_start(client, carer)
        assert_refused(verdict, refused)


class TestApplying:
    """BR-005."""

    SENT = date(2026, 11, 5)

    @pytest.mark.parametrize(
        ("sent", "on", "may"),
        [
            pytest.param(SENT, SENT, True, id="BR-005 after the report: passes"),
            pytest.param(SENT, SENT - timedelta(days=1), False, id="BR-005 before the report: refused"),
            pytest.param(None, SIX_WEEKS, False, id="BR-005 no report on the last day: refused"),
            pytest.param(None, SIX_WEEKS + timedelta(days=1), True, id="BR-005 no report in six weeks: passes"),
        ],
    )
    def test_after_the_report_or_when_six_weeks_have_passed(self, sent: date | None, on: date, may: bool) -> None:
        assert bool(can_apply(sent, report_clock(REPORTED, [], on, sent), on)) is may


class TestSteps:
    def test_every_state_is_reached_from_the_first(self) -> None:
        reached = {State.REPORTED}
        while further := {State.of(then) for now in reached for then in STEPS.get(now, ())} - reached:
            reached |= further
        assert reached == set(State)

    @given(now=st.sampled_from(State), then=st.sampled_from(State))
    def test_only_the_steps_of_the_table(self, now: State, then: State) -> None:
        assert bool(can_step(now, then)) is (then in STEPS.get(now, ()))

    @pytest.mark.parametrize(
        ("now", "may"), [(State.CONFIRMED, True), (State.INVESTIGATING, True), (State.SENT, False)]
    )
    def test_what_was_sent_stays_as_it_was_sent(self, now: State, may: bool) -> None:
        assert bool(can_write(now)) is may

    @pytest.mark.parametrize(
        ("on", "refused"),
        [
            (date(2026, 10, 5), None),
            (date(2026, 11, 2), "nog niet geweest"),
            (date(2026, 9, 30), "voor de stap ervoor"),
        ],
    )
    def test_a_step_is_written_down_when_it_has_happened(self, on: date, refused: str | None) -> None:
        assert_refused(can_happen_on(on, REPORTED, date(2026, 11, 1)), refused)


class TestReporting:
    """BR-001: a report is confirmed the same day, with who calls and by when."""

    @pytest.mark.parametrize(
        ("caller", "call_by", "refused"),
        [
            pytest.param("Henk Vos", REPORTED + timedelta(days=2), None, id="BR-001 who calls and by when: passes"),
            pytest.param("Henk Vos", REPORTED, None, id="BR-001 the same day: passes"),
            pytest.param(" ", REPORTED, "wie er belt", id="BR-001 nobody calls: refused"),
            pytest.param("Henk Vos", REPORTED - timedelta(days=1), "al geweest", id="BR-001 a day gone by: refused"),
        ],
    )
    def test_a_confirmation_says_who_calls_and_by_when(self, caller: str, call_by: date, refused: str | None) -> None:
        assert_refused(can_confirm(caller, call_by, REPORTED), refused)

    @pytest.mark.parametrize(
        ("confirmed", "in_time"),
        [
            pytest.param(REPORTED, True, id="BR-001 confirmed the same day: passes"),
            pytest.param(REPORTED + timedelta(days=1), False, id="BR-001 confirmed a day later: refused"),
            pytest.param(None, False, id="BR-001 not confirmed: refused"),
        ],
    )
    def test_it_goes_the_same_day(self, confirmed: date | None, in_time: bool) -> None:
        assert is_confirmed_in_time(REPORTED, confirmed) is in_time

    @pytest.mark.parametrize(
        ("changed", "refused"),
        [
            ({}, None),
            ({"need": "\n"}, "wat er gemeld is"),
            ({"reported_by": ""}, "wie dit meldt"),
            ({"reported_on": date(2026, 10, 3)}, "nog niet geweest"),
        ],
    )
    def test_a_report_has_a_day_a_voice_and_words(self, changed: dict[str, object], refused: str | None) -> None:
        said = ReportWords(uuid4(), REPORTED, "Marloes", "Ik red het huis niet.", "Henk Vos", REPORTED)
        words = replace(said, **changed)  # type: ignore[arg-type]  # one field at a time, from a table
        assert_refused(can_report(words, date(2026, 10, 2)), refused)


class TestSafetyFirst:
    """BR-002: the check of basic care and safety is filled in before anything is decided."""

    @pytest.mark.parametrize(
        ("check", "refused"),
        [
            *(pytest.param(one, None, id=f"BR-002 {one.name.lower()}: passes") for one in Safety),
            pytest.param("", "basiszorg en veiligheid", id="BR-002 not filled in: refused"),
        ],
    )
    def test_nothing_is_decided_before_the_check(self, check: str, refused: str | None) -> None:
        assert_refused(can_triage(check), refused)


class TestUrgent:
    """BR-003: with haste there is help before the investigation ends."""

    @pytest.mark.parametrize(
        ("state", "what", "since", "refused"),
        [
            pytest.param(State.CONFIRMED, EARLY, REPORTED, None, id="BR-003 before the investigation: passes"),
            pytest.param(State.INVESTIGATING, EARLY, REPORTED, None, id="BR-003 before its end: passes"),
            pytest.param(State.APPLIED, EARLY, REPORTED, None, id="BR-003 before the decision: passes"),
            pytest.param(State.DECIDED, EARLY, REPORTED, "zolang", id="BR-003 after the decision: refused"),
            pytest.param(State.INVESTIGATING, " ", REPORTED, "welke hulp", id="BR-003 no help named: refused"),
            pytest.param(
                State.INVESTIGATING, "Een rolstoel.", REPORTED - timedelta(days=1), "op of na", id="BR-003 before it"
            ),
        ],
    )
    def test_help_may_come_at_once(self, state: State, what: str, since: date, refused: str | None) -> None:
        assert_refused(can_provide_urgently(state, what, since, REPORTED), refused)


class TestWords:
    TODAY = date(2026, 11, 1)

    @pytest.mark.parametrize(
        ("words", "refused"),
        [
            (BeforeWords(), None),
            (BeforeWords(identity="passport", identity_seen_on=REPORTED), None),
            (BeforeWords(identity="passport"), "welk document"),
            (BeforeWords(identity_seen_on=REPORTED), "welk document"),
            (BeforeWords(client=Support(date(2026, 11, 2), "nee")), "nog niet geweest"),
        ],
    )
    def test_what_goes_before_is_written_down_with_its_day(self, words: BeforeWords, refused: str | None) -> None:
        assert_refused(can_prepare(words, self.TODAY), refused)

    @pytest.mark.parametrize(
        ("words", "refused"),
        [
            (FindingWords("“Ik red het niet.”", "Hulp is nodig."), None),
            (FindingWords("", "", "Er is geen mantelzorger."), None),
            (FindingWords("", "Hulp is nodig.", "Er is geen mantelzorger."), "Niet allebei"),
        ],
    )
    def test_a_block_concludes_or_does_not_apply(self, words: FindingWords, refused: str | None) -> None:
        assert_refused(can_conclude(words), refused)


def assert_refused(verdict: Verdict, refused: str | None) -> None:
    """`refused`: what the reason says; None when it may."""
    assert bool(verdict) is (refused is None)
    assert refused is None or refused in str(verdict.reason)
