"""What stands round a plan: the help that runs, the professionals by name, and what must be done soon.

Row-level security decides what is in it: of each person only the laws that were opened to this reader.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.models import Party as PartyRow
from kring.ground.access.parts import Law, Part
from kring.ground.agenda.models import Task, TaskState
from kring.ground.audit.trail import note_read
from kring.ground.shared.aside import rows_aside
from kring.ground.shared.prepared import Prepared
from kring.practice.care.models import Helper, Provision, ProvisionState, ToldHelp
from kring.practice.care.queries import LANE_OF
from kring.practice.care.queries.told import FIELDS as TOLD
from kring.practice.care.queries.told import ToldRow, told_helps
from kring.practice.care.rules.help import effective
from kring.practice.care.visibility import LAW_OF
from kring.practice.leads.queries import DossierHead

SOON = timedelta(days=60)
SHOWN = ("name", "function", "organisation_name", "phone", "account")


class Named(TypedDict):
    name: str
    function: str
    organisation_name: str
    phone: str
    account: str | None


class _Due(TypedDict):
    title: str
    due_on: str


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

    @property
    def lane(self) -> str:
        """The lane of the care timeline that this law has."""
        return LANE_OF[self.law].key

    def runs_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Party:
    """A professional round the family, by name. `works_along` here, and so asked what they think of the plan."""

    name: str
    function: str
    organisation: str
    phone: str
    works_along: bool = True


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
    """Two queries: the care, and of the dossier the rest together."""
    found = _beside(head.id, actor.today, actor.today + SOON)
    parties, tasks, told = found[0] if found else ([], [], [])
    note_read(Part.PARTY, dossier=head.id)
    if tasks:
        note_read(Part.TASK, dossier=head.id)
    return Around(
        (*_care(head), *_told(head, told)),
        parties_from(parties),
        tuple(UpcomingTask(one["title"], date.fromisoformat(one["due_on"])) for one in tasks),
    )


@Prepared
def _beside(dossier: UUID, today: date, soon: date) -> QuerySet[Dossier, tuple[list[Named], list[_Due], list[ToldRow]]]:
    due = Task.objects.filter(state=TaskState.OPEN, due_on__lte=soon, dossier=OuterRef("pk")).order_by("due_on", "id")
    telling = ToldHelp.objects.filter(withdrawn_at=None, dossier=OuterRef("pk")).order_by("started_on", "id")
    return Dossier.objects.filter(id=dossier).values_list(
        parties_aside(today), rows_aside(due, "title", "due_on"), rows_aside(telling, *TOLD)
    )


def parties_of(actor: Actor, dossier: UUID) -> tuple[Party, ...]:
    """Who is involved now, by name."""
    note_read(Part.PARTY, dossier=dossier)
    return _once(_involved(actor.today).filter(dossier_id=dossier).values_list(*SHOWN))


def parties_aside(today: date) -> ArraySubquery:
    """The same, read with the dossier; `parties_from` makes them of it."""
    return rows_aside(_involved(today).filter(dossier=OuterRef("pk")), *SHOWN)


def parties_from(rows: Iterable[Named]) -> tuple[Party, ...]:
    return _once((one["name"], one["function"], one["organisation_name"], one["phone"], one["account"]) for one in rows)


def _involved(today: date) -> QuerySet[PartyRow]:
    now = Q(withdrawn_at=None) & (Q(ended_on=None) | Q(ended_on__gt=today))
    return PartyRow.objects.filter(now).order_by("started_on", "name", "id")


def _told(head: DossierHead, rows: Iterable[ToldRow]) -> tuple[CareLine, ...]:
    """What the family tells beside what was delivered."""
    names = {member.subject: member.name for member in head.members}
    lines = tuple(
        CareLine(
            told.subject, names[told.subject], told.law, _("%(product)s (zelf verteld)") % {"product": told.product},
            told.provider_name, told.period.start, told.period.end, (),
        )
        for told in told_helps(rows, {})
        if told.subject in names
    )  # fmt: skip
    if lines:
        note_read(Part.TOLD_HELP, dossier=head.id, subjects={line.subject for line in lines})
    return lines


def _once(rows: Iterable[tuple[str, str, str, str, object]]) -> tuple[Party, ...]:
    return tuple(
        Party(name, function, organisation, phone, account is not None)
        for name, function, organisation, phone, account in dict.fromkeys(rows)
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
    lines = tuple(_care_line(row, names[row.subject_id], row.helper_names) for row in rows)
    if lines:
        note_read(Part.PROVISION, dossier=head.id, subjects={line.subject for line in lines})
    return lines


def _care_line(row: Provision, who: str, helpers: Iterable[str]) -> CareLine:
    period = effective(row.started_on, row.ended_on, row.actual_start_on, row.actual_end_on)
    said = _("%(product)s (zelf verteld)") % {"product": row.product}
    return CareLine(
        row.subject_id,
        who,
        LAW_OF[row.law],
        said if row.told_by_family else row.product,
        row.provider.name if row.provider else "",
        period.start,
        period.end,
        tuple(helpers),
    )
