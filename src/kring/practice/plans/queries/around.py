"""What stands round a plan: the help that runs, the professionals by name, and what must be done soon.

Row-level security decides what is in it: of each person only the laws that were opened to this reader.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from kring.ground.access.actor import Actor
from kring.ground.access.models import Party as PartyRow
from kring.ground.access.parts import Law, Part
from kring.ground.agenda.models import Task, TaskState
from kring.ground.audit.trail import note_read
from kring.practice.care.models import Helper, Provision, ProvisionState
from kring.practice.leads.queries import DossierHead

SOON = timedelta(days=60)
LAWS = {law.value: law for law in Law}


@dataclass(frozen=True, slots=True)
class CareLine:
    """One help under one law. `end` is the first day without it; None when no end is known."""

    subject: UUID
    who: str
    law: Law
    product: str
    provider: str
    start: date
    end: date | None
    helpers: tuple[str, ...]

    def runs_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Party:
    """A professional round the family, by name."""

    name: str
    function: str
    organisation: str
    phone: str


@dataclass(frozen=True, slots=True)
class UpcomingTask:
    """Something in the agenda of this dossier."""

    title: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Around:
    """All of it."""

    care: tuple[CareLine, ...]
    parties: tuple[Party, ...]
    tasks: tuple[UpcomingTask, ...]


def around(actor: Actor, head: DossierHead) -> Around:
    """Three queries."""
    return Around(_care(head), parties_of(actor, head.id), _tasks(actor, head.id))


def parties_of(actor: Actor, dossier: UUID) -> tuple[Party, ...]:
    """Who is involved now, by name."""
    now = Q(ended_on=None) | Q(ended_on__gt=actor.today)
    rows = PartyRow.objects.filter(now, dossier_id=dossier).order_by("started_on", "name", "id")
    note_read(Part.PARTY, dossier=dossier)
    return tuple(
        Party(name, function, organisation, phone)
        for name, function, organisation, phone in dict.fromkeys(
            rows.values_list("name", "function", "organisation_name", "phone")
        )
    )


def _care(head: DossierHead) -> tuple[CareLine, ...]:
    names = {member.subject: member.name for member in head.members}
    helpers = Helper.objects.filter(provision=OuterRef("pk")).order_by("name").values("name")
    rows = (
        Provision.objects.filter(subject_id__in=names)
        .exclude(state=ProvisionState.WITHDRAWN)
        .annotate(helper_names=ArraySubquery(helpers))
        .select_related("provider")
        .order_by("started_on", "id")
    )
    lines = tuple(
        CareLine(
            row.subject_id,
            names[row.subject_id],
            LAWS[row.law],
            row.product,
            row.provider.name if row.provider else "",
            row.actual_start_on or row.started_on,
            _first_day_without(row.actual_end_on or row.ended_on, row.actual_start_on or row.started_on),
            tuple(row.helper_names),
        )
        for row in rows
    )
    if lines:
        note_read(Part.PROVISION, dossier=head.id, subjects={line.subject for line in lines})
    return lines


def _first_day_without(last: date | None, start: date) -> date | None:
    return None if last is None else max(last, start) + timedelta(days=1)


def _tasks(actor: Actor, dossier: UUID) -> tuple[UpcomingTask, ...]:
    rows = Task.objects.filter(dossier_id=dossier, state=TaskState.OPEN, due_on__lte=actor.today + SOON)
    found = tuple(
        UpcomingTask(title, due) for title, due in rows.order_by("due_on", "id").values_list("title", "due_on")
    )
    if found:
        note_read(Part.TASK, dossier=dossier)
    return found
