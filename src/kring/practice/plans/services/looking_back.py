"""The day on which everybody looks back on the plan, agreed anew at each evaluation (BR-021)."""

from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.services import finish_clock
from kring.ground.audit.trail import note_deed
from kring.practice.leads.policy import roles_in
from kring.practice.leads.services import tell_lead
from kring.practice.plans.models import Plan
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.services.agreeing import EVALUATION


def plan_to_look_back(*, actor: Actor, dossier: UUID, on: date) -> None:
    """The earlier look back is done; the next is a task of who leads."""
    may(Deed.AGREE, roles_in(actor, dossier)).enforce()
    Plan.objects.update_or_create(
        dossier_id=dossier,
        defaults={"evaluation_on": on},
        create_defaults={"evaluation_on": on, "began_on": actor.today},
    )
    note_deed("plans.look_back_planned", Part.PLAN, dossier=dossier)
    finish_clock(actor=actor, dossier=dossier, clock=EVALUATION)
    tell_lead(actor=actor, dossier=dossier, clock=EVALUATION, due_on=max(on, actor.today))
