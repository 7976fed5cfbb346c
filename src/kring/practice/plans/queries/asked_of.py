"""What somebody of the circle has promised in the plan, as far as this reader reads it."""

from uuid import UUID

from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.levels import Level
from kring.practice.plans.models import Action, Goal, GoalState
from kring.practice.plans.queries.beside_care import OpenGoal
from kring.practice.plans.rules.states import OPEN_ACTIONS


def open_actions_of(dossier: UUID, subject: UUID) -> tuple[str, ...]:
    """What is to be done, the first due first. One query."""
    rows = Action.objects.filter(dossier_id=dossier, doer_subject_id=subject, state__in=OPEN_ACTIONS)
    found = tuple(rows.order_by("due_on", "id").values_list("what", flat=True))
    if found:
        note_read(Part.ACTION, dossier=dossier)
    return found


def open_goals(dossier: UUID) -> tuple[OpenGoal, ...]:
    """Where an action can be asked for, of what the whole family reads. One query."""
    rows = Goal.objects.filter(dossier_id=dossier, state=GoalState.ACTIVE, level__lte=Level.SHARED_PLAN)
    found = tuple(OpenGoal(*row) for row in rows.order_by("began_on", "id").values_list("id", "own_words"))
    if found:
        note_read(Part.PLAN, dossier=dossier)
    return found
