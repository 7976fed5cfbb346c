"""How many families somebody leads, for who administers that account: dossiers without a name, and who is beside."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.practice.leads.models import LeadKind


@dataclass(frozen=True, slots=True)
class Led:
    """One dossier that somebody leads or stands behind; `beside` has the other of the two roles."""

    dossier: UUID
    kind: LeadKind
    beside: UUID | None


def caseload(account: UUID) -> tuple[Led, ...]:
    """One query. The database gives it to who administers the account's organisation, and nobody else."""
    note_read(Part.CASELOAD)
    with connection.cursor() as cursor:
        cursor.execute("select dossier, kind, beside from leads.caseload(%s)", [account])
        return tuple(Led(dossier, LeadKind(kind), beside) for dossier, kind, beside in cursor.fetchall())


def caseload_counts() -> dict[UUID, int]:
    """How many families each colleague leads or stands behind, for who administers their organisation. One query."""
    note_read(Part.CASELOAD)
    with connection.cursor() as cursor:
        cursor.execute("select account, families from leads.caseload_counts()")
        return dict(cursor.fetchall())
