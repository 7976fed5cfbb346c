"""Where an address belongs, and the areas there are. Areas and neighbourhoods are no secret."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from kring.ground.areas.models import AddressPoint, Area, AreaMunicipality

Place = tuple[str, int]
"""Postcode and house number."""


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """An area in a list, with the municipalities it lies in."""

    id: UUID
    name: str
    municipalities: tuple[str, ...]


def areas_of(places: Collection[Place]) -> dict[Place, UUID]:
    """The area of each address of which the neighbourhood lies in one; others are left out. One query."""
    points = AddressPoint.objects.filter(postcode__in={postcode for postcode, _number in places})
    known = points.exclude(neighbourhood__area=None).values_list("postcode", "number", "neighbourhood__area_id")
    wanted = set(places)
    return {(postcode, number): area for postcode, number, area in known if (postcode, number) in wanted}


def areas() -> tuple[AreaEntry, ...]:
    """All areas by name. Two queries."""
    lies_in: dict[UUID, list[str]] = {}
    for area, municipality in AreaMunicipality.objects.order_by("municipality__name").values_list(
        "area_id", "municipality__name"
    ):
        lies_in.setdefault(area, []).append(municipality)
    rows = Area.objects.order_by("name").values_list("id", "name")
    return tuple(AreaEntry(area, name, tuple(lies_in.get(area, ()))) for area, name in rows)


def areas_by_name(municipality: UUID) -> dict[str, UUID]:
    """The areas that lie in this municipality, wholly or in part."""
    rows = AreaMunicipality.objects.filter(municipality_id=municipality)
    return dict(rows.values_list("area__name", "area_id"))
