"""Reads for pages: where a family is in its course, each look back, and what closing left behind. One statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, DossierState
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.configuration.queries import value, values
from kring.practice.course.models import AfterCare, Closing, Evaluation, Felt, Pause, Result
from kring.practice.course.rules.states import Facts, Stage, stage
from kring.practice.course.rules.terms import (
    AFTER_CARE,
    BIRTHDAY_WEEKS,
    HEAVY_WEEKS,
    LIGHT_MONTHS,
    after_care_days,
    is_re_entry,
    latest_evaluation,
    next_change,
)
from kring.practice.households.models import PersonIdentity
from kring.practice.households.rules.births import Birth
from kring.practice.leads.queries import DossierHead
from kring.practice.plans.queries import WorkingPlan

WAITING = "wanted"
"""The family's own plan goes first."""


@dataclass(frozen=True, slots=True)
class FeltView:
    """What one person said of it."""

    name: str
    decided: int | None
    helped: int | None
    remark: str


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """One look back, with how each felt it."""

    id: UUID
    held_on: date
    result: Result
    words: str
    felt: tuple[FeltView, ...]


@dataclass(frozen=True, slots=True)
class PauseView:
    """Why the plan rests, and until when."""

    reason: str
    until: date


@dataclass(frozen=True, slots=True)
class AfterCareView:
    """One contact after closing: still to be held without `held_on`."""

    id: UUID
    due_on: date
    held_on: date | None
    words: str


@dataclass(frozen=True, slots=True)
class ClosingView:
    """What a closing left behind, and whether the family came back."""

    id: UUID
    closed_on: date
    remains: str
    relapse: str
    call: str
    by_agreement: bool
    agreement_words: str
    without: str
    reopened_on: date | None
    reopened_because: str
    after_care: tuple[AfterCareView, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Everything written down of it, newest first."""

    stage: Stage
    evaluations: tuple[EvaluationView, ...]
    pause: PauseView | None
    closings: tuple[ClosingView, ...]

    @property
    def last(self) -> EvaluationView | None:
        return self.evaluations[0] if self.evaluations else None

    @property
    def closed(self) -> ClosingView | None:
        """The closing that counts now."""
        newest = self.closings[0] if self.closings else None
        return newest if newest is not None and newest.reopened_on is None else None

    @property
    def came_back(self) -> bool:
        """Within a year of the last closing (BR-024)."""
        return any(one.reopened_on and is_re_entry(one.closed_on, one.reopened_on) for one in self.closings[:1])


@dataclass(frozen=True, slots=True)
class Birthday:
    """Somebody for whom much changes soon (BR-025)."""

    name: str
    age: int
    on: date


def course_of(actor: Actor, head: DossierHead, plan: WorkingPlan) -> Course:
    note_read(Part.PLAN, dossier=head.id)
    found = _COURSE.filter(id=head.id).first() or ([], [], None)
    evaluations, closings = tuple(map(_evaluation, found[0])), tuple(map(_closing, found[1]))
    rests = found[2] if head.state != DossierState.CLOSED else None
    pause = PauseView(rests["reason"], date.fromisoformat(rests["until"])) if rests else None
    facts = Facts(
        state=head.state.value,
        own_plan_goes_first=plan.texts.familiegroepsplan == WAITING,
        agreed=bool(plan.last_number),
        evaluation_on=plan.texts.evaluation_on,
        steps_down=bool(evaluations) and evaluations[0].result is Result.STEP_DOWN,
        is_paused=pause is not None,
        after_care_open=bool(closings) and any(one.held_on is None for one in closings[0].after_care),
    )
    return Course(stage(facts, actor.today), evaluations, pause, closings)


def birthdays(head: DossierHead, today: date) -> tuple[Birthday, ...]:
    """Of whoever's day of birth the reader may know."""
    weeks = value(BIRTHDAY_WEEKS.code, head.controller)
    names = {member.subject: member.name for member in head.members}
    found = []
    for row in PersonIdentity.objects.filter(subject__in=names):
        born = Birth(row.birth_year, row.birth_month, row.birth_day).exact
        change = next_change(born, today, weeks) if born else None
        if change is not None:
            found.append(Birthday(names[row.subject_id], *change))
    return tuple(sorted(found, key=lambda one: one.on))


def latest_for(variant: str, since: date, controller: UUID) -> date:
    """The last day to look back, with the terms of this municipality (BR-021)."""
    return latest_evaluation(
        variant,
        since,
        light_months=value(LIGHT_MONTHS.code, controller),
        heavy_weeks=value(HEAVY_WEEKS.code, controller),
    )


def after_care_for(closed_on: date, controller: UUID) -> tuple[date, ...]:
    """The days on which to ask after somebody, with the terms of this municipality (BR-023). One query."""
    return after_care_days(closed_on, values([one.code for one in AFTER_CARE], controller))


def _same(*names: str) -> dict[str, F]:
    return {name: F(name) for name in names}


_FELT = Felt.objects.filter(evaluation=OuterRef("pk")).order_by("name", "id")
_CARE = AfterCare.objects.filter(closing=OuterRef("pk")).order_by("due_on", "id")
_EVALUATIONS = Evaluation.objects.filter(dossier=OuterRef("pk"), withdrawn_at=None).order_by("-held_on", "-written_at")
_CLOSINGS = Closing.objects.filter(dossier=OuterRef("pk"), withdrawn_at=None).order_by("-closed_on", "-written_at")
_PAUSES = Pause.objects.filter(dossier=OuterRef("pk"), ended_on=None)
# Written out once: making these statements costs the process more than asking them.
_COURSE = Dossier.objects.annotate(
    evaluations=ArraySubquery(
        _EVALUATIONS.values(
            json=JSONObject(
                felt=ArraySubquery(_FELT.values(json=JSONObject(**_same("name", "decided", "helped", "remark")))),
                **_same("id", "held_on", "result", "words"),
            )
        )
    ),
    closings=ArraySubquery(
        _CLOSINGS.values(
            json=JSONObject(
                care=ArraySubquery(_CARE.values(json=JSONObject(**_same("id", "due_on", "held_on", "words")))),
                **_same(
                    "id", "closed_on", "remains", "relapse", "call", "by_agreement", "agreement_words", "without",
                    "reopened_on", "reopened_because",
                ),
            )
        )
    ),
    rests=Subquery(_PAUSES.values(json=JSONObject(**_same("reason", "until")))[:1]),
).values_list("evaluations", "closings", "rests")  # fmt: skip


def _evaluation(row: Mapping[str, Any]) -> EvaluationView:
    felt = tuple(FeltView(**one) for one in row["felt"])
    return EvaluationView(
        UUID(row["id"]), date.fromisoformat(row["held_on"]), Result(row["result"]), row["words"], felt
    )


def _closing(row: Mapping[str, Any]) -> ClosingView:
    kept = {name: row[name] for name in row if name not in {"id", "closed_on", "reopened_on", "care"}}
    return ClosingView(
        id=UUID(row["id"]),
        closed_on=date.fromisoformat(row["closed_on"]),
        reopened_on=_day(row["reopened_on"]),
        after_care=_after_care(row["care"]),
        **kept,
    )


def _after_care(rows: Sequence[Mapping[str, Any]]) -> tuple[AfterCareView, ...]:
    return tuple(
        AfterCareView(UUID(one["id"]), date.fromisoformat(one["due_on"]), _day(one["held_on"]), one["words"])
        for one in rows
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
