"""Nobody changes or removes a line, whatever role the process logs in as (BR-101)."""

from datetime import datetime

import pytest
from django.db import DatabaseError, connection, transaction

from kring.ground.access.parts import Part
from kring.ground.audit.models import LogLine
from kring.ground.shared.database import DatabaseRole
from tests.audit.lines import all_lines, reads
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db

DEEDS = {
    "update": "update audit_logline set ground = 'iets anders'",
    "delete": "delete from audit_logline",
    "truncate": "truncate audit_logline",
}


@pytest.fixture
def family(now: datetime) -> Family:
    made = make_family(now)
    reads(made.actor("jorien"), Part.PLAN, dossier=made.id)
    return made


@pytest.mark.parametrize("role", DatabaseRole)
@pytest.mark.parametrize("deed", DEEDS)
def test_no_role_changes_or_removes_a_line(family: Family, role: DatabaseRole, deed: str) -> None:
    with speaking_as(role), connection.cursor() as cursor:
        cursor.execute("select set_config('kring.actor', %s, true)", [str(family.town.jorien.id)])
        with pytest.raises(DatabaseError, match=r"permission denied|append-only"), transaction.atomic():
            cursor.execute(DEEDS[deed])


@pytest.mark.parametrize("role", DatabaseRole)
def test_a_line_is_added_by_the_functions_own_role_only(family: Family, role: DatabaseRole) -> None:
    allowed = {DatabaseRole.DEFINER, DatabaseRole.OWNER}
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege(%s, 'audit_logline', 'insert')", [str(role)])
        assert cursor.fetchone() == (role in allowed,)


def test_the_twin_the_role_of_the_log_reads_what_it_cannot_change(family: Family) -> None:
    with speaking_as(DatabaseRole.LOG):
        assert LogLine.objects.filter(actor=family.town.jorien.id, what="test.page").count() == 1
    assert all_lines(what="test.page")[0].ground != "iets anders"
