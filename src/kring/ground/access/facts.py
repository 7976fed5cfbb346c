"""Everything about one dossier that grants follow from: members, circle, sharing decisions, who represents whom.

Who stands round a family is no member of it: of such a person only the circle and the family tie are read.
"""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from kring.ground.access.keys import Span
from kring.ground.access.models import DossierSubject, RecipientKind, Representation, SharingDecision, SubjectKind
from kring.ground.access.sharing_rules import ground_of
from kring.ground.shared.period import HERE


@dataclass(frozen=True, slots=True)
class Shared:
    """A sharing decision: about whom (None: all together), what, for which account (None: who leads), and when."""

    subject: UUID | None
    part: str
    law: str
    account: UUID | None
    span: Span


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything about one dossier that grants follow from."""

    dossier: UUID
    members: dict[UUID, Span]
    network: dict[UUID, Span]
    sharing: tuple[Shared, ...]
    represents: tuple[tuple[UUID, UUID, Span], ...]


def facts_of(dossier: UUID) -> Facts:
    members = DossierSubject.objects.filter(dossier_id=dossier).values_list(
        "subject__kind", "subject_id", "started_at", "ended_at"
    )
    spans: dict[UUID, Span] = {}
    network: dict[UUID, Span] = {}
    for kind, subject, start, end in members:
        (network if kind == SubjectKind.NETWORK else spans)[subject] = Span(start, end)
    decisions = SharingDecision.objects.filter(dossier_id=dossier, started_at__isnull=False)
    represented = Representation.objects.filter(holder_id__in=spans, child_id__in=spans)
    return Facts(
        dossier,
        spans,
        network,
        tuple(shared for row in decisions if (shared := _shared(row)) is not None),
        tuple((row.holder_id, row.child_id, Span(row.started_at, row.ended_at)) for row in represented),
    )


def _shared(row: SharingDecision) -> Shared | None:
    """None for who is outside Kring, and where the ground is not in force in that time."""
    ground = ground_of(row.ground)
    if row.recipient_kind == RecipientKind.OUTSIDE or row.started_at is None or ground.since is None:
        return None
    until = datetime.combine(ground.until, time(), HERE) if ground.until else None
    in_force = Span(datetime.combine(ground.since, time(), HERE), until)
    span = in_force.within(Span(row.started_at, _first(row.withdrawn_at, row.ended_at)))
    return Shared(row.subject_id, row.part, row.law, row.recipient_id, span) if span else None


def _first(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
