"""Tasks and notices in the database, as the application's role."""

from datetime import date, datetime, timedelta

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account, Dossier
from kring.ground.access.services import end_involvement
from kring.ground.agenda.models import Notice, NoticeKind, Task, TaskState
from kring.ground.agenda.queries import MyDay, MyNotice, my_day, my_notices, task_view
from kring.ground.agenda.services import (
    add_task,
    cancel_task,
    finish_clock,
    finish_task,
    mark_read,
    move_task,
    notify,
    reopen_task,
)
from kring.ground.audit.trail import recording
from kring.ground.shared.verdict import Refused
from tests.access.people import Town, actor_of, give_role, make_dossier, make_subject, make_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def dossier(town: Town) -> Dossier:
    """El Amrani, led by Jorien, with Henk as professional. Naima is of the same team and has no role here."""
    found = make_dossier(town, "El Amrani", [(make_subject(town.municipality, "Samira El Amrani"), "moeder")])
    give_role(town, found, town.jorien, roles.REGISSEUR)
    give_role(town, found, town.henk, roles.TEAM_PROFESSIONAL)
    return found


def give(actor: Actor, account: Account, dossier: Dossier | None, *, due: date | None = None) -> Task:
    with recording("test"), acting(actor):
        return add_task(
            actor=actor,
            account=account.id,
            clock="actie" if due else "vraag_het_gezin",
            title="Vraag het gezin",
            dossier=dossier.id if dossier else None,
            due_on=due,
        )


def day_of(town: Town, account: Account) -> MyDay:
    actor = town.actor(account)
    with recording("test"), acting(actor, read_only=True):
        return my_day(actor)


def notices_of(town: Town, account: Account) -> tuple[MyNotice, ...]:
    actor = town.actor(account)
    with recording("test"), acting(actor):
        return my_notices(actor)


def test_the_clock_sets_the_due_date(town: Town, dossier: Dossier) -> None:
    task = give(town.actor(town.jorien), town.jorien, dossier)
    assert (task.began_on, task.due_on) == (date(2026, 11, 1), date(2026, 11, 13))


def test_a_task_for_a_colleague_in_the_dossier_is_on_his_day_with_a_notice(town: Town, dossier: Dossier) -> None:
    give(town.actor(town.jorien), town.henk, dossier)
    [task] = day_of(town, town.henk).coming
    assert (task.title, task.dossier_label) == ("Vraag het gezin", "El Amrani")
    [notice] = notices_of(town, town.henk)
    assert (notice.kind, notice.dossier, notice.dossier_label) == (NoticeKind.TASK, dossier.id, "El Amrani")


def test_an_own_task_gives_no_notice(town: Town, dossier: Dossier) -> None:
    give(town.actor(town.jorien), town.jorien, dossier)
    assert notices_of(town, town.jorien) == ()


def test_who_does_not_work_on_the_dossier_puts_no_task_in_it(town: Town, dossier: Dossier) -> None:
    with pytest.raises(Refused, match="U werkt niet aan dit dossier"):
        give(town.actor(town.naima), town.henk, dossier)
    with pytest.raises(Refused, match="U werkt niet aan dit dossier"):
        give(town.actor(town.naima), town.naima, dossier)
    assert give(town.actor(town.jorien), town.henk, dossier)


def test_a_task_outside_any_dossier_is_for_oneself(town: Town) -> None:
    with pytest.raises(Refused):
        give(town.actor(town.jorien), town.henk, None)
    give(town.actor(town.jorien), town.jorien, None)
    assert [task.dossier for task in day_of(town, town.jorien).coming] == [None]


def test_my_day_has_three_lists_overdue_first(town: Town, dossier: Dossier, now: datetime) -> None:
    jorien = town.actor(town.jorien)
    early = Actor(jorien.id, jorien.kind, now - timedelta(days=4), jorien.roles)
    for due in (now.date() + timedelta(days=9), now.date(), now.date() - timedelta(days=2)):
        give(early, town.jorien, dossier, due=due)
    day = day_of(town, town.jorien)
    assert [[task.days_left for task in part] for part in (day.overdue, day.today, day.coming)] == [[-2], [0], [9]]
    assert [task.is_late for task in (*day.overdue, *day.today, *day.coming)] == [True, False, False]


def test_the_day_of_another_is_not_mine(town: Town, dossier: Dossier) -> None:
    give(town.actor(town.jorien), town.henk, dossier)
    assert day_of(town, town.naima).is_empty
    assert day_of(town, town.jorien).is_empty
    assert not day_of(town, town.henk).is_empty


def test_a_task_in_a_dossier_that_closed_to_me_leaves_my_day(town: Town, dossier: Dossier, now: datetime) -> None:
    give(town.actor(town.jorien), town.henk, dossier)
    assert day_of(town, town.henk).coming
    mark = actor_of(town.mark.id, now - timedelta(days=1))
    with recording("test"), acting(mark):
        end_involvement(
            actor=mark, dossier=dossier, account=town.henk.id, role=roles.TEAM_PROFESSIONAL.code, ground="klaar"
        )
    assert day_of(town, town.henk).is_empty


def test_finishing_takes_it_from_the_day_once(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    task = give(jorien, town.jorien, dossier)
    with recording("test"), acting(jorien):
        finish_task(actor=jorien, task=task)
        with pytest.raises(Refused, match="al gedaan"):
            finish_task(actor=jorien, task=task)
    assert day_of(town, town.jorien).is_empty
    assert (task.state, task.closed_at) == (TaskState.DONE, jorien.at)


def test_what_was_closed_by_mistake_is_opened_again_once(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    task = give(jorien, town.jorien, dossier)
    with recording("test"), acting(jorien):
        finish_task(actor=jorien, task=task)
        reopen_task(actor=jorien, task=task)
        with pytest.raises(Refused, match="staat nog open"):
            reopen_task(actor=jorien, task=task)
    assert [one.id for one in day_of(town, town.jorien).coming] == [task.id]


def test_one_task_says_its_clock_and_for_whom_it_is(town: Town, dossier: Dossier) -> None:
    task = give(town.actor(town.jorien), town.henk, dossier)
    for account, mine in ((town.jorien, False), (town.henk, True)):
        actor = town.actor(account)
        with recording("test"), acting(actor, read_only=True):
            view = task_view(actor, task.id)
        assert view is not None
        assert (view.doer, view.is_mine, view.dossier_label, view.clock.code, view.days_left) == (
            "Henk Prins",
            mine,
            "El Amrani",
            "vraag_het_gezin",
            12,
        )
    naima = town.actor(town.naima)
    with recording("test"), acting(naima, read_only=True):
        assert task_view(naima, task.id) is None


def test_two_people_closing_the_same_task_at_once(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    task = give(jorien, town.jorien, dossier)
    with recording("test"), acting(jorien):
        same = Task.objects.get(id=task.id)
        finish_task(actor=jorien, task=task)
        with pytest.raises(Refused, match="Iemand anders"):
            finish_task(actor=jorien, task=same)


def test_a_colleague_with_a_role_closes_it_and_a_stranger_does_not(town: Town, dossier: Dossier) -> None:
    task = give(town.actor(town.jorien), town.jorien, dossier)
    naima, henk = town.actor(town.naima), town.actor(town.henk)
    with recording("test"), acting(naima), pytest.raises(Refused, match="van iemand anders"):
        finish_task(actor=naima, task=task)
    with recording("test"), acting(henk):
        finish_task(actor=henk, task=task)


def test_moving_keeps_the_reason_beside_the_new_date(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    task = give(jorien, town.jorien, dossier)
    with recording("test") as trail, acting(jorien):
        move_task(actor=jorien, task=task, due_on=date(2026, 11, 20), reason="Samira is op vakantie")
        [entry] = trail.entries.values()
    [mine] = day_of(town, town.jorien).coming
    assert (mine.due_on, mine.reason) == (date(2026, 11, 20), "Samira is op vakantie")
    assert (entry.what, entry.ground) == ("agenda.task_moved", "Samira is op vakantie")


def test_cancelling_needs_a_reason_and_keeps_it(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    task = give(jorien, town.jorien, dossier)
    with recording("test"), acting(jorien):
        with pytest.raises(Refused, match="Schrijf op waarom"):
            cancel_task(actor=jorien, task=task, reason=" ")
        cancel_task(actor=jorien, task=task, reason="gezin is verhuisd")
        assert Task.objects.get(id=task.id).reason == "gezin is verhuisd"


def test_when_the_thing_itself_happened_every_task_of_that_clock_is_done(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    for account in (town.jorien, town.henk):
        give(jorien, account, dossier)
    give(jorien, town.jorien, dossier, due=date(2026, 11, 9))
    with recording("test"), acting(jorien):
        assert finish_clock(actor=jorien, dossier=dossier.id, clock="vraag_het_gezin") == 2
    assert [task.clock.code for task in day_of(town, town.jorien).coming] == ["actie"]


def test_the_same_notice_twice_in_one_deed_is_one(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    with acting(jorien):
        for _again in range(2):
            notify(account=town.henk.id, kind=NoticeKind.PLAN_AGREED, dossier=dossier.id)
            notify(account=town.henk.id, kind=NoticeKind.IMPORT_DONE)
    assert sorted(notice.kind for notice in notices_of(town, town.henk)) == ["import_done", "plan_agreed"]


def test_a_notice_is_read_by_its_own_account_only(town: Town) -> None:
    jorien, henk = town.actor(town.jorien), town.actor(town.henk)
    with acting(jorien):
        notify(account=town.henk.id, kind=NoticeKind.APPOINTED)
        assert Notice.objects.count() == 0
        assert mark_read(actor=jorien) == 0
    [notice] = notices_of(town, town.henk)
    with acting(henk):
        assert mark_read(actor=henk, notices=(notice.id,)) == 1
    assert [one.is_read for one in notices_of(town, town.henk)] == [True]


def test_reading_my_day_is_logged_per_dossier(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    give(jorien, town.jorien, dossier)
    give(jorien, town.jorien, None)
    with recording("home.home") as trail, acting(jorien, read_only=True):
        my_day(jorien)
    assert [(entry.dossier, entry.parts) for entry in trail.entries.values()] == [(dossier.id, {"task"})]
