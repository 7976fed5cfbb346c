"""By which ground each law's part is open: a decision about this person, one's own task, or because it is one's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypedDict
from uuid import UUID

from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, Involvement, SharingDecision, SharingGround
from kring.ground.access.parts import Law
from kring.ground.access.roles import FAMILY_ROLES
from kring.ground.shared.aside import rows_aside
from kring.ground.shared.lasting import lasting
from kring.ground.shared.period import day_of
from kring.ground.shared.prepared import Prepared
from kring.practice.care.visibility import Pair

_DECISION: Final = ("subject_id", "law", "ground", "ended_at")
Decided = dict[tuple[UUID, str], tuple[str, date | None]]


class _Decision(TypedDict):
    subject_id: str
    law: str
    ground: str
    ended_at: str | None


class _Task(TypedDict):
    role: str
    laws: list[str]


@dataclass(frozen=True, slots=True)
class LawGround:
    """This law of this person is open, why, and until which day (None: no end was set)."""

    person: str
    law: Law
    ground: str
    until: date | None


def grounds_of(actor: Actor, dossier: UUID, opened: Iterable[Pair], names: Mapping[UUID, str]) -> tuple[LawGround, ...]:
    """One line per open law of a person, in the order of names."""
    decided, fallback, own_laws = _asked(actor, dossier)
    lines = []
    for subject, law in sorted(opened, key=lambda pair: (names.get(pair[0], ""), list(Law).index(pair[1]))):
        if law in own_laws:
            lines.append(LawGround(names.get(subject, ""), law, _("eigen taak"), None))
        else:
            ground, until = decided.get((subject, law), (fallback, None))
            lines.append(LawGround(names.get(subject, ""), law, ground, until))
    return tuple(lines)


@Prepared
def _open(dossier: UUID, account: UUID, at: datetime) -> QuerySet[Dossier, tuple[list[_Decision], list[_Task]]]:
    running = SharingDecision.objects.filter(dossier=OuterRef("pk"), started_at__lte=at)
    running = running.exclude(ended_at__lte=at).exclude(withdrawn_at__lte=at)
    running = running.filter(subject__isnull=False).exclude(law="").order_by("started_at", "id")
    mine = Involvement.objects.filter(lasting(at), dossier=OuterRef("pk"), account_id=account)
    return Dossier.objects.filter(id=dossier).values_list(
        rows_aside(running, *_DECISION), rows_aside(mine, "role", "laws")
    )


def _asked(actor: Actor, dossier: UUID) -> tuple[Decided, str, frozenset[str]]:
    """One statement: what was decided, what to say where no decision is visible, and the laws of the own task."""
    found = _open(dossier, actor.id, actor.at)
    decisions, tasks = found[0] if found else ([], [])
    is_family = any(task["role"] in FAMILY_ROLES for task in tasks)
    fallback = _("eigen gegevens, of van een kind waarover er gezag is") if is_family else _("gedeeld met dit gezin")
    return _decided(decisions), fallback, frozenset(law for task in tasks for law in task["laws"])


def _decided(rows: Iterable[_Decision]) -> Decided:
    return {
        (UUID(row["subject_id"]), row["law"]): (
            str(SharingGround(row["ground"]).label),
            day_of(datetime.fromisoformat(row["ended_at"])) if row["ended_at"] else None,
        )
        for row in rows
    }
