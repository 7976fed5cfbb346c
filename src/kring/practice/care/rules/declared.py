"""Declared performances (323) beside their assignment: the rules that need the database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kring.practice.care.rules.breaches import OTHER_CLIENT, OTHER_PROVIDER, Rule


@dataclass(frozen=True, slots=True)
class Assigned:
    """What is known of the assignment. An assignment without product or code leaves it open."""

    client: object
    provider: str
    category: str
    code: str
    started_on: date
    ended_on: date | None
    removed: bool


@dataclass(frozen=True, slots=True)
class Performed:
    """One performance as far as the rules ask. `cents` is negative for a credit."""

    client: object
    provider: str
    category: str
    code: str
    first: date
    last: date
    cents: int


_CHECKS: tuple[tuple[Rule, Callable[[Assigned, Performed], bool]], ...] = (
    (OTHER_CLIENT, lambda assigned, one: assigned.client != one.client),
    (OTHER_PROVIDER, lambda assigned, one: assigned.provider != one.provider),
    (
        Rule(
            "TR384",
            "ToewijzingNummer",
            "Op een verwijderde toewijzing kan niet worden gedeclareerd.",
            "De toewijzing telt als niet verstuurd.",
        ),
        lambda assigned, one: assigned.removed and one.cents > 0,
    ),
    (
        Rule(
            "TR307",
            "ProductPeriode/Begindatum",
            "De prestatie begint voor de toewijzing.",
            "De productperiode ligt binnen de toewijzing.",
        ),
        lambda assigned, one: one.first < assigned.started_on,
    ),
    (
        Rule(
            "TR308",
            "ProductPeriode/Einddatum",
            "De prestatie loopt door na de toewijzing.",
            "De productperiode ligt binnen de toewijzing.",
        ),
        lambda assigned, one: one.cents > 0 and assigned.ended_on is not None and one.last > assigned.ended_on,
    ),
    (
        Rule(
            "TR339",
            "ProductCategorie",
            "De productcategorie is een andere dan is toegewezen.",
            "Is de categorie toegewezen, dan geldt die ook in de declaratie.",
        ),
        lambda assigned, one: assigned.category not in {"", one.category},
    ),
    (
        Rule(
            "TR340",
            "ProductCode",
            "De productcode is een andere dan is toegewezen.",
            "Is de code toegewezen, dan geldt die ook in de declaratie.",
        ),
        lambda assigned, one: assigned.code not in {"", one.code},
    ),
)
DECLARED_BEFORE = Rule(
    "TR389",
    "ProductPeriode",
    "Deze prestatie is al gedeclareerd en niet gecrediteerd.",
    "Per toewijzing, product en periode is er één debetprestatie.",
)


def broken(assigned: Assigned, one: Performed) -> Rule | None:
    """The first rule that does not hold."""
    return next((rule for rule, breaks in _CHECKS if breaks(assigned, one)), None)
