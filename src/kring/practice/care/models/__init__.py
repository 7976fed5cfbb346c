"""Help across laws: as it was delivered, and as a family tells of it."""

from kring.practice.care.models.answers import HelpAnswer, PlanAnswer
from kring.practice.care.models.provisions import (
    LAWS,
    CostState,
    Declaration,
    EventKind,
    EventState,
    Helper,
    Provider,
    Provision,
    ProvisionCost,
    ProvisionEvent,
    ProvisionState,
    Received,
)
from kring.practice.care.models.told import ToldHelp

__all__ = [
    "LAWS",
    "CostState",
    "Declaration",
    "EventKind",
    "EventState",
    "HelpAnswer",
    "Helper",
    "PlanAnswer",
    "Provider",
    "Provision",
    "ProvisionCost",
    "ProvisionEvent",
    "ProvisionState",
    "Received",
    "ToldHelp",
]
