"""The plan that a family made itself, or the ground on which it was left out, as its story tells."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from kring.demo.days import Days
from kring.ground.access.actor import Actor
from kring.practice.familiegroepsplan.models import ContributionKind, Familiegroepsplan, OwnPlanState
from kring.practice.familiegroepsplan.queries import newest
from kring.practice.familiegroepsplan.rules.words import OfferWords, OwnWords
from kring.practice.familiegroepsplan.services import bring, hand_in, judge, offer

READY = "ready"


class OwnPlan:
    """`fgp` in the story is what came of it, `own_plan` what was agreed and brought."""

    def __init__(self, days: Days, dossier: UUID, story: dict[str, Any]) -> None:
        self._days = days
        self._dossier = dossier
        self._story = story
        self._made: dict[str, Any] = story.get("own_plan", {})

    def deeds(self, asked: date) -> Iterator[tuple[date, Callable[[Actor], object]]]:
        yield asked, self._offer
        for given in self._made.get("brought", ()):
            yield date.fromisoformat(given["on"]), partial(self._bring, given)
        if self._story["fgp"] == READY:
            yield date.fromisoformat(self._made["received"]), self._receive

    def _offer(self, actor: Actor) -> None:
        answer = self._story["fgp"]
        due = self._made.get("due")
        words = OfferWords(
            offered_on=actor.today,
            answer="wanted" if answer == READY else answer,
            reason=self._story.get("fgp_reason", ""),
            support=self._made.get("support", ""),
            support_who=self._made.get("support_who", ""),
            due_on=self._days.iso(due) if due else None,
        )
        offer(actor=actor, dossier=self._dossier, words=words)

    def _bring(self, given: dict[str, str], actor: Actor) -> None:
        held = given.get("held")
        worries, well, steps = (self._days.text(given.get(name, "")) for name in ("worries", "well", "steps"))
        words = OwnWords(worries, well, steps, given.get("by", ""), self._days.iso(held) if held else None)
        kind = ContributionKind.MEETING if held else ContributionKind.WORDS
        bring(actor=actor, own_plan=self._row(), words=words, kind=kind)

    def _receive(self, actor: Actor) -> None:
        row = self._row()
        hand_in(actor=actor, own_plan=row)
        judge(actor=actor, own_plan=row, judgement=OwnPlanState.ACCEPTED, words="")

    def _row(self) -> Familiegroepsplan:
        row = newest(self._dossier)
        assert row is not None, "what is brought comes after the offer"
        return row
