"""After closing somebody asks how it goes, on the agreed days; what came of it is written down (BR-023)."""

from datetime import date

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.course.models import AfterCare
from kring.practice.course.policy import may_keep_course
from kring.practice.course.services.closing import ask_after
from kring.practice.leads.policy import roles_in


def note_after_care(*, actor: Actor, contact: AfterCare, held_on: date, words: str) -> None:
    """Written down, or put right later."""
    may_keep_course(roles_in(actor, contact.dossier_id)).enforce()
    if held_on > actor.today:
        raise Refused(_("Deze dag komt nog. Schrijf het contact op als het geweest is."))
    if not words.strip():
        raise Refused(_("Schrijf op hoe het gaat."))
    AfterCare.objects.filter(id=contact.id).update(held_on=held_on, words=words.strip())
    note_deed("course.after_care_noted", Part.PLAN, dossier=contact.dossier_id)
    ask_after(actor, contact.dossier_id)
