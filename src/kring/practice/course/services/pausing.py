"""A plan rests for a while, with the reason and the day on which somebody asks again."""

from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.practice.course.models import Pause
from kring.practice.course.policy import may_keep_course
from kring.practice.course.rules.states import can_rest
from kring.practice.course.rules.words import pause_problems
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce


def pause(*, actor: Actor, dossier: UUID, reason: str, until: date) -> Pause:
    may_keep_course(roles_in(actor, dossier)).enforce()
    rests = Pause.objects.filter(dossier_id=dossier, ended_on=None).exists()
    can_rest(Dossier.objects.get(id=dossier).state, is_paused=rests).enforce()
    enforce(pause_problems(reason, until, actor.today))
    row = Pause(
        dossier_id=dossier, reason=reason.strip(), began_on=actor.today, until=until,
        written_by=actor.id, written_at=actor.at,
    )  # fmt: skip
    row.save(force_insert=True)
    note_deed("course.paused", Part.PLAN, event=Event.CREATE, dossier=dossier, ground=reason.strip())
    return row


def go_on(*, actor: Actor, dossier: UUID) -> None:
    """The plan goes on where it was."""
    may_keep_course(roles_in(actor, dossier)).enforce()
    Pause.objects.filter(dossier_id=dossier, ended_on=None).update(ended_on=actor.today)
    note_deed("course.went_on", Part.PLAN, dossier=dossier)
