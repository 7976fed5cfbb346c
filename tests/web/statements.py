"""What a page asks of the database: all statements after BEGIN and the setting of the actor.

The log line is apart: it is written in its own transaction. So are the savepoints of a test's own transaction.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection
from django.test.utils import CaptureQueriesContext

ACTOR_SET = "set_config('kring.actor'"
UPKEEP = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "BEGIN", "COMMIT")
APART = ("audit.record", "current_setting('kring.", 'UPDATE "django_session"')  # of the page's own, and upkeep
TABLE = re.compile(r"\bfrom\s+\"?([\w.]+)", re.IGNORECASE)


@dataclass(slots=True)
class Statements:
    """The statements of one page, in order."""

    of_page: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.of_page)

    @property
    def tables(self) -> list[str]:
        """The table that each reads first."""
        return [found[1] for sql in self.of_page if (found := TABLE.search(sql))]


@contextmanager
def statements() -> Iterator[Statements]:
    """Filled when the block ends."""
    found = Statements()
    with CaptureQueriesContext(connection) as captured:
        yield found
    asked = False
    for query in captured.captured_queries:
        sql = query["sql"]
        if ACTOR_SET in sql:
            asked = True
        elif asked and not sql.startswith(UPKEEP) and not any(word in sql for word in APART):
            found.of_page.append(sql)
