"""Reads Dutch as it is typed: where a sentence is long, who does something is left out, or a word is hard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from kring.plainly.words import PLAIN

LONGEST: Final = 20
"""Words in a sentence; above it readers of B1 lose the beginning."""
SENTENCE: Final = re.compile(r"(?<=[.!?…])[”\"’)]*\s+|\n+|(?<=[;:])\s*\n")
SHORT: Final = re.compile(
    r"\b(?:bijv|bv|nr|dr|mw|dhr|tel|o\.a|m\.b\.t|i\.v\.m|d\.w\.z|t\.a\.v|enz|ca|max|min)\.", re.IGNORECASE
)
WORD: Final = re.compile(r"[\w’'-]+")
DONE: Final = r"\w*ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w{2,}(?:d|t|en)"
PASSIVE: Final = re.compile(
    rf"\b(?:wordt|worden|werd|werden)\b(?:\W+[\w’'-]+){{0,8}}?\W+(?P<done>{DONE})\b", re.IGNORECASE
)
BY_SOMEBODY: Final = re.compile(r"\bdoor\b", re.IGNORECASE)
NO_DOING: Final = frozenset(
    [
        "geen",
        "gezin",
        "geld",
        "gezond",
        "gewoon",
        "gewend",
        "verder",
        "beter",
        "gesprekken",
        "gezinnen",
        "vergeten",
        "bekend",
        "bent",
        "gebieden",
    ]
)
"""Look like a participle and are none."""


class HintKind(StrEnum):
    LONG = auto()
    PASSIVE = auto()
    HARD_WORD = auto()


@dataclass(frozen=True, slots=True)
class Hint:
    """`about` is the beginning of the sentence, or the word; `instead` is the plain word."""

    kind: HintKind
    about: str
    instead: str = ""
    count: int = 0


def hints(text: str) -> tuple[Hint, ...]:
    """In the order of the text; the same hard word once."""
    found: dict[Hint, None] = {}
    for sentence in sentences(text):
        for hint in _of(sentence):
            found.setdefault(hint)
    return tuple(found)


def sentences(text: str) -> list[str]:
    whole = SHORT.sub(lambda found: found[0].replace(".", "·"), text)
    return [one.replace("·", ".").strip() for one in SENTENCE.split(whole) if one and one.strip()]


def _of(sentence: str) -> Iterator[Hint]:
    words = WORD.findall(sentence)
    if len(words) > LONGEST:
        yield Hint(HintKind.LONG, _beginning(words), count=len(words))
    passive = PASSIVE.search(sentence)
    if passive and passive["done"].casefold() not in NO_DOING and not BY_SOMEBODY.search(sentence):
        yield Hint(HintKind.PASSIVE, _beginning(words))
    for word in words:
        instead = PLAIN.get(word.casefold())
        if instead:
            yield Hint(HintKind.HARD_WORD, word.casefold(), instead)


def _beginning(words: list[str]) -> str:
    return " ".join(words[:5]) + (" …" if len(words) > 5 else "")
