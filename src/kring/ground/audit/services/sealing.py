"""The only writers of seals: what is over is sealed, and what is past its term is purged in whole blocks."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from django.db import connection, transaction

from kring.ground.audit.models import LogLine, Seal
from kring.ground.audit.queries import rows_of, sealed_since
from kring.ground.audit.rules import FIRST, Header, Row, digest, sealed_up_to

LATEST = timedelta(days=7)
"""A transaction that lasts longer is found by `verify_log` as lines without a seal."""
LOCK = 7_513


def seal_waiting(*, at: datetime) -> int:
    """Seal every minute that is over; lines that came after their minute was sealed get a seal apart.

    Returns how many seals were made.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        since = at - LATEST
        waiting = LogLine.objects.filter(at__gte=since, at__lt=sealed_up_to(at)).exclude(id__in=sealed_since(since))
        rows = sorted(rows_of(waiting), key=lambda row: (row.minute, row.number))
        last = Seal.objects.order_by("-number").first()
        for minute, block in groupby(rows, key=lambda row: row.minute):
            last = _seal(minute, list(block), last, at)
    return len({row.minute for row in rows})


def purge_expired() -> int:
    """How many lines went; the database itself decides which are past the term."""
    with connection.cursor() as cursor:
        cursor.execute("select audit.purge()")
        return int(cursor.fetchone()[0])


def _seal(minute: datetime, rows: Sequence[Row], last: Seal | None, at: datetime) -> Seal:
    number, previous = (last.number + 1, last.total) if last else (1, FIRST)
    ids = tuple(row.number for row in rows)
    header = Header(number, minute, at, ids, digest(rows), previous)
    return Seal.objects.create(
        number=number,
        minute=minute,
        sealed_at=at,
        is_late=Seal.objects.filter(minute=minute).exists(),
        count=len(ids),
        ids=list(ids),
        digest=header.digest,
        previous=previous,
        total=header.total,
    )
