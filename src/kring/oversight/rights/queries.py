"""Requests as they are shown: to who asked, to who works with the family, and to the privacy officer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import F, Q
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, Grant
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.shared.period import day_of
from kring.oversight.rights.models import DataRequest, Package, RequestState, Right
from kring.oversight.rights.rules import OPEN, first_due_on
from kring.practice.households.models import Person, PersonIdentity
from kring.steering.studies.models import Objection

PER_PAGE = 25
ORDERS: Mapping[str, str] = {"due": "due_on", "received": "received_on", "about": "about", "state": "state"}
FILE_NAME = "kring-gegevens.zip"
"""Neutral: a name in a list of downloads tells nothing."""


@dataclass(frozen=True, slots=True)
class About:
    """Somebody for whom this account may ask: oneself, or a child whom it represents."""

    subject: UUID
    name: str
    born: date | None
    is_self: bool
    objects: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """How many rows of one kind are about the person, and how many were left out because they are about others."""

    title: str
    rows: int
    others: int
    withheld: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with its package, as far as it is there."""

    request: DataRequest
    expires_on: date | None
    today: date

    @property
    def is_open(self) -> bool:
        return self.request.state in OPEN

    @property
    def days_left(self) -> int:
        return (self.request.due_on - self.today).days

    @property
    def is_late(self) -> bool:
        return self.is_open and self.days_left < 0

    @property
    def parts(self) -> tuple[tuple[str, "Found"], ...]:
        """What was collected, by kind and number."""
        told = sorted(self.request.summary.items(), key=lambda one: str(one[1]["title"]))
        return tuple((code, Found(one["title"], one["rows"], one["others"], one["withheld"])) for code, one in told)

    @property
    def can_be_extended(self) -> bool:
        first = first_due_on(self.request.right, self.request.received_on)
        may = self.is_open and not self.is_deletion and not self.request.extended_because
        return may and self.today <= first

    @property
    def is_access(self) -> bool:
        return bool(self.request.right == Right.ACCESS)

    @property
    def may_decide(self) -> bool:
        return self.request.state == (RequestState.COLLECTED if self.is_access else RequestState.CHECKED)

    @property
    def is_deletion(self) -> bool:
        return bool(self.request.right == Right.DELETION)

    @property
    def title(self) -> str:
        if self.is_deletion:
            return _("Verzoek om vernietiging")
        return _("Verzoek om inzage") if self.is_access else _("Verzoek om correctie")

    @property
    def state(self) -> str:
        if self.is_deletion and self.request.state == RequestState.GIVEN:
            return _("toegewezen, wordt vernietigd")
        return str(RequestState(self.request.state).label)


@dataclass(frozen=True, slots=True)
class Running:
    """That a request about a member of the family runs; never what was asked or answered."""

    about: str
    right: str
    state: str
    received_on: date
    due_on: date


def people(actor: Actor) -> tuple[About, ...]:
    """Oneself first, then the children by name."""
    own = Account.objects.filter(id=actor.id).values_list("subject_id", flat=True).first()
    mine = Grant.objects.filter(account_id=actor.id, part=Part.PERSON_IDENTITY, max_level__gte=1)
    keys = set(mine.filter(valid_from__lte=actor.at).exclude(valid_until__lte=actor.at).values_list("key", flat=True))
    born = {one.subject_id: _born(one) for one in PersonIdentity.objects.filter(subject_id__in=keys)}
    objecting = set(Objection.objects.filter(subject_id__in=keys, ended_on=None).values_list("subject_id", flat=True))
    rows = Person.objects.filter(subject_id__in=keys).order_by("sort_name", "subject_id")
    found = [
        About(
            one.subject_id,
            one.display_name,
            born.get(one.subject_id),
            one.subject_id == own,
            one.subject_id in objecting,
        )
        for one in rows
    ]
    note_read(Part.PERSON, subjects=[one.subject for one in found])
    return tuple(sorted(found, key=lambda one: not one.is_self))


def _born(one: PersonIdentity) -> date | None:
    if one.birth_year and one.birth_month and one.birth_day:
        return date(one.birth_year, one.birth_month, one.birth_day)
    return None


def objecting(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Who of these people objects to research, as far as the reader may see it."""
    asked = list(subjects)
    note_read(Part.PERSON_IDENTITY, subjects=asked)
    found = Objection.objects.filter(subject_id__in=asked, ended_on=None)
    return frozenset(found.values_list("subject_id", flat=True))


def born_on(subject: UUID) -> date | None:
    """As far as the reader may see it."""
    found = PersonIdentity.objects.filter(subject_id=subject).first()
    note_read(Part.PERSON_IDENTITY, subjects=[subject])
    return _born(found) if found else None


def own_requests(actor: Actor) -> tuple[Asked, ...]:
    """What was asked through this account, newest first."""
    rows = DataRequest.objects.filter(asked_by_id=actor.id).order_by("-received_on", "-id")
    return _with_packages(rows, actor)


@dataclass(frozen=True, slots=True)
class RequestList:
    """One page of requests, and what a pager needs."""

    rows: tuple[Asked, ...]
    page: Page[DataRequest]


def requests(actor: Actor, search: str, order: str, number: str) -> RequestList:
    """Of the organisations of the privacy officer. What is open and soonest due stands first."""
    rows = DataRequest.objects.filter(organisation_id__in=actor.organisations("fg"))
    if search:
        rows = rows.filter(Q(about__icontains=search) | Q(asker__icontains=search))
    first = () if order else (F("decided_on").asc(nulls_first=True),)
    column = ORDERS.get(order.removeprefix("-"), "due_on")
    by = F(column).desc() if order.startswith("-") else F(column).asc()
    pages = Paginator(rows.order_by(*first, by, "id"), PER_PAGE)
    page = pages.get_page(number)
    found = _with_packages(page.object_list, actor)
    note_read(Part.DATA_REQUEST, subjects={one.request.subject_id for one in found})
    return RequestList(found, page)


def request_of(actor: Actor, request: UUID) -> Asked | None:
    found = _with_packages(DataRequest.objects.filter(id=request), actor)
    if not found:
        return None
    note_read(Part.DATA_REQUEST, subjects=[found[0].request.subject_id])
    return found[0]


def person_who_asks(name: str, born: date) -> UUID | None:
    """Exactly one person of the officer's municipality; the database looks and logs, and shows nobody else."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.person_who_asks(%s, %s)", [name, born])
        found: UUID | None = cursor.fetchone()[0]
    return found


def running(dossier: UUID) -> tuple[Running, ...]:
    """For who works with the family; through the database, which shows no more than this."""
    with connection.cursor() as cursor:
        cursor.execute('select about, "right", state, received_on, due_on from gate.requests_in(%s)', [dossier])
        rows = cursor.fetchall()
    return tuple(
        Running(about, str(Right(right).label), str(RequestState(state).label), received, due)
        for about, right, state, received, due in rows
    )


def package_of(actor: Actor, request: UUID) -> bytes | None:
    """For the own account as soon as it was given; for the privacy officer to hand over. None after its term."""
    found = Package.objects.select_related("request").filter(request_id=request, expires_on__gte=day_of(actor.at))
    package = found.first()
    if package is None:
        return None
    note_read(Part.DATA_REQUEST, subjects=[package.request.subject_id], event=Event.EXPORT)
    return bytes(package.content)


def _with_packages(rows: Iterable[DataRequest], actor: Actor) -> tuple[Asked, ...]:
    found = list(rows)
    there = Package.objects.filter(request_id__in=[one.id for one in found]).values_list("request_id", "expires_on")
    ends = dict(there)
    return tuple(Asked(one, ends.get(one.id), actor.today) for one in found)
