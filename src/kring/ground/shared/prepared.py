"""Statements that are written out once in a process and asked often.

Django writes its SQL anew for each question; of a page of a dossier that is a fifth of the processor time (ADR 17).
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from inspect import signature
from typing import Generic, ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet
from django.db.models.query import FlatValuesListIterable, ValuesListIterable

M = TypeVar("M", bound=Model)
R = TypeVar("R")
P = ParamSpec("P")

_Row = tuple[object, ...]


class Prepared(Generic[P, M, R]):
    """`Prepared(write)(dossier, at)` gives the rows of `write(dossier, at)`, a `values_list`, in one query.

    `write` is called once, with values that stand in for ids, moments, days and keys; it passes them on to the queryset
    and never looks at them. The rights of the reader are the database's: the same words find different rows.
    """

    def __init__(self, write: Callable[P, QuerySet[M, R]]) -> None:
        self._write = write
        self._takes = signature(write).parameters

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[R]:
        return self._written.rows({**dict(zip(self._takes, args, strict=False)), **kwargs})

    @cached_property
    def _written(self) -> "_Written[M, R]":
        takes = enumerate(self._takes.values(), 1)
        standing_in = {one.name: _stand_in(one.annotation, place) for place, one in takes}
        made = cast("Callable[..., QuerySet[M, R]]", self._write)(**standing_in)
        written = _Written(made, {stood: name for name, stood in standing_in.items()})
        if unused := written.unused(standing_in):
            raise ValueError(f"{self._write.__qualname__}: no place in the statement for {', '.join(sorted(unused))}")
        return written


class _Written(Generic[M, R]):
    """A statement with the places of its values, and how its columns are read."""

    def __init__(self, made: QuerySet[M, R], names: Mapping[object, str]) -> None:
        self._is_flat = made._iterable_class is FlatValuesListIterable  # noqa: SLF001  nowhere else does it stand
        if not self._is_flat and made._iterable_class is not ValuesListIterable:  # noqa: SLF001
            raise TypeError("only a `values_list` is written out once")
        compiler = made.query.get_compiler(made.db)
        self._database = made.db
        self._sql, values = compiler.as_sql()
        self._values = [(names.get(value), value) for value in values]
        self._converters = compiler.get_converters([one for one, *_ in compiler.select[: compiler.col_count]])

    def unused(self, names: Iterable[str]) -> set[str]:
        return set(names) - {name for name, _ in self._values}

    def rows(self, given: Mapping[str, object]) -> list[R]:
        connection = connections[self._database]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, [given[name] if name else value for name, value in self._values])  # type: ignore[misc]  # the stubs know fewer kinds of values than the driver
            found = cursor.fetchall()
        if self._converters:
            found = [self._converted(row, connection) for row in found]
        return cast("list[R]", [one for (one,) in found] if self._is_flat else found)

    def _converted(self, row: _Row, connection: BaseDatabaseWrapper) -> _Row:
        read = list(row)
        for place, (converters, expression) in self._converters.items():
            for convert in converters:
                read[place] = convert(read[place], expression, connection)
        return tuple(read)


def _stand_in(kind: type, place: int) -> object:
    """A value that no statement holds by itself."""
    if kind is UUID:
        return UUID(int=(0x8 << 76) | (0x8 << 60) | (2**40 + place))
    if kind is datetime:
        return datetime(1, 1, place, tzinfo=UTC)
    if kind is date:
        return date(1, 2, place)
    if kind is str:
        return f"\N{REPLACEMENT CHARACTER}{place}"
    raise TypeError(f"nothing can stand in for {kind}")
