"""The course of a family as states (handbook §3.3, GEZIN/REGIE), read from what is there; nothing keeps it twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no


class Stage(Labelled):
    """Where a family is."""

    NAMED = "named", _("op naam gebracht")
    ASKED = "asked", _("gezin gevraagd")
    OWN_PLAN = "own_plan", _("het gezin maakt eerst zelf een plan")
    PLANNING = "planning", _("plan in opbouw")
    RUNNING = "running", _("in uitvoering")
    LOOKING_BACK = "looking_back", _("terugkijken is aan de beurt")
    STEPPING_DOWN = "stepping_down", _("afbouw")
    PAUSED = "paused", _("gepauzeerd")
    AFTER_CARE = "after_care", _("afgesloten, met nazorg")
    DONE = "done", _("klaar")


STEPS: Final[Mapping[str, frozenset[str]]] = {
    "named": frozenset({"asked", "own_plan", "planning"}),
    "asked": frozenset({"own_plan", "planning", "done"}),
    "own_plan": frozenset({"planning", "paused", "after_care", "done"}),
    "planning": frozenset({"own_plan", "running", "paused", "after_care", "done"}),
    "running": frozenset({"looking_back", "stepping_down", "paused", "after_care", "done"}),
    "looking_back": frozenset({"running", "stepping_down", "paused", "after_care", "done"}),
    "stepping_down": frozenset({"running", "looking_back", "paused", "after_care", "done"}),
    "paused": frozenset({"own_plan", "planning", "running", "looking_back", "stepping_down", "after_care", "done"}),
    "after_care": frozenset({"done", "running", "planning", "looking_back"}),
    "done": frozenset({"running", "planning", "looking_back"}),
}
"""After closing a family may come back at any time, to the plan as it was."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is there of a family. `state` is that of its dossier, the one truth about open and closed."""

    state: str
    own_plan_goes_first: bool = False
    agreed: bool = False
    evaluation_on: date | None = None
    steps_down: bool = False
    is_paused: bool = False
    after_care_open: bool = False


def stage(facts: Facts, today: date) -> Stage:
    """The same facts are always the same stage."""
    if facts.state == "closed":
        return Stage.AFTER_CARE if facts.after_care_open else Stage.DONE
    if facts.state in {"named", "asked"}:
        return Stage.of(facts.state)
    if facts.is_paused:
        return Stage.PAUSED
    if not facts.agreed:
        return Stage.OWN_PLAN if facts.own_plan_goes_first else Stage.PLANNING
    if is_late(facts.evaluation_on, today):
        return Stage.LOOKING_BACK
    return Stage.STEPPING_DOWN if facts.steps_down else Stage.RUNNING


def can_rest(state: str, *, is_paused: bool) -> Verdict:
    """Only a plan that runs rests, and once at a time. `state` is that of the dossier."""
    if state != "active":
        return no(_("Dit plan loopt niet. Alleen een plan dat loopt, kan rusten."))
    if is_paused:
        return no(_("Dit plan rust al. Ga eerst verder."))
    return YES


def is_late(evaluation_on: date | None, today: date) -> bool:
    """From the day after (BR-021)."""
    return evaluation_on is not None and today > evaluation_on
