"""Terms (handbook §6): how long each kind of data is kept, when that begins and by which source, as dated rules.

A rule that changes gets an end and a follower: what fell under the old one on a day can always be read back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kring.ground.shared.marking import mark as _

DAYS_IN_WEEK = 7
BEGIN = date(2015, 1, 1)
"""The Jeugdwet and the Wmo 2015 hold from this day on."""
WMO_COUNTS_CHANGES = date(2026, 7, 1)
"""From the consolidated text of this day on the term of the Wmo counts from the last change that was recorded."""


class Unit(StrEnum):
    YEARS = "years"
    WEEKS = "weeks"
    DAYS = "days"


class Start(StrEnum):
    """From when a term counts."""

    LAST_CHANGE = "last_change"
    MADE = "made"
    END = "end"
    DECISION = "decision"


STARTS = {
    Start.LAST_CHANGE: _("de laatste wijziging"),
    Start.MADE: _("de dag waarop het gemaakt of ontvangen is"),
    Start.END: _("het einde"),
    Start.DECISION: _("het besluit"),
}


@dataclass(frozen=True, slots=True)
class Term:
    number: int
    unit: Unit

    def after(self, start: date) -> date:
        """The first day on which it is over; 29 February becomes 1 March."""
        match self.unit:
            case Unit.DAYS:
                return start + timedelta(days=self.number)
            case Unit.WEEKS:
                return start + timedelta(days=self.number * DAYS_IN_WEEK)
            case Unit.YEARS:
                try:
                    return start.replace(year=start.year + self.number)
                except ValueError:
                    return date(start.year + self.number, 3, 1)


class Basis(StrEnum):
    LAW = "law"
    SELECTION_LIST = "selection_list"
    HOUSE = "house"


BASES = {
    Basis.LAW: _("wet"),
    Basis.SELECTION_LIST: _("selectielijst"),
    Basis.HOUSE: _("huisregel"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of data. Without a term it is kept as long as what it justifies, or permanently: `remark` says which."""

    category: str
    title: str
    term: Term | None
    start: Start
    basis: Basis
    source: str
    remark: str = ""
    since: date = BEGIN
    until: date | None = None

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def falls_due(self, start: date) -> date | None:
        return self.term.after(start) if self.term else None


def _years(number: int) -> Term:
    return Term(number, Unit.YEARS)


RULES = (
    Rule(
        "jeugd", _("Dossier van jeugdhulp"), _years(20), Start.LAST_CHANGE, Basis.LAW, "Jeugdwet 7.3.8 lid 3",
        _("Langer als goede hulp dat vraagt."),
    ),
    Rule(
        "jeugd_besluit", _("Besluit en plan van de gemeente over jeugdhulp"), _years(20), Start.END,
        Basis.SELECTION_LIST, _("selectielijst van gemeenten"), _("Een plan dat nooit is vastgesteld: 5 jaar."),
    ),
    Rule(
        "wmo", _("Gegevens onder de Wmo"), _years(15), Start.MADE, Basis.LAW, "Wmo 2015 5.3.4 lid 1",
        _("Tekst zoals die in 2019 gold."), until=WMO_COUNTS_CHANGES,
    ),
    Rule(
        "wmo", _("Gegevens onder de Wmo"), _years(15), Start.LAST_CHANGE, Basis.LAW, "Wmo 2015 5.3.4 lid 1",
        _("Langer als goede hulp dat vraagt. Op verzoek eerder: besluit en vernietiging binnen 3 maanden."),
        since=WMO_COUNTS_CHANGES,
    ),
    Rule(
        "participatiewet", _("Dossier onder de Participatiewet"), _years(10), Start.END, Basis.SELECTION_LIST,
        _("selectielijst van gemeenten"), _("Langer bij een maatregel of boete."),
    ),
    Rule(
        "plan", _("Het plan van een gezin, per persoon"), _years(20), Start.LAST_CHANGE, Basis.HOUSE, _("huisregel"),
        _("De langste termijn van de dossiers waar het bij hoort. Bij vernietigen gaat één persoon eruit."),
    ),
    Rule(
        "aanvraag", _("Vraag zonder vervolg"), _years(1), Start.DECISION, Basis.HOUSE, _("huisregel"),
    ),
    Rule(
        "vrijwilliger", _("Gegevens van een vrijwilliger"), _years(2), Start.END, Basis.HOUSE, _("huisregel"),
        _("Gegevens over vergoedingen: 7 jaar, voor de belasting."),
    ),
    Rule(
        "koppeling", _("Koppeling met een vrijwilliger en bezoeken"), _years(2), Start.END, Basis.HOUSE, _("huisregel"),
    ),
    Rule(
        "delen", _("Besluiten om te delen en toestemmingen"), None, Start.END, Basis.HOUSE, _("huisregel"),
        _("Zo lang als het dossier waar zij bij horen: het is het bewijs."),
    ),
    Rule(
        "log", _("Log: wie er keek"), _years(5), Start.MADE, Basis.HOUSE, "NEN 7513",
        _("Ten minste. De database houdt dit zelf vast."),
    ),
    Rule(
        "kladtekst", _("Tekst die nog niet is opgeslagen"), Term(7, Unit.DAYS), Start.LAST_CHANGE, Basis.HOUSE,
        _("huisregel"), _("Gaat vanzelf weg."),
    ),
    Rule(
        "datalek", _("Registratie van datalekken"), None, Start.MADE, Basis.LAW, "AVG 33 lid 5",
        _("Blijft staan voor het toezicht."),
    ),
    Rule(
        "cijfers", _("Cijfers en raadsbrieven"), None, Start.MADE, Basis.SELECTION_LIST, _("archief"),
        _("Blijven bewaard: er staan geen personen in."),
    ),
)  # fmt: skip


def rules_on(day: date) -> tuple[Rule, ...]:
    """What holds on this day, one rule per category."""
    return tuple(rule for rule in RULES if rule.holds(day))


def longest(rules: Iterable[Rule], start: date) -> date | None:
    """A plan is kept as long as the longest of the files that it belongs to; None when one of them stays."""
    ends = [rule.falls_due(start) for rule in rules]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None
