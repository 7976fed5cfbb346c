"""Who stands round a family on a day, beside who stood there on an earlier day, and how strong that makes it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.draw import Change
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.prepared import Prepared
from kring.practice.circle import models
from kring.practice.circle.queries.beside import Beside, Professional, YoungHelper, beside_circle, holds
from kring.practice.circle.rules.capacity import may_be_child
from kring.practice.circle.rules.strength import Strength, strength_of
from kring.practice.circle.rules.words import Direction, Load, Quality, Ring, Sector


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody as she stands on a day. `is_child`: may be under eighteen, and is never counted (BR-058)."""

    subject: UUID
    name: str
    relation: str
    sector: Sector
    ring: Ring
    quality: Quality
    direction: Direction
    load: Load | None
    offers: str
    how_often: str
    since: date
    is_child: bool
    confirmed_on: date | None = None
    is_told: bool = True
    """Knows of being here, or does not hear it for a reason (BR-059)."""
    moved: Change = Change.STAYED

    @property
    def does(self) -> str:
        return ", ".join(part for part in (self.relation, self.offers, self.how_often) if part)


@dataclass(frozen=True, slots=True)
class CircleView:
    """`people` also holds who stood there before and no longer does, when `before` is asked."""

    people: tuple[Near, ...]
    beside: Beside
    strength: Strength
    before: Strength | None

    @property
    def professionals(self) -> tuple[Professional, ...]:
        return self.beside.professionals

    @property
    def young(self) -> tuple[YoungHelper, ...]:
        return self.beside.young

    @property
    def is_empty(self) -> bool:
        return not self.people


def people_on(dossier: UUID, day: date) -> tuple[Near, ...]:
    """Who stands round the family on a day, by name. One query."""
    note_read(Part.NETWORK, dossier=dossier)
    return tuple(_standing(row, day) for row in _rows(dossier, day, day))


def circle_on(dossier: UUID, day: date, before: date | None = None) -> CircleView:
    """Two queries. With `before`, an earlier day: also who left since, and who came is marked."""
    rows = _rows(dossier, day, before or day)
    now = [_standing(row, day) for row in rows if holds(row.since, row.until, day)]
    then = [_standing(row, before) for row in rows if before and holds(row.since, row.until, before)]
    note_read(Part.NETWORK, dossier=dossier)
    return CircleView(
        tuple(_moved(now, then, compared=before is not None)),
        beside_circle(dossier, day, before),
        strength_of(now),
        strength_of(then) if before else None,
    )


class _Stood(NamedTuple):
    """As the database gives it: where somebody stood, and who that is."""

    member: UUID
    ring: str
    quality: str
    direction: str
    load: str
    offers: str
    how_often: str
    since: date
    until: date | None
    confirmed_on: date | None
    member__name: str
    member__relation: str
    member__sector: str
    member__birth_year: int | None
    member__informed_on: date | None
    member__uninformed_because: str


@Prepared
def _standings(dossier: UUID, day: date, other: date) -> QuerySet[models.Standing, tuple[object, ...]]:
    rows = models.Standing.objects.filter(_held(day) | _held(other), dossier_id=dossier, member__withdrawn_at=None)
    return rows.order_by("member__name", "member_id").values_list(*_Stood._fields)


def _rows(dossier: UUID, day: date, other: date) -> list[_Stood]:
    """Who stood there on either day."""
    return [_Stood._make(row) for row in _standings(dossier, day, other)]


def _held(day: date) -> Q:
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def _standing(row: _Stood, day: date) -> Near:
    return Near(
        row.member, row.member__name, row.member__relation, Sector.of(row.member__sector), Ring.of(row.ring),
        Quality.of(row.quality), Direction.of(row.direction), Load.of(row.load) if row.load else None, row.offers,
        row.how_often, row.since, may_be_child(row.member__birth_year, day), row.confirmed_on,
        row.member__informed_on is not None or bool(row.member__uninformed_because),
    )  # fmt: skip


def _moved(now: list[Near], then: list[Near], *, compared: bool) -> Iterable[Near]:
    here, were = {one.subject for one in now}, {one.subject for one in then}
    for one in now:
        yield one if not compared or one.subject in were else replace(one, moved=Change.CAME)
    for one in then:
        if one.subject not in here:
            yield replace(one, moved=Change.WENT)
