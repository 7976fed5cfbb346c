"""What is counted: each tally divides all families, actions or households of an area into categories that exclude
each other, so that a total is never stored and always the sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kring.steering.figures.rules.tables import Grid
from kring.steering.figures.rules.values import Count
from kring.steering.figures.rules.wording import mark as _

UNKNOWN_AREA: Final = ""
"""The row of what is in no known area."""
EACH: Final = "samen"
"""The category that holds the size of an area, where its families are not the sum over the categories."""


@dataclass(frozen=True, slots=True)
class Tally:
    """`categories` and `groups` (subtotals) with the words in which they are shown."""

    code: str
    categories: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    has_sizes: bool = False

    def grid(self, areas: tuple[str, ...], counts: Mapping[tuple[str, str], Count]) -> Grid:
        """The raw table; what was not counted is zero."""
        nothing = Count(0, 0) if self.has_sizes else Count(0)
        cells = {(area, name): counts.get((area, name), nothing) for area in areas for name in self.categories}
        sizes = {area: counts.get((area, EACH), nothing) for area in areas} if self.has_sizes else {}
        return Grid(areas, tuple(self.categories), cells, self.groups, sizes)


LEAD: Final = Tally(
    "regie",
    {"wel": _("één regisseur en één achtervang"), "niet": _("zonder regisseur of achtervang")},
)
PLAN: Final = Tally(
    "plan",
    {
        "informeel": _("plan met informele hulp"),
        "zonder": _("plan zonder informele hulp"),
        "geen": _("nog geen vastgesteld plan"),
    },
    {"plan": ("informeel", "zonder")},
)
START: Final = Tally(
    "eerst",
    {
        "op_tijd": _("bij elke stap binnen 14 dagen gevraagd"),
        "later": _("bij een stap pas later gevraagd"),
    },
)
ACTIONS: Final = Tally(
    "acties",
    {
        "family": _("gezin"),
        "network": _("eigen netwerk"),
        "volunteer": _("vrijwilliger"),
        "professional": _("professional"),
    },
    has_sizes=True,
)
LAWS: Final = Tally(
    "wetten",
    {"1": _("1 wet"), "2": _("2 wetten"), "3": _("3 wetten"), "4": _("4 of meer wetten")},
    {"stapel": ("2", "3", "4")},
)
PROVIDERS: Final = Tally(
    "aanbieders",
    {
        "met": _("eigen plan met informele hulp"),
        "zonder": _("eigen plan zonder informele hulp"),
        "geen": _("geen eigen plan"),
        "wacht": _("nog geen antwoord"),
    },
    {"plan": ("met", "zonder")},
)
"""By provider and not by area: of each family the last answer of the quarter."""
TALLIES: Final = (LEAD, PLAN, START, ACTIONS, LAWS)

FAMILIES: Final = (LEAD, PLAN)
"""Tallies about the same families: their sizes pass the gate once."""
