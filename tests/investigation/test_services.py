"""Henk Vos investigates what Marloes needs: from her report to a decision, with the terms of the law as his tasks."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kring.ground.access import roles
from kring.ground.agenda.models import Notice, NoticeKind, Task, TaskState
from kring.ground.agenda.rules import DECIDING, INVESTIGATING, PERSONAL_PLAN
from kring.ground.shared.verdict import Refused
from kring.practice.investigation.models import BlockFinding, Investigation
from kring.practice.investigation.queries import Which, about_person, in_dossier, investigation, of_actor
from kring.practice.investigation.rules.blocks import Block
from kring.practice.investigation.rules.steps import Decision, Safety, State, Support
from kring.practice.investigation.rules.words import BeforeWords, FindingWords, ReportWords
from kring.practice.investigation.services import (
    apply,
    correct_report,
    decide,
    end_without_application,
    pause,
    prepare,
    provide_urgently,
    receive_plan,
    report_need,
    resume,
    send_report,
    start,
    stop,
    undo,
    undo_finding,
    write_finding,
)
from tests.access.people import give_role
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)
REPORTED = date(2026, 10, 20)
"""A Tuesday: seven days later is the 27th, six weeks later 1 December."""


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL, laws=["wmo"])
    return family


def said(family: Family, of: str = "Marloes Bakker") -> ReportWords:
    return ReportWords(family.subject(of), REPORTED, "Marloes", "Ik red het huis niet meer.", "Henk Vos", TODAY)


READY = BeforeWords(Safety.SAFE, "", Support(date(2026, 10, 21), "nee, bedankt"))


def reported(family: Family, who: str = "henk") -> Investigation:
    with family.acting(who) as actor:
        return report_need(actor=actor, dossier=family.id, words=said(family))


def begun(family: Family) -> Investigation:
    row = reported(family)
    with family.acting("henk") as henk:
        prepare(actor=henk, row=row, words=READY)
        start(actor=henk, row=row, on=date(2026, 10, 28))
    return row


def filled(family: Family, *, plan_used: str = "") -> Investigation:
    row = begun(family)
    with family.acting("henk") as henk:
        for block in Block:
            words = FindingWords("“Ik red het niet.”", "Hulp is nodig.", plan_used=plan_used)
            write_finding(actor=henk, row=row, block=block, words=words)
    return row


def sent(family: Family) -> Investigation:
    row = filled(family)
    with family.acting("henk") as henk:
        send_report(actor=henk, row=row, on=TODAY)
    return row


def tasks(family: Family, state: str = TaskState.OPEN) -> dict[str, date]:
    with family.acting("henk"):
        rows = Task.objects.filter(dossier=family.dossier, state=state, clock__startswith="wmo_")
        return dict(rows.values_list("clock", "due_on"))


class TestReporting:
    def test_a_report_is_confirmed_at_once_with_who_calls_and_she_hears_of_it(self, family: Family) -> None:
        row = reported(family)
        assert (row.state, row.confirmed_on, row.caller, row.call_by) == (State.CONFIRMED, TODAY, "Henk Vos", TODAY)
        with family.acting("marloes") as marloes:
            assert Notice.objects.filter(account=marloes.id, kind=NoticeKind.NEED_CONFIRMED).count() == 1

    def test_its_terms_are_tasks_of_who_investigates(self, family: Family) -> None:
        reported(family)
        assert tasks(family) == {PERSONAL_PLAN: date(2026, 10, 27), INVESTIGATING: date(2026, 12, 1)}

    @pytest.mark.parametrize("who", ["jorien", "fatima", "marloes"])
    def test_nobody_reports_who_does_not_work_under_the_wmo_here(self, family: Family, who: str) -> None:
        """Twin: Henk does, in every other test."""
        with pytest.raises(Refused, match="Wmo"):
            reported(family, who)

    def test_another_day_moves_the_terms(self, family: Family) -> None:
        row = reported(family)
        with family.acting("henk") as henk:
            correct_report(actor=henk, row=row, words=replace(said(family), reported_on=date(2026, 10, 21)))
        assert tasks(family) == {PERSONAL_PLAN: date(2026, 10, 28), INVESTIGATING: date(2026, 12, 2)}

    def test_what_was_just_reported_by_mistake_is_taken_back_with_its_tasks(self, family: Family) -> None:
        row = reported(family)
        with family.acting("henk") as henk:
            undo(actor=henk, row=row)
        assert (row.state, row.ended_because) == (State.STOPPED, "ongedaan gemaakt")
        assert tasks(family) == {}


class TestStarting:
    @pytest.mark.parametrize(
        ("words", "refused"),
        [
            (BeforeWords(), "basiszorg en veiligheid"),
            (replace(READY, client=Support(None, "")), "Bied eerst"),
            (replace(READY, carer_name="oma Truus"), "Bied ook de mantelzorger"),
        ],
    )
    def test_not_before_safety_and_client_support(self, family: Family, words: BeforeWords, refused: str) -> None:
        """BR-002 and BR-007; twin: with all of it, it begins."""
        row = reported(family)
        with family.acting("henk") as henk:
            prepare(actor=henk, row=row, words=words)
        with family.acting("henk") as henk, pytest.raises(Refused, match=refused):
            start(actor=henk, row=row, on=TODAY)
        assert begun(family).state == State.INVESTIGATING

    def test_the_window_for_a_plan_of_ones_own_is_over_when_it_begins(self, family: Family) -> None:
        begun(family)
        assert tasks(family) == {INVESTIGATING: date(2026, 12, 1)}
        assert tasks(family, TaskState.DONE) == {PERSONAL_PLAN: date(2026, 10, 27)}

    def test_while_it_runs_the_support_stays_written_down(self, family: Family) -> None:
        row = begun(family)
        with family.acting("henk") as henk, pytest.raises(Refused, match="Bied eerst"):
            prepare(actor=henk, row=row, words=BeforeWords(Safety.SAFE))

    def test_help_with_haste_comes_before_the_end(self, family: Family) -> None:
        """BR-003."""
        row = reported(family)
        with family.acting("henk") as henk:
            provide_urgently(actor=henk, row=row, what="Elke ochtend hulp bij het opstaan.", since=TODAY)
        assert (row.urgent_from, row.state) == (TODAY, State.CONFIRMED)


class TestBlocks:
    def test_what_she_says_and_what_is_concluded_stand_side_by_side(self, family: Family) -> None:
        row = filled(family)
        with family.acting("marloes") as marloes:
            view = investigation(marloes, family.id, row.id)
        assert view is not None
        assert [one.letter for one in view.blocks] == list("abcdefg")
        assert {(one.finding.words, one.finding.conclusion) for one in view.blocks} == {
            ("“Ik red het niet.”", "Hulp is nodig.")
        }
        assert (view.filled, view.is_complete) == (7, True)

    def test_a_report_goes_only_whole(self, family: Family) -> None:
        """BR-006; twin: with seven blocks it goes."""
        row = begun(family)
        with family.acting("henk") as henk, pytest.raises(Refused, match="nog niet weg"):
            send_report(actor=henk, row=row, on=TODAY)
        with family.acting("henk") as henk:
            for block in Block:
                write_finding(actor=henk, row=row, block=block, words=FindingWords("", "", "Dit speelt niet."))
            send_report(actor=henk, row=row, on=TODAY)
        assert row.state == State.SENT

    def test_a_personal_plan_counts_in_every_block(self, family: Family) -> None:
        """BR-008; twin: when each says how, it goes."""
        row = filled(family)
        with family.acting("henk") as henk:
            receive_plan(actor=henk, row=row, on=date(2026, 10, 25), words="Eerst zelf met oma Truus.")
        with family.acting("henk") as henk, pytest.raises(Refused, match="nog niet weg"):
            send_report(actor=henk, row=row, on=TODAY)
        with family.acting("henk") as henk:
            for block in Block:
                words = FindingWords("", "Hulp is nodig.", plan_used="Overgenomen.")
                write_finding(actor=henk, row=row, block=block, words=words)
            send_report(actor=henk, row=row, on=TODAY)

    def test_what_was_sent_stays_and_a_step_is_taken_back_with_its_task(self, family: Family) -> None:
        row = sent(family)
        with family.acting("henk") as henk, pytest.raises(Refused, match="afgerond"):
            write_finding(actor=henk, row=row, block=Block.NEEDS, words=FindingWords("", "Anders."))
        assert tasks(family) == {}
        with family.acting("henk") as henk:
            undo(actor=henk, row=row)
        assert (row.state, row.sent_on) == (State.INVESTIGATING, None)
        assert tasks(family) == {INVESTIGATING: date(2026, 12, 1)}

    def test_a_block_is_put_back_as_it_was(self, family: Family) -> None:
        row = begun(family)
        words = FindingWords("“Oma helpt.”", "Oma Truus helpt op woensdag.")
        with family.acting("henk", ago=timedelta(minutes=5)) as henk:
            write_finding(actor=henk, row=row, block=Block.NETWORK, words=words)
        with family.acting("henk") as henk:
            found = write_finding(actor=henk, row=row, block=Block.NETWORK, words=replace(words, conclusion="Niemand."))
        with family.acting("henk") as henk:
            undo_finding(actor=henk, row=row, finding=found)
            assert BlockFinding.objects.get(id=found.id).conclusion == "Oma Truus helpt op woensdag."


class TestStandingStill:
    def test_a_term_that_stands_still_is_no_task_and_ends_later(self, family: Family) -> None:
        """BR-004: ten days in hospital; Friday 11 December instead of Tuesday the 1st."""
        row = begun(family)
        with family.acting("henk") as henk:
            pause(actor=henk, row=row, since=date(2026, 10, 20), reason="Marloes ligt in het ziekenhuis.")
        assert tasks(family) == {}
        with family.acting("henk") as henk:
            resume(actor=henk, row=row, on=date(2026, 10, 30))
        assert tasks(family) == {INVESTIGATING: date(2026, 12, 11)}

    def test_never_without_a_reason(self, family: Family) -> None:
        row = begun(family)
        with family.acting("henk") as henk, pytest.raises(Refused, match="waarom"):
            pause(actor=henk, row=row, since=TODAY, reason=" ")

    def test_nothing_stands_still_of_an_investigation_that_was_stopped(self, family: Family) -> None:
        row = begun(family)
        with family.acting("henk") as henk:
            stop(actor=henk, row=row, on=TODAY, reason="Marloes trok de melding in.")
            with pytest.raises(Refused, match="loopt nu geen termijn"):
                pause(actor=henk, row=row, since=TODAY, reason="Wacht op de huisarts.")

    def test_a_report_that_goes_lets_the_clock_run(self, family: Family) -> None:
        row = filled(family)
        with family.acting("henk") as henk:
            pause(actor=henk, row=row, since=TODAY, reason="Wacht op de huisarts.")
            send_report(actor=henk, row=row, on=TODAY)
            view = investigation(henk, family.id, row.id)
        assert view is not None
        assert not view.stands_still


class TestDeciding:
    def test_an_application_waits_for_the_report(self, family: Family) -> None:
        """BR-005; twin: after it, two weeks begin."""
        row = begun(family)
        with family.acting("henk") as henk, pytest.raises(Refused, match="na het verslag"):
            apply(actor=henk, row=row, on=TODAY)
        row = sent(family)
        with family.acting("henk") as henk:
            apply(actor=henk, row=row, on=TODAY)
        assert tasks(family)[DECIDING] == date(2026, 11, 16), "the 15th is a Sunday"

    def test_after_six_weeks_without_a_report_it_may_come(self, family: Family) -> None:
        with family.acting("henk") as henk:
            early = replace(said(family), reported_on=date(2026, 9, 1))
            row = report_need(actor=henk, dossier=family.id, words=early)
            apply(actor=henk, row=row, on=TODAY)
        assert row.state == State.APPLIED

    def test_a_decision_ends_it_in_time(self, family: Family) -> None:
        row = sent(family)
        with family.acting("henk") as henk:
            apply(actor=henk, row=row, on=TODAY)
            decide(actor=henk, row=row, on=TODAY, decision=Decision.PARTLY)
            view = investigation(henk, family.id, row.id)
        assert view is not None
        assert (view.state, view.clock.days_left(TODAY), view.clock.is_late(TODAY)) == (State.DECIDED, None, False)
        assert tasks(family) == {}

    def test_without_an_application_there_is_a_reason_and_it_may_still_come(self, family: Family) -> None:
        row = sent(family)
        with family.acting("henk") as henk, pytest.raises(Refused, match="waarom"):
            end_without_application(actor=henk, row=row, on=TODAY, reason="")
        with family.acting("henk") as henk:
            end_without_application(actor=henk, row=row, on=TODAY, reason="Oma helpt.")
            apply(actor=henk, row=row, on=TODAY)
        assert row.state == State.APPLIED

    def test_it_stops_with_a_reason(self, family: Family) -> None:
        row = begun(family)
        with family.acting("henk") as henk:
            stop(actor=henk, row=row, on=TODAY, reason="Marloes trekt de melding in.")
        assert tasks(family) == {}
        with family.acting("henk") as henk, pytest.raises(Refused, match="stand"):
            start(actor=henk, row=row, on=TODAY)


def written_and_checked(row: BlockFinding) -> None:
    """The database looks at the end of a transaction; here at once."""
    row.save(force_insert=True)
    connection.check_constraints()


class TestReading:
    def test_it_stands_in_the_file_of_the_law(self, family: Family) -> None:
        """Stefan, the regisseur without a ground and another provider read nothing of it; Marloes and Henk do."""
        row = reported(family)
        seen = {}
        for who in ("henk", "marloes", "stefan", "jorien", "fatima"):
            with family.acting(who) as actor:
                seen[who] = [line.id for line in in_dossier(actor, family.id)]
        assert seen == {"henk": [row.id], "marloes": [row.id], "stefan": [], "jorien": [], "fatima": []}

    def test_a_person_finds_what_is_about_herself(self, family: Family) -> None:
        row = reported(family)
        with family.acting("marloes") as marloes:
            assert [line.id for line in about_person(marloes, family.id, family.subject("Marloes Bakker"))] == [row.id]
            assert about_person(marloes, family.id, family.subject("Finn")) == ()

    def test_who_investigates_finds_what_is_late_and_what_ended(self, family: Family) -> None:
        with family.acting("henk") as henk:
            early = replace(said(family), reported_on=date(2026, 9, 1))
            late = report_need(actor=henk, dossier=family.id, words=early)
        running = reported(family)
        with family.acting("henk") as henk:
            found = {which: [line.id for line in of_actor(henk, which)] for which in Which}
        assert found == {Which.RUNNING: [late.id, running.id], Which.LATE: [late.id], Which.ENDED: []}

    def test_a_block_of_somebody_else_is_refused_by_the_database(self, family: Family) -> None:
        """Twin: of Marloes herself it is taken."""
        row = begun(family)
        with family.acting("henk") as henk:
            mine = {"investigation": row, "block": "a", "written_by": henk.id, "written_at": henk.at}
            BlockFinding.objects.create(subject_id=row.subject_id, **mine)
            with pytest.raises(IntegrityError), transaction.atomic():
                written_and_checked(BlockFinding(subject_id=family.subject("Finn"), **mine | {"block": "b"}))
