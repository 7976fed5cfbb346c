"""The shield of a dossier, of people in it and of single rows: at 3 and 4 no search, list or count shows them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Dossier, DossierSubject, Subject
from kring.ground.access.policy import may_shield
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class LevelChange:
    """Of whom the row is, at which level it stands and shall stand, and why."""

    subject: UUID
    before: Level
    level: Level
    ground: str


def shield(*, actor: Actor, dossier: Dossier, people: Collection[UUID], level: Level, ground: str) -> None:
    """The dossier and these members of it stand at this level from now on; the others stay as they were (BR-072)."""
    may_shield(actor, dossier, level).enforce()
    if not ground.strip():
        raise Refused(_("Schrijf op waarom dit dossier deze bescherming krijgt of niet meer nodig heeft."))
    with gate():
        if DossierSubject.objects.filter(dossier=dossier, subject_id__in=people).count() != len(set(people)):
            raise Refused(_("Deze persoon hoort niet bij dit dossier."))
        Dossier.objects.filter(id=dossier.id).update(shield=level)
        Subject.objects.filter(id__in=people).update(shield=level)
    dossier.shield = level
    note_deed(
        "access.dossier_shielded",
        "dossier_face",
        event=Event.RIGHTS,
        dossier=dossier.id,
        subjects=people,
        ground=ground,
    )


def set_level(*, actor: Actor, dossier: Dossier, rows: QuerySet[Row], part: str, change: LevelChange) -> None:
    """One row of a member stands at another level: a gate, for who raises it may not read it afterwards.

    Who may lower is asked here; what holds for such a row, the domain that owns it has asked.
    """
    before = Dossier(id=dossier.id, controller_id=dossier.controller_id, shield=change.before)
    may_shield(actor, before, change.level).enforce()
    with gate():
        if not DossierSubject.objects.filter(dossier_id=dossier.id, subject_id=change.subject).exists():
            raise Refused(_("Deze persoon hoort niet bij dit dossier."))
        changed = rows.filter(subject_id=change.subject, level=change.before).update(level=change.level)
    if not changed:
        raise Refused(_("Iemand anders heeft dit net gewijzigd. Kijk opnieuw."))
    note_deed(
        "access.level_changed",
        part,
        event=Event.RIGHTS,
        dossier=dossier.id,
        subjects=[change.subject],
        ground=change.ground,
        level=max(change.before, change.level),
    )
