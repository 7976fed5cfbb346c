"""Every table found by introspection: a stranger sees no protected row, and the twin: a rightful reader sees one."""

from collections.abc import Iterable
from uuid import UUID, uuid4

import pytest
from django.db import connection

from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account, AccountKind, SharingGround
from kring.ground.access.roles import CHOOSER, REGISSEUR
from kring.ground.access.services import Decision, NewMember, involve, open_dossier, share
from kring.ground.audit.trail import recording
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("demo")

TABLES = """
select c.relname, has_table_privilege('kring_app', c.oid, 'SELECT'),
       coalesce(bool_or(pg_get_expr(p.polqual, p.polrelid) like '%gate.actor() AS actor) IS NOT NULL%'), false)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_policy p on p.polrelid = c.oid
 where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
 group by c.oid, c.relname order by c.relname
"""


def tables() -> list[tuple[str, bool, bool]]:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return [(name, readable, is_open) for name, readable, is_open in cursor.fetchall()]


def filled(names: Iterable[str]) -> set[str]:
    """The tables that hold a row, asked as the server's superuser."""
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        found = set()
        for name in names:
            cursor.execute(f"select exists (select 1 from {name})")
            if cursor.fetchone()[0]:
                found.add(name)
        cursor.execute("set session authorization kring_app")
    return found


def accounts() -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("select id from access_account order by id")
        found = [row[0] for row in cursor.fetchall()]
        cursor.execute("set session authorization kring_app")
    return found


def seen(account: UUID, names: Iterable[str]) -> set[str]:
    """The tables in which this account sees at least one row, in raw SQL."""
    with acting(Actor(account, AccountKind.ACCOUNT, TODAY)), connection.cursor() as cursor:
        found = set()
        for name in names:
            cursor.execute(f"select exists (select 1 from {name})")
            if cursor.fetchone()[0]:
                found.add(name)
    return found


def test_a_stranger_sees_no_protected_row_in_any_table() -> None:
    guarded = [name for name, readable, is_open in tables() if readable and not is_open]
    assert len(guarded) > 25
    assert seen(uuid4(), guarded) == set()


def test_the_twin_every_filled_table_has_a_rightful_reader() -> None:
    guarded = [name for name, readable, is_open in tables() if readable and not is_open]
    unread = filled(guarded)
    assert len(unread) > 20
    for account in accounts():
        unread -= seen(account, unread)
    for table in sorted(unread):
        assert table in seen(opened_by_the_family(table), [table]), f"nobody reads {table}"


WHO = """
select r.subject_id, r.law, s.controller_id, c.account_id, l.id
  from {table} r join access_subject s on s.id = r.subject_id
  join access_roleassignment c on c.organisation_id = s.controller_id and c.role = 'toewijzer'
  join access_account l on l.organisation_id = s.controller_id and l.staff_id is not null and l.id <> c.account_id
 order by r.subject_id, l.id limit 1
"""


def opened_by_the_family(table: str) -> UUID:
    """A regisseur to whom a family has just opened the law of a row in this table of the register zone."""
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute(WHO.format(table=table))
        subject, law, controller, chooser, leading = cursor.fetchone()
        cursor.execute("set session authorization kring_app")
    director = Actor(chooser, AccountKind.ACCOUNT, TODAY, frozenset({(CHOOSER.code, controller)}))
    lead = Actor(leading, AccountKind.ACCOUNT, TODAY)
    answer = Decision(subject, [law], SharingGround.EXPLICIT_CONSENT, "één plan", "zonder dit zicht geen plan", "nee")
    with recording("test"), acting(director):
        members = [NewMember(subject)]
        opened = open_dossier(actor=director, controller=controller, label="Een gezin", members=members, ground="test")
        account = Account.objects.get(id=leading)
        involve(actor=director, dossier=opened, account=account, role=REGISSEUR.code, ground="test")
    with recording("test"), acting(lead):
        share(actor=lead, dossier=opened.id, decision=answer)
    return lead.id


def test_a_table_without_select_for_the_application_is_permission_denied() -> None:
    closed = [name for name, readable, _is_open in tables() if not readable]
    assert "studies_studykey" in closed
