"""Pilots with their deelnames as safe counts: who takes part is never read here."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.ground.access.actor import Actor
from kring.ground.configuration.queries import values
from kring.steering.figures.models import CouncilLetter, DisclosureDecision, Pilot, PilotMunicipality
from kring.steering.figures.policy import reads_figures_of
from kring.steering.figures.rules.pilots import PilotCount, PilotFigures, release_pilot
from kring.steering.figures.rules.thresholds import INSIDE, PUBLIC


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Below `inside` nothing is shown to colleagues, below `public` nothing is published."""

    inside: int
    public: int


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality that takes part."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision that now opens small numbers of a pilot."""

    id: UUID
    who: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One frozen letter in a list."""

    id: UUID
    reference: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class PilotLine:
    """One pilot in the list."""

    slug: str
    name: str
    purpose: str
    leader: str
    started_on: date
    ended_on: date | None
    letters: int


@dataclass(frozen=True, slots=True)
class PilotPage:
    """Everything about one pilot that may be shown inside the municipalities."""

    pilot: Pilot
    leader: str
    towns: tuple[Town, ...]
    figures: PilotFigures
    smallest: int
    smallest_public: int
    decision: Decision | None
    letters: tuple[LetterLine, ...]


def thresholds() -> Thresholds:
    found = values([INSIDE.code, PUBLIC.code])
    return Thresholds(found[INSIDE.code], found[PUBLIC.code])


def pilots(actor: Actor) -> tuple[PilotLine, ...]:
    """Those that a municipality of the actor leads or takes part in; the newest first."""
    rows = _mine(actor).order_by("-started_on", "name").select_related("organisation").prefetch_related("letters")
    return tuple(
        PilotLine(
            pilot.slug, pilot.name, pilot.purpose, pilot.organisation.name, pilot.started_on, pilot.ended_on,
            len(pilot.letters.all()),
        )
        for pilot in rows
    )  # fmt: skip


def find_pilot(actor: Actor, slug: str) -> Pilot | None:
    """None also for a pilot of others."""
    return _mine(actor).filter(slug=slug).select_related("organisation").first()


def pilot_page(pilot: Pilot, day: date) -> PilotPage:
    below = thresholds()
    decision = decision_for(pilot)
    towns = towns_of(pilot)
    return PilotPage(
        pilot,
        pilot.organisation.name,
        towns,
        safe_figures(pilot, towns, day, below.inside, decision),
        below.inside,
        below.public,
        decision,
        letters_of(pilot),
    )


def safe_figures(
    pilot: Pilot, towns: tuple[Town, ...], day: date, smallest: int, decision: Decision | None
) -> PilotFigures:
    """The counts of the pilot on this day, through the gate."""
    with connection.cursor() as cursor:
        cursor.execute("select municipality, domain, participations from gate.pilot_counts(%s, %s)", [pilot.id, day])
        counts = [PilotCount(str(municipality), domain, n) for municipality, domain, n in cursor.fetchall()]
    return release_pilot(counts, [str(town.id) for town in towns], smallest, is_opened=decision is not None)


def towns_of(pilot: Pilot) -> tuple[Town, ...]:
    """In the order of the letter."""
    rows = PilotMunicipality.objects.filter(pilot=pilot).order_by("order", "municipality__name")
    return tuple(Town(*row) for row in rows.values_list("municipality_id", "municipality__name"))


def decision_for(pilot: Pilot) -> Decision | None:
    row = _decisions(pilot).values_list("id", "decided_by_name", "decided_at", "reason").first()
    return Decision(*row) if row else None


def letters_of(pilot: Pilot) -> tuple[LetterLine, ...]:
    """The newest first."""
    rows = CouncilLetter.objects.filter(pilot=pilot).order_by("-made_at", "-reference")
    return tuple(LetterLine(*row) for row in rows.values_list("id", "reference", "dated_on"))


def _mine(actor: Actor) -> QuerySet[Pilot]:
    mine = reads_figures_of(actor)
    return Pilot.objects.filter(
        Q(organisation_id__in=mine)
        | Exists(PilotMunicipality.objects.filter(pilot=OuterRef("pk"), municipality_id__in=mine))
    )


def _decisions(pilot: Pilot) -> QuerySet[DisclosureDecision]:
    return DisclosureDecision.objects.filter(pilot=pilot, withdrawn_at=None).order_by("decided_at")
