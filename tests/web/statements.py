"""What a page asks of the database: all statements after the actor is set, by the table that they read first."""

import re

from django.test.utils import CaptureQueriesContext

ACTOR_SET = "set_config('kring.actor'"
TABLE = re.compile(r"\bfrom\s+\"?([\w.]+)", re.IGNORECASE)
UPKEEP = ("SAVEPOINT", "RELEASE", "ROLLBACK", "select set_config")


def statements(captured: CaptureQueriesContext) -> list[str]:
    """In order; the savepoints of the test's own transaction are left out."""
    asked = [query["sql"] for query in captured.captured_queries]
    start = next(number for number, sql in enumerate(asked) if ACTOR_SET in sql)
    return [found[1] for sql in asked[start + 1 :] if not sql.startswith(UPKEEP) and (found := TABLE.search(sql))]
