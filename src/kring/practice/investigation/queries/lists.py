"""Lists of investigations: of a dossier, of what the actor works on, and of what is about one person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.practice.investigation.models import Investigation
from kring.practice.investigation.queries.rows import PAUSED, PauseRow, clock_of_state, pauses_of
from kring.practice.investigation.rules.clocks import Clock
from kring.practice.investigation.rules.steps import RUNNING, State

RUNS = Q(state__in=sorted(one.value for one in RUNNING))


class Which(Labelled):
    """What one looks for in a list of one's own investigations."""

    RUNNING = "running", _("lopen nog")
    LATE = "late", _("te laat")
    ENDED = "ended", _("klaar")


@dataclass(frozen=True, slots=True)
class Line:
    """One investigation. `clock` runs as long as `is_running`."""

    id: UUID
    dossier: UUID
    label: str
    subject: UUID
    state: State
    reported_on: date
    clock: Clock
    today: date
    investigator: str

    @property
    def is_running(self) -> bool:
        return self.state in RUNNING

    @property
    def is_late(self) -> bool:
        return self.is_running and self.clock.is_late(self.today)

    @property
    def days_left(self) -> int | None:
        return self.clock.days_left(self.today)


def in_dossier(actor: Actor, dossier: UUID) -> tuple[Line, ...]:
    """Newest first, of whoever the reader may read the file of the Wmo."""
    return _newest_first(_lines(actor, Q(dossier=dossier)))


def about_person(actor: Actor, dossier: UUID, subject: UUID) -> tuple[Line, ...]:
    """For the own page of a person; newest first."""
    return _newest_first(_lines(actor, Q(dossier=dossier, subject=subject)))


def of_actor(actor: Actor, which: Which) -> tuple[Line, ...]:
    """What the actor investigates, in any dossier: what must be ready first stands first."""
    lines = _lines(actor, Q(written_by=actor.id) & (~RUNS if which is Which.ENDED else RUNS))
    chosen = (one for one in lines if which is not Which.LATE or one.is_late)
    return tuple(sorted(chosen, key=lambda one: one.clock.until, reverse=which is Which.ENDED))


def _newest_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda one: one.reported_on, reverse=True))


def _lines(actor: Actor, wanted: Q) -> tuple[Line, ...]:
    rows = PAUSED.filter(wanted).select_related("dossier").order_by("reported_on", "id")
    lines = tuple(_line(row, row.still, actor.today) for row in rows)
    _note(lines)
    return lines


def _line(row: Investigation, still: list[PauseRow], today: date) -> Line:
    pauses = [one for _key, one in pauses_of(still)]
    return Line(
        row.id, row.dossier_id, row.dossier.label, row.subject_id, State.of(row.state), row.reported_on,
        clock_of_state(row, pauses, today), today, row.written_by_name,
    )  # fmt: skip


def _note(lines: Iterable[Line]) -> None:
    about: dict[UUID, set[UUID]] = {}
    for line in lines:
        about.setdefault(line.dossier, set()).add(line.subject)
    for dossier, subjects in about.items():
        note_read(Part.DOSSIER_FACE, dossier=dossier)
        note_read(Part.DOMAIN_FILE, dossier=dossier, subjects=subjects)
