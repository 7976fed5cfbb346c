"""Declared performances (323) beside their assignment and beside what was declared before."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kring.practice.care.rules.allowance import Volume, fits, most_in, most_over, size
from kring.practice.care.rules.breaches import OTHER_CLIENT, OTHER_PROVIDER, Rule


@dataclass(frozen=True, slots=True)
class Assigned:
    """What is known of the assignment. Without product, code, volume or budget it leaves that open."""

    client: object
    provider: str
    category: str
    code: str
    started_on: date
    ended_on: date | None
    removed: bool
    volume: Volume | None = None
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Performed:
    """One performance as far as the rules ask. `cents` is negative for a credit, which takes `previous` back.

    `until` is the last day of the declared month.
    """

    client: object
    provider: str
    category: str
    code: str
    first: date
    last: date
    volume: int
    unit: str
    cents: int
    reference: str
    previous: str = ""
    until: date | None = None

    @property
    def is_debit(self) -> bool:
        return self.cents >= 0

    @property
    def what(self) -> Hashable:
        """What is delivered, in which period: credit and debit name the same."""
        return self.category, self.code, self.first, self.last

    @property
    def net(self) -> int:
        """The volume that it adds, or takes back."""
        return size(self.volume, self.unit) * (1 if self.is_debit else -1)


Past = Sequence[Performed]
"""What the provider declared on this assignment for this client before."""


def broken(assigned: Assigned | None, past: Past, one: Performed) -> list[Rule]:
    """Every rule that does not hold. Without an assignment a performance waits, and only the past counts."""
    found = [rule for rule, breaks in BESIDE_PAST if breaks(past, one)]
    return found if assigned is None else found + unfit(assigned, past, one)


def unfit(assigned: Assigned, past: Past, one: Performed) -> list[Rule]:
    """Every rule of the assignment that does not hold."""
    return [rule for rule, breaks in ON_ASSIGNMENT if breaks(assigned, past, one)]


def _declared_before(past: Past, one: Performed) -> bool:
    """A debit that has no credit yet."""
    same = [each for each in past if each.what == one.what]
    return one.is_debit and sum(1 if each.is_debit else -1 for each in same) > 0


def _credited_before(past: Past, one: Performed) -> bool:
    return not one.is_debit and any(not each.is_debit and each.previous == one.previous for each in past)


def _credits_nothing(past: Past, one: Performed) -> bool:
    taken_back = one.previous, one.what
    return not one.is_debit and not any(each.is_debit and (each.reference, each.what) == taken_back for each in past)


def _other_unit(assigned: Assigned, _: Past, one: Performed) -> bool:
    return one.is_debit and assigned.volume is not None and not fits(assigned.volume.unit, one.unit)


def _over_period(assigned: Assigned, _: Past, one: Performed) -> bool:
    most = most_in(assigned.volume, one.category, one.first, one.last) if assigned.volume else None
    return one.is_debit and most is not None and one.net > most


def _over_assignment(assigned: Assigned, past: Past, one: Performed) -> bool:
    most = most_over(assigned.volume, assigned.started_on, assigned.ended_on) if assigned.volume else None
    return one.is_debit and most is not None and one.net + sum(each.net for each in past) > most


def _over_budget(assigned: Assigned, past: Past, one: Performed) -> bool:
    total = one.cents + sum(each.cents for each in past)
    return one.is_debit and assigned.budget is not None and total > assigned.budget


def _begins_in_between(assigned: Assigned, _: Past, one: Performed) -> bool:
    return one.is_debit and one.first != max(one.first.replace(day=1), assigned.started_on)


def _ends_in_between(assigned: Assigned, _: Past, one: Performed) -> bool:
    month_after = (one.last.replace(day=1) + timedelta(days=32)).replace(day=1)
    month_ends = month_after - timedelta(days=1)
    return one.is_debit and one.last != min(month_ends, assigned.ended_on or month_ends)


_JUDGED_ELSEWHERE = "U hoeft in Kring niets te doen: de prestatie telt mee, en de gemeente beoordeelt de declaratie."
BESIDE_PAST: tuple[tuple[Rule, Callable[[Past, Performed], bool]], ...] = (
    (
        Rule(
            "TR319",
            "ProductPeriode/Einddatum",
            "De productperiode ligt na de declaratieperiode.",
            "Een declaratie gaat over de eigen of een eerdere periode.",
        ),
        lambda _, one: one.until is not None and one.last > one.until,
    ),
    (
        Rule(
            "TR389",
            "ProductPeriode",
            "Deze prestatie is al gedeclareerd en niet gecrediteerd.",
            "Per toewijzing, product en periode is er één debetprestatie.",
        ),
        _declared_before,
    ),
    (
        Rule(
            "TR390",
            "ProductReferentie/VorigReferentieNummer",
            "De prestatie met dit vorige nummer is al gecrediteerd.",
            "Een prestatie wordt één keer gecrediteerd.",
        ),
        _credited_before,
    ),
    (
        Rule(
            "TR323",
            "ProductReferentie/VorigReferentieNummer",
            "De prestatie die hier wordt gecrediteerd, is in Kring niet bekend.",
            "Een credit hoort bij een eerdere prestatie met dezelfde toewijzing, product en periode.",
            "Controleer of de eerdere declaratie is aangeleverd; tot dan telt de credit als een bedrag dat eraf gaat.",
            refuses=False,
        ),
        _credits_nothing,
    ),
)
ON_ASSIGNMENT: tuple[tuple[Rule, Callable[[Assigned, Past, Performed], bool]], ...] = (
    (OTHER_CLIENT, lambda assigned, _, one: assigned.client != one.client),
    (OTHER_PROVIDER, lambda assigned, _, one: assigned.provider != one.provider),
    (
        Rule(
            "TR384",
            "ToewijzingNummer",
            "Op een verwijderde toewijzing kan niet worden gedeclareerd.",
            "De toewijzing telt als niet verstuurd.",
        ),
        lambda assigned, _, one: assigned.removed and one.is_debit,
    ),
    (
        Rule(
            "TR307",
            "ProductPeriode/Begindatum",
            "De prestatie begint voor de toewijzing.",
            "De productperiode ligt binnen de toewijzing.",
        ),
        lambda assigned, _, one: one.first < assigned.started_on,
    ),
    (
        Rule(
            "TR308",
            "ProductPeriode/Einddatum",
            "De prestatie loopt door na de toewijzing.",
            "De productperiode ligt binnen de toewijzing.",
        ),
        lambda assigned, _, one: one.is_debit and assigned.ended_on is not None and one.last > assigned.ended_on,
    ),
    (
        Rule(
            "TR339",
            "ProductCategorie",
            "De productcategorie is een andere dan is toegewezen.",
            "Is de categorie toegewezen, dan geldt die ook in de declaratie.",
        ),
        lambda assigned, _, one: assigned.category not in {"", one.category},
    ),
    (
        Rule(
            "TR340",
            "ProductCode",
            "De productcode is een andere dan is toegewezen.",
            "Is de code toegewezen, dan geldt die ook in de declaratie.",
        ),
        lambda assigned, _, one: assigned.code not in {"", one.code},
    ),
    (
        Rule(
            "TR341",
            "Eenheid",
            "De eenheid is een andere dan is toegewezen.",
            "De eenheid is die van de toewijzing; wat in uren is toegewezen, mag ook in minuten.",
        ),
        _other_unit,
    ),
    (
        Rule(
            "TR387",
            "ProductPeriode/Begindatum",
            "De productperiode begint halverwege de maand.",
            "Zij begint op de eerste dag van de maand, of op de eerste dag van de toewijzing als die later is.",
        ),
        _begins_in_between,
    ),
    (
        Rule(
            "TR388",
            "ProductPeriode/Einddatum",
            "De productperiode eindigt halverwege de maand.",
            "Zij eindigt op de laatste dag van de maand, of op de laatste dag van de toewijzing als die eerder is.",
        ),
        _ends_in_between,
    ),
    (
        Rule(
            "TR369",
            "IngediendBedrag/Bedrag",
            "Met deze prestatie is meer gedeclareerd dan het toegewezen budget.",
            "Alles wat op een toewijzing is gedeclareerd, past samen binnen het budget.",
        ),
        _over_budget,
    ),
    (
        Rule(
            "TR321",
            "GeleverdVolume",
            "In deze productperiode is meer geleverd dan is toegewezen.",
            "Het geleverde volume past binnen de omvang die voor deze periode is toegewezen.",
            _JUDGED_ELSEWHERE,
            refuses=False,
        ),
        _over_period,
    ),
    (
        Rule(
            "TR322",
            "GeleverdVolume",
            "Met deze prestatie is meer geleverd dan over de hele looptijd is toegewezen.",
            "Alles wat op een toewijzing is geleverd, past samen binnen de toegewezen omvang.",
            _JUDGED_ELSEWHERE,
            refuses=False,
        ),
        _over_assignment,
    ),
)
