"""What stands beside the people of a circle: professionals, children who help, and who does not go together."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.db.models import OuterRef

from kring.draw import Change
from kring.ground.access.models import Dossier, Party
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.aside import rows_aside
from kring.practice.circle.models import NotTogether, YoungCarer

Pair = frozenset[UUID]


class _Party(TypedDict):
    id: str
    name: str
    function: str
    organisation_name: str
    started_on: str
    ended_on: str | None


class _Young(TypedDict):
    id: str
    subject_id: str
    does: str
    since: str
    until: str | None


class _Apart(TypedDict):
    id: str
    subject_id: str
    other_id: str
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Professional:
    """Of the register of parties: who works with the family, in its own sector of the circle."""

    ident: UUID
    name: str
    work: str
    moved: Change = Change.STAYED


@dataclass(frozen=True, slots=True)
class YoungHelper:
    ident: UUID
    subject: UUID
    does: str
    since: date


@dataclass(frozen=True, slots=True)
class Beside:
    """`apart`: two by two, with the row that says so."""

    professionals: tuple[Professional, ...] = ()
    young: tuple[YoungHelper, ...] = ()
    apart: tuple[tuple[Pair, UUID], ...] = ()

    def apart_from(self, subject: UUID) -> tuple[tuple[UUID, UUID], ...]:
        """With whom this person does not go together, and the row of each."""
        return tuple((other, row) for pair, row in self.apart if subject in pair for other in pair - {subject})


_BESIDE = Dossier.objects.values_list(
    rows_aside(
        Party.objects.filter(dossier=OuterRef("pk"), withdrawn_at=None).order_by("name", "started_on", "id"),
        *("id", "name", "function", "organisation_name", "started_on", "ended_on"),
    ),
    rows_aside(
        YoungCarer.objects.filter(dossier=OuterRef("pk")).order_by("since", "id"),
        *("id", "subject_id", "does", "since", "until"),
    ),
    rows_aside(
        NotTogether.objects.filter(dossier=OuterRef("pk")).order_by("since", "id"),
        *("id", "subject_id", "other_id", "since", "until"),
    ),
)


def beside_circle(dossier: UUID, day: date, before: date | None = None) -> Beside:
    """One query. With `before`, an earlier day: which professionals came and went since."""
    row = _BESIDE.filter(id=dossier).first()
    if row is None:
        return Beside()
    parties, young, apart = row
    found = Beside(
        _professionals(parties, day, before),
        tuple(_young(one) for one in young if _lasts(one, day)),
        tuple((frozenset(map(UUID, (one["subject_id"], one["other_id"]))), UUID(one["id"])) for one in apart
              if _lasts(one, day)),
    )  # fmt: skip
    if found.professionals:
        note_read(Part.PARTY, dossier=dossier)
    named = {one.subject for one in found.young}.union(*(pair for pair, _row in found.apart))
    if named:
        note_read(Part.NETWORK, dossier=dossier, subjects=named)
    return found


def holds(since: date, until: date | None, day: date) -> bool:
    return since <= day and (until is None or day < until)


def _lasts(row: _Young | _Apart, day: date) -> bool:
    return holds(date.fromisoformat(row["since"]), _day(row["until"]), day)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _young(row: _Young) -> YoungHelper:
    return YoungHelper(UUID(row["id"]), UUID(row["subject_id"]), row["does"], date.fromisoformat(row["since"]))


def _professionals(parties: list[_Party], day: date, before: date | None) -> tuple[Professional, ...]:
    """A party of a dossier is a person with a function; one person once."""
    found: dict[tuple[str, str], Professional] = {}
    for row in parties:
        since, until = date.fromisoformat(row["started_on"]), _day(row["ended_on"])
        now = holds(since, until, day)
        then = before is not None and holds(since, until, before)
        if not (now or then):
            continue
        moved = Change.WENT if not now else Change.STAYED if then or before is None else Change.CAME
        key = (row["name"], row["organisation_name"])
        if key not in found or moved is Change.STAYED:
            found[key] = Professional(UUID(row["id"]), row["name"], row["function"] or row["organisation_name"], moved)
    return tuple(found.values())
