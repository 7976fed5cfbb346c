"""In whose log a deed stands: of a goal that one member keeps, in nobody else's (BR-103)."""

from uuid import UUID

from kring.practice.plans.models import Action, Goal


def subjects_of(row: Goal | Action) -> tuple[UUID, ...]:
    """Nobody in particular is everybody of the dossier."""
    return (row.subject_id,) if row.subject_id else ()
