"""Teams and the people who work in them: set up by the administrator of their organisation."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Account
from kring.ground.access.policy import may_administer
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.organisations.models import Staff, Team
from kring.ground.shared.verdict import Refused


def make_team(*, actor: Actor, organisation: UUID, name: str) -> Team:
    """A team of an organisation; its name is unique there."""
    may_administer(actor, organisation).enforce()
    team = Team(organisation_id=organisation, name=name)
    team.full_clean()
    team.save(force_insert=True)
    note_deed("access.team_made", "settings", event=Event.CREATE)
    return team


def rename_team(*, actor: Actor, team: Team, name: str) -> None:
    """The same team under another name."""
    may_administer(actor, team.organisation_id).enforce()
    team.name = name
    team.full_clean()
    team.save(update_fields=["name"])
    note_deed("access.team_renamed", "settings")


def end_team(*, actor: Actor, team: Team, ended_on: date) -> None:
    """Only when nobody is in it any more; who was in it stays readable."""
    may_administer(actor, team.organisation_id).enforce()
    if Staff.objects.filter(team=team).exclude(ended_on__lte=ended_on).exists():
        raise Refused(_("In dit team werken nog mensen. Geef hen eerst een ander team of zet hen uit dienst."))
    team.ended_on = ended_on
    team.save(update_fields=["ended_on"])
    note_deed("access.team_ended", "settings")


def hire(*, actor: Actor, staff: Staff) -> Staff:
    """Someone starts to work at an organisation. An account comes apart."""
    may_administer(actor, staff.organisation_id).enforce()
    staff.full_clean()
    staff.save(force_insert=True)
    note_deed("access.staff_hired", "settings", event=Event.CREATE)
    return staff


def change_work(*, actor: Actor, account: Account, function: str, team: Team | None, phone: str) -> None:
    """Another function, team or telephone from now on; what was signed before keeps the function of that day."""
    staff = account.staff
    if staff is None:
        raise Refused(_("Dit account hoort bij een gezin, en niet bij een organisatie."))
    may_administer(actor, staff.organisation_id).enforce()
    if team is not None and (team.organisation_id != staff.organisation_id or team.ended_on):
        raise Refused(_("Kies een lopend team van dezelfde organisatie."))
    staff.function, staff.team, staff.phone = function, team, phone
    staff.full_clean()
    staff.save(update_fields=["function", "team", "phone"])
    with gate():
        Account.objects.filter(id=account.id).update(function=function)
    note_deed("access.work_changed", "settings")


def let_go(*, actor: Actor, staff: Staff, ended_on: date) -> None:
    """Someone leaves; what they did stays readable."""
    may_administer(actor, staff.organisation_id).enforce()
    staff.ended_on = ended_on
    staff.full_clean()
    staff.save(update_fields=["ended_on"])
    note_deed("access.staff_left", "settings", event=Event.CHANGE)
