"""Word lists of a municipality (handbook §3.4): the start set is declared, what was changed stands in dated rows.

A word that was used is never gone: it is renamed, or it is no longer offered.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

LONGEST_WORD = 120


@dataclass(frozen=True, slots=True)
class StartWord:
    """A word that comes with the installation. What is stored is its code; people read its label."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class WordList:
    """A list with the words it begins with, and one sentence on where it is used."""

    code: str
    title: str
    meaning: str
    start: tuple[StartWord, ...]

    def label(self, code: str) -> str:
        """As it came with the installation; a code that nobody knows any more stands for itself."""
        return next((word.label for word in self.start if word.code == code), code)


@dataclass(frozen=True, slots=True)
class WordRow:
    """What a word was from one moment to another."""

    code: str
    label: str
    place: int
    is_used: bool
    started_at: datetime
    ended_at: datetime | None

    def holds(self, at: datetime) -> bool:
        return self.started_at <= at and (self.ended_at is None or at < self.ended_at)


@dataclass(frozen=True, slots=True)
class WordNow:
    """A word as it is now. `ends_at` is the moment from which it is no longer offered, when that is still to come."""

    code: str
    label: str
    place: int
    is_used: bool
    ends_at: datetime | None = None
    changed_at: datetime | None = None


_declared: dict[str, WordList] = {}
LISTS: Mapping[str, WordList] = MappingProxyType(_declared)
"""Every word list of the product: one without a use is not declared."""


def declare_list(words: WordList) -> WordList:
    """By the domain that uses it, once."""
    if words.code in _declared:
        raise ValueError(f"Woordenlijst {words.code} is al opgegeven.")
    _declared[words.code] = words
    return words


def merged(words: WordList, rows: Iterable[WordRow], at: datetime) -> tuple[WordNow, ...]:
    """The list as it is at this moment: in its order, and last what is no longer offered."""
    found = {word.code: WordNow(word.code, word.label, place, True) for place, word in enumerate(words.start, 1)}
    by_code: dict[str, list[WordRow]] = {}
    for row in rows:
        by_code.setdefault(row.code, []).append(row)
    for code, changes in by_code.items():
        now = next((row for row in changes if row.holds(at)), None)
        if now is not None:
            ends = next((row.started_at for row in changes if row.started_at > at and not row.is_used), None)
            found[code] = WordNow(code, now.label, now.place, now.is_used, ends, now.started_at)
    return tuple(sorted(found.values(), key=lambda word: (not word.is_used, word.place, word.label)))


def can_call(words: Sequence[WordNow], label: str, *, code: str = "") -> Verdict:
    """A new word, or another name for the word `code`: something to read, and not the name of another."""
    name = label.strip()
    if not name:
        return no(_("Schrijf het woord op."))
    if len(name) > LONGEST_WORD:
        return no(_("Dit is te lang: hoogstens 120 tekens."))
    if any(word.label.casefold() == name.casefold() and word.code != code for word in words):
        return no(_("Dit woord staat al in de lijst. Geef het een andere naam, of neem het weer in gebruik."))
    return YES


def can_retire(words: Sequence[WordNow], code: str, on: date, today: date) -> Verdict:
    """From today or later; a list keeps at least one word to choose."""
    if on < today:
        return no(_("Deze dag is al voorbij. Kies vandaag of later."))
    if not any(word.is_used and word.ends_at is None and word.code != code for word in words):
        return no(_("Dit is het laatste woord van de lijst. Voeg eerst een ander toe."))
    return YES


def can_offer_again(word: WordNow) -> Verdict:
    if word.is_used and word.ends_at is None:
        return no(_("Dit woord is in gebruik."))
    return YES


def reordered(words: Sequence[WordNow], code: str, place: int) -> tuple[str, ...]:
    """The codes that are offered, with this one at that place, counted from 1."""
    others = [word.code for word in words if word.is_used and word.code != code]
    at = max(0, min(place - 1, len(others)))
    return (*others[:at], code, *others[at:])


def free_code(wanted: str, taken: Collection[str]) -> str:
    """What a new word is stored as: its own letters, with a number where another has them."""
    code, number = wanted, 2
    while code in taken:
        code, number = f"{wanted}-{number}", number + 1
    return code
