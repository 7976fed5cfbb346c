"""Figures 0–10: one person, one day, one line; who corrects adds a line, and nobody's figures are averaged (BR-022)."""

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce
from kring.practice.plans.models import Goal, GoalState, Score
from kring.practice.plans.policy import may_score_as
from kring.practice.plans.rules.words import ScoreWords, score_problems
from kring.practice.plans.services.logged import subjects_of


def give_score(*, actor: Actor, goal: Goal, words: ScoreWords) -> Score:
    """A figure for a goal, also for one that has just been reached: that is the last one."""
    may_score_as(roles_in(actor, goal.dossier_id), own_name(actor), words.giver.strip()).enforce()
    if goal.state in {GoalState.PROPOSED, GoalState.DROPPED}:
        raise Refused(_("Dit doel is niet actief. Een cijfer hoort bij een doel waar u aan werkt."))
    enforce(score_problems(words, actor.today))
    score = Score(
        dossier_id=goal.dossier_id,
        goal=goal,
        subject_id=goal.subject_id,
        level=goal.level,
        giver=words.giver.strip(),
        giver_kind=words.giver_kind,
        value=words.value,
        given_on=words.given_on,
        remark=words.remark.strip(),
        written_by=actor.id,
        written_at=actor.at,
    )
    score.save(force_insert=True)
    note_deed("plans.score_given", Part.SCORE, event=Event.CREATE, dossier=goal.dossier_id, subjects=subjects_of(goal))
    return score
