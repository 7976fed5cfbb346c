"""What a professional proposes for the own work: a new step, or another way to do one; whoever leads decides."""

from typing import Final

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.parts import Part
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import add_task, finish_clock, notify
from kring.ground.audit.models import Event
from kring.ground.audit.past import Values
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused
from kring.practice.leads.policy import roles_in
from kring.practice.leads.queries import dossier_head
from kring.practice.leads.rules import enforce
from kring.practice.plans.models import Action, ActionState, Goal, GoalState
from kring.practice.plans.policy import Deed, may, may_propose, may_withdraw_proposal
from kring.practice.plans.rules.proposing import can_propose
from kring.practice.plans.rules.states import OPEN_ACTIONS, can_move_action
from kring.practice.plans.rules.words import ActionWords, action_problems
from kring.practice.plans.services.actions import UNDONE, edit_action, fields_of, offered_for
from kring.practice.plans.services.informal import (
    answer_of,
    ask_volunteer,
    everyone_reads,
    somebody,
    stop_asking_volunteer,
)
from kring.practice.plans.services.latest import latest
from kring.practice.plans.services.logged import subjects_of
from kring.practice.plans.services.meeting import words_of

DECIDE: Final = "voorstel_beslissen"
"""The clock of the agenda that runs until whoever leads has decided."""
LONGEST_RESULT: Final = 400


def propose(*, actor: Actor, goal: Goal, words: ActionWords, because: str, instead_of: Action | None = None) -> Action:
    """A row of its own; what is in the plan stays as it is until it is decided on."""
    dossier = goal.dossier_id
    may_propose(roles_in(actor, dossier), own_name(actor), words.doer_name.strip()).enforce()
    _enforce_active(goal)
    if instead_of is not None:
        _enforce_change(actor, instead_of)
    now = words_of(instead_of) if instead_of else None
    can_propose(words, now, because).enforce()
    enforce(action_problems(words, actor.today, offered_for(actor, goal, instead_of)))
    kept = instead_of if instead_of and answer_of(instead_of) == words.informal else None
    proposal = Action(
        informal_subject_id=kept.informal_subject_id if kept else somebody(actor, dossier, words.informal),
        informal_answered_on=kept.informal_answered_on if kept else actor.today,
        informal_asked_on=instead_of.informal_asked_on if instead_of else actor.today,
        instead_of=instead_of,
        **_proposed(actor, goal, because),
        **fields_of(words),
    )
    proposal.save(force_insert=True)
    note_deed("plans.action_proposed", Part.ACTION, event=Event.CREATE, dossier=dossier, subjects=subjects_of(proposal))
    _ask(actor, proposal)
    return proposal


def accept(*, actor: Actor, proposal: Action) -> None:
    """A new step is agreed. In place of another: that step says it from now on, and keeps its place and history."""
    may(Deed.DECIDE, roles_in(actor, proposal.dossier_id)).enforce()
    proposal = latest(proposal)
    can_move_action(proposal.state, ActionState.AGREED, "").enforce()
    _enforce_active(proposal.goal)
    if proposal.instead_of is not None:
        _enforce_open(latest(proposal.instead_of))
        edit_action(actor=actor, action=proposal.instead_of, words=words_of(proposal))
        _settle(actor, proposal, _("overgenomen"))
    else:
        Action.objects.filter(id=proposal.id).update(state=ActionState.AGREED)
        ask_volunteer(actor, proposal.dossier_id, answer_of(proposal), is_shared=everyone_reads(proposal))
    note_deed("plans.proposal_accepted", Part.ACTION, dossier=proposal.dossier_id, subjects=subjects_of(proposal))
    _told(actor, proposal)


def refuse(*, actor: Actor, proposal: Action, reason: str) -> None:
    """Not now, and why: the one who proposed it reads it."""
    may(Deed.DECIDE, roles_in(actor, proposal.dossier_id)).enforce()
    proposal = latest(proposal)
    can_move_action(proposal.state, ActionState.SETTLED, reason).enforce()
    _settle(actor, proposal, _("niet overgenomen: %(reason)s") % {"reason": reason.strip()})
    note_deed(
        "plans.proposal_refused", Part.ACTION, dossier=proposal.dossier_id, subjects=subjects_of(proposal),
        ground=reason,
    )  # fmt: skip
    _told(actor, proposal)


def withdraw_proposal(*, actor: Actor, proposal: Action) -> None:
    """By whoever made it, as long as nobody has decided."""
    may_withdraw_proposal(actor, proposal.proposed_by).enforce()
    proposal, reason = latest(proposal), _("ingetrokken")
    can_move_action(proposal.state, ActionState.SETTLED, reason).enforce()
    _settle(actor, proposal, reason)
    note_deed("plans.proposal_withdrawn", Part.ACTION, dossier=proposal.dossier_id, subjects=subjects_of(proposal))
    _finish(actor, proposal)


def undo_decision(*, actor: Actor, proposal: Action) -> None:
    """It lies there again, and the step that it changed is as it was; no volunteer need be asked for it."""
    may(Deed.DECIDE, roles_in(actor, proposal.dossier_id)).enforce()
    proposal = latest(proposal)
    if proposal.instead_of is not None:
        _enforce_one_at_a_time(proposal.instead_of)
    if _put_back(actor, proposal)["state"] != ActionState.PROPOSED:
        raise Refused(_("Na de beslissing is er iets veranderd. Pas de stap zelf aan."))
    if proposal.instead_of is not None and _is_taken_over(proposal):
        _put_back(actor, latest(proposal.instead_of))
    note_deed("plans.decision_undone", Part.ACTION, dossier=proposal.dossier_id, subjects=subjects_of(proposal))
    _ask(actor, proposal)


def _put_back(actor: Actor, row: Action) -> Values:
    """As it was before one's own last deed, with the volunteer whom that deed asked for."""
    was = before_last(Action, row.id, UNDONE, by=actor.id, at=actor.at) or {"state": row.state}
    Action.objects.filter(id=row.id).update(**was)
    if row.state in OPEN_ACTIONS and (was["state"], was.get("informal_first")) != (row.state, row.informal_first):
        stop_asking_volunteer(actor, row.dossier_id, answer_of(row), is_shared=everyone_reads(row))
    return was


def _proposed(actor: Actor, goal: Goal, because: str) -> dict[str, object]:
    """Who sees the goal, sees what is proposed for it."""
    return {
        "dossier_id": goal.dossier_id,
        "goal": goal,
        "subject_id": goal.subject_id,
        "level": goal.level,
        "proposed_by": actor.id,
        "proposed_on": actor.today,
        "proposed_because": because.strip(),
        "state": ActionState.PROPOSED,
    }


def _enforce_change(actor: Actor, action: Action) -> None:
    """Of an open step in the own name, and one proposal at a time."""
    may_propose(roles_in(actor, action.dossier_id), own_name(actor), action.doer_name).enforce()
    _enforce_open(latest(action))
    _enforce_one_at_a_time(action)


def _enforce_active(goal: Goal) -> None:
    if goal.state != GoalState.ACTIVE:
        raise Refused(_("Dit doel is afgerond. Maak het eerst weer actief."))


def _enforce_open(action: Action) -> None:
    if action.state not in OPEN_ACTIONS:
        raise Refused(_("Deze stap is klaar. Stel een nieuwe stap voor."))


def _enforce_one_at_a_time(action: Action) -> None:
    if Action.objects.filter(instead_of=action, state=ActionState.PROPOSED).exists():
        raise Refused(_("Over deze stap ligt al een voorstel. Trek dat eerst in."))


def _is_taken_over(proposal: Action) -> bool:
    return proposal.instead_of is not None and words_of(proposal) == words_of(proposal.instead_of)


def _settle(actor: Actor, proposal: Action, result: str) -> None:
    Action.objects.filter(id=proposal.id).update(
        state=ActionState.SETTLED, closed_on=actor.today, result=result[:LONGEST_RESULT]
    )


def _ask(actor: Actor, proposal: Action) -> None:
    """Whoever leads gets the task; the words stay in the plan."""
    head = dossier_head(actor, proposal.dossier_id)
    if head is not None and head.lead is not None:
        title = _("Beslis over een voorstel van %(name)s") % {"name": proposal.doer_name}
        add_task(actor=actor, account=head.lead.account, clock=DECIDE, title=title, dossier=proposal.dossier_id)


def _finish(actor: Actor, proposal: Action) -> None:
    """The task is done when nothing waits any more."""
    if not Action.objects.filter(dossier_id=proposal.dossier_id, state=ActionState.PROPOSED).exists():
        finish_clock(actor=actor, dossier=proposal.dossier_id, clock=DECIDE)


def _told(actor: Actor, proposal: Action) -> None:
    _finish(actor, proposal)
    if proposal.proposed_by is not None and proposal.proposed_by != actor.id:
        notify(account=proposal.proposed_by, kind=NoticeKind.PROPOSAL_DECIDED, dossier=proposal.dossier_id)
