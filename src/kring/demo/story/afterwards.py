"""What came after a version: an opinion that came later, a summary by an interpreter, what is not right, a new talk."""

from datetime import date
from typing import Any
from uuid import UUID

from kring.demo.data import read
from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.demo.story.dossiers import writer
from kring.practice.plans.models import Goal, PlanVersion
from kring.practice.plans.rules.agreeing import Opinion
from kring.practice.plans.rules.lifecycle import Talk
from kring.practice.plans.rules.summaries import SummaryWords
from kring.practice.plans.services import add_position, discuss, summarise
from kring.practice.statements.rules import Disputed, Outcome
from kring.practice.statements.services import answer_remark, say_not_right

FILE = "afterwards"
Given = dict[str, Any]  # as the file of the story gives it


def tell(cast: Cast, family: Family, dossier: UUID) -> None:
    """Each on its day, by who said it or by who writes for the family."""
    told: Given = read(FILE).get(family.id, {})
    for given in told.get("summaries", ()):
        _summarise(cast, family, dossier, given)
    for given in told.get("opinions", ()):
        _give_opinion(cast, family, dossier, given)
    for given in told.get("remarks", ()):
        _say_not_right(cast, family, dossier, given)
    if "talk" in told:
        _talk_over(cast, family, dossier, told["talk"])


def _summarise(cast: Cast, family: Family, dossier: UUID, given: Given) -> None:
    words = SummaryWords(given["language"], given["words"], given["interpreter"], cast.days.iso(given["on"]))
    with cast.on(date.fromisoformat(given["on"]), writer(family), "plan_summarised") as actor:
        summarise(actor=actor, version=_last(dossier), words=words)


def _give_opinion(cast: Cast, family: Family, dossier: UUID, given: Given) -> None:
    who = given["who"]
    opinion = Opinion(_name(family, who), given["position"], given["remark"], cast.subjects[who])
    with cast.on(date.fromisoformat(given["on"]), who, "opinion_given") as actor:
        add_position(actor=actor, version=_last(dossier), opinion=opinion, said_on=actor.today)


def _say_not_right(cast: Cast, family: Family, dossier: UUID, given: Given) -> None:
    with cast.on(date.fromisoformat(given["on"]), given["who"], "not_right_said") as actor:
        goal = Goal.objects.get(dossier_id=dossier, own_words__contains=given["goal"])
        row = say_not_right(
            actor=actor, dossier=dossier, kind=Disputed.GOAL, thing=goal.id, words=cast.days.text(given["words"])
        )
    if answered := given.get("answered"):
        with cast.on(date.fromisoformat(answered["on"]), writer(family), "not_right_answered") as actor:
            outcome, answer = Outcome.of(answered["outcome"]), cast.days.text(answered["answer"])
            answer_remark(actor=actor, remark=row, outcome=outcome, answer=answer)


def _talk_over(cast: Cast, family: Family, dossier: UUID, given: Given) -> None:
    with cast.on(date.fromisoformat(given["on"]), writer(family), "plan_talked_over") as actor:
        present = tuple(_name(family, ref) for ref in given["present"])
        discuss(actor=actor, dossier=dossier, talk=Talk(actor.today, present))


def _last(dossier: UUID) -> PlanVersion:
    return PlanVersion.objects.filter(dossier_id=dossier).latest("number")


def _name(family: Family, ref: str) -> str:
    return next(human.name.full for human in family.humans if human.ref == ref)
