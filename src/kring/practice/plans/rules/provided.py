"""Three facts of a provider's own plan below the plan of the family, and how long a link to answer them works.

Council letter of 2018: the plan of the care provider follows from the plan of the family, with informal help in it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.rules import Problem

LINK_LASTS: Final = timedelta(days=14)
"""A new question says itself until when its link works; nothing else counts these days."""
LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class ProviderFacts:
    """`goal` is the id of one of the plan's goals as text, empty for none of them; `reason` a listed one."""

    has_plan: bool | None
    made_on: date | None = None
    goal: str = ""
    has_informal: bool | None = None
    reason: str = ""

    def kept(self) -> "ProviderFacts":
        """Only what belongs to this answer."""
        if not self.has_plan:
            return ProviderFacts(self.has_plan)
        return ProviderFacts(True, self.made_on, self.goal, self.has_informal, "" if self.has_informal else self.reason)


def facts_problems(
    said: ProviderFacts, goals: Collection[str], reasons: Collection[str], today: date
) -> tuple[Problem, ...]:
    """No plan is an answer too. Of a plan: its date, a goal that is there or none, and why no informal help."""
    if said.has_plan is None:
        return (Problem("has_plan", _("Kies of er een eigen plan is.")),)
    if not said.has_plan:
        return ()
    found = []
    if said.made_on is None:
        found.append(Problem("made_on", _("Vul de datum van uw plan in.")))
    elif said.made_on > today:
        found.append(Problem("made_on", _("Deze dag is nog niet geweest. Kies vandaag of een eerdere dag.")))
    if said.goal and said.goal not in goals:
        found.append(Problem("goal", _("Dit doel staat niet meer in het plan. Kies een ander doel.")))
    if said.has_informal is None:
        found.append(Problem("has_informal", _("Kies of informele hulp vanaf het begin deel is van uw plan.")))
    elif not said.has_informal and said.reason not in reasons:
        found.append(Problem("reason", _("Kies waarom informele hulp geen deel is van uw plan.")))
    return tuple(found)


def can_use_link(*, at: datetime, until: datetime, is_open: bool) -> Verdict:
    """Once, and until the question itself ends."""
    if not is_open:
        return no(_("Deze vraag is al beantwoord, of wordt niet meer gesteld. U hoeft niets meer te doen."))
    if at >= until:
        return no(_("De tijd voor deze link is voorbij. Vraag de regisseur om een nieuwe link."))
    return YES
