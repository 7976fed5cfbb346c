"""A version as a page reads it: the frozen content with the labels of today's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kring.practice.plans.documents.plan import area_of
from kring.practice.plans.models import ActionState, DoerKind, GoalState, PositionKind
from kring.practice.plans.rules.content import ActionContent, GoalContent, PlanContent
from kring.practice.plans.rules.difference import Change
from kring.practice.plans.rules.shares import Voice, shares, steps, voices
from kring.practice.plans.sentences import sentence
from kring.practice.plans.wording import Wording, wording_for


@dataclass(frozen=True, slots=True)
class ReadAction:
    """An action as it was agreed."""

    what: str
    who: str
    kind: str
    label: str
    due_on: date
    is_done: bool
    state: str
    result: str


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
    """What somebody thought of this version."""

    name: str
    position: str
    label: str
    remark: str


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """Everything that the version page shows beside its plain texts."""

    words: Wording
    goals: tuple[ReadGoal, ...]
    positions: tuple[ReadPosition, ...]
    evaluation_on: date | None
    said_on: date | None
    shares: tuple[tuple[str, int], ...]


def told(changes: Iterable[Change]) -> list[str]:
    """Each change in plain sentences."""
    return [sentence(change) for change in changes]


def read_version(content: PlanContent) -> ReadVersion:
    words = wording_for(single=content["single"])
    question = content["question"]
    counted = shares((action["kind"], action["state"]) for goal in content["goals"] for action in goal["actions"])
    return ReadVersion(
        words,
        tuple(_goal(goal, words) for goal in content["goals"]),
        tuple(
            ReadPosition(one["name"], one["position"], str(PositionKind(one["position"]).label), one["remark"])
            for one in content["positions"]
        ),
        _day(content["evaluation_on"]),
        _day(question["said_on"]) if question else None,
        tuple((str(words.doer(share.kind)).capitalize(), share.percent) for share in counted),
    )


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
        DoerKind(action["kind"]).value,
        str(words.doer(action["kind"])),
        date.fromisoformat(action["due_on"]),
        action["state"] == ActionState.DONE,
        str(ActionState(action["state"]).label),
        action["result"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
