"""Reads for pages: the plan that is worked on, its versions, what stands round it, and one's families."""

from kring.practice.plans.queries.around import Around, CareLine, Party, UpcomingTask, around
from kring.practice.plans.queries.families import FamilyLine, FamilyList, my_families
from kring.practice.plans.queries.versions import VersionLine, VersionView, version, version_lines
from kring.practice.plans.queries.views import (
    ActionView,
    GoalView,
    QuestionView,
    ScoreLine,
    TextsView,
    WorkingPlan,
)
from kring.practice.plans.queries.working import earlier_questions, working_plan

__all__ = [
    "ActionView",
    "Around",
    "CareLine",
    "FamilyLine",
    "FamilyList",
    "GoalView",
    "Party",
    "QuestionView",
    "ScoreLine",
    "TextsView",
    "UpcomingTask",
    "VersionLine",
    "VersionView",
    "WorkingPlan",
    "around",
    "earlier_questions",
    "my_families",
    "version",
    "version_lines",
    "working_plan",
]
