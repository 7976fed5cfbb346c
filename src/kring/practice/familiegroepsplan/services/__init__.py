"""The only writers of a family's own plan: each asks the policy, then the rules, writes and records."""

from kring.practice.familiegroepsplan.services.bringing import (
    bring,
    correct_contribution,
    undo_contribution,
    withdraw_contribution,
)
from kring.practice.familiegroepsplan.services.offering import choose, offer
from kring.practice.familiegroepsplan.services.receiving import hand_in, judge, talk_again, undo_step

__all__ = [
    "bring",
    "choose",
    "correct_contribution",
    "hand_in",
    "judge",
    "offer",
    "talk_again",
    "undo_contribution",
    "undo_step",
    "withdraw_contribution",
]
