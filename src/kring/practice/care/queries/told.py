"""The help that a family tells of, read with the names of the people it is for: no statement of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils.translation import gettext as _

from kring.ground.access.parts import Law
from kring.ground.shared.aside import rows_aside
from kring.ground.shared.period import Period
from kring.practice.care.models import ToldHelp
from kring.practice.care.queries.rows import CareRow, last_day
from kring.practice.care.rules.help import Help
from kring.practice.care.visibility import Pair, open_laws

FIELDS = ("id", "subject_id", "law", "product", "provider_name", "started_on", "ended_on", "told_by")


class ToldRow(TypedDict):
    """As the database gives it."""

    id: str
    subject_id: str
    law: str
    product: str
    provider_name: str
    started_on: str
    ended_on: str | None
    told_by: str


@dataclass(frozen=True, slots=True)
class Told:
    """One help of one person. `provider` is its key: that of a deliverer of the same name."""

    id: UUID
    subject: UUID
    law: Law
    product: str
    provider_name: str
    provider: str
    period: Period
    told_by: str

    def as_help(self) -> Help:
        return Help(
            str(self.id), str(self.subject), self.law, self.product, self.period, self.provider, told_by_family=True
        )

    def as_row(self, person: str, writable: frozenset[Pair], today: date) -> CareRow:
        runs = self.period.holds(today)
        return CareRow(
            self.id, self.subject, person, self.law, self.product, self.provider_name, (),
            self.period.start, last_day(self.period), "", "", _("loopt") if runs else _("gestopt"), runs,
            told_by_family=True, cost=None, told_by=self.told_by, may_change=(self.subject, self.law) in writable,
        )  # fmt: skip


def told_of(dossier: UUID) -> ArraySubquery:
    """For a query of persons: what is told of each in this dossier."""
    rows = ToldHelp.objects.filter(subject=OuterRef("subject_id"), dossier=dossier, withdrawn_at=None)
    return rows_aside(rows.order_by("started_on", "id"), *FIELDS)


def told_helps(rows: Iterable[ToldRow], providers: Mapping[str, str]) -> tuple[Told, ...]:
    """`providers`: the keys of deliverers by name."""
    return tuple(_told(row, providers) for row in rows)


def _told(row: ToldRow, providers: Mapping[str, str]) -> Told:
    name = row["provider_name"].casefold()
    end = date.fromisoformat(row["ended_on"]) if row["ended_on"] else None
    return Told(
        UUID(row["id"]), UUID(row["subject_id"]), Law.of(row["law"]), row["product"], row["provider_name"],
        providers.get(name, f"verteld:{name}" if name else ""), Period(date.fromisoformat(row["started_on"]), end),
        row["told_by"],
    )  # fmt: skip


def tellable(subjects: Iterable[UUID]) -> frozenset[Pair]:
    """Of whom, and under which laws, this actor writes down what is told. One statement."""
    return open_laws(subjects).told
