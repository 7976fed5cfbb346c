"""Which way a plan goes: concept, besproken, vastgesteld, vervangen (handbook §3.3). The states are this data.

The concept is the plan that is being worked on. It was *besproken* as long as what was on the table is still what
stands there; *vastgesteld* never changes (BR-019), and a later version replaces it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.rules import Problem
from kring.practice.plans.rules.content import ActionContent, GoalContent, PlanContent

CONCEPT, DISCUSSED, AGREED, REPLACED = "concept", "discussed", "agreed", "replaced"
VERSION_STEPS: Final[Mapping[str, frozenset[str]]] = {
    CONCEPT: frozenset({DISCUSSED}),
    DISCUSSED: frozenset({CONCEPT, AGREED}),
    AGREED: frozenset({REPLACED}),
    REPLACED: frozenset(),
}
UNTOUCHABLE: Final = frozenset({AGREED, REPLACED})
"""Nobody changes a word of it (BR-019)."""

READY = "ready"
FAMILY_PLAN, HEAVY, LIGHT, ANNEX = "family", "heavy", "light", "gi"
NOT_COUNTED = "cancelled"
TEXTS = ("strengths", "concerns", "dream", "evaluation_on", "contact")
GOAL_TEXTS = ("id", "own_words", "measure", "life_area", "kind", "state")
ACTION_TEXTS = ("id", "what", "kind", "who", "due_on", "rhythm", "undiscussed")
READ_AND_AGREE: Final = _("Iemand heeft het plan net veranderd. Lees het opnieuw, en stel het dan vast.")
READ_AND_TALK: Final = _("Iemand heeft het plan net veranderd. Lees het opnieuw. Is dat ook besproken? Sla het dan op.")


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody read before the plan was talked over or laid down: the last version, 0 for none, and its digest.

    Without a number, or without a digest, nothing is said of it.
    """

    number: int | None = None
    table: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """The plan was talked over on this day, with these people; a light plan is talked over and agreed at once."""

    on: date
    present: tuple[str, ...]


def can_move_version(now: str, then: str) -> Verdict:
    if then in VERSION_STEPS[now]:
        return YES
    if now in UNTOUCHABLE:
        return no(_("Een vastgestelde versie verandert niet meer. Maak een nieuwe versie."))
    return no(_("Een plan wordt eerst besproken en dan vastgesteld."))


def talk_problems(talk: Talk, today: date) -> tuple[Problem, ...]:
    problems = []
    if talk.on > today:
        problems.append(Problem("discussed_on", _("Deze dag komt nog. Kies vandaag of een eerdere dag.")))
    if not any(name.strip() for name in talk.present):
        problems.append(Problem("present", _("Kies met wie het plan is besproken.")))
    return tuple(problems)


def table_problems(seen: Seen, table: str, text: str = READ_AND_AGREE) -> list[Problem]:
    """What is laid down, or was talked over, is what was read: `table` is the digest of the plan as it is now."""
    return [] if seen.table in {"", table} else [Problem("", text)]


def usual_variant(last: str, *, gi_leads: bool) -> str:
    """What a plan is unless somebody chooses otherwise."""
    return ANNEX if gi_leads else last or LIGHT


def variant_problems(
    variant: str, variants: Iterable[str], familiegroepsplan: str, concerns: str, *, gi_leads: bool = False
) -> list[Problem]:
    """A familiegroepsplan is there before it is agreed as one; the heavy variant says what the concerns are.

    Where the GI leads, its plan goes before this one, which is an annex (BR-033).
    """
    if variant not in variants:
        return [Problem("variant", _("Kies wat voor plan dit is."))]
    if gi_leads and variant != ANNEX:
        return [
            Problem("variant", _("De GI voert de regie. Dan is dit plan een bijlage bij het plan van de GI. Kies dat."))
        ]
    if variant == FAMILY_PLAN and familiegroepsplan != READY:
        return [
            Problem("variant", _("Dit is een familiegroepsplan als het plan van het gezin er is. Dat is het nog niet."))
        ]
    if variant == HEAVY and not concerns.strip():
        return [Problem("variant", _("In de zware variant staat waar zorgen over zijn. Schrijf dat eerst op."))]
    return []


def working_state(discussed: str, content: PlanContent) -> str:
    """Of the plan that is worked on. `discussed` is the digest of what was talked over, empty for nothing."""
    return DISCUSSED if discussed and discussed == material(content) else CONCEPT


def version_state(*, is_last: bool) -> str:
    return AGREED if is_last else REPLACED


def material(content: PlanContent) -> str:
    """The digest of what people talk over. Figures, ticks and telephone numbers change without a new talk."""
    question = content["question"]
    held = {
        "question": question["words"] if question else "",
        "texts": {name: value for name, value in content.items() if name in TEXTS},
        "goals": [_goal(goal) for goal in content["goals"]],
    }
    spelled = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()


def _goal(goal: GoalContent) -> Mapping[str, object]:
    counted = sorted((one for one in goal["actions"] if one["state"] != NOT_COUNTED), key=lambda one: one["id"])
    said = {name: value for name, value in goal.items() if name in GOAL_TEXTS}
    return said | {"actions": [_action(action) for action in counted]}


def _action(action: ActionContent) -> Mapping[str, object]:
    return {name: value for name, value in action.items() if name in ACTION_TEXTS}
