"""What the family made itself becomes what the plan says: its words are added, and nobody's are replaced (BR-009)."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed, note_read
from kring.ground.shared.verdict import Refused
from kring.practice.familiegroepsplan.queries import newest, standing
from kring.practice.familiegroepsplan.rules.states import FINISHED
from kring.practice.leads.policy import roles_in
from kring.practice.plans.models import Plan
from kring.practice.plans.policy import Deed, may


def take_over_own_plan(*, actor: Actor, dossier: UUID) -> None:
    """What goes well and what worries, below what stands there. Steps become goals and actions, talked over."""
    may(Deed.AGREE, roles_in(actor, dossier)).enforce()
    own = newest(dossier)
    if own is None or own.state not in FINISHED:
        raise Refused(_("Er is nog geen plan van het gezin dat is aanvaard."))
    brought = standing(dossier)
    note_read(Part.QUESTION, dossier=dossier)
    plan = Plan.objects.select_for_update().filter(dossier_id=dossier).first()
    strengths = _added(plan.strengths if plan else "", [one.well for one in brought])
    concerns = _added(plan.concerns if plan else "", [one.worries for one in brought])
    texts = {"strengths": strengths, "concerns": concerns}
    Plan.objects.update_or_create(
        dossier_id=dossier, defaults=texts, create_defaults={**texts, "began_on": actor.today}
    )
    note_deed("plans.own_plan_taken_over", Part.PLAN, dossier=dossier)


def _added(text: str, brought: list[str]) -> str:
    """Twice is once: what stands there already is not added again."""
    for words in brought:
        if words and words not in text:
            text = f"{text}\n{words}".strip()
    return text
