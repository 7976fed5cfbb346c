"""The only writers of safety."""

from kring.practice.safety.services.agreements import (
    end_agreement,
    make_agreement,
    move_agreement,
    rewrite_agreement,
    set_code_word,
    show_agreement,
    undo_agreement,
    withdraw_agreement,
)
from kring.practice.safety.services.figures import give_figure, undo_figure, withdraw_figure
from kring.practice.safety.services.steps import do_step, weigh
from kring.practice.safety.services.talks import correct_talk, undo_talk, withdraw_talk, write_talk
from kring.practice.safety.services.tracks import (
    close_track,
    decide,
    follow,
    overrule,
    restart_track,
    start_track,
    tell_feedback,
)

__all__ = [
    "close_track",
    "correct_talk",
    "decide",
    "do_step",
    "end_agreement",
    "follow",
    "give_figure",
    "make_agreement",
    "move_agreement",
    "overrule",
    "restart_track",
    "rewrite_agreement",
    "set_code_word",
    "show_agreement",
    "start_track",
    "tell_feedback",
    "undo_agreement",
    "undo_figure",
    "undo_talk",
    "weigh",
    "withdraw_agreement",
    "withdraw_figure",
    "withdraw_talk",
    "write_talk",
]
