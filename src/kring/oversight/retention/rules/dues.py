"""When something falls due: by the longest term of the laws it belongs to, counted from facts in the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kring.oversight.retention.rules.terms import Basis, Rule, Start, rules_on

BY_LAW: Mapping[str, str] = {"jeugdwet": "jeugd", "wmo": "wmo", "participatiewet": "participatiewet"}
"""Laws whose files have a term of their own. Of the others an archivist has still to set the category."""
JOINT, WITHOUT_FOLLOW_UP = "plan", "aanvraag"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the database knows: the laws of the help, the first and the last thing that happened, and the end.

    `is_file`: a file of a family, and not a person of the register. `had_lead`: somebody ever led it.
    """

    laws: frozenset[str]
    made_on: date
    changed_on: date
    ended_on: date | None = None
    is_file: bool = True
    had_lead: bool = True


@dataclass(frozen=True, slots=True)
class Due:
    """Which rule decides, from which day it counts, and the first day on which the data may go."""

    rule: Rule
    began_on: date
    due_on: date


def due(facts: Facts, today: date) -> Due | None:
    """The longest, and of two that end on one day that of the law. None when a term is open: then it stays."""
    rules = {rule.category: rule for rule in rules_on(today)}
    found = [_counted(rules[code], facts) if code else None for code in _categories(facts)]
    ends = [one for one in found if one is not None]
    return (
        max(ends, key=lambda one: (one.due_on, one.rule.basis is Basis.LAW))
        if ends and len(ends) == len(found)
        else None
    )


def _categories(facts: Facts) -> tuple[str | None, ...]:
    """None is a law of which the archivist has still to set the category: of a plan the rule for plans holds then."""
    if facts.is_file and not facts.had_lead:
        return (WITHOUT_FOLLOW_UP,)
    otherwise = JOINT if facts.is_file else None
    found = {BY_LAW.get(law, otherwise) for law in facts.laws}
    return tuple(found) or (otherwise,)


def _counted(rule: Rule, facts: Facts) -> Due | None:
    match rule.start:
        case Start.MADE:
            began = facts.made_on
        case Start.END | Start.DECISION:
            began = facts.ended_on or facts.changed_on
        case Start.LAST_CHANGE:
            began = facts.changed_on
    ends = rule.falls_due(began)
    return Due(rule, began, ends) if ends else None
