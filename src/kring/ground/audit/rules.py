"""Seals (BR-101): of every minute the number of lines, a sum over them in their order, and the seal before it.

Plain Python that trusts nothing the database computes: whoever verifies does the same sums again.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from kring.ground.shared.marking import mark as _
from kring.ground.shared.period import HERE
from kring.ground.shared.verdict import YES, Verdict, no

FIRST = "0" * 64
"""What the first seal has before it."""
MINUTE = timedelta(minutes=1)
WAIT = timedelta(minutes=2)
"""A minute is sealed when it has been over for this long; what comes later gets a seal of its own."""
MOST_NAMED = 5
LARGEST_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it is sealed: its number, its moment, and all its other values in a fixed order."""

    number: int
    at: datetime
    values: tuple[object, ...]

    @property
    def minute(self) -> datetime:
        return minute_of(self.at)


def minute_of(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(second=0, microsecond=0)


def sealed_up_to(now: datetime) -> datetime:
    """Lines before this moment are to be sealed."""
    return minute_of(now) - WAIT + MINUTE


def digest(rows: Iterable[Row]) -> str:
    """Over the lines in the order of their numbers; each by its length and its text, so that none can flow over."""
    total = sha256()
    for row in rows:
        text = _canonical((row.number, row.at, *row.values))
        total.update(len(text).to_bytes(8, "big") + text)
    return total.hexdigest()


def _canonical(values: Sequence[object]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()


def _plain(value: object) -> str:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


@dataclass(frozen=True, slots=True)
class Header:
    """A seal: which lines of which minute, their sum, and how it hangs on the seal before."""

    number: int
    minute: datetime
    sealed_at: datetime
    ids: tuple[int, ...]
    digest: str
    previous: str

    @property
    def total(self) -> str:
        values = (self.number, self.minute, self.sealed_at, len(self.ids), self.ids, self.digest, self.previous)
        return sha256(_canonical(values)).hexdigest()


@dataclass(frozen=True, slots=True)
class Stored:
    """A seal as it was found: the header, and the count and the sum that were kept with it."""

    header: Header
    count: int
    total: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was sealed: the minute, and what differs, with its numbers filled in."""

    minute: datetime
    text: str
    numbers: Mapping[str, object]


def check_chain(seals: Iterable[Stored]) -> Iterator[Finding]:
    """Is no seal missing, changed, or in another place?"""
    expected, previous = 1, FIRST
    for seal in seals:
        header = seal.header
        if header.number != expected:
            numbers = {"first": expected, "last": header.number - 1}
            yield Finding(header.minute, _("hiervoor ontbreekt verzegeling %(first)s tot en met %(last)s"), numbers)
        elif header.previous != previous:
            yield Finding(header.minute, _("verzegeling %(number)s sluit niet aan op de vorige"), _number(header))
        if header.total != seal.total or len(header.ids) != seal.count:
            yield Finding(header.minute, _("verzegeling %(number)s is zelf veranderd"), _number(header))
        expected, previous = header.number + 1, seal.total


def check_lines(header: Header, rows: Sequence[Row], *, is_purged: bool) -> Iterator[Finding]:
    """Are the lines of this block what they were? `rows` are those that are still there, by their number."""
    found = {row.number for row in rows}
    missing = [number for number in header.ids if number not in found]
    if is_purged:
        if rows:
            yield Finding(header.minute, _("vernietigd, maar %(count)s regels staan er nog"), {"count": len(rows)})
    elif missing:
        yield Finding(header.minute, _("%(count)s regels ontbreken: %(which)s"), _named(missing))
    elif digest(rows) != header.digest:
        yield Finding(header.minute, _("een van de %(count)s regels is veranderd"), {"count": len(rows)})


def unsealed(minute: datetime, numbers: Collection[int]) -> Finding:
    return Finding(minute, _("%(count)s regels zijn niet verzegeld: %(which)s"), _named(sorted(numbers)))


def _number(header: Header) -> dict[str, object]:
    return {"number": header.number}


def _named(numbers: Sequence[int]) -> dict[str, object]:
    which = ", ".join(map(str, numbers[:MOST_NAMED])) + ("…" if len(numbers) > MOST_NAMED else "")
    return {"count": len(numbers), "which": which}


def can_draw(month: date, today: date, size: int) -> Verdict:
    """A sample of at most two hundred, from a month that has begun."""
    if month.replace(day=1) > today:
        return no(_("Deze maand moet nog komen. Kies een eerdere maand."))
    if not 1 <= size <= LARGEST_SAMPLE:
        return no(_("Kies een aantal van 1 tot en met 200."))
    return YES


def month_of(day: date) -> tuple[datetime, datetime]:
    """From the first moment of the month up to that of the next."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return datetime.combine(first, time(), HERE), datetime.combine(following, time(), HERE)
