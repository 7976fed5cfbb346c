"""What a household and its people are called: under a pseudonym while in a study, by their names once named."""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final
from uuid import UUID

ALPHABET: Final = "23456789BCDFGHJKLMNPQRSTVWXYZ"
"""No vowels, so that no word comes out; no 0, 1, I or O, so that it can be read aloud."""
GROUP: Final = 5
ADULT: Final = 18


def pseudonym(key: bytes, study: UUID, household: UUID) -> str:
    """`K7QFM-29PDR`: the same within one study, another in the next, and no way back without the key."""
    value = int.from_bytes(hmac.digest(key, study.bytes + household.bytes, sha256))
    letters = []
    for _place in range(2 * GROUP):
        value, left = divmod(value, len(ALPHABET))
        letters.append(ALPHABET[left])
    return f"{''.join(letters[:GROUP])}-{''.join(letters[GROUP:])}"


def is_child(birth_year: int | None, day: date) -> bool:
    """By year only, for that is all a study knows: who turns 18 this year is an adult."""
    return birth_year is not None and day.year - birth_year < ADULT


def called(birth_years: Iterable[tuple[str, int | None]], day: date) -> dict[str, str]:
    """Each person, given in a fixed order, as "volwassene 1" or "kind 2"; whose age nobody knows is a "persoon"."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for person, year in birth_years:
        word = "persoon" if year is None else "kind" if is_child(year, day) else "volwassene"
        counts[word] = counts.get(word, 0) + 1
        names[person] = f"{word} {counts[word]}"
    return names


@dataclass(frozen=True, slots=True)
class NamedMember:
    """Someone of a household that is being named. `family_name` is with its prefix: "van der Laan"."""

    subject: UUID
    display_name: str
    family_name: str = ""
    birth_year: int | None = None
    sex: str = ""
    is_parent: bool = False
    is_child: bool = False
    is_grandparent: bool = False


def family_role(member: NamedMember, day: date) -> str:
    """A word for someone's place in the family, from ties and not from guesses."""
    if member.is_grandparent:
        return {"V": "grootmoeder", "M": "grootvader"}.get(member.sex, "grootouder")
    if member.is_parent:
        return {"V": "moeder", "M": "vader"}.get(member.sex, "ouder")
    if member.is_child or is_child(member.birth_year, day):
        return "kind"
    return "volwassene"


def household_label(members: Sequence[NamedMember]) -> str:
    """The name of the dossier: one person's own name, or the surnames of its adults, two at most.

    Who is both child and parent, in a house of three generations, is one of the adults.
    """
    if len(members) == 1:
        return members[0].display_name
    adults = [member for member in members if member.is_parent or not member.is_child] or list(members)
    names = list(dict.fromkeys(_capital(member.family_name or member.display_name) for member in adults))
    return f"Huishouden {' – '.join(names[:2])}"[:120]


def _capital(name: str) -> str:
    """ "van der Laan" without a first name before it: "Van der Laan"."""
    return name[:1].upper() + name[1:]
