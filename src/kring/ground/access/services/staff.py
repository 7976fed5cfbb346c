"""Teams and the people who work in them: set up by the functional administrator of their organisation."""

from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.policy import may_administer
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.organisations.models import Staff, Team


def make_team(*, actor: Actor, organisation: UUID, name: str) -> Team:
    """A team of an organisation; its name is unique there."""
    may_administer(actor, organisation).enforce()
    team = Team(organisation_id=organisation, name=name)
    team.full_clean()
    team.save(force_insert=True)
    note_deed("access.team_made", "settings", event=Event.CREATE)
    return team


def hire(*, actor: Actor, staff: Staff) -> Staff:
    """Someone starts to work at an organisation. An account comes apart."""
    may_administer(actor, staff.organisation_id).enforce()
    staff.full_clean()
    staff.save(force_insert=True)
    note_deed("access.staff_hired", "settings", event=Event.CREATE)
    return staff


def let_go(*, actor: Actor, staff: Staff, ended_on: date) -> None:
    """Someone leaves; what they did stays readable."""
    may_administer(actor, staff.organisation_id).enforce()
    staff.ended_on = ended_on
    staff.full_clean()
    staff.save(update_fields=["ended_on"])
    note_deed("access.staff_left", "settings", event=Event.CHANGE)
