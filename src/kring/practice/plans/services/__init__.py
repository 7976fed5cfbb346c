"""The only writers of a plan: each asks the policy, then the rules, writes and records."""

from kring.practice.plans.services.actions import add_action, edit_action, move_action, undo_action
from kring.practice.plans.services.agreeing import agree
from kring.practice.plans.services.goals import add_goal, edit_goal, move_goal, raise_goal
from kring.practice.plans.services.scores import give_score
from kring.practice.plans.services.telling import (
    answer_familiegroepsplan,
    save_texts,
    withdraw_question,
    write_question,
)

__all__ = [
    "add_action",
    "add_goal",
    "agree",
    "answer_familiegroepsplan",
    "edit_action",
    "edit_goal",
    "give_score",
    "move_action",
    "move_goal",
    "raise_goal",
    "save_texts",
    "undo_action",
    "withdraw_question",
    "write_question",
]
