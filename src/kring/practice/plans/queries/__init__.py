"""Reads for pages: the plan that is worked on, its versions, what stands round it, and one's families."""

from kring.practice.plans.queries.around import Around, CareLine, Party, UpcomingTask, around
from kring.practice.plans.queries.families import FamilyLine, FamilyList, my_families
from kring.practice.plans.queries.lists import offered
from kring.practice.plans.queries.own import own_name
from kring.practice.plans.queries.versions import VersionLine, VersionView, changes_since, version, version_lines
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
    "changes_since",
    "earlier_questions",
    "my_families",
    "offered",
    "own_name",
    "version",
    "version_lines",
    "working_plan",
]
