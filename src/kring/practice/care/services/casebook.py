"""What is stored of the cases that messages name: read once, for one message or for many, and kept up to date.

For many messages only while nobody else changes the register.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from kring.practice.care.models import Declaration, Provider, Provision, ProvisionCost, ProvisionEvent
from kring.practice.care.rules.incoming import MESSAGE_SOURCES, Envelope

Key = tuple[str, str, str]
"""How a message names a case: law, AGB code of the provider, assignment number."""
RowT = TypeVar("RowT", ProvisionEvent, Declaration)


@dataclass(frozen=True)
class CaseBook:
    """Each part is read when it is first asked for; whoever adds a row to a part puts it here too."""

    municipality: str
    subjects: frozenset[UUID]
    keys: frozenset[Key]

    @classmethod
    def of(cls, municipality: str, named: Mapping[UUID, Iterable[Key]]) -> "CaseBook":
        """For what messages name, by client."""
        return cls(municipality, frozenset(named), frozenset(key for keys in named.values() for key in keys))

    @cached_property
    def provisions(self) -> dict[tuple[str, str], Provision]:
        """By law and assignment number, whoever provides it."""
        keys = {f"{self.municipality} {number}" for _law, _agb, number in self.keys}
        sources = {MESSAGE_SOURCES[law] for law, _agb, _number in self.keys}
        rows = Provision.objects.filter(source__in=sources, source_key__in=keys).select_related("provider")
        return {(row.law, row.case_number): row for row in rows}

    @cached_property
    def providers(self) -> dict[str, Provider]:
        rows = Provider.objects.filter(agb_code__in={agb for _law, agb, _number in self.keys})
        return {row.agb_code: row for row in rows}

    @cached_property
    def costs(self) -> dict[UUID, ProvisionCost]:
        """By provision."""
        rows = ProvisionCost.objects.filter(provision__in=[row.id for row in self.provisions.values()])
        return {row.provision_id: row for row in rows}

    @cached_property
    def events(self) -> dict[Key, list[ProvisionEvent]]:
        rows = ProvisionEvent.objects.filter(subject__in=self.subjects, case_number__in=self._numbers)
        return _by_key(rows)

    @cached_property
    def declared(self) -> dict[Key, list[Declaration]]:
        rows = Declaration.objects.filter(subject__in=self.subjects, case_number__in=self._numbers)
        return _by_key(rows)

    def provision(self, envelope: Envelope, number: str) -> Provision | None:
        return self.provisions.get((envelope.law, number))

    def told(self, envelope: Envelope, number: str, client: UUID) -> list[ProvisionEvent]:
        """What this provider told of this client on this assignment, in its order."""
        rows = self.events[envelope.law, envelope.provider, number]
        return sorted((row for row in rows if row.subject_id == client), key=_in_order)

    def performed(self, envelope: Envelope, number: str, client: UUID) -> list[Declaration]:
        """What this provider declared for this client on this assignment, in its order."""
        rows = self.declared[envelope.law, envelope.provider, number]
        return sorted((row for row in rows if row.subject_id == client), key=lambda row: (row.began_on, row.position))

    @property
    def _numbers(self) -> set[str]:
        return {number for _law, _agb, number in self.keys}


def _in_order(row: ProvisionEvent) -> tuple[date, date, date]:
    return row.reported_on or date.max, row.began_on, row.ended_on or date.max


def _by_key(rows: Iterable[RowT]) -> dict[Key, list[RowT]]:
    found: dict[Key, list[RowT]] = defaultdict(list)
    for row in rows:
        found[row.law, row.sender, row.case_number].append(row)
    return found
