"""The journal of a delivery: every row it writes, with what the row was before, so that the delivery can be undone."""

import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Field, Model

from kring.exchange.models import Delivery

Plain = str | int | float | bool | None
Snapshot = dict[str, Plain]
BATCH = 500
_WRITE = """
insert into exchange_journalentry (delivery_id, organisation_id, "table", "row", unit, line, before, after)
select %s, %s, "table", "row", unit, line, before, after
  from jsonb_to_recordset(%s) as entry("table" text, "row" text, unit text, line integer, before jsonb, after jsonb)
"""
ModelT = TypeVar("ModelT", bound=Model)


def snapshot(row: Model) -> Snapshot:
    """The columns of a row as they can stand in JSON."""
    return {name: _plain(getattr(row, name)) for name in _columns(type(row))}


def revived(model: type[ModelT], kept: Mapping[str, Plain]) -> ModelT:
    """The row that `snapshot` made this of."""
    columns = _columns(model)
    return model(**{name: columns[name].to_python(value) for name, value in kept.items()})


@cache
def _columns(model: type[Model]) -> dict[str, "Field[object, object]"]:
    columns = model._meta.concrete_fields  # noqa: SLF001  Django's public API
    return {str(column.attname): column for column in columns}


def delete_rows(model: type[Model], keys: Sequence[object]) -> None:
    """Delete by primary key and leave references to the database: this role may not look into other tables."""
    quote = connection.ops.quote_name
    table, column = model._meta.db_table, str(model._meta.pk.column)  # noqa: SLF001  Django's public API
    statement = f"delete from {quote(table)} where {quote(column)} = any(%s)"  # noqa: S608  names of our own models
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(keys)])


def _plain(value: object) -> Plain:
    match value:
        case bool() | int() | float() | None:
            return value
        case date():
            return value.isoformat()
        case bytes() | memoryview():
            return b64encode(bytes(value)).decode("ascii")
        case str() | UUID():
            return str(value)
    raise TypeError(f"Een waarde van de soort {type(value).__name__} past niet in het journaal.")


@dataclass(slots=True)
class _Pending:
    """One row that waits to be written. `before` is None for a new row."""

    row: Model
    before: Snapshot | None
    unit: str
    line: int | None
    columns: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Journal:
    """The `Ledger` of one delivery. Also tells which rows of the file led to a change, and what it wrote in."""

    delivery: Delivery
    touched: set[int] = field(default_factory=set)
    models: set[type[Model]] = field(default_factory=set)
    writes: int = 0
    _added: dict[tuple[type[Model], object], _Pending] = field(default_factory=dict)
    _changed: dict[tuple[type[Model], object], _Pending] = field(default_factory=dict)
    _removed: dict[tuple[type[Model], object], _Pending] = field(default_factory=dict)

    def add(self, row: Model, *, unit: str, line: int | None = None) -> None:
        self._touch(line)
        self._added[type(row), row.pk or id(row)] = _Pending(row, None, unit, line)

    def put(self, row: Model, values: Mapping[str, object], *, unit: str, line: int | None = None) -> bool:
        different = {name for name, value in values.items() if _plain(getattr(row, name)) != _plain(value)}
        if not different:
            return False
        self._touch(line)
        key = (type(row), row.pk)
        if key not in self._added:
            pending = self._changed.setdefault(key, _Pending(row, snapshot(row), unit, line))
            pending.row = row
            pending.columns |= different
        for name in different:
            setattr(row, name, values[name])
        return True

    def remove(self, row: Model, *, unit: str, line: int | None = None) -> None:
        self._touch(line)
        key = (type(row), row.pk)
        if self._added.pop(key, None) is None:
            changed = self._changed.pop(key, None)
            before = changed.before if changed else snapshot(row)
            self._removed[key] = _Pending(row, before, unit, line)

    def flush(self) -> None:
        removed, changed, added = self._taken(self._removed), self._taken(self._changed), self._taken(self._added)
        for model, pending in _by_model(removed):
            delete_rows(model, [each.row.pk for each in pending])
        for model, pending in _by_model(changed):
            _update(model, pending)
        for model, pending in _by_model(added):
            model._default_manager.bulk_create([each.row for each in pending], batch_size=BATCH)  # noqa: SLF001
        entries = [_entry(each, None) for each in removed]
        entries += [_entry(each, snapshot(each.row)) for each in (*changed, *added)]
        self._write(entries)
        self.models |= {type(each.row) for each in (*removed, *changed, *added)}
        self.writes += len(entries)

    def _touch(self, line: int | None) -> None:
        if line is not None:
            self.touched.add(line)

    @staticmethod
    def _taken(waiting: dict[tuple[type[Model], object], _Pending]) -> list[_Pending]:
        taken = list(waiting.values())
        waiting.clear()
        return taken

    def _write(self, entries: Sequence[Mapping[str, object]]) -> None:
        """In this order, as one parameter: every file writes here, and most of them only a few lines."""
        known = [self.delivery.id, self.delivery.organisation_id]
        for start in range(0, len(entries), BATCH):
            with connection.cursor() as cursor:
                cursor.execute(_WRITE, [*known, json.dumps(entries[start : start + BATCH])])


def _entry(pending: _Pending, after: Snapshot | None) -> dict[str, object]:
    return {
        "table": pending.row._meta.db_table,  # noqa: SLF001  Django's public API
        "row": str(pending.row.pk),
        "unit": pending.unit,
        "line": pending.line,
        "before": pending.before,
        "after": after,
    }


def _update(model: type[Model], pending: Sequence[_Pending]) -> None:
    """A single row by itself: the statement for many is slow to make."""
    columns = sorted(set[str]().union(*(each.columns for each in pending)))
    if len(pending) == 1:
        pending[0].row.save(force_update=True, update_fields=columns)
    else:
        model._default_manager.bulk_update([each.row for each in pending], columns, batch_size=BATCH)  # noqa: SLF001


def _by_model(pending: Iterable[_Pending]) -> list[tuple[type[Model], list[_Pending]]]:
    """Grouped by table, in the order in which a table first came up."""
    groups: dict[type[Model], list[_Pending]] = defaultdict(list)
    for each in pending:
        groups[type(each.row)].append(each)
    return list(groups.items())
