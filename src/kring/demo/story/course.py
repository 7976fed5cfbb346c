"""How a family's plan stopped, how it went afterwards, and that it came back, as its story tells."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from kring.demo.days import Days
from kring.ground.access.actor import Actor
from kring.practice.course.models import AfterCare, Closing
from kring.practice.course.rules.words import ClosingWords, EvaluationWords, FeltWords
from kring.practice.course.services import close, evaluate, note_after_care, reopen


class CourseStory:
    """`closed` in the story is what was left behind, `after_care` what was said on each day."""

    def __init__(self, days: Days, dossier: UUID, story: dict[str, Any]) -> None:
        self._days = days
        self._dossier = dossier
        self._closed: dict[str, Any] = story.get("closed", {})

    def deeds(self) -> Iterator[tuple[date, Callable[[Actor], object]]]:
        given = self._closed
        if not given:
            return
        yield date.fromisoformat(given["on"]), self._evaluate
        yield date.fromisoformat(given["on"]), self._close
        for contact in given["after_care"]:
            yield date.fromisoformat(contact["on"]), partial(self._after_care, contact["words"])
        yield date.fromisoformat(given["reopened"]), self._reopen

    def _evaluate(self, actor: Actor) -> None:
        felt = [FeltWords(one["name"], one["decided"], one["helped"], one["remark"]) for one in self._closed["felt"]]
        words = EvaluationWords(actor.today, "close", self._closed["words"])
        evaluate(actor=actor, dossier=self._dossier, words=words, felt=felt)

    def _close(self, actor: Actor) -> None:
        given = self._closed
        words = ClosingWords(
            given["remains"], given["relapse"], given["call"], by_agreement=True, scores_asked=True, letter_given=True,
            after_care=tuple(self._days.iso(day) for day in given["due"]),
        )  # fmt: skip
        close(actor=actor, dossier=self._dossier, words=words)

    def _after_care(self, words: str, actor: Actor) -> None:
        contact = AfterCare.objects.filter(dossier_id=self._dossier, held_on=None).order_by("due_on").first()
        assert contact is not None, "after-care was agreed at closing"
        note_after_care(actor=actor, contact=contact, held_on=actor.today, words=words)

    def _reopen(self, actor: Actor) -> None:
        closing = Closing.objects.get(dossier_id=self._dossier)
        reopen(actor=actor, closing=closing, because=self._closed["because"])
