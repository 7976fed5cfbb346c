"""Gates: the only way to change rights. Inside one, the rights tables may be written; outside, it is permission denied.

Only `access.services` and `access.compiler` may use this; an architecture test holds that.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from kring.ground.shared.database import DatabaseRole


@contextmanager
def gate() -> Iterator[None]:
    """Work as the role that may write the rights tables, until the block ends. Inside the caller's transaction."""
    if not connection.in_atomic_block:
        raise RuntimeError("A gate opens inside a transaction.")
    with connection.cursor() as cursor:
        cursor.execute(f"set local role {DatabaseRole.GATE}")
        yield
        cursor.execute("reset role")
