"""Goals in the family's own words: made, put in order, reached or let go."""

from typing import cast
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce
from kring.practice.plans.models import Action, Goal, GoalState, Score
from kring.practice.plans.policy import Deed, may, may_change_speaker, may_change_who_sees, may_write_for
from kring.practice.plans.queries import offered, working_plan
from kring.practice.plans.rules.lists import LIFE_AREAS
from kring.practice.plans.rules.states import OPEN_GOALS, can_move_goal
from kring.practice.plans.rules.words import GoalWords, goal_problems
from kring.practice.plans.services.informal import hide_wishes
from kring.practice.plans.services.latest import latest
from kring.practice.plans.services.logged import subjects_of
from kring.practice.plans.services.meeting import SEEN_BY, taken

UNDONE = (
    "own_words", "speaker", "measure", "life_area", "area_reason", "extra_reason", "kind", "subject", "state",
    "ended_on", "end_reason",
)  # fmt: skip
"""What a service here may have changed."""


def add_goal(*, actor: Actor, dossier: UUID, words: GoalWords) -> Goal:
    """One more goal, after the others: for all, or for one member only."""
    (may(Deed.WRITE, roles_in(actor, dossier)) and may_write_for(actor, dossier, words.only_for)).enforce()
    beside = working_plan(actor, dossier).beside()
    enforce(goal_problems(words, offered(actor, dossier, LIFE_AREAS), beside))
    last = Goal.objects.filter(dossier_id=dossier).aggregate(last=Max("order"))["last"]
    goal = Goal(
        dossier_id=dossier,
        state=GoalState.ACTIVE,
        order=0 if last is None else last + 1,
        began_on=actor.today,
        subject_id=words.only_for,
        **_fields(words),
    )
    goal.save(force_insert=True)
    note_deed("plans.goal_added", Part.PLAN, event=Event.CREATE, dossier=dossier, subjects=subjects_of(goal))
    return goal


def edit_goal(*, actor: Actor, goal: Goal, words: GoalWords, since: str = "") -> None:
    """Other words for the same goal, or others who see it. `since`: the prints of what the writer began with."""
    roles = roles_in(actor, goal.dossier_id)
    may(Deed.WRITE, roles).enforce()
    areas = offered(actor, goal.dossier_id, LIFE_AREAS, keep=goal.life_area)
    enforce(goal_problems(words, areas, working_plan(actor, goal.dossier_id).beside(goal.id)))
    given = taken(Goal, goal.id, {**_fields(words), SEEN_BY: words.only_for}, since)
    speaker = str(given.get("speaker", goal.speaker))
    may_change_speaker(roles, own_name(actor), goal.speaker, speaker).enforce()
    if SEEN_BY in given:
        given["subject"] = given.pop(SEEN_BY)
        _show_to(actor, goal, words.only_for)
    Goal.objects.filter(id=goal.id).update(**given)
    note_deed("plans.goal_edited", Part.PLAN, dossier=goal.dossier_id, subjects=subjects_of(goal))


def move_goal(*, actor: Actor, goal: Goal, state: GoalState, reason: str = "") -> None:
    """Reached, partly reached, let go with a reason, or taken up again."""
    may(Deed.WRITE, roles_in(actor, goal.dossier_id)).enforce()
    goal = latest(goal)
    can_move_goal(goal.state, state, reason).enforce()
    again = state in OPEN_GOALS and goal.state not in OPEN_GOALS
    extra = _taken_up_again(actor, goal, reason) if again else {}
    ended = None if state in OPEN_GOALS else actor.today
    Goal.objects.filter(id=goal.id).update(state=state, ended_on=ended, end_reason=reason.strip(), **extra)
    note_deed("plans.goal_moved", Part.PLAN, dossier=goal.dossier_id, subjects=subjects_of(goal), ground=reason)


def raise_goal(*, actor: Actor, goal: Goal) -> None:
    """One place up among the open goals: what the family wants first stands first.

    Numbered anew: who did not see each other's goals may have given two the same place.
    """
    may(Deed.WRITE, roles_in(actor, goal.dossier_id)).enforce()
    shown = list(Goal.objects.filter(dossier_id=goal.dossier_id, state__in=OPEN_GOALS).order_by("order", "began_on"))
    place = next((index for index, one in enumerate(shown) if one.id == goal.id), 0)
    if not place:
        return
    shown[place - 1], shown[place] = shown[place], shown[place - 1]
    for order, one in enumerate(shown):
        Goal.objects.filter(id=one.id).exclude(order=order).update(order=order)
    note_deed("plans.goal_raised", Part.PLAN, dossier=goal.dossier_id, subjects=subjects_of(goal))


def undo_goal(*, actor: Actor, goal: Goal) -> None:
    """As it was before one's own last change. What was just added is let go with a reason: others may read it."""
    may(Deed.WRITE, roles_in(actor, goal.dossier_id)).enforce()
    goal = latest(goal)
    was = before_last(Goal, goal.id, UNDONE, by=actor.id, at=actor.at)
    if was is None:
        raise Refused(_("Dit doel is nieuw. Laat het los met een reden."))
    if was["state"] in OPEN_GOALS and goal.state not in OPEN_GOALS:
        _taken_up_again(actor, goal, str(was["extra_reason"]))
    _show_to(actor, goal, cast("UUID | None", was["subject"]))
    Goal.objects.filter(id=goal.id).update(**was)
    note_deed("plans.goal_undone", Part.PLAN, dossier=goal.dossier_id, subjects=subjects_of(goal))


def _taken_up_again(actor: Actor, goal: Goal, reason: str) -> dict[str, str]:
    """It counts again among the goals that a family works on at the same time, and one too many says why (BR-016)."""
    if not working_plan(actor, goal.dossier_id).beside().is_full:
        return {}
    if not reason.strip():
        raise Refused(_("Er zijn al veel doelen. Schrijf op waarom dit er toch bij komt."))
    return {"extra_reason": reason.strip()}


def _show_to(actor: Actor, goal: Goal, member: UUID | None) -> None:
    """Its steps and figures go with it, and its words in tasks: each of them would tell what the goal is about."""
    if member == goal.subject_id:
        return
    may_change_who_sees(roles_in(actor, goal.dossier_id), own_name(actor), goal.speaker).enforce()
    may_write_for(actor, goal.dossier_id, member).enforce()
    Action.objects.filter(goal=goal).update(subject_id=member)
    Score.objects.filter(goal=goal).update(subject_id=member)
    goal.subject_id = member
    hide_wishes(goal.dossier_id)


def _fields(words: GoalWords) -> dict[str, str]:
    return {
        "own_words": words.own_words.strip(),
        "speaker": words.speaker.strip(),
        "measure": words.measure.strip(),
        "life_area": words.life_area,
        "kind": words.kind,
        "area_reason": words.area_reason.strip(),
        "extra_reason": words.extra_reason.strip(),
    }
