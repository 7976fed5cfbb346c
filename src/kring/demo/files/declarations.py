"""What providers declare: per law and provider one message a month, for three months before the reference day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol

from kring.demo.days import Days
from kring.demo.files.clients import header
from kring.demo.model import Care, Human
from kring.exchange.istandaarden.catalogue import Kind, Law
from kring.exchange.istandaarden.messages import (
    Amount,
    Client,
    Declaration,
    Message,
    Performance,
    Product,
    Span,
)

MONTHS = 3
MINUTES, TARIFF = 480, 130
"""Delivered per month, and the price of a minute in cents."""


class Declared(Protocol):
    """A provision that messages tell of."""

    @property
    def care(self) -> Care: ...
    @property
    def human(self) -> Human: ...
    @property
    def law(self) -> Law: ...
    @property
    def sides(self) -> tuple[str, str]: ...
    @property
    def number(self) -> int: ...
    @property
    def product(self) -> Product: ...
    @property
    def starts(self) -> bool: ...


def declarations(told: Sequence[Declared], days: Days) -> Iterator[Message]:
    for law, sides in sorted({(one.law, one.sides) for one in told}):
        mine = [one for one in told if (one.law, one.sides) == (law, sides) and one.starts]
        for turn, month in enumerate(_months(days.today), start=1):
            clients = tuple(_clients(mine, month))
            if clients:
                yield _message(law, sides, month, clients, f"D{law.prefix}{sides[1][-3:]}{turn}")


def _months(today: date) -> list[Span]:
    """The last whole calendar months, the oldest first."""
    months: list[Span] = []
    last = today.replace(day=1) - timedelta(days=1)
    for _turn in range(MONTHS):
        months.insert(0, Span(last.replace(day=1), last))
        last = last.replace(day=1) - timedelta(days=1)
    return months


def _clients(told: Sequence[Declared], month: Span) -> Iterator[Client]:
    """Everyone who had this help the whole month."""
    having = [one for one in told if one.care.since <= month.first and (one.care.until or month.last) >= month.last]
    for bsn in dict.fromkeys(one.human.bsn for one in having):
        yield Client(bsn, performances=tuple(_performance(one, month) for one in having if one.human.bsn == bsn))


def _performance(one: Declared, month: Span) -> Performance:
    minutes = MINUTES + one.number % 7 * 60
    return Performance(
        reference=f"P{one.number}{month.first:%y%m}",
        assignment=one.number,
        category=one.product.category,
        code=one.product.code or "",
        period=month,
        volume=minutes,
        unit="01",
        amount=Amount(minutes * TARIFF),
        tariff=TARIFF,
    )


def _message(law: Law, sides: tuple[str, str], month: Span, clients: tuple[Client, ...], mark: str) -> Message:
    dated = month.last + timedelta(days=1)
    total = sum(each.amount.cents for client in clients for each in client.performances)
    return Message(
        law,
        Kind.DECLARATION,
        header(Kind.DECLARATION, sides, mark, dated),
        clients,
        Declaration(mark, month, dated, Amount(total)),
    )
