"""An opinion that comes after the version was laid down: added to it with its day, the earlier stays (BR-020)."""

from datetime import date

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce
from kring.practice.plans.models import PlanVersion, Position
from kring.practice.plans.policy import may_give_position_as
from kring.practice.plans.rules.agreeing import Opinion, later_opinion_problems


def add_position(*, actor: Actor, version: PlanVersion, opinion: Opinion, said_on: date) -> Position:
    """Of the version that counts now. The version itself does not change (BR-019)."""
    may_give_position_as(roles_in(actor, version.dossier_id), own_name(actor), opinion.name).enforce()
    if PlanVersion.objects.filter(dossier_id=version.dossier_id, number__gt=version.number).exists():
        raise Refused(_("Er is een nieuwere versie. Zeg daarvan wat u vindt."))
    enforce(later_opinion_problems(opinion, said_on, version.agreed_on, actor.today))
    position = Position(
        dossier_id=version.dossier_id,
        version=version,
        name=opinion.name.strip(),
        position=opinion.position,
        remark=opinion.remark.strip(),
        said_on=said_on,
        is_added=True,
        written_by=actor.id,
        written_at=actor.at,
    )
    position.save(force_insert=True)
    note_deed("plans.position_added", Part.PLAN, event=Event.CREATE, dossier=version.dossier_id)
    return position
