"""By which ground each law's part is open: a decision about this person, one's own task, or because it is one's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Involvement, SharingDecision
from kring.ground.access.parts import Law
from kring.ground.access.roles import FAMILY_ROLES
from kring.ground.shared.lasting import lasting
from kring.ground.shared.period import day_of
from kring.practice.care.visibility import Pair


@dataclass(frozen=True, slots=True)
class LawGround:
    """This law of this person is open, why, and until which day (None: no end was set)."""

    person: str
    law: Law
    ground: str
    until: date | None


def grounds_of(actor: Actor, dossier: UUID, opened: Iterable[Pair], names: Mapping[UUID, str]) -> tuple[LawGround, ...]:
    """One line per open law of a person, in the order of names."""
    decided = _decisions(actor, dossier)
    fallback, own_laws = _own_ground(actor, dossier)
    lines = []
    for subject, law in sorted(opened, key=lambda pair: (names.get(pair[0], ""), list(Law).index(pair[1]))):
        if law in own_laws:
            lines.append(LawGround(names.get(subject, ""), law, _("eigen taak"), None))
        else:
            ground, until = decided.get((subject, law), (fallback, None))
            lines.append(LawGround(names.get(subject, ""), law, ground, until))
    return tuple(lines)


def _decisions(actor: Actor, dossier: UUID) -> dict[tuple[UUID, str], tuple[str, date | None]]:
    running = SharingDecision.objects.filter(dossier_id=dossier, started_at__lte=actor.at)
    running = running.exclude(ended_at__lte=actor.at).exclude(withdrawn_at__lte=actor.at)
    return {
        (row.subject_id, row.law): (str(row.get_ground_display()), day_of(row.ended_at) if row.ended_at else None)
        for row in running.filter(subject__isnull=False).exclude(law="").order_by("started_at", "id")
        if row.subject_id is not None
    }


def _own_ground(actor: Actor, dossier: UUID) -> tuple[str, frozenset[str]]:
    """What to say where no decision is visible, and the laws of the actor's own task."""
    mine = Involvement.objects.filter(lasting(actor.at), dossier_id=dossier, account_id=actor.id)
    rows = list(mine.values_list("role", "laws"))
    is_family = any(role in FAMILY_ROLES for role, _laws in rows)
    fallback = _("eigen gegevens, of van een kind waarover er gezag is") if is_family else _("gedeeld met dit gezin")
    return fallback, frozenset(law for _role, laws in rows for law in laws)
