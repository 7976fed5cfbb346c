"""The register as it is read: newest first, or what is open and due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.access.roles import PRIVACY_OFFICER
from kring.ground.audit.trail import note_read
from kring.ground.organisations.models import Organisation
from kring.oversight.breaches.models import Breach

PER_PAGE = 25
ORDERS: Mapping[str, str] = {"discovered": "discovered_at", "due": "due_at", "people": "people_count"}


@dataclass(frozen=True, slots=True)
class BreachRow:
    """A record with its clock."""

    breach: Breach
    now: datetime

    @property
    def is_open(self) -> bool:
        return self.breach.closed_on is None

    @property
    def is_decided(self) -> bool:
        return bool(self.breach.authority)

    @property
    def hours_left(self) -> int:
        """Whole hours until the 72 are over; below zero when they are."""
        return int((self.breach.due_at - self.now).total_seconds() // 3600)

    @property
    def is_late(self) -> bool:
        """Nobody decided in time, or it is to be notified and has not been."""
        waits = not self.is_decided or (self.breach.authority == "yes" and self.breach.authority_at is None)
        return self.is_open and waits and self.hours_left < 0


@dataclass(frozen=True, slots=True)
class BreachList:
    """One page of the register, and what a pager needs."""

    rows: tuple[BreachRow, ...]
    page: Page[Breach]


def towns(actor: Actor) -> tuple[tuple[UUID, str], ...]:
    """Where the actor is privacy officer."""
    mine = Organisation.objects.filter(id__in=actor.organisations(PRIVACY_OFFICER.code))
    return tuple(mine.order_by("name", "id").values_list("id", "name"))


def breaches(actor: Actor, search: str, order: str, number: str) -> BreachList:
    rows = Breach.objects.filter(organisation_id__in=actor.organisations(PRIVACY_OFFICER.code))
    if search:
        rows = rows.filter(Q(what__icontains=search) | Q(data__icontains=search))
    sign = "-" if order.startswith("-") else ""
    column = ORDERS.get(order.removeprefix("-"), "discovered_at")
    pages = Paginator(rows.order_by(f"{sign}{column}", "id"), PER_PAGE)
    page = pages.get_page(number)
    note_read(Part.BREACH)
    return BreachList(tuple(BreachRow(one, actor.at) for one in page.object_list), page)


def breach_of(actor: Actor, breach: UUID) -> BreachRow | None:
    found = Breach.objects.filter(id=breach).first()
    note_read(Part.BREACH)
    return BreachRow(found, actor.at) if found else None
