"""What changed between two versions of a plan, as facts; `sentences` says them in plain words (BR-019)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import chain

from kring.practice.plans.rules.content import ActionContent, GoalContent, PlanContent


class ChangeKind(StrEnum):
    VARIANT = auto()
    MEMBER_NEW = auto()
    MEMBER_GONE = auto()
    LEAD = auto()
    DEPUTY = auto()
    QUESTION = auto()
    STRENGTHS = auto()
    CONCERNS = auto()
    DREAM = auto()
    EVALUATION = auto()
    CONTACT = auto()
    GOAL_NEW = auto()
    GOAL_GONE = auto()
    GOAL_WORDS = auto()
    GOAL_MEASURE = auto()
    GOAL_AREA = auto()
    GOAL_STATE = auto()
    ACTION_NEW = auto()
    ACTION_GONE = auto()
    ACTION_WHAT = auto()
    ACTION_DOER = auto()
    ACTION_DUE = auto()
    ACTION_RHYTHM = auto()
    ACTION_UNDISCUSSED = auto()
    ACTION_STATE = auto()
    SCORE = auto()
    POSITION = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """`about` is the goal or action, `who` the person; `before` is empty for something new, `reason` for most."""

    kind: ChangeKind
    about: str = ""
    who: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""


ACTIVE, ONCE = "active", "once"
TEXTS: Sequence[tuple[ChangeKind, Callable[[PlanContent], str]]] = (
    (ChangeKind.VARIANT, lambda plan: plan["variant"]),
    (ChangeKind.LEAD, lambda plan: plan["lead"]["name"] if plan["lead"] else ""),
    (ChangeKind.DEPUTY, lambda plan: plan["deputy"]["name"] if plan["deputy"] else ""),
    (ChangeKind.QUESTION, lambda plan: plan["question"]["words"] if plan["question"] else ""),
    (ChangeKind.STRENGTHS, lambda plan: plan["strengths"]),
    (ChangeKind.CONCERNS, lambda plan: plan["concerns"]),
    (ChangeKind.DREAM, lambda plan: plan["dream"]),
    (ChangeKind.EVALUATION, lambda plan: plan["evaluation_on"]),
    (ChangeKind.CONTACT, lambda plan: plan["contact"]),
)
GOAL_TEXTS: Sequence[tuple[ChangeKind, Callable[[GoalContent], str]]] = (
    (ChangeKind.GOAL_WORDS, lambda goal: goal["own_words"]),
    (ChangeKind.GOAL_MEASURE, lambda goal: goal["measure"]),
    (ChangeKind.GOAL_STATE, lambda goal: goal["state"]),
)
ACTION_TEXTS: Sequence[tuple[ChangeKind, Callable[[ActionContent], str]]] = (
    (ChangeKind.ACTION_WHAT, lambda action: action["what"]),
    (ChangeKind.ACTION_DOER, lambda action: action["who"]),
    (ChangeKind.ACTION_DUE, lambda action: action["due_on"]),
    (ChangeKind.ACTION_RHYTHM, lambda action: action["rhythm"]),
    (ChangeKind.ACTION_UNDISCUSSED, lambda action: action["undiscussed"]),
    (ChangeKind.ACTION_STATE, lambda action: action["state"]),
)


def difference(before: PlanContent, after: PlanContent) -> tuple[Change, ...]:
    """From an earlier version to a later one, in the order in which the plan is read."""
    return (
        *_members(before, after),
        *(Change(kind, before=text(before), after=text(after)) for kind, text in TEXTS if text(before) != text(after)),
        *_goals(before, after),
        *_positions(before, after),
    )


def _members(before: PlanContent, after: PlanContent) -> Iterator[Change]:
    then, now = ([member["name"] for member in plan["members"]] for plan in (before, after))
    yield from (Change(ChangeKind.MEMBER_NEW, who=name) for name in now if name not in then)
    yield from (Change(ChangeKind.MEMBER_GONE, who=name) for name in then if name not in now)


def _goals(before: PlanContent, after: PlanContent) -> Iterator[Change]:
    then, now = ({goal["id"]: goal for goal in plan["goals"]} for plan in (before, after))
    for key, goal in now.items():
        if key in then:
            yield from _goal(then[key], goal) if then[key] != goal else ()
        else:
            yield Change(ChangeKind.GOAL_NEW, about=goal["own_words"])
            if goal["state"] != ACTIVE:
                yield Change(ChangeKind.GOAL_STATE, goal["own_words"], "", ACTIVE, goal["state"], goal["end_reason"])
            yield from chain.from_iterable(_new_action(action) for action in goal["actions"])
    yield from (Change(ChangeKind.GOAL_GONE, about=goal["own_words"]) for key, goal in then.items() if key not in now)


def _goal(before: GoalContent, after: GoalContent) -> Iterator[Change]:
    for kind, text in GOAL_TEXTS:
        if text(before) != text(after):
            yield Change(kind, after["own_words"], "", text(before), text(after), after["end_reason"])
    if before["life_area"] != after["life_area"]:
        yield Change(ChangeKind.GOAL_AREA, after["own_words"], "", before["area"], after["area"])
    then, now = ({action["id"]: action for action in goal["actions"]} for goal in (before, after))
    for key, action in now.items():
        if key in then:
            yield from _action(then[key], action)
        else:
            yield from _new_action(action)
    for key, action in then.items():
        if key not in now:
            yield Change(ChangeKind.ACTION_GONE, action["what"], action["who"])
    yield from _scores(before, after)


def _new_action(action: ActionContent) -> Iterator[Change]:
    """With how often, and the ground of what was not discussed with the family (BR-079)."""
    yield Change(ChangeKind.ACTION_NEW, action["what"], action["who"], after=action["due_on"])
    if action["rhythm"] != ONCE:
        yield Change(ChangeKind.ACTION_RHYTHM, action["what"], action["who"], after=action["rhythm"])
    if action["undiscussed"]:
        yield Change(ChangeKind.ACTION_UNDISCUSSED, action["what"], action["who"], after=action["undiscussed"])


def _action(before: ActionContent, after: ActionContent) -> Iterator[Change]:
    for kind, text in ACTION_TEXTS:
        if text(before) != text(after):
            yield Change(kind, after["what"], after["who"], text(before), text(after), after["result"])


def _scores(before: GoalContent, after: GoalContent) -> Iterator[Change]:
    """The last figure of each person; the same figure on a later day is news too."""
    then, now = (_last_scores(goal) for goal in (before, after))
    for giver, (day, value) in now.items():
        if then.get(giver) != (day, value):
            earlier = str(then[giver][1]) if giver in then else ""
            yield Change(ChangeKind.SCORE, after["own_words"], giver, earlier, str(value))


def _last_scores(goal: GoalContent) -> Mapping[str, tuple[str, int]]:
    last: dict[str, tuple[str, int]] = {}
    for score in goal["scores"]:
        if score["given_on"] >= last.get(score["giver"], ("", 0))[0]:
            last[score["giver"]] = (score["given_on"], score["value"])
    return last


def _positions(before: PlanContent, after: PlanContent) -> Iterator[Change]:
    then = {one["name"]: one["position"] for one in before["positions"]}
    for one in after["positions"]:
        earlier = then.get(one["name"])
        if earlier is not None and earlier != one["position"]:
            yield Change(
                ChangeKind.POSITION, who=one["name"], before=earlier, after=one["position"], reason=one["remark"]
            )
