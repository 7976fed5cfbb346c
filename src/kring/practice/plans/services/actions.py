"""Actions: exactly one doer, a due date, and for a professional first the question who else can do it (BR-017)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused
from kring.practice.circle.queries import asked
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce
from kring.practice.plans.models import Action, ActionState, DoerKind, Goal, GoalState
from kring.practice.plans.policy import may_give_action_to, may_report_on
from kring.practice.plans.queries import offered, working_plan
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS, UNDISCUSSED_GROUNDS
from kring.practice.plans.rules.states import OPEN_ACTIONS, PROPOSALS, can_move_action
from kring.practice.plans.rules.words import ActionWords, Offered, action_problems
from kring.practice.plans.services.informal import (
    answer_of,
    ask_volunteer,
    everyone_reads,
    same_person,
    somebody,
    stop_asking_volunteer,
)
from kring.practice.plans.services.latest import latest
from kring.practice.plans.services.logged import subjects_of
from kring.practice.plans.services.meeting import taken_words

UNDONE = (
    "what", "doer_kind", "doer_name", "doer_function", "doer_subject", "informal_first", "informal_who",
    "informal_subject", "volunteer_wish", "informal_reason", "informal_answered_on", "informal_asked_on",
    "is_discussed",
    "undiscussed_ground", "start_on", "due_on", "rhythm", "depends_on", "state", "closed_on", "result",
)  # fmt: skip
"""What a service here may have changed."""


def add_action(*, actor: Actor, goal: Goal, words: ActionWords) -> Action:
    """One more step towards a goal that is open. Who sees the goal, sees the step."""
    may_give_action_to(roles_in(actor, goal.dossier_id), words.doer_kind).enforce()
    if goal.state != GoalState.ACTIVE:
        raise Refused(_("Dit doel is afgerond. Maak het eerst weer actief."))
    enforce(action_problems(words, actor.today, offered_for(actor, goal)))
    doer = _doer(actor, goal.dossier_id, words)
    action = Action(
        dossier_id=goal.dossier_id,
        doer_subject_id=doer,
        informal_subject_id=somebody(actor, goal.dossier_id, words.informal),
        goal=goal,
        subject_id=goal.subject_id,
        level=goal.level,
        informal_answered_on=actor.today if words.is_professional else None,
        informal_asked_on=actor.today if words.is_professional else None,
        **fields_of(words),
    )
    action.save(force_insert=True)
    note_deed(
        "plans.action_added", Part.ACTION, event=Event.CREATE, dossier=goal.dossier_id, subjects=subjects_of(action)
    )
    ask_volunteer(actor, goal.dossier_id, words.informal, is_shared=everyone_reads(goal))
    return action


def edit_action(*, actor: Actor, action: Action, words: ActionWords, since: str = "") -> None:
    """Other words, another doer or another day. A day that was agreed may stay, even when it has passed.

    `since`: the prints of what the writer began with.
    """
    words, roles = taken_words(action, words, since), roles_in(actor, action.dossier_id)
    (may_give_action_to(roles, action.doer_kind) and may_give_action_to(roles, words.doer_kind)).enforce()
    enforce(action_problems(words, min(action.due_on, actor.today), offered_for(actor, action.goal, action)))
    before, answer, dossier = answer_of(action), words.informal, action.dossier_id
    same = (action.doer_kind, action.doer_name) == (words.doer_kind, words.doer_name.strip())
    Action.objects.filter(id=action.id).update(
        doer_subject_id=action.doer_subject_id if same else _doer(actor, dossier, words),
        informal_subject_id=(
            action.informal_subject_id if same_person(before, answer) else somebody(actor, dossier, answer)
        ),
        informal_answered_on=_answered_on(action, words, actor.today),
        informal_asked_on=(action.informal_asked_on or actor.today) if words.is_professional else None,
        **fields_of(words),
    )
    note_deed("plans.action_edited", Part.ACTION, dossier=dossier, subjects=subjects_of(action))
    if before.first != answer.first:
        ask_volunteer(actor, dossier, answer, is_shared=everyone_reads(action))


def move_action(*, actor: Actor, action: Action, state: ActionState, result: str = "") -> None:
    """Busy, done, not done or cancelled with a reason, or open again."""
    roles = roles_in(actor, action.dossier_id)
    may_report_on(roles, own_name(actor), action.doer_kind, action.doer_name).enforce()
    action = _step(action)
    can_move_action(action.state, state, result).enforce()
    closed = None if state in OPEN_ACTIONS else actor.today
    Action.objects.filter(id=action.id).update(state=state, closed_on=closed, result=result.strip())
    note_deed("plans.action_moved", Part.ACTION, dossier=action.dossier_id, subjects=subjects_of(action), ground=result)


def undo_action(*, actor: Actor, action: Action) -> None:
    """As it was before one's own last change; what was just added lapses."""
    roles = roles_in(actor, action.dossier_id)
    may_report_on(roles, own_name(actor), action.doer_kind, action.doer_name).enforce()
    action = _step(action)
    was = before_last(Action, action.id, UNDONE, by=actor.id, at=actor.at)
    lapsed = {"state": ActionState.CANCELLED, "closed_on": actor.today, "result": _("ongedaan gemaakt")}
    Action.objects.filter(id=action.id).update(**(was or lapsed))
    note_deed("plans.action_undone", Part.ACTION, dossier=action.dossier_id, subjects=subjects_of(action))
    if was is None or was["informal_first"] != action.informal_first:
        stop_asking_volunteer(actor, action.dossier_id, answer_of(action), is_shared=everyone_reads(action))


def _step(action: Action) -> Action:
    """As it is now; what is only proposed has no steps yet."""
    now = latest(action)
    if now.state in PROPOSALS:
        raise Refused(_("Dit is een voorstel. De regisseur beslist erover."))
    return now


def _doer(actor: Actor, dossier: UUID, words: ActionWords) -> UUID | None:
    """Somebody of the circle, chosen or written by name: asked no more than this person can carry (BR-057)."""
    known = asked(dossier, words.doer_name, actor.today) if words.doer_kind == DoerKind.NETWORK else None
    if known is None:
        return None
    known.verdict.enforce()
    return known.subject


def offered_for(actor: Actor, goal: Goal, action: Action | None = None) -> Offered:
    """The words of the municipality, and the steps that this one can wait for; what stands there may stay."""
    dossier, plan = goal.dossier_id, working_plan(actor, goal.dossier_id)
    seen = plan.goal(goal.id)
    before = plan.steps_before(action.id if action else None, seen) if seen else ()
    return Offered(
        offered(actor, dossier, NO_INFORMAL_REASONS, keep=action.informal_reason if action else ""),
        offered(actor, dossier, UNDISCUSSED_GROUNDS, keep=action.undiscussed_ground if action else ""),
        frozenset(one.id for one in before),
    )


def _answered_on(action: Action, words: ActionWords, today: date) -> date | None:
    """A changed answer was given today; without a professional there is no answer."""
    if not words.is_professional:
        return None
    return action.informal_answered_on if answer_of(action).fields() == words.informal.fields() else today


def fields_of(words: ActionWords) -> dict[str, str | date | UUID | bool | None]:
    return {
        "what": words.what.strip(),
        "doer_kind": words.doer_kind,
        "doer_name": words.doer_name.strip(),
        "doer_function": words.doer_function.strip(),
        "start_on": words.start_on,
        "due_on": words.due_on,
        "rhythm": words.rhythm,
        "depends_on_id": words.depends_on,
        "is_discussed": words.is_discussed,
        "undiscussed_ground": "" if words.is_discussed else words.undiscussed_ground,
        **words.informal.fields(),
    }
