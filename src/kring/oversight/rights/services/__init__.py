"""The only writers of requests and packages."""

from kring.oversight.rights.services.packages import drop_expired, make_package
from kring.oversight.rights.services.steps import Ask, Decision, check_identity, decide, extend, receive, withdraw

__all__ = [
    "Ask",
    "Decision",
    "check_identity",
    "decide",
    "drop_expired",
    "extend",
    "make_package",
    "receive",
    "withdraw",
]
