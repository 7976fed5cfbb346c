"""Dutch names: shown as the person uses them, sorted on the surname without its prefix."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Usage(StrEnum):
    """How someone uses the own surname and the partner's (aanduiding naamgebruik of the BRP)."""

    OWN = "E"
    PARTNER = "P"
    PARTNER_OWN = "V"
    OWN_PARTNER = "N"


@dataclass(frozen=True, slots=True)
class Surname:
    """`de Vries`: a prefix that does not count in the order, and the name itself."""

    name: str
    prefix: str = ""

    @property
    def full(self) -> str:
        return f"{self.prefix} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Name:
    """All given names, the own surname, and the partner's when it is used."""

    given: str
    own: Surname
    partner: Surname = Surname("")
    usage: Usage = Usage.OWN

    @property
    def surnames(self) -> tuple[Surname, ...]:
        """In the order in which they are used."""
        if not self.partner.name:
            return (self.own,)
        match self.usage:
            case Usage.PARTNER:
                return (self.partner,)
            case Usage.PARTNER_OWN:
                return (self.partner, self.own)
            case Usage.OWN_PARTNER:
                return (self.own, self.partner)
        return (self.own,)


def display_name(name: Name) -> str:
    """`Sandra de Vries-Bakker`: the first given name and the surname as it is used."""
    first, *others = [surname.full for surname in name.surnames if surname.name] or [""]
    return " ".join(part for part in (name.given.partition(" ")[0], "-".join([first, *others])) if part)


def sort_name(name: Name) -> str:
    """`vries sandra de`: comparable text without accents and capitals; the prefix comes last."""
    first = name.surnames[0]
    rest = " ".join(surname.full for surname in name.surnames[1:])
    return " ".join(part for part in (plain(first.name), plain(rest), plain(name.given), plain(first.prefix)) if part)


def plain(text: str) -> str:
    """Small letters without accents, other marks become a space: `d'Ávila` and `d avila` are alike."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(mark for mark in apart if not unicodedata.combining(mark))
    return " ".join("".join(mark if mark.isalnum() else " " for mark in letters).split())
