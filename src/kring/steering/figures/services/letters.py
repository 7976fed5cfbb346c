"""Freezing a letter to the council: what was counted, defined and told stays so for good (BR-122)."""

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import YES, Refused, Verdict
from kring.steering.figures.models import CouncilLetter, Pilot
from kring.steering.figures.policy import may_write_letter
from kring.steering.figures.queries.letters import Heading, draft_letter
from kring.steering.figures.rules.letter import checksum, to_data


def freeze_letter(*, actor: Actor, pilot: Pilot, heading: Heading) -> CouncilLetter:
    """Count now and keep it. The installation itself does this as `kring_snapshot`."""
    _may_freeze(actor, pilot).enforce()
    if heading.counted_on > actor.today:
        raise Refused(_("De peildatum is nog niet geweest. Kies vandaag of een eerdere dag."))
    letter = draft_letter(pilot, heading)
    if CouncilLetter.objects.filter(organisation_id=pilot.organisation_id, reference=letter.reference).exists():
        raise Refused(_("Er is al een brief met dit kenmerk. Kies een ander kenmerk."))
    data = to_data(letter)
    row = CouncilLetter(
        pilot=pilot,
        organisation_id=pilot.organisation_id,
        reference=letter.reference,
        dated_on=letter.dated_on,
        made_at=actor.at,
        figures=data,
        sha256=checksum(data),
    )
    row.save(force_insert=True)
    note_deed("figures.letter_frozen", Part.FIGURES, event=Event.CREATE, ground=letter.reference)
    return row


def _may_freeze(actor: Actor, pilot: Pilot) -> Verdict:
    return YES if actor.is_system else may_write_letter(actor, pilot.organisation_id)
