"""The only writers of what a family says about its plan: own statements, and that something is not right."""

from kring.practice.statements.services.own import Said, add_statement, withdraw_statement
from kring.practice.statements.services.remarks import answer_remark, say_not_right, take_back

__all__ = ["Said", "add_statement", "answer_remark", "say_not_right", "take_back", "withdraw_statement"]
