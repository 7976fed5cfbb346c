"""One goal of a plan with its steps and figures, as deeds on their days."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from kring.demo.days import Days
from kring.ground.access.actor import Actor
from kring.ground.agenda.services import finish_clock
from kring.practice.plans.models import Action, ActionState, Goal
from kring.practice.plans.rules.informal import NO, VOLUNTEER, YES
from kring.practice.plans.rules.words import ActionWords, GoalWords, ScoreWords
from kring.practice.plans.services import add_action, add_goal, give_score, move_action
from kring.practice.plans.services.informal import ASK_VOLUNTEER

Dated = tuple[date, int, Callable[[Actor], object]]
FAMILY, PROFESSIONAL = "family", "professional"


class Goals:
    """A goal as it is told in the family's file."""

    def __init__(self, days: Days, dossier: UUID, given: dict[str, Any]) -> None:
        self._days = days
        self._dossier = dossier
        self._given = given

    def deeds(self, place: int) -> Iterator[Dated]:
        """Day as written, order within the day, and what to do."""
        given = self._given
        began = date.fromisoformat(given["began"])
        yield began, place, self._goal
        for action in given["actions"]:
            yield date.fromisoformat(action.get("from", given["began"])), 2, partial(self._action, action)
            if "state" in action:
                yield date.fromisoformat(action["on"]), 3, partial(self._move, action)
        yield from self._figures({given["speaker"]: given["scores"]}, FAMILY)
        yield from self._figures(given["professional_scores"], PROFESSIONAL)

    def _figures(self, given: dict[str, dict[str, int]], kind: str) -> Iterator[Dated]:
        for giver, figures in given.items():
            for day, value in figures.items():
                yield date.fromisoformat(day), 4, partial(self._score, giver, kind, value)

    def _goal(self, actor: Actor) -> None:
        given = self._given
        words = GoalWords(
            given["words"],
            given["speaker"],
            given["area"],
            self._days.text(given["measure"]),
            area_reason=given["area_reason"],
        )
        add_goal(actor=actor, dossier=self._dossier, words=words)

    def _found(self) -> Goal:
        return Goal.objects.get(dossier=self._dossier, own_words=self._given["words"])

    def _action(self, given: dict[str, str], actor: Actor) -> None:
        """Who wishes for a volunteer asks the coordinator the same day."""
        words = ActionWords(
            what=given["what"],
            doer_kind=given["kind"],
            doer_name=given["doer"],
            due_on=self._days.iso(given["due"]),
            doer_function=given.get("function", ""),
            informal_first=_informal(given),
            informal_who=given.get("who", ""),
            informal_reason=given.get("why", ""),
            volunteer_wish=given.get("wish", ""),
            rhythm=given.get("rhythm", "once"),
            is_discussed="undiscussed" not in given,
            undiscussed_ground=given.get("undiscussed", ""),
        )
        add_action(actor=actor, goal=self._found(), words=words)
        if words.informal_first == VOLUNTEER:
            finish_clock(actor=actor, dossier=self._dossier, clock=ASK_VOLUNTEER)

    def _move(self, given: dict[str, str], actor: Actor) -> None:
        action = Action.objects.get(goal=self._found(), what=given["what"])
        move_action(actor=actor, action=action, state=ActionState(given["state"]), result=given["result"])

    def _score(self, giver: str, kind: str, value: int, actor: Actor) -> None:
        words = ScoreWords(giver, kind, value, actor.today)
        give_score(actor=actor, goal=self._found(), words=words)


def _informal(given: dict[str, str]) -> str:
    """Who else can do what a professional does: somebody, a volunteer, or nobody for a reason."""
    if given["kind"] != PROFESSIONAL:
        return ""
    return YES if "who" in given else VOLUNTEER if "wish" in given else NO
