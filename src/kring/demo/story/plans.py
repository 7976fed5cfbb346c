"""The plan of a family as it grew: question, goals in own words, steps with one doer, figures, versions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.demo.story.course import CourseStory
from kring.demo.story.dossiers import writer
from kring.demo.story.goals import Goals
from kring.demo.story.own_plans import OwnPlan
from kring.ground.access.actor import Actor
from kring.ground.agenda.services import add_task
from kring.ground.shared.period import age_on
from kring.practice.notes.rules import NoteWords
from kring.practice.notes.services import write_note
from kring.practice.plans.rules.agreeing import ASKED_FROM, Opinion
from kring.practice.plans.rules.words import PlanWords, QuestionWords
from kring.practice.plans.services import agree, save_texts, write_question


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done on a day; of one day in the order of `place`."""

    day: date
    place: int
    do: Callable[[Actor], object]


def grow(cast: Cast, family: Family, dossier: UUID) -> None:
    """All deeds in the order of their days, each by whoever writes for the family."""
    for deed in sorted(_Plan(cast, family, dossier).deeds(), key=lambda deed: (deed.day, deed.place)):
        with cast.on(deed.day, writer(family), "plan_grown") as actor:
            deed.do(actor)


class _Plan:
    def __init__(self, cast: Cast, family: Family, dossier: UUID) -> None:
        self._cast = cast
        self._family = family
        self._dossier = dossier
        self._story: dict[str, Any] = family.given["story"]

    def deeds(self) -> Iterator[Deed]:
        story = self._story
        asked = date.fromisoformat(story["question"]["on"])
        yield Deed(asked, 0, self._question)
        if story["fgp"]:
            for day, do in OwnPlan(self._cast.days, self._dossier, self._story).deeds(asked):
                yield Deed(day, 1, do)
        agreed = [date.fromisoformat(day) for day in story["agreed"]]
        looks_back = [*agreed[1:], date.fromisoformat(story["evaluation"])]
        yield Deed(asked, 2, partial(self._texts, looks_back[0]))
        for place, given in enumerate(story["goals"]):
            goals = Goals(self._cast.days, self._dossier, given)
            yield from (Deed(day, 3 + order, do) for day, order, do in goals.deeds(place))
        for day, do in CourseStory(self._cast.days, self._dossier, story).deeds():
            yield Deed(day, 6, do)
        for task in story.get("tasks", ()):
            yield Deed(date.fromisoformat(task["on"]), 7, partial(self._task, task))
        for contact in story.get("contacts", ()):
            yield Deed(date.fromisoformat(contact["on"]), 7, partial(self._contact, contact))
        for day, evaluation in zip(agreed, looks_back, strict=False):
            yield Deed(day, 8, partial(self._texts, evaluation))
            yield Deed(day, 9, self._agree)

    def _question(self, actor: Actor) -> None:
        given = self._story["question"]
        words = QuestionWords(
            words=given["words"],
            speaker=given["speaker"],
            said_on=actor.today,
            language=given.get("language", "Nederlands"),
            interpreter=given.get("interpreter", ""),
        )
        write_question(actor=actor, dossier=self._dossier, words=words)

    def _texts(self, evaluation: date, actor: Actor) -> None:
        lead = self._cast.account(self._story["lead"])
        phone = lead.staff.phone if lead.staff else ""
        words = PlanWords(
            strengths=self._story["strengths"],
            concerns=self._story["concerns"],
            dream=self._story["dream"],
            evaluation_on=self._cast.days.day(evaluation),
            contact=", ".join(part for part in (lead.display_name, phone) if part),
        )
        save_texts(actor=actor, dossier=self._dossier, words=words)

    def _task(self, given: dict[str, str], actor: Actor) -> None:
        due = self._cast.days.iso(given["due"])
        add_task(actor=actor, account=actor.id, clock="actie", title=given["title"], dossier=self._dossier, due_on=due)

    def _contact(self, given: dict[str, Any], actor: Actor) -> None:
        words = NoteWords(
            held_on=actor.today,
            how=given["how"],
            said=given["said"],
            agreed=given["agreed"],
            with_whom=", ".join(given["with"]),
            subject=self._cast.subjects[given["about"]] if "about" in given else None,
        )
        write_note(actor=actor, dossier=self._dossier, words=words)

    def _agree(self, actor: Actor) -> None:
        """Everyone from twelve is asked; who is not, with the reason."""
        not_asked: dict[str, str] = self._story.get("not_asked", {})
        opinions = [
            Opinion(
                human.name.full,
                "not_asked" if human.ref in not_asked else "agrees",
                not_asked.get(human.ref, ""),
                self._cast.subjects[human.ref],
            )
            for human in self._family.humans
            if age_on(human.born, actor.today) >= ASKED_FROM
        ]
        agree(actor=actor, dossier=self._dossier, opinions=opinions)
