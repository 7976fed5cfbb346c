"""Publishing below the threshold: a decision with a name and a reason, logged, that can be withdrawn."""

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.steering.figures.models import DisclosureDecision, Pilot
from kring.steering.figures.policy import may_change_pilot


def decide_disclosure(*, actor: Actor, pilot: Pilot, who: str, reason: str) -> DisclosureDecision:
    """From now on letters of this pilot show all figures. `who` decided; the actor writes it down."""
    may_change_pilot(actor, pilot).enforce()
    if not (who.strip() and reason.strip()):
        raise Refused(_("Vul in wie dit besloot en waarom kleine aantallen gepubliceerd mogen worden."))
    if DisclosureDecision.objects.filter(pilot=pilot, withdrawn_at=None).exists():
        raise Refused(_("Er is al een besluit voor deze pilot. Trek dat eerst in."))
    decision = DisclosureDecision(
        pilot=pilot,
        organisation_id=pilot.organisation_id,
        decided_by=actor.id,
        decided_by_name=who.strip(),
        decided_at=actor.at,
        reason=reason.strip(),
    )
    decision.save(force_insert=True)
    note_deed("figures.disclosure_decided", Part.FIGURES, event=Event.CREATE, ground=reason.strip())
    return decision


def withdraw_disclosure(*, actor: Actor, pilot: Pilot) -> None:
    """New letters hide small numbers again; letters that are frozen stay as they were published."""
    may_change_pilot(actor, pilot).enforce()
    changed = DisclosureDecision.objects.filter(pilot=pilot, withdrawn_at=None).update(withdrawn_at=actor.at)
    if not changed:
        raise Refused(_("Er is geen besluit om in te trekken."))
    note_deed("figures.disclosure_withdrawn", Part.FIGURES)
