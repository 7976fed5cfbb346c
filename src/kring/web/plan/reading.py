"""A version as a page reads it: the frozen content with the labels of today's language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from kring.practice.plans.documents.plan import area_of, remark_of
from kring.practice.plans.documents.steps import beside_step
from kring.practice.plans.models import ActionState, DoerKind, GoalState, PositionKind
from kring.practice.plans.queries import SummaryView, VersionView
from kring.practice.plans.rules.content import ActionContent, GoalContent
from kring.practice.plans.rules.difference import Change
from kring.practice.plans.rules.shares import Voice, shares, steps, voices
from kring.practice.plans.rules.summaries import code_of, direction_of
from kring.practice.plans.sentences import sentence
from kring.practice.plans.wording import Wording, wording_for


@dataclass(frozen=True, slots=True)
class ReadAction:
    """An action as it was agreed."""

    what: str
    who: str
    function: str
    kind: str
    label: str
    due_on: date
    is_done: bool
    state: str
    result: str
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadGoal:
    """A goal as it was agreed."""

    own_words: str
    speaker: str
    measure: str
    area: str
    state: str
    end_reason: str
    steps: tuple[int, int]
    actions: tuple[ReadAction, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class ReadPosition:
    """What somebody thought of this version; `added_on` when it was said later."""

    name: str
    position: str
    label: str
    remark: str
    added_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """The version in another language, in its own direction."""

    id: UUID
    language: str
    code: str
    direction: str
    words: str
    interpreter: str
    made_on: date


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """Everything that the version page shows beside its plain texts."""

    words: Wording
    goals: tuple[ReadGoal, ...]
    positions: tuple[ReadPosition, ...]
    summaries: tuple[ReadSummary, ...]
    evaluation_on: date | None
    said_on: date | None
    shares: tuple[tuple[str, int], ...]


def told(changes: Iterable[Change]) -> list[str]:
    """Each change in plain sentences."""
    return [sentence(change) for change in changes]


def read_version(version: VersionView) -> ReadVersion:
    content = version.content
    words = wording_for(single=content["single"])
    question = content["question"]
    counted = shares((action["kind"], action["state"]) for goal in content["goals"] for action in goal["actions"])
    return ReadVersion(
        words,
        tuple(_goal(goal, words) for goal in content["goals"]),
        tuple(_positions(version)),
        tuple(_summary(one) for one in version.summaries),
        _day(content["evaluation_on"]),
        _day(question["said_on"]) if question else None,
        tuple((str(words.doer(share.kind)).capitalize(), share.percent) for share in counted),
    )


def _positions(version: VersionView) -> Iterator[ReadPosition]:
    """As they were, and then what was said later."""
    for one in version.content["positions"]:
        yield ReadPosition(one["name"], one["position"], str(PositionKind(one["position"]).label), remark_of(one))
    for said in version.added:
        label = str(PositionKind(said.position).label)
        yield ReadPosition(said.name, said.position, label, said.remark, said.said_on)


def _summary(one: SummaryView) -> ReadSummary:
    language = gettext(one.language)
    code, direction = code_of(one.language), direction_of(one.language)
    return ReadSummary(one.id, language, code, direction, one.words, one.interpreter, one.made_on)


def _goal(goal: GoalContent, words: Wording) -> ReadGoal:
    heard = voices(
        (score["giver"], score["kind"], score["value"], date.fromisoformat(score["given_on"]))
        for score in goal["scores"]
    )
    return ReadGoal(
        goal["own_words"],
        goal["speaker"],
        goal["measure"],
        area_of(goal),
        "" if goal["state"] == GoalState.ACTIVE else str(GoalState(goal["state"]).label),
        goal["end_reason"],
        steps(action["state"] for action in goal["actions"]),
        tuple(_action(action, words) for action in goal["actions"]),
        heard,
    )


def _action(action: ActionContent, words: Wording) -> ReadAction:
    return ReadAction(
        action["what"],
        action["who"],
        action["function"],
        DoerKind(action["kind"]).value,
        str(words.doer(action["kind"])),
        date.fromisoformat(action["due_on"]),
        action["state"] == ActionState.DONE,
        str(ActionState(action["state"]).label),
        action["result"],
        tuple(beside_step(action)),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
