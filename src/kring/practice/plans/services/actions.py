"""Actions: exactly one doer, a due date, and for a professional first the question who else can do it (BR-017)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
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
from kring.practice.plans.queries import offered, own_name
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS
from kring.practice.plans.rules.states import OPEN_ACTIONS, can_move_action
from kring.practice.plans.rules.words import ActionWords, action_problems

UNDONE = (
    "what", "doer_kind", "doer_name", "doer_function", "doer_subject", "informal_first", "informal_who",
    "informal_reason",
    "informal_answered_on", "due_on", "state", "closed_on", "result",
)  # fmt: skip
"""What a service here may have changed."""


def add_action(*, actor: Actor, goal: Goal, words: ActionWords) -> Action:
    """One more step towards a goal that is open. Who sees the goal, sees the step."""
    may_give_action_to(roles_in(actor, goal.dossier_id), words.doer_kind).enforce()
    if goal.state != GoalState.ACTIVE:
        raise Refused(_("Dit doel is afgerond. Maak het eerst weer actief."))
    enforce(action_problems(words, actor.today, offered(actor, goal.dossier_id, NO_INFORMAL_REASONS)))
    doer = _doer(actor, goal.dossier_id, words)
    action = Action(
        dossier_id=goal.dossier_id,
        doer_subject_id=doer,
        goal=goal,
        subject_id=goal.subject_id,
        level=goal.level,
        informal_answered_on=actor.today if words.is_professional else None,
        **_fields(words),
    )
    action.save(force_insert=True)
    note_deed("plans.action_added", Part.ACTION, event=Event.CREATE, dossier=goal.dossier_id)
    return action


def edit_action(*, actor: Actor, action: Action, words: ActionWords) -> None:
    """Other words, another doer or another day. A day that was agreed may stay, even when it has passed."""
    roles = roles_in(actor, action.dossier_id)
    (may_give_action_to(roles, action.doer_kind) and may_give_action_to(roles, words.doer_kind)).enforce()
    reasons = offered(actor, action.dossier_id, NO_INFORMAL_REASONS, keep=action.informal_reason)
    enforce(action_problems(words, min(action.due_on, actor.today), reasons))
    same = (action.doer_kind, action.doer_name) == (words.doer_kind, words.doer_name.strip())
    doer = action.doer_subject_id if same else _doer(actor, action.dossier_id, words)
    Action.objects.filter(id=action.id).update(
        doer_subject_id=doer, informal_answered_on=_answered_on(action, words, actor.today), **_fields(words)
    )
    note_deed("plans.action_edited", Part.ACTION, dossier=action.dossier_id)


def move_action(*, actor: Actor, action: Action, state: ActionState, result: str = "") -> None:
    """Busy, done, not done or cancelled with a reason, or open again."""
    roles = roles_in(actor, action.dossier_id)
    may_report_on(roles, own_name(actor), action.doer_kind, action.doer_name).enforce()
    can_move_action(action.state, state, result).enforce()
    closed = None if state in OPEN_ACTIONS else actor.today
    Action.objects.filter(id=action.id).update(state=state, closed_on=closed, result=result.strip())
    note_deed("plans.action_moved", Part.ACTION, dossier=action.dossier_id, ground=result)


def undo_action(*, actor: Actor, action: Action) -> None:
    """As it was before one's own last change; what was just added lapses."""
    roles = roles_in(actor, action.dossier_id)
    may_report_on(roles, own_name(actor), action.doer_kind, action.doer_name).enforce()
    was = before_last(Action, action.id, UNDONE, by=actor.id, at=actor.at)
    lapsed = {"state": ActionState.CANCELLED, "closed_on": actor.today, "result": _("ongedaan gemaakt")}
    Action.objects.filter(id=action.id).update(**(was or lapsed))
    note_deed("plans.action_undone", Part.ACTION, dossier=action.dossier_id)


def _doer(actor: Actor, dossier: UUID, words: ActionWords) -> UUID | None:
    """Somebody of the circle, chosen or written by name: asked no more than this person can carry (BR-057)."""
    known = asked(dossier, words.doer_name, actor.today) if words.doer_kind == DoerKind.NETWORK else None
    if known is None:
        return None
    known.verdict.enforce()
    return known.subject


def _answered_on(action: Action, words: ActionWords, today: date) -> date | None:
    """A changed answer was given today; without a professional there is no answer."""
    if not words.is_professional:
        return None
    before = (action.informal_first, action.informal_who, action.informal_reason)
    now = (words.informal_first, words.informal_who.strip(), words.informal_reason)
    return action.informal_answered_on if before == now else today


def _fields(words: ActionWords) -> dict[str, str | date | None]:
    asked = words.is_professional
    named = asked and words.informal_first == "yes"
    return {
        "what": words.what.strip(),
        "doer_kind": words.doer_kind,
        "doer_name": words.doer_name.strip(),
        "doer_function": words.doer_function.strip(),
        "due_on": words.due_on,
        "informal_first": words.informal_first if asked else "",
        "informal_who": words.informal_who.strip() if named else "",
        "informal_reason": words.informal_reason if asked and not named else "",
    }
