"""What the data steward decides on the page; the worker carries it out."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.jobs import defer
from kring.ground.shared.verdict import Refused
from kring.oversight.doubles.models import Double, DoubleState
from kring.oversight.doubles.policy import may_judge_doubles
from kring.oversight.doubles.rules import can_decide


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person or two, and what shows it."""

    same: bool
    reason: str


def ask_search(*, actor: Actor, organisation: UUID) -> None:
    """Have the worker look for doubles now."""
    may_judge_doubles(actor, organisation).enforce()
    note_deed("doubles.search_asked", Part.REGISTER, event=Event.SEARCH)
    defer("doubles.find", organisation=organisation, account=actor.id)


def decide(*, actor: Actor, double: Double, judgement: Judgement) -> None:
    """Merging is done by the worker; two different people do not come back."""
    (may_judge_doubles(actor, double.organisation_id) and can_decide(judgement.reason)).enforce()
    state = DoubleState.MERGING if judgement.same else DoubleState.DIFFERENT
    _move(actor, double, (DoubleState.OPEN, state), judgement.reason)
    note_deed("doubles.judged", Part.REGISTER, subjects=[double.one_id, double.other_id], ground=judgement.reason)
    if judgement.same:
        defer("doubles.carry_out", double=double.id, account=actor.id)


def request_undo(*, actor: Actor, double: Double, reason: str) -> None:
    """They are two people after all; afterwards that stays so."""
    (may_judge_doubles(actor, double.organisation_id) and can_decide(reason)).enforce()
    _move(actor, double, (DoubleState.MERGED, DoubleState.UNDOING), reason)
    note_deed("doubles.undo_asked", Part.REGISTER, event=Event.RIGHTS, subjects=[double.one_id, double.other_id])
    defer("doubles.carry_out", double=double.id, account=actor.id)


def _move(actor: Actor, double: Double, states: tuple[DoubleState, DoubleState], reason: str) -> None:
    before, after = states
    values = {"state": after, "reason": reason.strip(), "decided_by": actor.id, "decided_at": actor.at, "refused": ""}
    if not Double.objects.filter(id=double.id, state=before).update(**values):
        raise Refused(_("Iemand anders heeft dit net beoordeeld. Kijk opnieuw."))


def put_back(*, double: UUID, reason: str) -> None:
    """What the worker could not carry out waits again, and says why."""
    found = Double.objects.filter(id=double)
    for running, before in ((DoubleState.MERGING, DoubleState.OPEN), (DoubleState.UNDOING, DoubleState.MERGED)):
        found.filter(state=running).update(state=before, refused=reason[:400])
    note_deed("doubles.not_done", Part.REGISTER, ground=reason[:400])
