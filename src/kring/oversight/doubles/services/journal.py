"""The journal of one merge: every row it changes, as the row was, so that undoing restores it byte for byte.

Rows are moved past the models, as JSON that the database itself makes and reads.
"""

import json
from dataclasses import dataclass, field

from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from kring.ground.shared.verdict import Refused
from kring.oversight.doubles.columns import children, quoted, unique_sets
from kring.oversight.doubles.models import Double, MergeEntry

Row = dict[str, object]


@dataclass(slots=True)
class Journal:
    """Changes rows at once, and writes the entries when it is kept."""

    double: Double
    entries: list[MergeEntry] = field(default_factory=list)

    def rename(self, model: type[Model], row: Row, column: str, value: object) -> None:
        """The column names somebody else from now on; a row of which there is one already is put aside."""
        if _between(row, column, value):
            self._put_aside(model, row)
            return
        try:
            with transaction.atomic():
                self.put(model, row, column, value)
        except IntegrityError:
            if column != _key(model):
                self._give_children(model, row, _twin(model, row, column, value))
            self._put_aside(model, row)

    def put(self, model: type[Model], row: Row, column: str, value: object) -> None:
        """This one column of this row has another value."""
        _set(_table(model), _key(model), column, (value, row[_key(model)], row[column]))
        self._note(model, row, column, value)

    def keep(self) -> None:
        MergeEntry.objects.bulk_create(self.entries)

    def _put_aside(self, model: type[Model], row: Row) -> None:
        self._note(model, row, "", None)
        table, key = quoted(_table(model)), quoted(_key(model))
        with connection.cursor() as cursor:
            cursor.execute(f"delete from {table} where {key}::text = %s", [str(row[_key(model)])])  # noqa: S608  own names

    def _give_children(self, model: type[Model], row: Row, twin: object) -> None:
        """What hangs on the row hangs on its twin."""
        for child, column in children(model):
            for each in rows(child, column, row[_key(model)]):
                if twin is None:
                    raise Refused(_("Aan een van beide hangen gegevens die niet twee keer kunnen voorkomen."))
                self.rename(child, each, column, twin)

    def _note(self, model: type[Model], row: Row, column: str, value: object) -> None:
        entry = MergeEntry(
            double=self.double,
            organisation_id=self.double.organisation_id,
            table=_table(model),
            row=str(row[_key(model)]),
            column=column,
            before=row[column] if column else row,
            after=value if column else None,
        )
        self.entries.append(entry)


def rows(model: type[Model], column: str, value: object) -> list[Row]:
    """Every row in which the column has this value, as the database writes it in JSON."""
    table, key = quoted(_table(model)), quoted(_key(model))
    with connection.cursor() as cursor:
        cursor.execute(
            f"select to_jsonb(t)::text from {table} t where t.{quoted(column)}::text = %s order by t.{key}",  # noqa: S608
            [str(value)],
        )
        return [json.loads(row) for (row,) in cursor.fetchall()]


def restore(entry: MergeEntry, key: str) -> None:
    """As it was; what somebody changed since stays changed."""
    if entry.column:
        at = entry.after if entry.column == key else entry.row
        _set(entry.table, key, entry.column, (entry.before, at, entry.after))
        return
    table = quoted(entry.table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} select * from jsonb_populate_record(null::{table}, %s::jsonb)",  # noqa: S608
            [json.dumps(entry.before)],
        )


def _set(table: str, key: str, column: str, values: tuple[object, object, object]) -> None:
    """The new value, the key of the row, and the value that it must have now."""
    name, at = quoted(table), quoted(column)
    value, row, before = values
    with connection.cursor() as cursor:
        cursor.execute(
            f"update {name} set {at} = (jsonb_populate_record(null::{name}, %s::jsonb)).{at} "  # noqa: S608
            f"where {quoted(key)}::text = %s and to_jsonb({at}) = %s::jsonb",
            [json.dumps({column: value}), str(row), json.dumps(before)],
        )


def _twin(model: type[Model], row: Row, column: str, value: object) -> object:
    """The row of which there may be one only, and that is there already."""
    for columns in unique_sets(model):
        if column in columns:
            found = [
                each
                for each in rows(model, column, value)
                if all(each[other] == row[other] for other in columns if other != column)
            ]
            if found:
                return found[0][_key(model)]
    return None


def _between(row: Row, column: str, value: object) -> bool:
    """A tie of the two with each other: nobody has a tie with oneself."""
    ends = {"subject_id", "other_id"}
    return column in ends <= row.keys() and str(value) in {row[end] for end in ends}


def _table(model: type[Model]) -> str:
    return str(model._meta.db_table)  # noqa: SLF001  Django's public API


def _key(model: type[Model]) -> str:
    return str(model._meta.pk.column)  # noqa: SLF001  Django's public API
