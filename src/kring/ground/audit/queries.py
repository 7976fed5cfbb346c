"""Reading the log back: its lines as they are sealed, what is not as it was sealed; and what rows were before."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from django.db import connection
from django.db.models import F, Field, Func, Max, Model, QuerySet

from kring.ground.audit.models import LogLine, Purge, Seal
from kring.ground.audit.past import Moment
from kring.ground.audit.rules import (
    Finding,
    Header,
    Row,
    Stored,
    check_chain,
    check_lines,
    minute_of,
    sealed_up_to,
    unsealed,
)

FIELDS = (
    "event", "actor", "actor_kind", "responsible", "organisation", "controller", "roles", "dossier", "subjects",
    "parts", "what", "ground", "level", "break_glass", "thing",
)  # fmt: skip
"""Of every line, beside its number and moment, in the order in which they are sealed."""


def rows_of(lines: QuerySet[LogLine]) -> list[Row]:
    """By their numbers. Ids in lists as text: what is summed is the same wherever it was read."""
    found = lines.order_by("id").values_list("id", "at", *FIELDS)
    return [
        Row(number, at, tuple([str(each) for each in value] if isinstance(value, list) else value for value in values))
        for number, at, *values in found
    ]


def sealed_since(moment: datetime) -> QuerySet[Seal, int]:
    """The numbers of the lines in seals of minutes since then."""
    recent = Seal.objects.filter(minute__gte=minute_of(moment))
    return recent.annotate(line=Func(F("ids"), function="unnest")).values_list("line", flat=True)


def seal_count() -> int:
    return Seal.objects.count()


def last_seal() -> str:
    """The sum of the newest seal: noted elsewhere, it holds all that went before."""
    return Seal.objects.order_by("-number").values_list("total", flat=True).first() or ""


def is_sealed(total: str) -> bool:
    """Whether a sum that was noted before is still that of a seal."""
    return Seal.objects.filter(total=total).exists()


def late_seals() -> int:
    """How many seals were needed for lines that came after their minute was sealed."""
    return Seal.objects.filter(is_late=True).count()


def differences(at: datetime, step: Callable[[], object]) -> Iterator[Finding]:
    """Every way in which the log differs from its seals; `step` is called once per seal."""
    yield from check_chain(_stored())
    purged = Purge.objects.aggregate(last=Max("through"))["last"] or 0
    for seal in _stored():
        rows = rows_of(LogLine.objects.filter(id__in=seal.header.ids))
        yield from check_lines(seal.header, rows, is_purged=seal.header.number <= purged)
        step()
    yield from _without_seal(at)


def _stored() -> Iterator[Stored]:
    for seal in Seal.objects.order_by("number").iterator(500):
        header = Header(seal.number, seal.minute, seal.sealed_at, tuple(seal.ids), seal.digest, seal.previous)
        yield Stored(header, seal.count, seal.total)


def _without_seal(at: datetime) -> Iterator[Finding]:
    sealed = Seal.objects.annotate(line=Func(F("ids"), function="unnest")).values("line")
    loose = LogLine.objects.filter(at__lt=sealed_up_to(at)).exclude(id__in=sealed).order_by("at", "id")
    for minute, rows in groupby(loose.values_list("at", "id"), key=lambda row: minute_of(row[0])):
        yield unsealed(minute, [number for _at, number in rows])


def moments_of(model: type[Model], ident: object, fields: Sequence[str]) -> tuple[Moment, ...]:
    """Every change of one row, oldest first, with the values of these fields; nothing for who does not see the row."""
    wanted = [field_of(model, name) for name in fields]
    with connection.cursor() as cursor:
        table = model._meta.db_table  # noqa: SLF001  Django's public API
        cursor.execute("select at, actor, before from gate.history(%s, %s)", [table, str(ident)])
        rows = cursor.fetchall()
    return tuple(Moment(at, actor, _values(wanted, json.loads(was)) if was else None) for at, actor, was in rows)


def field_of(model: type[Model], name: str) -> "Field[object, object]":
    field = model._meta.get_field(name)  # noqa: SLF001  Django's public API
    assert isinstance(field, Field)
    return field


def _values(fields: "Sequence[Field[object, object]]", kept: dict[str, object]) -> dict[str, object]:
    """As Python values: the database kept text."""
    return {field.name: field.to_python(kept.get(str(field.column))) for field in fields}
