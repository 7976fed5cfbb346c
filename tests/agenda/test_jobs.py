"""What the worker does by itself, run here as its own database role inside the test's transaction."""

import json
import smtplib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email import message_from_string
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from pytest_django import Settings

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Dossier, Login
from kring.ground.access.services import make_login
from kring.ground.agenda.mail import Message, Smtp
from kring.ground.agenda.models import Notice, NoticeKind
from kring.ground.agenda.queries import SentMail, my_notices, outbox
from kring.ground.agenda.services import (
    add_task,
    mail_notices,
    mark_read,
    move_task,
    notice_grant_differences,
    notice_late_tasks,
    notify,
)
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS, Job, defer
from tests.access.people import Town, give_role, make_dossier, make_subject, make_town
from tests.agenda.mailbox import mailbox
from tests.conftest import speaking_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def dossier(town: Town) -> Dossier:
    found = make_dossier(town, "El Amrani", [(make_subject(town.municipality, "Samira El Amrani"), "moeder")])
    give_role(town, found, town.jorien, roles.REGISSEUR)
    return found


@pytest.fixture
def as_worker(now: datetime) -> Iterator[None]:
    """The installation itself, as the worker's database role."""
    with speaking_as(DatabaseRole.JOBS), acting(system_actor(now)):
        yield


def kinds(town: Town, account: UUID) -> list[NoticeKind]:
    actor = town.actor(town.jorien) if account == town.jorien.id else town.actor(town.bram)
    with recording("test"), acting(actor):
        return [notice.kind for notice in my_notices(actor)]


# --- late tasks ------------------------------------------------------------------------------------


def test_a_late_task_gives_one_notice_and_one_again_after_it_was_moved(
    town: Town, dossier: Dossier, now: datetime
) -> None:
    jorien = town.actor(town.jorien)
    with recording("test"), acting(jorien):
        late, other = (
            add_task(
                actor=jorien,
                account=jorien.id,
                clock="actie",
                title=title,
                dossier=dossier.id,
                began_on=date(2026, 10, 1),
                due_on=due,
            )
            for title, due in (("Bel de school", date(2026, 10, 31)), ("Bel de huisarts", date(2026, 11, 1)))
        )
    assert other.due_on == now.date()

    def nightly(moment: datetime) -> int:
        system = system_actor(moment)
        with speaking_as(DatabaseRole.JOBS), acting(system):
            return notice_late_tasks(actor=system)

    assert [nightly(now), nightly(now)] == [1, 0]
    assert kinds(town, town.jorien.id) == [NoticeKind.TASK_LATE]
    with recording("test"), acting(jorien):
        move_task(actor=jorien, task=late, due_on=date(2026, 11, 2), reason="school is dicht")
    assert nightly(now + timedelta(days=1)) == 1, "the task of today is late now; the moved one is not"
    assert nightly(now + timedelta(days=2)) == 1


# --- mail ------------------------------------------------------------------------------------------


def sign_in(town: Town, address: str) -> None:
    """Jorien may sign in, and has an unread notice."""
    system = system_actor(town.at)
    with recording("test"), acting(system):
        make_login(actor=system, account=town.jorien, email=address, password="een lang wachtwoord")
        notify(account=town.jorien.id, kind=NoticeKind.APPOINTED)
        notify(account=town.jorien.id, kind=NoticeKind.PLAN_AGREED)


def sent(town: Town) -> tuple[SentMail, ...]:
    with acting(town.actor(town.mark)):
        return outbox()


def mail_as_worker(now: datetime, post: Smtp | None = None) -> int:
    with speaking_as(DatabaseRole.JOBS):
        return mail_notices(at=now, post=post)


def test_two_notices_are_one_mail_that_says_nothing_but_that_something_is_there(town: Town, now: datetime) -> None:
    sign_in(town, "jorien@zeewaard.test")
    assert mail_as_worker(now) == 1
    [mail] = sent(town)
    assert mail == SentMail(
        "jorien@zeewaard.test",
        "Er staat iets nieuws klaar",
        "Er staat iets nieuws klaar.\n\nhttp://127.0.0.1/\n",
        now,
    )
    assert mail_as_worker(now) == 0


def test_what_was_read_in_kring_is_not_mailed_any_more(town: Town, now: datetime) -> None:
    sign_in(town, "jorien@zeewaard.test")
    jorien = town.actor(town.jorien)
    with acting(jorien):
        mark_read(actor=jorien)
    assert mail_as_worker(now) == 0


def test_a_notice_of_days_ago_is_not_mailed_when_mail_is_set_up_at_last(town: Town, now: datetime) -> None:
    sign_in(town, "jorien@zeewaard.test")
    assert mail_as_worker(now + timedelta(days=2)) == 0


class Refusing(Smtp):
    """A server that does not take this address."""

    def send(self, message: Message) -> None:
        raise smtplib.SMTPRecipientsRefused({message.to: (550, b"unknown")})


class Absent(Smtp):
    """No server there."""

    def send(self, message: Message) -> None:
        raise ConnectionRefusedError


@pytest.mark.parametrize(("server", "tried_again"), [(Refusing, False), (Absent, True)])
def test_a_server_that_is_away_is_tried_again_and_a_refused_address_is_not(
    town: Town, now: datetime, server: type[Smtp], tried_again: bool
) -> None:
    sign_in(town, "jorien@zeewaard.test")
    mail_as_worker(now, server("mail.zeewaard.test", 465, "", "", implicit_tls=True))
    with speaking_as(DatabaseRole.JOBS):
        assert Notice.objects.filter(mailed_at=None).exists() is tried_again


def test_what_goes_over_the_wire_is_the_sentence_and_the_address_and_nothing_else(town: Town, now: datetime) -> None:
    sign_in(town, "jorien@zeewaard.test")
    with mailbox() as (port, received):
        assert mail_as_worker(now, Smtp.parse(f"smtp://127.0.0.1:{port}")) == 1
    [mail] = [message_from_string(text) for text in received]
    assert (mail["To"], mail["Subject"]) == ("jorien@zeewaard.test", "Er staat iets nieuws klaar")
    assert str(mail.get_payload()).split() == ["Er", "staat", "iets", "nieuws", "klaar.", "http://127.0.0.1/"]
    assert sent(town) == (), "a mail that is really sent is not kept"


@pytest.mark.parametrize(("demo", "mails"), [(True, 1), (False, 0)])
def test_the_job_mails_to_the_outbox_in_the_demo_and_nowhere_without_a_mail_server(
    town: Town, settings: Settings, demo: bool, mails: int
) -> None:
    sign_in(town, "jorien@zeewaard.test")
    settings.DEMO, settings.MAIL_URL = demo, ""
    JOBS["agenda.mail_notices"].perform()
    assert len(sent(town)) == mails


def test_an_account_reads_its_mail_in_its_own_language(town: Town, now: datetime) -> None:
    sign_in(town, "jorien@zeewaard.test")
    Login.objects.filter(id=town.jorien.id).update(language="en")
    mail_as_worker(now)
    [mail] = sent(town)
    assert mail.subject == "There is something new for you"


@pytest.mark.parametrize(
    ("url", "port", "use_ssl", "use_tls", "password"),
    [
        ("smtps://kring:geheim%40@mail.zeewaard.test", 465, True, False, "geheim@"),
        ("smtp://kring:geheim@mail.zeewaard.test:2525", 2525, False, True, "geheim"),
        ("smtp://relay.binnen.test:25", 25, False, False, ""),
    ],
)
def test_the_mail_server_is_spoken_to_in_the_clear_only_without_sign_in(
    url: str, port: int, use_ssl: bool, use_tls: bool, password: str
) -> None:
    backend = Smtp.parse(url).backend()
    assert (backend.port, backend.use_ssl, backend.use_tls, backend.password) == (port, use_ssl, use_tls, password)


@pytest.mark.parametrize("url", ["mail.zeewaard.test", "https://mail.zeewaard.test", "smtp://"])
def test_a_wrong_address_of_the_mail_server_says_what_it_must_look_like(url: str) -> None:
    with pytest.raises(ValueError, match="KRING_SMTP_URL moet eruitzien als smtps://"):
        Smtp.parse(url)


# --- the nightly check of rights -------------------------------------------------------------------


def test_the_nightly_check_finds_nothing_when_grants_follow_from_the_facts(
    town: Town, dossier: Dossier, as_worker: None, now: datetime
) -> None:
    assert notice_grant_differences(actor=system_actor(now)) == 0
    assert not Notice.objects.filter(kind=NoticeKind.RIGHTS_DIFFER).exists()


def test_a_grant_that_no_fact_explains_is_told_to_the_administrator(
    town: Town, dossier: Dossier, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    system = system_actor(now)
    with speaking_as(DatabaseRole.GATE), acting(system), connection.cursor() as cursor:
        cursor.execute(
            "insert into access_grant (account_id, part, key, max_level, writes, dossier_id, valid_from, source) "
            "values (%s, 'plan', %s, 2, 0, %s, now(), 'hand')",
            [town.naima.id, dossier.id, dossier.id],
        )
    with speaking_as(DatabaseRole.JOBS), acting(system):
        assert notice_grant_differences(actor=system) == 1
    assert kinds(town, town.bram.id) == [NoticeKind.RIGHTS_DIFFER]
    assert "found 1 differences" in caplog.text


# --- jobs themselves -------------------------------------------------------------------------------


def queued() -> list[tuple[str, dict[str, object]]]:
    with speaking_as(DatabaseRole.JOBS), connection.cursor() as cursor:
        cursor.execute("select task_name, args::text from procrastinate_jobs order by id")
        return [(name, json.loads(args)) for name, args in cursor.fetchall()]


@pytest.fixture
def heard() -> Iterator[list[tuple[str, dict[str, object]]]]:
    """A job that says as whom it runs and with which ids."""
    lines: list[tuple[str, dict[str, object]]] = []

    def run(**ids: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select session_user::text")
            lines.append((cursor.fetchone()[0], ids))

    JOBS["test.listen"] = Job("test.listen", DatabaseRole.IMPORT, run)
    yield lines
    del JOBS["test.listen"]


def test_a_job_runs_as_its_own_role_with_ids(heard: list[tuple[str, dict[str, object]]]) -> None:
    delivery = uuid4()
    JOBS["test.listen"].perform(delivery=str(delivery), number=7, timestamp=1_793_523_600)
    assert heard == [("kring_import", {"delivery": delivery, "number": 7})]


def test_a_job_is_in_the_queue_when_its_transaction_is_committed_and_not_after_a_rollback() -> None:
    with transaction.atomic():
        defer("agenda.notice_late_tasks")
    assert queued() == [("agenda.notice_late_tasks", {})]

    with transaction.atomic():
        defer("agenda.mail_notices")
        assert len(queued()) == 2
        transaction.set_rollback(True)
    assert queued() == [("agenda.notice_late_tasks", {})]


def test_an_import_may_put_a_job_in_the_queue_too() -> None:
    account = uuid4()
    with speaking_as(DatabaseRole.IMPORT):
        defer("agenda.notice_late_tasks", account=account)
    assert queued() == [("agenda.notice_late_tasks", {"account": str(account)})]


def test_a_job_that_nobody_declared_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match=r"Onbekende taak voor de achtergrond: agenda\.slapen"):
        defer("agenda.slapen")


NOT_YOURS = (
    "select args from procrastinate_jobs",
    "update procrastinate_jobs set args = '{}'",
    "delete from procrastinate_jobs",
    "select procrastinate_cancel_job_v1(1, true, true)",
    "select * from procrastinate_events",
)


@pytest.mark.parametrize("deed", NOT_YOURS)
@pytest.mark.parametrize("role", [DatabaseRole.APP, DatabaseRole.IMPORT, DatabaseRole.SNAPSHOT])
def test_nobody_but_the_worker_reads_or_changes_the_queue(role: DatabaseRole, deed: str) -> None:
    with (
        speaking_as(role),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(deed)


@pytest.mark.parametrize("deed", NOT_YOURS)
def test_the_worker_has_the_queue_to_itself(deed: str) -> None:
    with speaking_as(DatabaseRole.JOBS), connection.cursor() as cursor:
        cursor.execute(deed)


def test_the_worker_reads_an_address_and_no_password() -> None:
    with speaking_as(DatabaseRole.JOBS), connection.cursor() as cursor:
        cursor.execute("select id, email, language from access_login where is_active")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute("select password from access_login")


def test_what_runs_by_itself_says_when_and_runs_as_the_worker() -> None:
    by_itself = {name: declared.cron for name, declared in JOBS.items() if declared.cron and name.startswith("agenda.")}
    assert by_itself == {
        "agenda.notice_late_tasks": "5 * * * *",
        "agenda.mail_notices": "* * * * *",
        "agenda.check_grants": "15 2 * * *",
        "agenda.drop_old_texts": "25 2 * * *",
        "agenda.ask_reviews": "35 3 * * *",
    }
    for name in by_itself:
        assert JOBS[name].role is DatabaseRole.JOBS
        JOBS[name].perform()


def test_every_job_has_a_purpose_in_its_name_and_a_role_that_may_log_in() -> None:
    for name, declared in JOBS.items():
        domain, _dot, purpose = name.partition(".")
        assert domain
        assert purpose
        assert declared.role.may_log_in
