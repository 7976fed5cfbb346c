"""Help written down as a table, so that a rule reads like the file of a family."""

from datetime import date

from kring.ground.shared.period import Period
from kring.practice.care.rules.help import Cost, CostState, Help, Stay, effective

SHORT = {"jw": "jeugdwet", "wmo": "wmo", "pw": "participatiewet", "wgs": "schuldhulp", "zvw": "zvw", "lp": "leerplicht"}


def day(text: str) -> date:
    """`1-11-2026`."""
    number, month, year = map(int, text.split("-"))
    return date(year, month, number)


def help_in(table: str) -> tuple[Help, ...]:
    """Columns: who | law | product | from | until and including | provider | professionals | cost.

    Cost: `7800` a year, `~900` estimated, `once 14500`, `declared 210`, `elsewhere`, empty is unknown; a `*` behind
    the product says that only the family told it.
    """
    rows = [line.strip().strip("|").split("|") for line in table.strip().splitlines()]
    return tuple(_help(number, [cell.strip() for cell in row]) for number, row in enumerate(rows))


def stays_in(table: str) -> tuple[Stay, ...]:
    """Columns: who | from | until (the first day elsewhere)."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.strip().splitlines()]
    return tuple(Stay(who, Period(day(start), day(end) if end else None)) for who, start, end in rows)


def _help(number: int, row: list[str]) -> Help:
    who, law, product, start, end, provider, helpers, cost = row
    return Help(
        ref=str(number),
        person=who,
        law=SHORT[law],
        product=product.removesuffix("*"),
        period=effective(day(start), day(end) if end else None),
        provider=provider,
        helpers=frozenset(name.strip() for name in helpers.split(",") if name.strip()),
        cost=_cost(cost),
        told_by_family=product.endswith("*"),
    )


def _cost(text: str) -> Cost:
    word, _space, amount = text.rpartition(" ")
    cents = int(amount.lstrip("~")) * 100 if amount.lstrip("~").isdigit() else None
    match word:
        case "once":
            return Cost(CostState.KNOWN, once=cents)
        case "declared":
            return Cost(CostState.KNOWN, declared=cents)
    if text == "elsewhere":
        return Cost(CostState.ELSEWHERE)
    if cents is None:
        return Cost()
    return Cost(CostState.ESTIMATED if text.startswith("~") else CostState.KNOWN, per_year=cents)
