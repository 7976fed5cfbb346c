"""Family ties as the source states them, from either side: what one side leaves out the other may say."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from kring.ground.audit.trail import note_deed
from kring.practice.households.models import Relation, RelationKind
from kring.practice.households.rules.facts import TieFacts
from kring.practice.households.services.batch import Batch, unit_of

Key = tuple[UUID, UUID, str]


def store_ties(*, batch: Batch, ties: Iterable[TieFacts], about: Collection[UUID]) -> None:
    """Write the ties of the people the delivery is `about`. The ledger is flushed.

    A tie that neither of two people in the delivery states any more is taken away. Where only one of them is in
    it, the tie stays: the other may have stated it.
    """
    stated = _together(tie for tie in ties if tie.subject != tie.other)
    touching = Relation.objects.filter(Q(subject__in=about) | Q(other__in=about))
    present = {(row.subject_id, row.other_id, row.kind): row for row in touching}
    for key, row in present.items():
        both = row.subject_id in about and row.other_id in about
        if key not in stated and both and row.source == batch.source:
            batch.ledger.remove(row, unit=unit_of(row.subject_id))
    for key, tie in stated.items():
        _write(batch, present.get(key), tie)
    batch.ledger.flush()
    note_deed("households.ties_stored", "relation", subjects=about, ground=batch.source)


def _together(ties: Iterable[TieFacts]) -> dict[Key, TieFacts]:
    """One tie of a kind between two people, whatever order they were read in; partners both ways."""
    found: dict[Key, list[TieFacts]] = defaultdict(list)
    for tie in ties:
        found[tie.subject, tie.other, tie.kind].append(tie)
        if tie.kind == RelationKind.PARTNER:
            found[tie.other, tie.subject, tie.kind].append(tie)
    return {key: _merged(key, stated) for key, stated in found.items()}


def _merged(key: Key, stated: list[TieFacts]) -> TieFacts:
    started = [tie.started_on for tie in stated if tie.started_on]
    ended = [tie.ended_on for tie in stated if tie.ended_on]
    line = min((tie.line for tie in stated if tie.line is not None), default=None)
    subject, other, kind = key
    return TieFacts(subject, other, kind, min(started, default=None), max(ended, default=None), line)


def _write(batch: Batch, row: Relation | None, tie: TieFacts) -> None:
    unit = unit_of(tie.subject)
    dates: dict[str, date | None] = {"started_on": tie.started_on, "ended_on": tie.ended_on}
    if row is not None:
        known = {name: day for name, day in dates.items() if day is not None}
        batch.ledger.put(row, known, unit=unit, line=tie.line)
        return
    row = Relation(subject_id=tie.subject, other_id=tie.other, kind=tie.kind, source=batch.source, **dates)
    batch.ledger.add(row, unit=unit, line=tie.line)
