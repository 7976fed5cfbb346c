"""What undoing a delivery does to each row, and which rows stay. The database itself says whether a row is used."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey, Model
from django.utils.translation import gettext as _

from kring.exchange.journal import BATCH, Snapshot, delete_rows, revived, snapshot
from kring.exchange.models import Delivery, JournalEntry

Key = tuple[str, str]
"""Table and primary key of a row."""
KeyT = TypeVar("KeyT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Step:
    """What the delivery did to one row on the whole: before its first entry, after its last."""

    table: str
    row: str
    unit: str
    line: int | None
    before: Snapshot | None
    after: Snapshot | None
    place: int

    @property
    def key(self) -> Key:
        return self.table, self.row

    @classmethod
    def of(cls, entries: Sequence[JournalEntry]) -> "Step":
        """`entries` of one row, oldest first. A new row goes when all that refer to it are gone: at its first place."""
        first, last = entries[0], entries[-1]
        place = first.id if first.before is None else last.id
        return cls(first.table, first.row, first.unit, first.line, first.before, last.after, place)


@dataclass(slots=True)
class Plan:
    """The steps, newest first, and the rows that stay with the reason why."""

    delivery: Delivery
    steps: list[Step]
    stays: dict[Key, str] = field(default_factory=dict)

    @classmethod
    def of(cls, delivery: Delivery) -> "Plan":
        entries = JournalEntry.objects.filter(delivery=delivery).order_by("id")
        rows = _grouped(entries, lambda entry: (entry.table, entry.row))
        steps = [Step.of(found) for found in rows.values()]
        plan = cls(delivery, sorted(steps, key=lambda step: step.place, reverse=True))
        plan._keep_changed_since()
        return plan

    def todo(self) -> list[Step]:
        return [step for step in self.steps if step.key not in self.stays]

    def left(self) -> Iterator[tuple[Step, str]]:
        return ((step, self.stays[step.key]) for step in self.steps if step.key in self.stays)

    @staticmethod
    def name(step: Step) -> str:
        """What kind of row it is, as a person knows it."""
        return str(_model(step.table)._meta.verbose_name)  # noqa: SLF001  Django's public API

    def apply(self) -> None:
        """Try; when rows turn out to be used, go back to the start and try without them."""
        while True:
            used: list[Key] = []
            with _references_checked_at_once(), transaction.atomic():
                for table, steps in groupby(self.todo(), key=lambda step: step.table):
                    used += _undo_rows(_model(table), list(steps))
                if used:
                    transaction.set_rollback(True)
            if not used:
                return
            self._keep(dict.fromkeys(used, _("De rij wordt inmiddels gebruikt.")))

    def _keep_changed_since(self) -> None:
        """A row that is no longer as this delivery left it was changed by somebody else since."""
        for table, steps in _grouped(self.steps, lambda step: step.table).items():
            there = _model(table)._default_manager.filter(pk__in=[step.row for step in steps])  # noqa: SLF001
            present = {str(row.pk): snapshot(row) for row in there}
            changed = [step for step in steps if present.get(step.row) != step.after]
            self._keep({step.key: self._who_changed(step) for step in changed})

    def _who_changed(self, step: Step) -> str:
        later = JournalEntry.objects.filter(table=step.table, row=step.row, id__gt=step.place)
        others = later.exclude(delivery=self.delivery).order_by("id")
        number = others.values_list("delivery__number", flat=True).first()
        if number is None:
            return _("De rij is daarna in Kring gewijzigd.")
        return _("Levering %(number)s heeft de rij daarna gewijzigd.") % {"number": number}

    def _keep(self, keys: dict[Key, str]) -> None:
        """These stay; with them their unit, and the new rows of this delivery that they refer to."""
        created = {step.key for step in self.steps if step.before is None}
        by_key = {step.key: step for step in self.steps}
        by_unit = _grouped(self.steps, lambda step: step.unit)
        self.stays = keys | self.stays
        waiting = list(keys)
        while waiting:
            step = by_key[waiting.pop()]
            together = {other.key for other in by_unit[step.unit]} | (set(_targets(step)) & created)
            fresh = together - self.stays.keys()
            self.stays |= dict.fromkeys(fresh, _("De rij hoort bij een rij die blijft staan."))
            waiting += fresh


ItemT = TypeVar("ItemT")


def _grouped(items: Iterable[ItemT], key: Callable[[ItemT], KeyT]) -> dict[KeyT, list[ItemT]]:
    groups: dict[KeyT, list[ItemT]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def _model(table: str) -> type[Model]:
    return next(model for model in apps.get_models() if model._meta.db_table == table)  # noqa: SLF001


def _targets(step: Step) -> Iterator[Key]:
    """The rows that this row refers to."""
    for column in _model(step.table)._meta.concrete_fields:  # noqa: SLF001  Django's public API
        value = (step.after or {}).get(column.attname)
        if isinstance(column, ForeignKey) and value is not None:
            yield column.target_field.model._meta.db_table, str(value)  # noqa: SLF001


@contextmanager
def _references_checked_at_once() -> Iterator[None]:
    """A row that is used is known by the statement that takes it away, not at the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        yield
        cursor.execute("set constraints all deferred")


def _undo_rows(model: type[Model], steps: Sequence[Step]) -> list[Key]:
    """Undo rows of one table together; in halves when some cannot. Returns those that cannot."""
    try:
        with transaction.atomic():
            _undo_together(model, steps)
    except IntegrityError:
        if len(steps) == 1:
            return [steps[0].key]
        half = len(steps) // 2
        return _undo_rows(model, steps[:half]) + _undo_rows(model, steps[half:])
    return []


def _undo_together(model: type[Model], steps: Sequence[Step]) -> None:
    new = [step.row for step in steps if step.before is None and step.after is not None]
    delete_rows(model, [model._meta.pk.to_python(row) for row in new])  # noqa: SLF001  Django's public API
    changed = [revived(model, step.before) for step in steps if step.before is not None and step.after is not None]
    columns = [column.name for column in model._meta.concrete_fields if not column.primary_key]  # noqa: SLF001
    if changed:
        model._default_manager.bulk_update(changed, columns, batch_size=BATCH)  # noqa: SLF001
    gone = [revived(model, step.before) for step in steps if step.before is not None and step.after is None]
    model._default_manager.bulk_create(gone, batch_size=BATCH)  # noqa: SLF001
