"""The steps of the plan that is being worked on, by goal, and what is proposed, as this reader sees them. One query."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from kring.ground.access.actor import Actor
from kring.ground.configuration.queries.words import Labels, label_of
from kring.ground.shared.levels import Level
from kring.ground.shared.prepared import Prepared
from kring.practice.plans.models import Action, ActionState, DoerKind, Rhythm
from kring.practice.plans.queries.views import ActionView
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS, UNDISCUSSED_GROUNDS
from kring.practice.plans.rules.states import OPEN_ACTIONS, PROPOSALS, is_late

Steps = dict[UUID, list[ActionView]]
"""By goal."""


class _Step(NamedTuple):
    """As the database gives it."""

    id: UUID
    goal_id: UUID
    what: str
    doer_kind: str
    doer_name: str
    doer_function: str
    due_on: date
    state: str
    closed_on: date | None
    result: str
    informal_first: str
    informal_who: str
    informal_reason: str
    level: int
    subject_id: UUID | None
    volunteer_wish: str
    informal_answered_on: date | None
    start_on: date | None
    rhythm: str
    depends_on_id: UUID | None
    instead_of_id: UUID | None
    undiscussed_ground: str
    proposed_by: UUID | None
    proposed_on: date | None
    proposed_because: str


@Prepared
def _rows(dossier: UUID) -> QuerySet[Action, tuple[object, ...]]:
    return Action.objects.filter(dossier_id=dossier).order_by("due_on", "id").values_list(*_Step._fields)


def steps_of(actor: Actor, dossier: UUID, changed: Labels) -> tuple[Steps, tuple[ActionView, ...]]:
    """The steps, and apart from them every proposal: it is no step as long as nobody has agreed to it."""
    found: Steps = {}
    proposed = []
    rows = [_Step._make(row) for row in _rows(dossier)]
    by_id = {row.id: row for row in rows}
    for row in rows:
        first = by_id.get(row.depends_on_id) if row.depends_on_id else None
        seen = _action(row, first, actor.today, changed)
        if row.state in PROPOSALS:
            proposed.append(seen)
        else:
            found.setdefault(row.goal_id, []).append(seen)
    return found, tuple(proposed)


def _action(row: _Step, first: _Step | None, today: date, changed: Labels) -> ActionView:
    """`first`: the step that this one waits for, where this reader reads it."""
    answer = label_of(NO_INFORMAL_REASONS, row.informal_reason, changed)
    return ActionView(
        row.id, row.goal_id, row.what, DoerKind(row.doer_kind), row.doer_name, row.doer_function, row.due_on,
        ActionState(row.state), row.closed_on, row.result,
        row.informal_first, row.informal_who, row.informal_reason, answer,
        is_shared(row.level, row.subject_id),
        is_late(row.due_on, row.state, today),
        row.volunteer_wish, row.informal_answered_on, row.start_on, Rhythm(row.rhythm),
        row.depends_on_id, row.instead_of_id,
        row.undiscussed_ground, label_of(UNDISCUSSED_GROUNDS, row.undiscussed_ground, changed),
        first.what if first else "",
        first is not None and first.state in OPEN_ACTIONS,
        row.proposed_by, row.proposed_on, row.proposed_because,
    )  # fmt: skip


def is_shared(level: int, subject: UUID | str | None) -> bool:
    """Nobody's own part, and of a level that everyone in the plan may read."""
    return subject is None and level <= Level.SHARED_PLAN
