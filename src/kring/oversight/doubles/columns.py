"""Every column of the database that names a person, found by the relations: a model that comes later joins by itself.

Rows that only remember (the log, the history, what a delivery wrote) keep the name that they had.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import connection
from django.db.models import ForeignKey, Model, UniqueConstraint

from kring.ground.access.models import Subject
from kring.oversight.doubles.models import Double

NAMED: Mapping[str, tuple[str, ...]] = {"exchange.ReviewItem": ("chosen",)}
"""Columns that hold the key of a person without a relation.

A list of what is to be destroyed keeps what it was approved for: nobody else goes in that person's place.
"""


@dataclass(frozen=True, slots=True)
class Named:
    """A column with the key of a person. `whole`: the row is this person's, and there is one at most."""

    model: type[Model]
    column: str
    whole: bool

    @property
    def table(self) -> str:
        return str(self.model._meta.db_table)  # noqa: SLF001  Django's public API

    @property
    def key(self) -> str:
        return str(self.model._meta.pk.column)  # noqa: SLF001


@cache
def naming() -> tuple[Named, ...]:
    """In the order of the tables."""
    found = [Named(Subject, "id", whole=True)]
    people: set[type[Model]] = {Subject}
    while new := [one for one in _referring(people) if one not in found]:
        found += new
        people |= {one.model for one in new if one.column == one.key}
    extra = [
        Named(apps.get_model(label), str(apps.get_model(label)._meta.get_field(name).column), whole=False)  # noqa: SLF001
        for label, names in NAMED.items()
        for name in names
    ]
    return tuple(sorted((*found[1:], *extra), key=lambda one: (one.table, one.column)))


def _referring(people: set[type[Model]]) -> list[Named]:
    """A row whose own key is a person's names a person to whatever refers to it."""
    return [
        Named(model, str(one.column), whole=one.unique)
        for model in apps.get_models(include_auto_created=True)
        if model is not Double
        for one in model._meta.concrete_fields  # noqa: SLF001
        if isinstance(one, ForeignKey) and one.remote_field.model in people
    ]


@cache
def children(model: type[Model]) -> tuple[tuple[type[Model], str], ...]:
    """Which columns refer to rows of this model."""
    return tuple(
        (other, str(one.column))
        for other in apps.get_models(include_auto_created=True)
        for one in other._meta.concrete_fields  # noqa: SLF001
        if isinstance(one, ForeignKey) and one.remote_field.model is model
    )


@cache
def unique_sets(model: type[Model]) -> tuple[tuple[str, ...], ...]:
    """Sets of columns of which there is one row, with or without a condition."""
    meta = model._meta  # noqa: SLF001
    columns = {one.name: str(one.column) for one in meta.concrete_fields}
    sets = [tuple(c.fields) for c in meta.constraints if isinstance(c, UniqueConstraint) and c.fields]
    singles = [(one.name,) for one in meta.concrete_fields if one.unique]
    return tuple(tuple(columns[name] for name in names) for names in (*sets, *singles))


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
