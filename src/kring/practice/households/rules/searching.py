"""What somebody types to find a person: names as people write them, a birth date, a postcode with its number, a BSN."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.practice.households.rules.names import plain
from kring.practice.households.rules.spelling import PREFIXES, given_sound, letters, sound, surname_sounds

_BSN: Final = re.compile(r"(?<!\d)\d{9}(?!\d)")
_POSTCODE: Final = re.compile(r"(?<!\w)([1-9]\d{3})\s?([A-Za-z]{2})(?!\w)(?:\s+(\d{1,5})(?![\d-]))?")
_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_BETWEEN: Final = re.compile(r"[\s,;-]+")
_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


class Reason(Labelled):
    """By what a family was found; the label ends the sentence: found by …"""

    FAMILY = "family", _("de naam van het gezin")
    NAME = "name", _("de naam")
    SOUND = "sound", _("een naam die zo klinkt")
    BIRTH = "birth", _("de geboortedatum")
    ADDRESS = "address", _("het adres")
    BSN = "bsn", _("het burgerservicenummer")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was typed, and what it sounds like: as a word, a surname or a given name."""

    text: str
    sounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything must fit. Without anything nobody is found."""

    words: tuple[Word, ...] = ()
    born: date | None = None
    postcode: str = ""
    number: str = ""
    bsn: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.born or self.postcode or self.bsn)


def asked_in(text: str) -> Asked:
    """`meijer 12-03-1984`, `1781 AB 12`, `van den berg`. A BSN counts only by itself: it is looked up, not searched."""
    bare = text.strip()
    if _BSN.fullmatch(bare.replace(" ", "").replace(".", "")):
        return Asked(bsn=bare.replace(" ", "").replace(".", ""))
    rest, born = _taken_day(bare)
    found = _POSTCODE.search(rest)
    postcode, number = (found[1] + found[2].upper(), found[3] or "") if found else ("", "")
    rest = _POSTCODE.sub(" ", rest, count=1) if found else rest
    return Asked(_words(rest), born, postcode, number)


def sounds_of(names: Iterable[str], surnames: str) -> str:
    """What a person is found by besides the name as it is written: kept with the name."""
    words = [word for name in names for word in _split(name)]
    heard = {sound(word) for word in words} | {given_sound(word) for word in words} | set(surname_sounds(surnames))
    return " ".join(sorted(heard - {""}))


def _taken_day(text: str) -> tuple[str, date | None]:
    """The text without its date. A date that does not exist stays, and then nobody is found."""
    for pattern, order in ((_DAY, (3, 2, 1)), (_ISO, (1, 2, 3))):
        found = pattern.search(text)
        if found:
            year, month, day = (int(found[place]) for place in order)
            try:
                return pattern.sub(" ", text, count=1), date(year, month, day)
            except ValueError:
                return text, None
    return text, None


def _words(text: str) -> tuple[Word, ...]:
    """Prefixes only when there is nothing else."""
    all_words = [Word(word, _alternatives(word)) for part in _BETWEEN.split(text) for word in _written(part)]
    own = [word for word in all_words if word.text not in PREFIXES]
    return tuple(own or all_words)


def _written(part: str) -> list[str]:
    """A word with a figure in it stays as it is: it may stand in the name of a family."""
    return plain(part).split() if any(sign.isdigit() for sign in part) else _split(part)


def _alternatives(word: str) -> tuple[str, ...]:
    if len(word) < 3 or any(sign.isdigit() for sign in word):
        return ()
    return tuple(dict.fromkeys(one for one in (sound(word), given_sound(word), *surname_sounds(word)) if one))


def _split(text: str) -> list[str]:
    return letters(text).replace("-", " ").replace("/", " ").split()
