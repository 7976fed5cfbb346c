"""Reads for pages: the plan that is worked on, its versions, what stands round it, and one's families."""

from kring.practice.plans.queries.around import Around, CareLine, Party, UpcomingTask, around
from kring.practice.plans.queries.drafts import DraftView, OnTable, on_table
from kring.practice.plans.queries.families import FamilyLine, FamilyList, my_families
from kring.practice.plans.queries.lists import offered
from kring.practice.plans.queries.versions import (
    AddedPosition,
    SummaryView,
    VersionLine,
    VersionView,
    between,
    changes_since,
    state_now,
    table_now,
    version,
    version_lines,
    version_on,
)
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
    "AddedPosition",
    "Around",
    "CareLine",
    "DraftView",
    "FamilyLine",
    "FamilyList",
    "GoalView",
    "OnTable",
    "Party",
    "QuestionView",
    "ScoreLine",
    "SummaryView",
    "TextsView",
    "UpcomingTask",
    "VersionLine",
    "VersionView",
    "WorkingPlan",
    "around",
    "between",
    "changes_since",
    "earlier_questions",
    "my_families",
    "offered",
    "on_table",
    "state_now",
    "table_now",
    "version",
    "version_lines",
    "version_on",
    "working_plan",
]
