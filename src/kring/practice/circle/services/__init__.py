"""The only writers of the circle."""

from kring.practice.circle.services.carers import end_carer, note_carer
from kring.practice.circle.services.kin import correct_tie, mark_bond, tell_tie, undo_tie, withdraw_tie
from kring.practice.circle.services.members import (
    add_member,
    correct_member,
    remove_member,
    tell_member,
)
from kring.practice.circle.services.own import correct_own, tell_own, undo_own, withdraw_own
from kring.practice.circle.services.relatives import NewRelative, add_relative
from kring.practice.circle.services.standing import confirm_load, mark_load, take_up
from kring.practice.circle.services.together import end_apart, set_apart
from kring.practice.circle.services.undoing import undo_member, undo_standing

__all__ = [
    "NewRelative",
    "add_member",
    "add_relative",
    "confirm_load",
    "correct_member",
    "correct_own",
    "correct_tie",
    "end_apart",
    "end_carer",
    "mark_bond",
    "mark_load",
    "note_carer",
    "remove_member",
    "set_apart",
    "take_up",
    "tell_member",
    "tell_own",
    "tell_tie",
    "undo_member",
    "undo_own",
    "undo_standing",
    "undo_tie",
    "withdraw_own",
    "withdraw_tie",
]
