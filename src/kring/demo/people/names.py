"""Names to draw from, as varied as a Dutch town is. In a surname the prefix stands before the bar."""

from kring.demo.chance import Chance
from kring.demo.data import read
from kring.demo.model import Name

_NAMES: dict[str, list[str]] = read("names")


def surname(chance: Chance) -> tuple[str, str]:
    """A surname and its prefix, if it has one."""
    prefix, _bar, name = chance.one(_NAMES["surnames"]).rpartition("|")
    return name, prefix


def given(chance: Chance, sex: str) -> str:
    return chance.one(_NAMES["women" if sex == "V" else "men"])


def full_name(chance: Chance) -> str:
    """Someone who is only a name in this world: a professional."""
    first = given(chance, "V" if chance.happens(68) else "M")
    return Name(first, *surname(chance)).full
