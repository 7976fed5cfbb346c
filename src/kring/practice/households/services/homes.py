"""Households by address and family tie, with dated membership: a move closes the old one and opens a new one."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from kring.ground.access.actor import Actor
from kring.ground.audit.trail import note_deed
from kring.practice.households.models import (
    HOUSED,
    AddressKind,
    Household,
    HouseholdMember,
    PersonAddress,
    PersonIdentity,
    Relation,
)
from kring.practice.households.rules.facts import Source
from kring.practice.households.rules.formation import Dweller, continued, households
from kring.practice.households.services.addresses import facts_of
from kring.practice.households.services.batch import Batch, unit_of


def form_households(*, actor: Actor, batch: Batch, subjects: Collection[UUID], moved: Mapping[UUID, date]) -> None:
    """Form the households that these people belong to, and those they left. The ledger must be flushed before.

    `moved` holds who left an address, and on which day. People in another place, or unrelated, are not touched.
    """
    around = _around(batch, subjects)
    scene = _Scene.of(batch, actor.today, around, moved)
    scene.close_left()
    formed = households(scene.dwellers(), scene.ties())
    for group, house in continued(formed, scene.present()).items():
        scene.settle(group, house)
    scene.close_unhoused(formed)
    batch.ledger.flush()
    note_deed("households.formed", "relation", subjects=subjects, ground=batch.source)


def _around(batch: Batch, subjects: Collection[UUID]) -> set[UUID]:
    """These people, those they live or lived with as a household, and whoever is registered at the same address."""
    houses = HouseholdMember.objects.filter(subject__in=subjects, ended_on=None).values("household")
    together = HouseholdMember.objects.filter(household__in=houses, ended_on=None)
    postcodes = PersonAddress.objects.filter(subject__in=subjects, ended_on=None, kind=AddressKind.FULL)
    neighbours = PersonAddress.objects.filter(
        postcode__in=postcodes.values("postcode"),
        number__in=postcodes.values("number"),
        kind=AddressKind.FULL,
        ended_on=None,
        subject__controller=batch.controller,
    )
    return {
        *subjects,
        *together.values_list("subject_id", flat=True),
        *neighbours.values_list("subject_id", flat=True),
    }


@dataclass(slots=True)
class _Scene:
    """The people around, where they live, their ties and their present memberships."""

    batch: Batch
    today: date
    moved: Mapping[UUID, date]
    addresses: dict[UUID, PersonAddress]
    gone: dict[UUID, date | None]
    relations: list[tuple[UUID, UUID]]
    memberships: dict[UUID, HouseholdMember]
    houses: dict[UUID, Household]

    @classmethod
    def of(cls, batch: Batch, today: date, around: Collection[UUID], moved: Mapping[UUID, date]) -> "_Scene":
        rows = PersonAddress.objects.filter(subject__in=around, ended_on=None, kind__in=HOUSED)
        addresses = sorted(rows, key=lambda row: (row.source == Source.BRP, row.started_on or date.min, str(row.id)))
        gone = PersonIdentity.objects.filter(subject__in=around).exclude(deceased=False, suspended="")
        ties = Relation.objects.filter(subject__in=around, other__in=around)
        lasting = ties.filter(Q(ended_on=None) | Q(ended_on__gt=today))
        open_now = HouseholdMember.objects.filter(subject__in=around, ended_on=None).select_related("household")
        memberships = list(open_now.order_by("-started_on", "id"))
        return cls(
            batch,
            today,
            moved,
            {row.subject_id: row for row in addresses},
            dict(gone.values_list("subject_id", "deceased_on")),
            list(lasting.values_list("subject_id", "other_id")),
            {member.subject_id: member for member in memberships},
            {member.household_id: member.household for member in memberships},
        )

    def dwellers(self) -> list[Dweller[UUID]]:
        """Someone who died or whose record is no longer kept lives nowhere."""
        living = (row for subject, row in self.addresses.items() if subject not in self.gone)
        return [
            Dweller(row.subject_id, facts_of(row).home, alone=row.kind == AddressKind.LETTER)
            for row in sorted(living, key=lambda row: str(row.subject_id))
        ]

    def ties(self) -> list[tuple[UUID, UUID]]:
        return self.relations

    def present(self) -> dict[UUID, UUID]:
        return {subject: member.household_id for subject, member in self.memberships.items()}

    def close_left(self) -> None:
        for subject, day in self.moved.items():
            self._leave(subject, day)

    def close_unhoused(self, formed: Iterable[frozenset[UUID]]) -> None:
        """Died, emigrated, or no full address any more."""
        housed = frozenset[UUID]().union(*formed)
        for subject in sorted(self.memberships.keys() - housed):
            self._leave(subject, self.gone.get(subject) or self.today)

    def settle(self, group: frozenset[UUID], house: UUID | None) -> None:
        """These people form this household from now on, or a new one."""
        address = self.addresses[min(group)]
        household = self.houses[house] if house is not None else self._new(address)
        values = {"area": address.area, "municipality_code": address.municipality_code}
        self.batch.ledger.put(household, values, unit=f"huishouden {household.id}")
        for subject in sorted(group):
            member = self.memberships.get(subject)
            if member is None or member.household_id != household.id:
                started = self.today if member is not None else self.addresses[subject].started_on or self.today
                self._leave(subject, self.today)
                self._join(household, subject, started)

    def _new(self, address: PersonAddress) -> Household:
        household = Household(
            controller_id=self.batch.controller, area=address.area, municipality_code=address.municipality_code
        )
        self.batch.ledger.add(household, unit=f"huishouden {household.id}")
        return household

    def _leave(self, subject: UUID, day: date) -> None:
        member = self.memberships.pop(subject, None)
        if member is not None:
            self.batch.ledger.put(member, {"ended_on": max(day, member.started_on)}, unit=unit_of(subject))

    def _join(self, household: Household, subject: UUID, started: date) -> None:
        member = HouseholdMember(household=household, subject_id=subject, started_on=started)
        self.batch.ledger.add(member, unit=unit_of(subject))
