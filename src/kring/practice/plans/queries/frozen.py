"""From the working plan to what a version holds: only what everyone in the plan may read goes in.

A goal, action, score or question about one person, or of a higher level, stays out: a version is read by all.
"""

from datetime import date
from uuid import UUID

from kring.practice.leads.queries import DossierHead, Leader
from kring.practice.plans.models import GoalState, PlanVariant
from kring.practice.plans.queries.around import Party
from kring.practice.plans.queries.views import ActionView, GoalView, QuestionView, ScoreLine, WorkingPlan
from kring.practice.plans.rules.agreeing import Opinion, Readiness
from kring.practice.plans.rules.content import (
    FORM,
    ActionContent,
    GoalContent,
    LeaderContent,
    PartyContent,
    PlanContent,
    PositionContent,
    QuestionContent,
    ScoreContent,
)
from kring.practice.plans.rules.lifecycle import Talk


def content(  # noqa: PLR0913  what is held, by keyword
    head: DossierHead,
    plan: WorkingPlan,
    parties: tuple[Party, ...],
    *,
    on: date,
    by: str,
    opinions: tuple[Opinion, ...] = (),
    variant: str = PlanVariant.LIGHT,
    talk: Talk | None = None,
) -> PlanContent:
    """The content of the next version."""
    texts = plan.texts
    return PlanContent(
        form=FORM,
        number=plan.last_number + 1,
        agreed_on=on.isoformat(),
        agreed_by=by,
        variant=variant,
        discussed_on=talk.on.isoformat() if talk else "",
        discussed_with=list(talk.present) if talk else [],
        label=head.label,
        single=head.is_single,
        members=[{"name": member.name, "role": member.role} for member in head.members],
        lead=_leader(head.lead),
        deputy=_leader(head.deputy),
        parties=_parties(parties, head),
        question=_question(plan.question),
        strengths=texts.strengths,
        concerns=texts.concerns,
        dream=texts.dream,
        evaluation_on=texts.evaluation_on.isoformat() if texts.evaluation_on else "",
        contact=texts.contact,
        familiegroepsplan=texts.familiegroepsplan if head.has_children else "",
        goals=_goals(plan),
        positions=[_position(one, head) for one in opinions],
    )


def _position(opinion: Opinion, head: DossierHead) -> PositionContent:
    held: PositionContent = {"name": opinion.name, "position": opinion.position, "remark": opinion.remark}
    if any(member.is_foster_carer and member.subject == opinion.subject for member in head.members):
        held["foster_carer"] = True
    return held


def _parties(parties: tuple[Party, ...], head: DossierHead) -> list[PartyContent]:
    """Who leads stands above, and not once more among the others."""
    leading = {one.name for one in (head.lead, head.deputy) if one is not None}
    return [
        {"name": party.name, "function": party.function, "organisation": party.organisation}
        for party in parties
        if party.name not in leading
    ]


def readiness(head: DossierHead, plan: WorkingPlan) -> Readiness:
    """What a version is asked for, from what everyone may read."""
    active = sum(goal.is_shared and goal.state == GoalState.ACTIVE for goal in plan.goals)
    texts = plan.texts
    return Readiness(
        active,
        bool(texts.strengths),
        texts.evaluation_on,
        bool(texts.contact),
        head.has_children,
        texts.familiegroepsplan,
    )


def _leader(leader: Leader | None) -> LeaderContent | None:
    if leader is None:
        return None
    return {
        "name": leader.name,
        "function": leader.function,
        "organisation": leader.organisation,
        "phone": leader.phone,
    }


def _question(question: QuestionView | None) -> QuestionContent | None:
    if question is None or not question.is_shared:
        return None
    return {
        "words": question.words,
        "speaker": question.speaker,
        "language": question.language,
        "interpreter": question.interpreter,
        "said_on": question.said_on.isoformat(),
    }


def _goals(plan: WorkingPlan) -> list[GoalContent]:
    shared = frozenset(action.id for action in plan.actions if action.is_shared)
    return [_goal(goal, shared) for goal in plan.goals if goal.is_shared and goal.state != GoalState.PROPOSED]


def _goal(goal: GoalView, shared: frozenset[UUID]) -> GoalContent:
    return {
        "id": str(goal.id),
        "own_words": goal.own_words,
        "speaker": goal.speaker,
        "measure": goal.measure,
        "life_area": goal.life_area,
        "area": goal.area_word,
        "area_reason": goal.area_reason,
        "kind": goal.kind.value,
        "state": goal.state.value,
        "end_reason": goal.end_reason,
        "actions": [_action(action, shared) for action in goal.actions if action.is_shared],
        "scores": [_score(score) for score in goal.scores if score.is_shared],
    }


def _action(action: ActionView, shared: frozenset[UUID]) -> ActionContent:
    """What must be done first is named only when everyone may read it."""
    return {
        "id": str(action.id),
        "what": action.what,
        "kind": action.kind.value,
        "who": action.who,
        "function": action.function,
        "start_on": action.start_on.isoformat() if action.start_on else "",
        "due_on": action.due_on.isoformat(),
        "rhythm": action.rhythm.value,
        "after": action.after if action.depends_on in shared else "",
        "undiscussed": action.undiscussed_word,
        "state": action.state.value,
        "result": action.result,
        "informal_first": action.informal_first,
        "informal_who": action.informal_who,
        "informal_reason": action.informal_word,
        "volunteer_wish": action.volunteer_wish,
    }


def _score(score: ScoreLine) -> ScoreContent:
    return {
        "giver": score.giver,
        "kind": score.kind.value,
        "value": score.value,
        "given_on": score.given_on.isoformat(),
        "remark": score.remark,
    }
