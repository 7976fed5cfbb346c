"""Statements that are written out once in a process and asked often.

Django writes its SQL anew for each question; of a page of a dossier that is a fifth of the processor time (ADR 17).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from inspect import signature
from typing import Generic, ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.query import Query

M = TypeVar("M", bound=Model)
R = TypeVar("R")
P = ParamSpec("P")

_Values = tuple[object, ...]
_SELECTED = ("select", "annotation_col_map", "klass_info", "col_count", "has_extra_select")


class Prepared(Generic[P, M, R]):
    """`Prepared(write)(dossier, at)` gives the rows of `write(dossier, at)`, in one query.

    `write` is called once, with values that stand in for ids, moments and days; it passes them on to the queryset and
    never looks at them. The rights of the reader are the database's: the same words find different rows.
    """

    def __init__(self, write: Callable[P, QuerySet[M, R]]) -> None:
        self._write = write
        self._signature = signature(write)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[R]:
        given = self._signature.bind(*args, **kwargs).arguments
        return list(self._written.asked(given))

    @cached_property
    def _written(self) -> "_Written[M, R]":
        takes = enumerate(self._signature.parameters.values(), 1)
        standing_in = {one.name: _stand_in(one.annotation, place) for place, one in takes}
        made = cast("Callable[..., QuerySet[M, R]]", self._write)(**standing_in)
        compiler = made.query.get_compiler(made.db)
        sql, found = compiler.as_sql()
        places = {at: name for at, value in enumerate(found) for name, stood in standing_in.items() if value == stood}
        if unused := set(standing_in) - set(places.values()):
            raise ValueError(f"{self._write.__qualname__}: no place in the statement for {', '.join(sorted(unused))}")
        return _Written(made, compiler, sql, tuple(found), places)


@dataclass(frozen=True, slots=True)
class _Written(Generic[M, R]):
    """A statement with the places of its values."""

    made: QuerySet[M, R]
    compiler: SQLCompiler
    sql: str
    values: _Values
    places: Mapping[int, str]

    def asked(self, given: Mapping[str, object]) -> QuerySet[M, R]:
        values = tuple(given[self.places[at]] if at in self.places else one for at, one in enumerate(self.values))
        query = _Asked(self.made.model)
        query.__dict__.update(self.made.query.__dict__)
        query.compiled, query.statement = self.compiler, (self.sql, values)
        rows = QuerySet[M, R](self.made.model, query, self.made.db)
        for name in ("_iterable_class", "_fields"):
            setattr(rows, name, getattr(self.made, name))
        return rows


class _Asked(Query):
    """A query that has its words already."""

    compiled: SQLCompiler
    statement: tuple[str, _Values]

    def get_compiler(
        self, using: str | None = None, connection: BaseDatabaseWrapper | None = None, elide_empty: bool = True
    ) -> SQLCompiler:
        own = _Compiler(self, connection or connections[using or "default"], using, elide_empty)
        for name in _SELECTED:
            setattr(own, name, getattr(self.compiled, name))
        return own


class _Compiler(SQLCompiler):
    query: _Asked

    def as_sql(self, with_limits: bool = True, with_col_aliases: bool = False) -> tuple[str, _Values]:  # type: ignore[override]  # noqa: ARG002  the stubs know text and numbers only, Django asks with these
        return self.query.statement


def _stand_in(kind: type, place: int) -> object:
    """A value that no statement holds by itself."""
    if kind is UUID:
        return UUID(int=(0x8 << 76) | (0x8 << 60) | (2**40 + place))
    if kind is datetime:
        return datetime(1, 1, place, tzinfo=UTC)
    if kind is date:
        return date(1, 2, place)
    raise TypeError(f"nothing can stand in for {kind}")
