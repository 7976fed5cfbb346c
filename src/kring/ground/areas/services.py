"""Areas are made by the functional administrator; neighbourhoods and address points come by import."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.areas.models import AddressPoint, Area, AreaMunicipality, Neighbourhood
from kring.ground.areas.policy import may_change_areas
from kring.ground.areas.rules import AddressRow
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.organisations.models import Organisation, Team
from kring.ground.shared.ledger import Ledger
from kring.ground.shared.verdict import Refused


def make_area(*, actor: Actor, name: str, municipalities: Sequence[Organisation], team: Team | None = None) -> Area:
    """An area in one or more municipalities, with the area team that works there."""
    may_change_areas(actor).enforce()
    area = Area(name=name, team=team)
    area.full_clean()
    area.save(force_insert=True)
    AreaMunicipality.objects.bulk_create(
        [AreaMunicipality(area=area, municipality=municipality) for municipality in municipalities]
    )
    note_deed("areas.area_made", "settings", event=Event.CREATE)
    return area


def assign_team(*, actor: Actor, area: UUID, team: Team) -> None:
    """From now on this team works in the area."""
    may_change_areas(actor).enforce()
    Area.objects.filter(id=area).update(team=team)
    note_deed("areas.team_assigned", "settings")


def change_area(
    *, actor: Actor, area: Area, name: str, municipalities: Sequence[Organisation], team: Team | None
) -> None:
    """Another name, other municipalities that it lies in, or another team."""
    may_change_areas(actor).enforce()
    area.name, area.team = name, team
    area.full_clean()
    area.save(update_fields=["name", "team"])
    wanted = {municipality.id for municipality in municipalities}
    present = AreaMunicipality.objects.filter(area=area)
    kept = set(present.values_list("municipality_id", flat=True))
    present.exclude(municipality_id__in=wanted).delete()
    AreaMunicipality.objects.bulk_create([AreaMunicipality(area=area, municipality_id=one) for one in wanted - kept])
    note_deed("areas.area_changed", "settings")


def end_area(*, actor: Actor, area: Area, ended_on: date) -> None:
    """No neighbourhood lies in it any more from that day; what was counted for it stays."""
    may_change_areas(actor).enforce()
    if Neighbourhood.objects.filter(area=area).exists():
        raise Refused(_("In dit gebied liggen nog buurten. Leg die eerst in een ander gebied, met een levering."))
    Area.objects.filter(id=area.id).update(ended_on=ended_on, team=None)
    note_deed("areas.area_ended", "settings")


def release_team(*, actor: Actor, team: Team) -> int:
    """The team ends: its areas have none from now on. Returns how many."""
    may_change_areas(actor).enforce()
    released = Area.objects.filter(team=team).update(team=None)
    note_deed("areas.team_released", "settings")
    return released


def load_addresses(
    *, ledger: Ledger, municipality: UUID, rows: Sequence[AddressRow], areas: Mapping[str, UUID]
) -> frozenset[int]:
    """Neighbourhoods and address points of one municipality, as the municipality delivers them.

    `areas` holds every area that the rows name. What a delivery does not mention stays as it is. Returns the
    lines of the addresses that are new.
    """
    codes = {row.neighbourhood_code for row in rows}
    known = {found.code: found for found in Neighbourhood.objects.filter(code__in=codes)}
    for code, row in {row.neighbourhood_code: row for row in reversed(rows)}.items():
        known[code] = _neighbourhood(ledger, known.get(code), municipality, row, areas.get(row.area))
    ledger.flush()
    points = AddressPoint.objects.filter(postcode__in={row.postcode for row in rows})
    present = {(point.postcode, point.number): point for point in points}
    for row in rows:
        _point(ledger, present.get(row.place), known[row.neighbourhood_code], row)
    ledger.flush()
    return frozenset(row.line for row in rows if row.place not in present)


def _neighbourhood(
    ledger: Ledger, known: Neighbourhood | None, municipality: UUID, row: AddressRow, area: UUID | None
) -> Neighbourhood:
    unit = f"buurt {row.neighbourhood_code}"
    if known is None:
        known = Neighbourhood(
            municipality_id=municipality, code=row.neighbourhood_code, name=row.neighbourhood_name, area_id=area
        )
        ledger.add(known, unit=unit)
    else:
        values = {"name": row.neighbourhood_name} | ({"area_id": area} if area else {})
        ledger.put(known, values, unit=unit)
    return known


def _point(ledger: Ledger, known: AddressPoint | None, neighbourhood: Neighbourhood, row: AddressRow) -> None:
    unit = f"adres {row.postcode} {row.number}"
    values = {"x": row.x, "y": row.y, "neighbourhood_id": neighbourhood.id}
    if known is None:
        ledger.add(AddressPoint(postcode=row.postcode, number=row.number, **values), unit=unit, line=row.line)
    else:
        ledger.put(known, values, unit=unit, line=row.line)
