"""What somebody of the circle has promised in the plan, and where more can be asked, as far as this reader reads it."""

from dataclasses import dataclass
from typing import TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.aside import rows_aside
from kring.ground.shared.levels import Level
from kring.practice.plans.models import Action, Goal, GoalState
from kring.practice.plans.queries.beside_care import OpenGoal
from kring.practice.plans.rules.states import OPEN_ACTIONS


class _Goal(TypedDict):
    id: str
    own_words: str


@dataclass(frozen=True, slots=True)
class AskedOf:
    """`promised`: what is to be done, the first due first. `goals`: where an action can be asked for."""

    promised: tuple[str, ...] = ()
    goals: tuple[OpenGoal, ...] = ()


_GOALS = Goal.objects.filter(dossier=OuterRef("pk"), subject=None, state=GoalState.ACTIVE, level__lte=Level.SHARED_PLAN)


def asked_of(dossier: UUID, subject: UUID) -> AskedOf:
    """One query. Only goals that the whole family reads."""
    does = Action.objects.filter(dossier=OuterRef("pk"), doer_subject_id=subject, state__in=OPEN_ACTIONS)
    row = Dossier.objects.filter(id=dossier).values_list(
        ArraySubquery(does.order_by("due_on", "id").values("what")),
        rows_aside(_GOALS.order_by("began_on", "id"), "id", "own_words"),
    ).first()  # fmt: skip
    if row is None:
        return AskedOf()
    promised, open_goals = row
    if promised:
        note_read(Part.ACTION, dossier=dossier)
    if open_goals:
        note_read(Part.PLAN, dossier=dossier)
    return AskedOf(tuple(promised), tuple(_goal(one) for one in open_goals))


def _goal(row: _Goal) -> OpenGoal:
    return OpenGoal(UUID(row["id"]), row["own_words"])
