"""Undo one delivery: each row becomes what it was before, the newest change first.

A row that was changed since, or is used elsewhere, stays, and so do the rows that stand or fall with it; the
report names them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kring.exchange.findings import Finding, Severity
from kring.exchange.models import Delivery, DeliveryState, ReviewItem, ReviewState
from kring.exchange.policy import may_deliver
from kring.exchange.services.backwards import Plan
from kring.exchange.services.deliver import one_at_a_time
from kring.exchange.services.report import write_report
from kring.ground.access.actor import Actor, acting
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed, recording, write
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class Left:
    """A row that could not be undone: which kind, for which row of the file, and why."""

    kind: str
    line: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Undone:
    """How many rows went back to what they were, and what stayed."""

    number: int
    rows: int
    left: Sequence[Left]


def undo(*, actor: Actor, delivery: Delivery) -> Undone:
    """Undo a processed delivery. To be called `in_the_register`; one transaction."""
    may_deliver(actor, delivery.organisation_id).enforce()
    with recording("import.terugdraaien") as trail, acting(actor):
        one_at_a_time(delivery.organisation_id)
        delivery.refresh_from_db()
        _enforce_processed(delivery)
        plan = Plan.of(delivery)
        plan.apply()
        ReviewItem.objects.filter(delivery=delivery, state=ReviewState.OPEN).delete()
        left = dict.fromkeys(Left(plan.name(entry), entry.line, why) for entry, why in plan.left())
        write_report(delivery, [_finding(delivery, each) for each in left])
        delivery.state, delivery.to_review = DeliveryState.UNDONE, 0
        delivery.save(update_fields=["state", "to_review"])
        note_deed("exchange.delivery_undone", "delivery", event=Event.DELETE, ground=f"levering {delivery.number}")
        write(trail)
        return Undone(delivery.number, len(plan.todo()), tuple(left))


def _enforce_processed(delivery: Delivery) -> None:
    if delivery.state not in {DeliveryState.DONE, DeliveryState.UNDOING}:
        values = {"number": delivery.number, "state": DeliveryState(delivery.state).label}
        raise Refused(_("Levering %(number)s kan niet worden teruggedraaid: de stand is «%(state)s».") % values)


def _finding(delivery: Delivery, left: Left) -> Finding:
    return Finding(
        file=delivery.file_name,
        line=left.line,
        field=left.kind,
        rule="TERUGDRAAIEN",
        what=_("Deze rij kon niet worden teruggedraaid en staat er nog."),
        why=left.why,
        todo=_("Draai eerst de latere levering terug, of laat de rij staan."),
        severity=Severity.WARNING,
    )
