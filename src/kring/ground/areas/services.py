"""Areas are made by the functional administrator; neighbourhoods and address points come by import."""

from collections.abc import Sequence
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.areas.models import Area, AreaMunicipality
from kring.ground.areas.policy import may_change_areas
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.organisations.models import Organisation, Team


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
