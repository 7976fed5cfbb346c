"""What the privacy officer sees of the log: who, when, in which role and which part; never what stood there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.roles import PRIVACY_OFFICER
from kring.ground.audit.models import Event, LogLine, SampledLine
from kring.ground.organisations.models import Organisation
from kring.web.log.own import Span
from kring.web.log.words import part_titles, role_title

PER_PAGE = 50


class Kind(StrEnum):
    """Which lines: all, or those that ask for attention."""

    ALL = "alles"
    REFUSED = "geweigerd"
    SHIELDED = "beschermd"
    EMERGENCY = "noodknop"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the officer looks for; empty means all."""

    span: Span
    kind: Kind = Kind.ALL
    organisation: UUID | None = None
    role: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One line, without content; a dossier is known by a number only."""

    id: int
    at: datetime
    event: str
    account: str
    organisation: str
    roles: tuple[str, ...]
    parts: tuple[str, ...]
    dossier: str
    dossier_id: UUID | None
    people: int
    what: str
    ground: str
    is_emergency: bool


@dataclass(frozen=True, slots=True)
class Sampled:
    """A line of a sample, with the mark of the officer."""

    id: UUID
    line: ReviewLine | None
    month: date
    seen_at: datetime | None
    remark: str


def reviewed_organisations(actor: Actor) -> tuple[tuple[UUID, str], ...]:
    """Those of which the actor is privacy officer."""
    mine = Organisation.objects.filter(id__in=actor.organisations(PRIVACY_OFFICER.code)).order_by("name", "id")
    return tuple(mine.values_list("id", "name"))


def chosen_lines(choice: Choice) -> QuerySet[LogLine]:
    """The newest first. The database itself leaves out what the actor may not see."""
    since, until = choice.span.moments
    lines = LogLine.objects.filter(at__gte=since, at__lt=until).order_by("-at", "-id")
    if choice.organisation:
        lines = lines.filter(organisation=choice.organisation)
    if choice.role:
        lines = lines.filter(roles__contains=[choice.role])
    if choice.event:
        lines = lines.filter(event=choice.event)
    match choice.kind:
        case Kind.REFUSED:
            return lines.filter(event=Event.REFUSED)
        case Kind.EMERGENCY:
            return lines.filter(break_glass=True)
        case Kind.SHIELDED:
            return lines.filter(id__in=RawSQL("select audit.about_shielded(%s, %s)", [since, until]))
        case Kind.ALL:
            return lines


def as_review(lines: Iterable[LogLine]) -> tuple[ReviewLine, ...]:
    """With the names of accounts and organisations: two statements."""
    rows = list(lines)
    accounts = dict(Account.objects.filter(id__in={row.actor for row in rows}).values_list("id", "display_name"))
    homes = {row.organisation for row in rows if row.organisation}
    names = dict(Organisation.objects.filter(id__in=homes).values_list("id", "name"))
    return tuple(_line(row, accounts, names) for row in rows)


def samples(organisation: UUID) -> tuple[Sampled, ...]:
    """Of the newest month that has one, in the order of the lines."""
    rows = SampledLine.objects.filter(organisation=organisation)
    newest = rows.order_by("-month").values("month")[:1]
    found = list(rows.filter(month=newest).order_by("line"))
    lines = {line.id: line for line in as_review(LogLine.objects.filter(id__in=[row.line for row in found]))}
    return tuple(Sampled(row.id, lines.get(row.line), row.month, row.seen_at, row.remark) for row in found)


def _line(row: LogLine, accounts: dict[UUID, str], names: dict[UUID, str]) -> ReviewLine:
    return ReviewLine(
        id=row.id,
        at=row.at,
        event=str(Event(row.event).label),
        account=accounts.get(row.actor, str(row.actor)[:8]),
        organisation=names.get(row.organisation, "") if row.organisation else "",
        roles=tuple(role_title(role) for role in row.roles),
        parts=part_titles(row.parts),
        dossier=str(row.dossier)[:8] if row.dossier else "",
        dossier_id=row.dossier,
        people=len(row.subjects),
        what=row.what,
        ground=row.ground if row.break_glass or row.event in {Event.REFUSED, Event.SEARCH, Event.RIGHTS} else "",
        is_emergency=row.break_glass,
    )
