"""The only writers of lists and records, and the only place where data of people are destroyed."""

from kring.oversight.retention.services.deciding import Longer, approve, carry_out, keep
from kring.oversight.retention.services.destroying import begun, destroy, finish, to_do
from kring.oversight.retention.services.drawing import (
    ask_list,
    decide_deletion,
    draw_up,
    list_request,
    requests_to_list,
)

__all__ = [
    "Longer",
    "approve",
    "ask_list",
    "begun",
    "carry_out",
    "decide_deletion",
    "destroy",
    "draw_up",
    "finish",
    "keep",
    "list_request",
    "requests_to_list",
    "to_do",
]
