"""The archivist decides: a line stays longer, the list is approved, and then carried out (BR-110)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed
from kring.ground.shared.jobs import defer
from kring.ground.shared.verdict import Refused
from kring.oversight.retention.models import DestructionLine, DestructionList, KeepReason, LineState, ListState
from kring.oversight.retention.policy import may_decide
from kring.oversight.retention.queries.signing import list_digest
from kring.oversight.retention.rules import can_approve, can_carry_out, can_keep

CARRY_OUT = "retention.carry_out"


@dataclass(frozen=True, slots=True)
class Longer:
    """Why a line stays, and until when."""

    reason: KeepReason
    words: str
    until: date


def keep(*, actor: Actor, line: DestructionLine, longer: Longer) -> None:
    """It comes back on a list after that day."""
    may_decide(actor, line.organisation_id).enforce()
    can_keep(
        line.list.state, line.state, longer.words, until=longer.until, today=actor.today, category=line.category
    ).enforce()
    changed = DestructionLine.objects.filter(id=line.id, state=line.state).update(
        state=LineState.KEPT,
        keep_reason=longer.reason,
        keep_words=longer.words.strip(),
        keep_until=longer.until,
        decided_by=actor.id,
    )
    _is_done(changed)
    note_deed("retention.line_kept", Part.RETENTION, ground=str(KeepReason(longer.reason).label))


def approve(*, actor: Actor, made: DestructionList) -> None:
    """Every line that is proposed, by somebody else than who drew it up; the digest says to what exactly."""
    may_decide(actor, made.organisation_id).enforce()
    can_approve(made.state, drawn_by=made.drawn_by, approved_by=actor.id).enforce()
    lines = DestructionLine.objects.filter(list=made, state=LineState.PROPOSED)
    approved = list(lines.order_by("number"))
    if not approved:
        raise Refused(_("Op deze lijst staat niets dat vernietigd mag worden."))
    lines.update(state=LineState.APPROVED, decided_by=actor.id)
    _change(
        made,
        ListState.APPROVED,
        approved_at=actor.at,
        approved_by=actor.id,
        approved_by_name=own_name(actor),
        digest=list_digest(approved),
    )
    note_deed("retention.list_approved", Part.RETENTION, ground=made.number)


def carry_out(*, actor: Actor, made: DestructionList) -> None:
    """From here on there is no way back. The work is done behind the page, line by line."""
    may_decide(actor, made.organisation_id).enforce()
    approved = DestructionLine.objects.filter(list=made, state=LineState.APPROVED).count()
    can_carry_out(made.state, approved).enforce()
    _change(made, ListState.RUNNING, started_at=actor.at, started_by=actor.id, started_by_name=own_name(actor))
    note_deed("retention.list_carried_out", Part.RETENTION, ground=made.number)
    defer(CARRY_OUT, made=made.id)


def _change(made: DestructionList, state: ListState, **fields: object) -> None:
    """Only from the state in which it was read."""
    rows: dict[str, object] = {"state": state, **fields}
    _is_done(DestructionList.objects.filter(id=made.id, state=made.state).update(**rows))
    made.state = state


def _is_done(changed: int) -> None:
    if not changed:
        raise Refused(_("Iemand anders heeft hierover net beslist."))
