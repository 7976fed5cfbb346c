"""The only writers of a plan: each asks the policy, then the rules, writes and records."""

from kring.practice.plans.services.actions import add_action, edit_action, move_action, undo_action
from kring.practice.plans.services.adopting import take_over_own_plan
from kring.practice.plans.services.agreeing import agree
from kring.practice.plans.services.discussing import ask_for_paper, discuss, withdraw_discussion
from kring.practice.plans.services.drafts import drop_draft, drop_old_drafts, keep_draft
from kring.practice.plans.services.goals import add_goal, edit_goal, move_goal, raise_goal, undo_goal
from kring.practice.plans.services.informal import answer_again
from kring.practice.plans.services.looking_back import plan_to_look_back
from kring.practice.plans.services.meeting import Both, Writer
from kring.practice.plans.services.proposing import accept, propose, refuse, undo_decision, withdraw_proposal
from kring.practice.plans.services.provided import (
    Asked,
    answer_by_link,
    answer_provider,
    ask_provider,
    open_provider_link,
    withdraw_provider_plan,
)
from kring.practice.plans.services.scores import give_score
from kring.practice.plans.services.summarising import summarise, withdraw_summary
from kring.practice.plans.services.telling import (
    save_texts,
    undo_texts,
    withdraw_question,
    write_question,
)
from kring.practice.plans.services.voicing import add_position

__all__ = [
    "Asked",
    "Both",
    "Writer",
    "accept",
    "add_action",
    "add_goal",
    "add_position",
    "agree",
    "answer_again",
    "answer_by_link",
    "answer_provider",
    "ask_for_paper",
    "ask_provider",
    "discuss",
    "drop_draft",
    "drop_old_drafts",
    "edit_action",
    "edit_goal",
    "give_score",
    "keep_draft",
    "move_action",
    "move_goal",
    "open_provider_link",
    "plan_to_look_back",
    "propose",
    "raise_goal",
    "refuse",
    "save_texts",
    "summarise",
    "take_over_own_plan",
    "undo_action",
    "undo_decision",
    "undo_goal",
    "undo_texts",
    "withdraw_discussion",
    "withdraw_proposal",
    "withdraw_provider_plan",
    "withdraw_question",
    "withdraw_summary",
    "write_question",
]
