"""Shielding one address, number or school, or whole persons with all of theirs (handbook §3.1, BR-075)."""

from collections.abc import Collection, Iterable
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.access.services import LevelChange, set_level, shield
from kring.ground.shared.levels import Level
from kring.practice.households.models import PersonAddress, PersonContact
from kring.practice.households.policy import may_change_level
from kring.practice.households.reaching import Reach
from kring.practice.households.rules.reaching import can_change_level
from kring.practice.households.services.readers import end_idle_readers


def shield_row(*, actor: Actor, dossier: Dossier, row: Reach, level: Level, ground: str) -> None:
    """Raised by who leads, lowered by the safeguarding officer only; who raises it may lose sight of it."""
    may_change_level(actor, dossier, row.level, level).enforce()
    can_change_level(before=row.level, level=level, by_register=row.by_register, ground=ground).enforce()
    _set(actor, dossier, row, level, ground)
    if level < row.level:
        end_idle_readers(actor=actor, dossier=dossier, reason=ground)


def shield_people(
    *,
    actor: Actor,
    dossier: Dossier,
    people: Collection[UUID],
    level: Level,
    ground: str,
    rows: Iterable[Reach] = (),
) -> None:
    """These members and their dossier; at level 3 or 4 also the `rows` of where they are. It opens no row.

    Lowered, it ends who read by name what nothing stands at any more.
    """
    before = dossier.shield
    shield(actor=actor, dossier=dossier, people=people, level=level, ground=ground)
    for row in rows:
        if row.subject in people and level >= Level.PROTECTED and row.level < level:
            _set(actor, dossier, row, level, ground)
    if level < before:
        end_idle_readers(actor=actor, dossier=dossier, reason=ground)


def _set(actor: Actor, dossier: Dossier, row: Reach, level: Level, ground: str) -> None:
    change = LevelChange(row.subject, row.level, level, ground)
    if row.is_contact:
        rows, part = PersonContact.objects.filter(id=row.id), Part.PERSON_CONTACT
        set_level(actor=actor, dossier=dossier, rows=rows, part=part, change=change)
    else:
        set_level(
            actor=actor,
            dossier=dossier,
            rows=PersonAddress.objects.filter(id=row.id),
            part=Part.PERSON_ADDRESS,
            change=change,
        )
