"""When address points come in or areas change, the addresses and households that lie there follow."""

from collections.abc import Collection, Mapping
from uuid import UUID

from kring.ground.areas.queries import areas_of
from kring.practice.households.models import HOUSED, HouseholdMember, PersonAddress
from kring.practice.households.services.addresses import facts_of
from kring.practice.households.services.batch import Batch, unit_of


def refresh_areas(*, batch: Batch, postcodes: Collection[str]) -> None:
    """Lay the present addresses with these postcodes, and the households there, in the area that is now known."""
    rows = PersonAddress.objects.filter(
        postcode__in=postcodes, ended_on=None, kind__in=HOUSED, subject__controller=batch.controller
    ).order_by("started_on", "id")
    addresses = [(row, facts_of(row)) for row in rows]
    areas = areas_of([point for _row, facts in addresses if (point := facts.point)])
    for row, facts in addresses:
        area = areas.get(facts.point) if facts.point else None
        if area is not None:
            batch.ledger.put(row, {"area": area}, unit=unit_of(row.subject_id))
    batch.ledger.flush()
    _follow(batch, {row.subject_id: row.area for row, _facts in addresses})


def _follow(batch: Batch, areas: Mapping[UUID, UUID | None]) -> None:
    """A household lies where its members are registered; `areas` holds the area of each person's address."""
    members = HouseholdMember.objects.filter(subject__in=areas.keys(), ended_on=None).select_related("household")
    laid: set[UUID] = set()
    for member in members.order_by("household_id", "subject_id"):
        area, household = areas[member.subject_id], member.household
        if area is not None and household.id not in laid:
            laid.add(household.id)
            batch.ledger.put(household, {"area": area}, unit=f"huishouden {household.id}")
    batch.ledger.flush()
