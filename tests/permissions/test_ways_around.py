"""Ways round the policies, under the application's role: what is shut, and what is known to be open."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import uuid4

import pytest
from django.db import Error, connection, transaction

from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import AccountKind
from kring.ground.shared.database import DatabaseRole
from tests.access.people import make_dossier, make_subject, make_town
from tests.conftest import speaking_as

pytestmark = pytest.mark.django_db

HANDED_OUT = {
    # The keys of the actor and of nobody else.
    "gate.actor", "gate.keys", "gate.writing", "gate.ring", "gate.ring_opens", "gate.own_name", "gate.withheld",
    "gate.law_files", "gate.laws_withheld", "gate.own_pairs", "gate.shown_agreements",
    "gate.now", "gate.key", "gate.law_key", "gate.administers_all",
    # Answers to a question that the actor may ask, each with its own demand inside, and logged by who calls it.
    "gate.own_access", "gate.consulted", "gate.search", "gate.search_bsn", "gate.known_here", "gate.emergency_dossier",
    "gate.person_who_asks",
    "gate.requests_in",
    "gate.has_shield", "gate.is_safeguarding", "gate.watches", "gate.shielded_dossiers", "gate.watched_dossier",
    "gate.watched_members", "gate.shielded_rows", "gate.idle_readers", "gate.unplaced", "gate.own_roof",
    "gate.tells_shielded", "gate.sees",
    # What the page behind a link shows, and its one answer: to who knows the question, as long as it is open.
    "gate.provider_asked", "gate.provider_answers",
    "gate.running_studies", "gate.researchers", "gate.name_household", "gate.pilot_counts", "gate.reviewed",
    "gate.is_founded",
    "leads.caseload", "leads.caseload_counts", "leads.only_administer",
    "audit.shielded", "audit.opened", "audit.help_withheld", "audit.about_shielded",
    # Deeds: they give back nothing of anybody, or an id that was given.
    "gate.notify", "gate.notify_person", "gate.ask_review", "gate.close_reviews", "gate.tell_safeguarding",
    "gate.tell_emergency",
    "gate.provider_told", "gate.keep_request_task", "gate.receive_request", "gate.set_objection", "gate.object_for",
    "gate.object_to_research", "gate.join_pilot", "gate.leave_pilot", "leads.hand_over", "leads.hand_over_tasks",
    "gate.hide_wishes", "leads.tell_lead", "audit.record",
}  # fmt: skip
EXECUTABLE = """
select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where n.nspname in ('gate', 'leads', 'audit', 'history', 'public') and p.prosecdef
   and has_function_privilege('kring_app', p.oid, 'EXECUTE')
"""
SHUT = {
    "becoming the owner": "set role kring_owner",
    "becoming who defines functions": "set role kring_definer",
    "becoming who collects for inspection": "set role kring_rights",
    "switching off the policies of a table": "alter table access_dossier disable row level security",
    "a policy of one's own": "create policy p on access_dossier to kring_app using (true)",
    "a view of one's own": "create view public.v as select 1",
    "a table of one's own": "create table public.t (id int)",
    "a temporary table": "create temporary table t (id int)",
    "a function of one's own": "create function public.f() returns int language sql as 'select 1'",
    "a trigger": "create trigger t before insert on access_dossier execute function history.added()",
    "giving to a file": "copy access_dossier to '/tmp/out'",
    "giving to a program": "copy access_dossier to program 'cat'",
    "reading a file": "select pg_read_file('/etc/passwd')",
    "reading a file as a large object": "select lo_import('/etc/passwd')",
    "what the planner knows of columns": "select * from pg_statistic",
    "passwords of roles": "select rolpassword from pg_authid",
    "emptying a table": "truncate access_dossier",
    "shutting off triggers": "set session_replication_role = replica",
    "what a grant is": "update access_grant set writes = 2",
    "what a row was": "select * from audit_change",
    "forging the history": "select history.keep('{}', 'added', 'x', '{}')",
    "the counter of the log": "select nextval('audit_logline_id_seq')",
}


@contextmanager
def somebody(now: datetime) -> Iterator[None]:
    """Henk Prins, who works in the same town and has nothing to do with the family."""
    town = make_town(now)
    make_dossier(town, "El Amrani", [(make_subject(town.municipality, "Samira"), "moeder")])
    with acting(town.actor(town.henk)):
        yield


def ask(sql: str) -> list[tuple[object, ...]]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall()) if cursor.description else []


@pytest.mark.parametrize("sql", SHUT.values(), ids=SHUT)
def test_this_way_round_is_shut(now: datetime, sql: str) -> None:
    with somebody(now), pytest.raises(Error, match=r"permission denied|must be"):
        ask(sql)


def test_the_policies_hold_for_copy_too(now: datetime) -> None:
    """The twin: the row is there, for who reads every table."""
    with somebody(now), connection.cursor() as cursor:
        with cursor.copy("copy (select label from access_dossier) to stdout") as out:
            assert b"".join(bytes(part) for part in out) == b""
        with speaking_as(DatabaseRole.RIGHTS), cursor.copy("copy (select label from access_dossier) to stdout") as out:
            assert b"El Amrani" in b"".join(bytes(part) for part in out)


def test_the_planner_tells_nothing_of_protected_tables(now: datetime) -> None:
    """`pg_stats` leaves out tables under row-level security, also for who reads some of their rows."""
    with speaking_as(DatabaseRole.OWNER):
        ask("analyze access_dossier")
    with somebody(now):
        guarded = "select relname from pg_class where relrowsecurity"
        assert ask(f"select tablename from pg_stats where tablename in ({guarded})") == []


def test_a_function_that_is_handed_in_sees_no_row_before_the_policy(now: datetime) -> None:
    """A leaky condition comes after the policy: its error would else carry what is in a row."""
    with somebody(now):
        assert ask("select 1 from access_dossier where cast(label as integer) = 1") == []


def test_no_view_passes_over_the_policies() -> None:
    views = ask(
        "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')"
        " and has_table_privilege('kring_app', c.oid, 'SELECT')"
        " and coalesce(not 'security_invoker=true' = any(c.reloptions), true)"
    )
    assert views == []


def test_the_application_counts_with_no_sequence_but_those_of_the_queue_and_of_deliveries() -> None:
    """A counter tells how much there is. Keys about people are made in Python."""
    found = ask(
        "select c.relname from pg_class c where case when c.relkind = 'S'"
        " then has_sequence_privilege('kring_app', c.oid, 'USAGE, SELECT, UPDATE') else false end"
    )
    assert {str(row[0]).split("_", maxsplit=1)[0] for row in found} <= {"procrastinate", "exchange"}


def test_every_definer_function_that_the_application_calls_is_known() -> None:
    """One that comes later is read by somebody, and added here with what it hands out."""
    assert {str(row[0]) for row in ask(EXECUTABLE)} - HANDED_OUT == set()


def test_the_actor_is_no_credential() -> None:
    """Known and open: SQL that is injected can name another actor; an account that is none reads nothing by it."""
    with acting(Actor(uuid4(), AccountKind.ACCOUNT, datetime.now().astimezone())):
        assert ask("select count(*) from access_dossier") == [(0,)]
        ask("select set_config('kring.actor', gen_random_uuid()::text, true)")
        assert ask("select count(*) from access_dossier") == [(0,)]


def test_inside_the_gate_no_table_of_content_is_read(now: datetime) -> None:
    """The application may take the role of the gate: that writes rights, and reads no word of a plan."""
    with somebody(now):
        ask("set local role kring_gate")
        for table in ("plans_goal", "plans_action", "documents_document", "care_provision", "households_personbsn"):
            with pytest.raises(Error, match="permission denied"):
                ask(f"select * from {table}")
