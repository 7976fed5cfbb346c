"""How many statements a page costs: everything after the database knows who asks, the log line and savepoints apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection
from django.test.utils import CaptureQueriesContext

APART = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "BEGIN", "COMMIT")


@dataclass(slots=True)
class Statements:
    """The statements of one page, in order."""

    of_page: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.of_page)


@contextmanager
def statements() -> Iterator[Statements]:
    """Counts from the setting of the actor to the log line."""
    found = Statements()
    with CaptureQueriesContext(connection) as captured:
        yield found
    asked = False
    for query in captured.captured_queries:
        sql = query["sql"]
        if "set_config('kring.actor'" in sql:
            asked = True
        elif asked and "audit.record" not in sql and "current_setting('kring." not in sql and not sql.startswith(APART):
            found.of_page.append(sql)
