"""How PostgreSQL carries out the policies: keys are gathered once per query (InitPlan), never per row (SubPlan)."""

from datetime import datetime

import pytest
from django.db import connection

from kring.ground.access.actor import acting
from tests.access.people import make_town

pytestmark = pytest.mark.django_db

READABLE = """
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
   and has_table_privilege('kring_app', c.oid, 'SELECT')
 order by 1
"""


ASKS_PER_ROW = {
    "statements_ownstatement": "who reads the part reads what stands beside it: a few rows, each by the part's own key"
}


def test_every_readable_table_gathers_its_keys_once_per_query(now: datetime) -> None:
    town = make_town(now)
    plans: dict[str, str] = {}
    with acting(town.actor(town.jorien)), connection.cursor() as cursor:
        cursor.execute(READABLE)
        for (table,) in cursor.fetchall():
            cursor.execute(f"explain select * from {table}")
            plans[table] = "\n".join(line for (line,) in cursor.fetchall())
    assert len(plans) > 30
    assert [table for table, plan in plans.items() if "InitPlan" not in plan] == []
    assert [table for table, plan in plans.items() if "SubPlan" in plan] == list(ASKS_PER_ROW)


def test_a_policy_that_asks_per_row_would_show(now: datetime) -> None:
    """The twin: a correlated question gives a SubPlan, so the test above can fail."""
    town = make_town(now)
    with acting(town.actor(town.jorien)), connection.cursor() as cursor:
        cursor.execute(
            "explain select * from access_dossier d"
            " where exists (select 1 from access_grant g where g.key = d.id offset 0) or d.shield = 9"
        )
        assert "SubPlan" in "\n".join(line for (line,) in cursor.fetchall())
