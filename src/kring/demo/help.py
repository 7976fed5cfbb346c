"""The help that generated households get: most none or one law, a tail of three to five, as file research finds it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from kring.demo.chance import Chance
from kring.demo.data import read
from kring.demo.days import REFERENCE, Days
from kring.demo.families import OTHERWISE, SYSTEMS
from kring.demo.model import Amount, Care, Helping, Human, Price
from kring.demo.people import names

LAWS_AT_ONCE = ((0, 44), (1, 27), (2, 15), (3, 8), (4, 4), (5, 2))
LAWS = (
    ("wmo", 30),
    ("jeugdwet", 28),
    ("participatiewet", 18),
    ("schuldhulp", 10),
    ("leerplicht", 8),
    ("overig", 6),
)
VOLUNTEERS = "Vrijwilligers in beeld"
PER_FUNCTION = 5
"""So many professionals of one function work at a provider."""


class Help:
    """Gives households their help, and providers their people."""

    def __init__(self, days: Days, *, by_message: int) -> None:
        self._days = days
        self._by_message = by_message
        self._chance = Chance("help")
        self._given = 0
        self._staff: dict[tuple[str, str], tuple[str, ...]] = {}
        self._catalogue: list[dict[str, Any]] = read("care")["care"]

    def for_household(self, humans: Sequence[Human]) -> tuple[Care, ...]:
        """What these people get, under so many laws as chance has it."""
        wanted = self._chance.weighted(LAWS_AT_ONCE)
        laws: list[str] = []
        while len(laws) < wanted:
            law = self._chance.weighted(LAWS)
            if law not in laws:
                laws.append(law)
        return tuple(care for law in laws for care in self.under(law, humans))

    def under(self, law: str, humans: Sequence[Human]) -> Iterator[Care]:
        """One provision under this law, for whoever it suits; none when it suits nobody here."""
        minors = [human for human in humans if human.is_minor_on(self._days.today)]
        fit = [each for each in self._catalogue if each["law"] == law and (minors or each["who"] == "adult")]
        if fit:
            entry = self._chance.one(fit)
            adults = [human for human in humans if human not in minors]
            yield self._care(entry, self._chance.one(minors if entry["who"] == "child" else adults))

    def _care(self, entry: dict[str, Any], human: Human) -> Care:
        self._given += 1
        provider = entry["provider"].format(town=human.home.town)
        since, until = self._period(human)
        by_message = "product" in entry and self._chance.happens(self._by_message)
        return Care(
            ref=f"H{self._given:04}",
            person=human.ref,
            law=entry["law"],
            title=entry["title"],
            provider=provider,
            since=since,
            until=until,
            amount=self._amount(entry),
            system=VOLUNTEERS if entry["law"] == "overig" else SYSTEMS.get(entry["law"], OTHERWISE),
            helping=() if by_message else tuple(self._helping(entry, provider)),
            product=tuple(entry["product"]) if by_message else None,
        )

    def _period(self, human: Human) -> tuple[date, date | None]:
        began = max(REFERENCE - timedelta(days=self._chance.number(20, 1400)), date(2022, 1, 3))
        since = max(self._days.day(began), human.born + timedelta(days=30))
        kind = self._chance.weighted((("runs", 60), ("to end", 18), ("ended", 22)))
        if kind == "runs" or since >= self._days.day(REFERENCE - timedelta(days=60)):
            return since, None
        low, high = (30, 400) if kind == "to end" else (-400, -5)
        return since, max(
            since + timedelta(days=30), self._days.day(REFERENCE + timedelta(days=self._chance.number(low, high)))
        )

    def _amount(self, entry: dict[str, Any]) -> Amount:
        if "price" in entry:
            return Amount(Price(entry["price"]))
        if self._chance.happens(7):
            return Amount(Price.UNKNOWN)
        price = Price.ESTIMATED if self._chance.happens(12) else Price.KNOWN
        return Amount(price, self._chance.number(entry["low"] // 50, entry["high"] // 50) * 50)

    def _helping(self, entry: dict[str, Any], provider: str) -> Iterator[Helping]:
        """Not every source names its professionals."""
        if self._chance.happens(15):
            return
        for place, function in enumerate(entry["functions"]):
            if place == 0 or self._chance.happens(35):
                yield Helping(self._chance.one(self._people(provider, function)), function)

    def _people(self, provider: str, function: str) -> tuple[str, ...]:
        if (provider, function) not in self._staff:
            drawn = tuple(names.full_name(self._chance) for _turn in range(PER_FUNCTION))
            self._staff[provider, function] = drawn
        return self._staff[provider, function]
