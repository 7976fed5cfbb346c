"""The tables of the plan: what the family says and wants, what is done, how it goes, and what was agreed."""

from kring.practice.plans.models.agreed import PlanVersion, Position, PositionKind
from kring.practice.plans.models.family import Familiegroepsplan, Plan, Question
from kring.practice.plans.models.work import (
    Action,
    ActionState,
    DoerKind,
    Goal,
    GoalKind,
    GoalState,
    InformalFirst,
    Score,
)

__all__ = [
    "Action",
    "ActionState",
    "DoerKind",
    "Familiegroepsplan",
    "Goal",
    "GoalKind",
    "GoalState",
    "InformalFirst",
    "Plan",
    "PlanVersion",
    "Position",
    "PositionKind",
    "Question",
    "Score",
]
