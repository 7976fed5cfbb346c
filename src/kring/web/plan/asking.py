"""What one should know of the circle before asking for a step: who can carry no more, and who does not go together.

Both are shown before anything is written; only the first is refused (BR-057).
"""

from collections.abc import Iterable
from itertools import chain
from uuid import UUID

from django.utils.translation import gettext as _

from kring.practice.plans.queries import GoalView
from kring.web.plan.people import Known

WHO = "wie"
"""The parameter that says who of the circle is to be asked."""


def chosen(people: Iterable[Known], asked: str | None) -> Known | None:
    """The one of the circle from whose place one came here."""
    try:
        subject = UUID(asked or "")
    except ValueError:
        return None
    return next((one for one in people if one.subject == subject), None)


def warnings(goal: GoalView, people: Iterable[Known], asked: Known | None) -> list[str]:
    """Before: the refusal that would come for who is chosen, and who had better not join at this goal."""
    busy = _busy(goal)
    refused = [_(asked.refusal)] if asked and asked.refusal else []
    met = [(one, other) for pair in _pairs(people) for one, other in (pair, pair[::-1]) if other in busy]
    return refused + [
        _("%(one)s en %(other)s gaan niet samen. %(other)s doet al iets bij dit doel.") % {"one": one, "other": other}
        for one, other in met
    ]


def together(goal: GoalView, people: Iterable[Known], doer: str) -> list[str]:
    """After: with whom of this goal the new doer does not go together."""
    busy = _busy(goal)
    others = sorted(set(chain.from_iterable(pair for pair in _pairs(people) if doer in pair)) & busy - {doer})
    said = _("Let op: %(one)s en %(other)s gaan niet samen. Zij doen nu allebei iets bij dit doel.")
    return [said % {"one": doer, "other": other} for other in others]


def _busy(goal: GoalView) -> set[str]:
    return {action.who for action in goal.actions if action.is_open}


def _pairs(people: Iterable[Known]) -> list[tuple[str, str]]:
    return sorted({(min(one.name, other), max(one.name, other)) for one in people for other in one.apart})
