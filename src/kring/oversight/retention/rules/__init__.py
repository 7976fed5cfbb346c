"""What holds about keeping and destroying, whoever asks."""

from kring.oversight.retention.rules.dues import Due, Facts, due
from kring.oversight.retention.rules.lists import (
    ON_REQUEST,
    can_approve,
    can_carry_out,
    can_draw_up,
    can_keep,
)
from kring.oversight.retention.rules.terms import (
    BASES,
    BEGIN,
    RULES,
    STARTS,
    Basis,
    Rule,
    Start,
    Term,
    Unit,
    longest,
    rules_on,
)

__all__ = [
    "BASES",
    "BEGIN",
    "ON_REQUEST",
    "RULES",
    "STARTS",
    "Basis",
    "Due",
    "Facts",
    "Rule",
    "Start",
    "Term",
    "Unit",
    "can_approve",
    "can_carry_out",
    "can_draw_up",
    "can_keep",
    "due",
    "longest",
    "rules_on",
]
