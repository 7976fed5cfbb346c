"""A pilot counts deelnames: one client, one municipality, one domain of entry, whatever other laws the plan has.

Counting by law or by household gives other numbers: one client may use two laws, one household hold two clients.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from kring.ground.shared.verdict import YES, Verdict, no
from kring.steering.figures.rules.gate import open_series, release_pair
from kring.steering.figures.rules.indicators import Definition
from kring.steering.figures.rules.tables import SafeSeries
from kring.steering.figures.rules.values import Count, Value
from kring.steering.figures.rules.wording import mark as _

DOMAINS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "jeugdwet": _("Jeugd"),
        "wmo": _("Wmo"),
        "participatiewet": _("Participatie"),
        "schuldhulp": _("Schuldhulp"),
        "leerplicht": _("Leerplicht en onderwijs"),
        "zvw": _("Zorgverzekering"),
        "wlz": _("Langdurige zorg"),
        "overig": _("Overig"),
    }
)
"""The domains of entry in the order of a letter."""

BY_DOMAIN: Final = Definition(
    "P-01",
    _("Casussen per domein"),
    _(
        "Deelnames aan de pilot naar het domein waarlangs de cliënt instroomde. Een cliënt telt één keer, ook als het "
        "plan meer wetten heeft. Een ingetrokken deelname telt niet."
    ),
    _("deelnames"),
    _("Kring: deelnames aan de pilot"),
)
BY_MUNICIPALITY: Final = Definition(
    "P-02",
    _("Cliënten per gemeente"),
    _("Dezelfde deelnames naar de gemeente van de cliënt."),
    _("deelnames"),
    _("Kring: deelnames aan de pilot"),
)


@dataclass(frozen=True, slots=True)
class PilotCount:
    """How many deelnames of one municipality came in by one domain, before the gate."""

    municipality: str
    domain: str
    n: int


@dataclass(frozen=True, slots=True)
class PilotFigures:
    """A pilot's figures as they may be shown; domains without any deelname are left out."""

    by_domain: Mapping[str, Value]
    by_municipality: Mapping[str, Value]
    total: Value


def release_pilot(
    counts: Sequence[PilotCount], municipalities: Sequence[str], smallest: int, *, is_opened: bool = False
) -> PilotFigures:
    """Both divisions through the gate, or past it when a named decision opened them. In the given order."""
    domains = {code: Count(sum(one.n for one in counts if one.domain == code)) for code in DOMAINS}
    present = {code: count for code, count in domains.items() if count.n}
    towns = {town: Count(sum(one.n for one in counts if one.municipality == town)) for town in municipalities}
    if is_opened:
        return _figures(open_series(present), open_series(towns))
    return _figures(*release_pair(present, towns, smallest))


def can_take_part(*, started_on: date, ended_on: date | None, day: date, is_member: bool) -> Verdict:
    """Into which pilot a client can come on which day."""
    if not is_member:
        return no(_("Deze gemeente doet niet mee aan de pilot. Voeg de gemeente eerst toe."))
    if day < started_on or (ended_on is not None and day > ended_on):
        return no(_("Op deze dag liep de pilot niet. Kies een dag binnen de periode van de pilot."))
    return YES


def _figures(by_domain: SafeSeries, by_municipality: SafeSeries) -> PilotFigures:
    return PilotFigures(by_domain.parts, by_municipality.parts, by_municipality.total)
