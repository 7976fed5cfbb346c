"""The tables of the plan: what the family says and wants, what is done, how it goes, what was agreed, and drafts."""

from kring.practice.plans.models.agreed import (
    Discussion,
    PlanSummary,
    PlanVariant,
    PlanVersion,
    Position,
    PositionKind,
    VersionState,
)
from kring.practice.plans.models.draft import Draft
from kring.practice.plans.models.family import Plan, Question
from kring.practice.plans.models.provided import ProviderPlan
from kring.practice.plans.models.work import (
    Action,
    ActionState,
    DoerKind,
    Goal,
    GoalKind,
    GoalState,
    InformalFirst,
    Rhythm,
    Score,
)

__all__ = [
    "Action",
    "ActionState",
    "Discussion",
    "DoerKind",
    "Draft",
    "Goal",
    "GoalKind",
    "GoalState",
    "InformalFirst",
    "Plan",
    "PlanSummary",
    "PlanVariant",
    "PlanVersion",
    "Position",
    "PositionKind",
    "ProviderPlan",
    "Question",
    "Rhythm",
    "Score",
    "VersionState",
]
