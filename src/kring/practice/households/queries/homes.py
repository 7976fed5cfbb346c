"""Who lives where: homes of the register and homes as they were told, side by side, each with its source."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import F, Q

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.practice.households.models import HouseholdMember, Person, Stay
from kring.practice.households.rules.homes import HomeSource, Living, living_of


@dataclass(frozen=True, slots=True)
class Dwelling:
    """One person in one home. `row` is the stay that can be put right; the register's has none."""

    subject: UUID
    name: str
    living: Living
    days: str
    since: date
    until: date | None
    told_by: str = ""
    told_on: date | None = None
    row: UUID | None = None

    def runs_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Home:
    """People under one roof. The register gives a home no name. `members` as far as this reader may know them."""

    key: UUID
    label: str
    source: HomeSource
    members: tuple[Dwelling, ...]

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys(one.subject for one in self.members))

    @property
    def since(self) -> date:
        return min(one.since for one in self.members)


def homes_of(actor: Actor, dossier: UUID, at: date) -> tuple[Home, ...]:
    """The homes on one day, told ones first. Four queries."""
    homes = (
        Home(home.key, home.label, home.source, tuple(one for one in home.members if one.runs_on(at)))
        for home in homes_over_time(actor, dossier)
    )
    return tuple(home for home in homes if home.members)


def homes_over_time(actor: Actor, dossier: UUID) -> tuple[Home, ...]:
    """All of them, also those that nobody lives in any more; the newest name of a home is its name. Four queries."""
    links = DossierSubject.objects.filter(dossier_id=dossier, started_at__lte=actor.at)
    members = list(links.exclude(ended_at__lte=actor.at).values_list("subject_id", flat=True))
    names = dict(Person.objects.filter(subject__in=members).values_list("subject_id", "display_name"))
    homes = (*sorted(_told(dossier, names), key=_order), *sorted(_registered(members, names), key=_order))
    for part, source in ((Part.HOME, HomeSource.TOLD), (Part.RELATION, HomeSource.REGISTER)):
        seen = {subject for home in homes if home.source is source for subject in home.subjects}
        if seen:
            note_read(part, dossier=dossier, subjects=seen)
    return homes


def _told(dossier: UUID, names: dict[UUID, str]) -> Iterable[Home]:
    rows = Stay.objects.filter(dossier_id=dossier, withdrawn_at=None).order_by("started_on", "written_at", "id")
    by_home: dict[UUID, list[Dwelling]] = defaultdict(list)
    labels: dict[UUID, str] = {}
    for row in rows:
        labels[row.home] = row.label
        by_home[row.home].append(
            Dwelling(
                row.subject_id, names.get(row.subject_id, ""), living_of(row.living), row.days, row.started_on,
                row.ended_on, row.told_by, row.told_on, row.id,
            )
        )  # fmt: skip
    return (Home(key, labels[key], HomeSource.TOLD, tuple(found)) for key, found in by_home.items())


def _registered(members: list[UUID], names: dict[UUID, str]) -> Iterable[Home]:
    """A day on which somebody both came and went is no time there."""
    rows = HouseholdMember.objects.filter(Q(ended_on=None) | ~Q(ended_on=F("started_on")), subject__in=members)
    by_home: dict[UUID, list[Dwelling]] = defaultdict(list)
    for row in rows.order_by("started_on", "id"):
        by_home[row.household_id].append(
            Dwelling(row.subject_id, names.get(row.subject_id, ""), Living.LIVES, "", row.started_on, row.ended_on)
        )
    return (Home(key, "", HomeSource.REGISTER, tuple(found)) for key, found in by_home.items())


def _order(home: Home) -> tuple[date, str, tuple[str, ...], str]:
    """The register names no home: those of one day stand in the order of who lives there."""
    return home.since, home.label.casefold(), tuple(sorted(one.name for one in home.members)), str(home.key)


def unplaced() -> frozenset[UUID]:
    """Whose present address is shielded from whoever asks: of them no home is told."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.unplaced()")
        return frozenset(cursor.fetchone()[0])
