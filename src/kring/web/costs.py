"""Costs in words: what is unknown says so and is never zero; yearly, one-off and declared stand apart (BR-123)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.practice.care.rules.help import Cost, CostState
from kring.practice.care.rules.stack import Costs


def euros(cents: int) -> str:
    """`€ 12.400`, which never breaks over two lines."""
    return f"€\u00a0{round(cents / 100):,}".replace(",", ".")


def not_counted(costs: Costs) -> tuple[str, ...]:
    """In short: of how many provisions the yearly amount says nothing."""
    parts = (
        ngettext("%(n)s onbekend", "%(n)s onbekend", costs.unknown) % {"n": costs.unknown} if costs.unknown else "",
        _("%(n)s niet van de gemeente") % {"n": costs.elsewhere} if costs.elsewhere else "",
    )
    return tuple(part for part in parts if part)


def costs_beside(costs: Costs) -> str:
    """All that stands beside the yearly amount that is known, never added to it."""
    parts = [
        *not_counted(costs),
        _("waarvan geschat %(euros)s") % {"euros": euros(costs.estimated)} if costs.estimated else "",
        _("eenmalig %(euros)s") % {"euros": euros(costs.once)} if costs.once else "",
        _("gedeclareerd %(euros)s") % {"euros": euros(costs.declared)} if costs.declared else "",
    ]
    return "; ".join(part for part in parts if part)


def cost_in_words(cost: Cost) -> str:
    """Of one provision."""
    if cost.state is CostState.UNKNOWN:
        return _("onbekend")
    if cost.state is CostState.ELSEWHERE:
        return _("niet van de gemeente")
    parts = [
        _("%(euros)s per jaar") % {"euros": euros(cost.per_year)} if cost.per_year is not None else "",
        _("%(euros)s eenmalig") % {"euros": euros(cost.once)} if cost.once is not None else "",
    ]
    words = ", ".join(part for part in parts if part) or _("alleen gedeclareerd")
    return _("%(cost)s (geschat)") % {"cost": words} if cost.state is CostState.ESTIMATED else words
