"""What everybody who has the plan may read: paper and letters hold no more than that."""

from uuid import UUID

from kring.ground.shared.levels import Level
from kring.practice.plans.models import Action, Goal, Question


def shared_parts(dossier: UUID) -> frozenset[UUID]:
    """The goals, steps and questions that are nobody's own, by their key only. One query."""
    goals, *others = (
        model.objects.filter(dossier_id=dossier, subject=None, level__lte=Level.SHARED_PLAN).values_list("id")
        for model in (Goal, Action, Question)
    )
    return frozenset(key for (key,) in goals.union(*others))
