"""Who has authority over a child, looked up on the day of the delivery. What no longer holds ends; it is not lost."""

from collections.abc import Collection, Iterable
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.audit.trail import note_deed
from kring.practice.households.models import Authority
from kring.practice.households.rules.facts import AuthorityFacts
from kring.practice.households.services.batch import Batch, unit_of

Key = tuple[UUID, UUID | None, str]


def store_authority(
    *, actor: Actor, batch: Batch, authority: Iterable[AuthorityFacts], told_about: Collection[UUID]
) -> None:
    """Write the authority over children. For those in `told_about`, what is not stated any more ends today.

    About other children (a parent's record names them) it only adds. The ledger is flushed.
    """
    stated: dict[Key, AuthorityFacts] = {}
    for facts in authority:
        stated.setdefault((facts.child, facts.holder, facts.kind), facts)
    children = {child for child, _holder, _kind in stated} | set(told_about)
    rows = Authority.objects.filter(subject__in=children, ended_on=None).order_by("checked_on", "id")
    present = {(row.subject_id, row.holder_id, row.kind): row for row in rows}
    for key, row in present.items():
        if key not in stated and row.subject_id in told_about and row.source == batch.source:
            batch.ledger.put(row, {"ended_on": actor.today}, unit=unit_of(row.subject_id))
    for key, facts in stated.items():
        _write(actor, batch, present.get(key), facts)
    batch.ledger.flush()
    note_deed("households.authority_stored", "relation", subjects=children, ground=batch.source)


def _write(actor: Actor, batch: Batch, row: Authority | None, facts: AuthorityFacts) -> None:
    unit = unit_of(facts.child)
    if row is not None:
        batch.ledger.put(row, {"checked_on": actor.today}, unit=unit)
        return
    row = Authority(
        subject_id=facts.child,
        holder_id=facts.holder,
        kind=facts.kind,
        source=batch.source,
        checked_on=actor.today,
    )
    batch.ledger.add(row, unit=unit, line=facts.line)
