"""One form for names as people write them: without prefixes and accents, and with one letter for what sounds alike.

What it makes is compared, never shown. Two names with one form need not be one name.
"""

import re
import unicodedata
from functools import cache
from typing import Final

PREFIXES: Final = frozenset({
    "van", "von", "de", "den", "der", "het", "t", "in", "ter", "ten", "te", "op", "aan", "bij", "uit", "onder",
    "over", "tot", "el", "al", "ait", "ould", "ben", "bint", "abu", "la", "le", "du", "des", "di", "da", "dos",
    "mc", "o", "d", "l", "s", "v", "vd", "vdr", "vh",
})  # fmt: skip
"""Words before a surname, whole or shortened; who writes a name leaves them out, or puts them elsewhere."""
FEWEST_LEFT: Final = 4
_GLUED: Final = re.compile(r"^(?:int|vanden|vander|vande|vant|van|den|der|ter|ten|de|el|al)(?=.{%d})" % FEWEST_LEFT)  # noqa: UP031  braces of the pattern
_APART: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ĳ": "ij"}
)
_AFTER_ONE: Final = re.compile(r"(?<=\b\w)['’]")
_BORN: Final = re.compile(r"\b(?:geboren|geb|e\s*/\s*v|echtgenote van|weduwe van)\b\.?")
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("uij|uy", "ui"),
        ("eij|ij|ei|ey|ie|y|j(?=$)", "i"),
        ("sch", "s"),
        ("ph", "f"),
        ("th|dt", "t"),
        ("ck|kh|q", "k"),
        ("ch|gh", "g"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("ks", "x"),
        ("z", "s"),
        ("ou", "au"),
        ("ae", "a"),
        ("d$", "t"),
        ("w", "v"),
    )
)
_DOUBLED: Final = re.compile(r"(.)\1+")
_SOFT: Final = str.maketrans({"d": "t", "b": "p", "v": "f", "j": "i", "h": None})
_ALONE: Final = str.maketrans("czywq", "ksivk")
_VOWELS: Final = re.compile(r"(?<=.)[aeiouy]")


def letters(text: str) -> str:
    """Small letters without accents; every other mark is a space, a hyphen stays."""
    apart = unicodedata.normalize("NFKD", _AFTER_ONE.sub(" ", text.casefold().translate(_APART)))
    bare = "".join(mark for mark in apart if not unicodedata.combining(mark) and mark not in "'’")
    return "".join(mark if mark.isalpha() or mark in "-/" else " " for mark in bare)


@cache
def surname_sounds(text: str) -> tuple[str, ...]:
    """`Bakker-de Vries` and `V.d. Vries` share a sound: every surname in the text by itself, in its order."""
    parts = re.split(r"[-/]", _BORN.sub("-", letters(text)))
    found = dict.fromkeys(sound for part in parts if (sound := _surname_sound(part.split())))
    return tuple(found)


def _surname_sound(words: list[str]) -> str:
    own = [word for word in words if word not in PREFIXES and len(word) > 1] or words
    return sound(_GLUED.sub("", "".join(own)))


@cache
def sound(word: str) -> str:
    """`Meyer`, `Meijer` and `Meier` sound alike; `Philipsen` is `filipsen`."""
    for pattern, one in _SOUNDS:
        word = pattern.sub(one, word)
    return _DOUBLED.sub(r"\1", word)


@cache
def given_sound(text: str) -> str:
    """The first given name as it sounds, by the name in the register; empty when only an initial is written."""
    first = _first(text)
    return "" if len(first) < 2 or _is_initials(text) else sound(NAMED_AFTER.get(first, first))


@cache
def frame(sounds: str) -> str:
    """Its beginning and its consonants: `Mohammed` and `Muhammad` have one frame."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", sounds).translate(_SOFT)) or sounds


@cache
def initials(text: str) -> tuple[str, ...]:
    """The first letter of the first given name, as it is written and as the register may have it: `Dirk`, Theodorus."""
    first = _first(text)
    whole = (first, NAMED_AFTER.get(first, first)) if len(first) > 1 and not _is_initials(text) else (first,)
    letters_of = (sound(name)[:1] if len(name) > 1 else name.translate(_ALONE) for name in whole if name)
    return tuple(dict.fromkeys(letters_of))


def _first(text: str) -> str:
    return (letters(text).replace("-", " ").split() or [""])[0]


def _is_initials(text: str) -> bool:
    """`J.P.`, `JP.` and `J P`: every word is one letter, or all are capitals with a point."""
    words = re.split(r"[\s.]+", text.strip().rstrip("."))
    return all(len(word) == 1 for word in words) or ("." in text and text.isupper() and len(text) <= 6)


def is_near(one: str, other: str) -> bool:
    """One letter was left out, added, changed, or changed places with its neighbour. Not for short words."""
    if one == other:
        return True
    if min(len(one), len(other)) < FEWEST_LEFT or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


NAMED_AFTER: Final = {
    short: whole
    for whole, shorts in {
        "johannes": "jan hans johan joop jo hannes joannes",
        "johanna": "jo annie hanneke jannie joke hanna anneke",
        "cornelis": "cor kees cees corneel",
        "cornelia": "corrie nel nelleke lia corry",
        "wilhelmina": "mien willy wil mina minke willemijn",
        "willem": "wim pim wilhelmus willy",
        "hendrik": "henk hein harry hendrikus henri",
        "hendrika": "rika riek henny",
        "petrus": "piet peter pieter",
        "gerardus": "gerard ger gerrit",
        "elisabeth": "els lies bep elly betty lisa betsy elizabeth",
        "maria": "marie ria mia marja riet",
        "adriana": "ada janny adrie",
        "adrianus": "ad aad adriaan janus",
        "antonius": "ton toon anton tonnie",
        "jacobus": "jaap koos jacob co",
        "theodorus": "theo dirk dorus",
        "margaretha": "greet gré margreet marga grietje",
        "catharina": "trees toos karin kaatje tineke rina",
        "franciscus": "frans",
        "nicolaas": "nico klaas niek",
        "mohammed": "mo mohamed muhammed mohammad muhammad",
        "abdelkader": "kader",
        "ibrahim": "ibo brahim",
    }.items()
    for short in shorts.split()
}
"""Names by which people go, with the name in the register. A few names only; what is not here is compared as it is."""
