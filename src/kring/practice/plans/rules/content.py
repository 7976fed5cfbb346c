"""What a version holds: plain values, written once as JSON and never changed; a hash proves it (BR-019)."""

import hashlib
import json
from typing import NotRequired, TypedDict

FORM = 1
"""The form of the content; a later form gets a new number and the older stays readable.

Of a word from a list the version keeps the word itself: the list may change, the version never does.
"""


class PersonContent(TypedDict):
    name: str
    role: str


class LeaderContent(TypedDict):
    name: str
    function: str
    organisation: str
    phone: str


class PartyContent(TypedDict):
    name: str
    function: str
    organisation: str


class QuestionContent(TypedDict):
    words: str
    speaker: str
    language: str
    interpreter: str
    said_on: str


class ScoreContent(TypedDict):
    giver: str
    kind: str
    value: int
    given_on: str
    remark: str


class ActionContent(TypedDict):
    """`after`: what must be done first. `undiscussed`: the ground on which the family was not asked (BR-079)."""

    id: str
    what: str
    kind: str
    who: str
    function: str
    start_on: str
    due_on: str
    rhythm: str
    after: str
    undiscussed: str
    state: str
    result: str
    informal_first: str
    informal_who: str
    informal_reason: str
    volunteer_wish: str


class GoalContent(TypedDict):
    id: str
    own_words: str
    speaker: str
    measure: str
    life_area: str
    area: str
    area_reason: str
    kind: str
    state: str
    end_reason: str
    actions: list[ActionContent]
    scores: list[ScoreContent]


class PositionContent(TypedDict):
    """`foster_carer` only stands with who agreed to the part about the own role (BR-013)."""

    name: str
    position: str
    remark: str
    foster_carer: NotRequired[bool]


class PlanContent(TypedDict):
    form: int
    number: int
    agreed_on: str
    agreed_by: str
    variant: str
    discussed_on: str
    discussed_with: list[str]
    label: str
    single: bool
    members: list[PersonContent]
    lead: LeaderContent | None
    deputy: LeaderContent | None
    parties: list[PartyContent]
    question: QuestionContent | None
    strengths: str
    concerns: str
    dream: str
    evaluation_on: str
    contact: str
    familiegroepsplan: str
    goals: list[GoalContent]
    positions: list[PositionContent]


def digest(content: PlanContent) -> str:
    """sha256 over the content in one fixed spelling: the order in which a database gives keys back does not count."""
    spelled = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()
