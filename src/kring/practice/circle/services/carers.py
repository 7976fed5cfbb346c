"""A child of the family that does care at home: written down as a signal, never as capacity (BR-058)."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import YoungCarer
from kring.practice.circle.policy import may_keep_circle
from kring.practice.circle.rules.capacity import can_be_young_carer
from kring.practice.households.models import Person, PersonIdentity
from kring.practice.households.rules.births import Birth


def note_carer(*, actor: Actor, dossier: UUID, child: UUID, does: str) -> YoungCarer:
    """What a child does at home; noted again it is written over."""
    may_keep_circle(actor, dossier).enforce()
    can_be_young_carer(does, _youngest(actor, child)).enforce()
    if not Person.objects.filter(subject=child).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    row, _new = YoungCarer.objects.update_or_create(
        dossier_id=dossier, subject_id=child, until=None, defaults={"does": does.strip()},
        create_defaults={
            "does": does.strip(), "since": actor.today, "written_by": actor.id, "written_at": actor.at,
        },
    )  # fmt: skip
    note_deed("circle.carer_noted", Part.NETWORK, event=Event.CREATE, dossier=dossier, subjects=[child])
    return row


def end_carer(*, actor: Actor, carer: YoungCarer) -> None:
    may_keep_circle(actor, carer.dossier_id).enforce()
    YoungCarer.objects.filter(id=carer.id, until=None).update(until=actor.today)
    note_deed("circle.carer_ended", Part.NETWORK, dossier=carer.dossier_id, subjects=[carer.subject_id])


def _youngest(actor: Actor, child: UUID) -> int | None:
    born = PersonIdentity.objects.filter(subject=child).values_list("birth_year", "birth_month", "birth_day").first()
    ages = Birth(*born).ages_on(actor.today) if born else None
    return ages[0] if ages else None
