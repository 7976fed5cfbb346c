"""Deelnames go in and out through the database's own doors: who takes part is read by nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db import connection
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Law
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.steering.figures.models import Pilot, PilotMunicipality
from kring.steering.figures.policy import may_let_take_part
from kring.steering.figures.rules.pilots import can_take_part

PART = "participation"


@dataclass(frozen=True, slots=True)
class Entry:
    """One client, its municipality and the domain by which it came in, whatever other laws the plan has."""

    subject: UUID
    municipality: UUID
    domain: Law
    started_on: date


def add_participation(*, actor: Actor, pilot: Pilot, entry: Entry) -> None:
    """From this day the client counts. Refused when it counts already, in whatever domain."""
    may_let_take_part(actor, entry.municipality).enforce()
    is_member = PilotMunicipality.objects.filter(pilot=pilot, municipality_id=entry.municipality).exists()
    can_take_part(
        started_on=pilot.started_on, ended_on=pilot.ended_on, day=entry.started_on, is_member=is_member
    ).enforce()
    joined = _ask(
        "select gate.join_pilot(%s, %s, %s, %s, %s, %s)",
        [uuid4(), pilot.id, entry.subject, entry.municipality, str(entry.domain), entry.started_on],
    )
    if not joined:
        raise Refused(_("Deze cliënt doet al mee aan de pilot en telt één keer."))
    note_deed("figures.participation_added", PART, event=Event.CREATE, subjects=[entry.subject])


def withdraw_participation(*, actor: Actor, pilot: Pilot, subject: UUID, municipality: UUID) -> None:
    """From today the client no longer counts; the deelname stays in history."""
    may_let_take_part(actor, municipality).enforce()
    if not _ask("select gate.leave_pilot(%s, %s, %s)", [pilot.id, subject, actor.today]):
        raise Refused(_("Deze cliënt doet niet mee aan de pilot."))
    note_deed("figures.participation_withdrawn", PART, event=Event.DELETE, subjects=[subject])


def _ask(question: str, values: Sequence[UUID | str | date]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        row = cursor.fetchone()
    return bool(row and row[0])
