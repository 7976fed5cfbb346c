"""Who lives where, from one day to another, as it was told. A child of separated parents may have two homes.

What the register says stands beside it and is never changed by what somebody tells.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

SubjectT = TypeVar("SubjectT", bound=Hashable)
HomeT = TypeVar("HomeT", bound=Hashable)


class Living(Labelled):
    """How somebody lives in a home."""

    LIVES = "woont", _("woont hier")
    SHARES = "deelt", _("woont hier een deel van de tijd")
    FOSTER = "pleeg", _("woont hier in een pleeggezin")
    STAYS = "logeert", _("logeert hier")
    ELSEWHERE = "elders", _("verblijft hier tijdelijk")


def living_of(value: str) -> Living:
    return next(one for one in Living if one == value)


SETTLED = frozenset({Living.LIVES, Living.FOSTER})
"""Where one lives all of the time: at one place at once."""
PARTLY = frozenset({Living.SHARES, Living.STAYS})
"""Of which the days are worth knowing."""


class HomeSource(Labelled):
    """Where a home is known from."""

    REGISTER = "register", _("volgens het bevolkingsregister")
    TOLD = "verteld", _("verteld")


@dataclass(frozen=True, slots=True)
class Spell(Generic[HomeT]):
    """One person in one home, from a day until (not on) another."""

    home: HomeT
    living: Living
    start: date
    end: date | None = None

    def overlaps(self, other: "Spell[HomeT]") -> bool:
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)


def can_live(spell: Spell[HomeT], others: Iterable[Spell[HomeT]]) -> Verdict:
    """Beside what is written down of the same person already."""
    if spell.end is not None and spell.end <= spell.start:
        return no(_("De laatste dag ligt voor de eerste. Kijk de datums na."))
    for other in others:
        if not spell.overlaps(other):
            continue
        if other.home == spell.home:
            return no(_("Deze persoon staat in deze tijd al bij dit huis. Verbeter of beëindig wat er staat."))
        if spell.living in SETTLED and other.living in SETTLED | {Living.SHARES}:
            return no(_ELSEWHERE)
        if spell.living is Living.SHARES and other.living in SETTLED:
            return no(_ELSEWHERE)
    return YES


_ELSEWHERE = _(
    "Deze persoon woont in deze tijd al ergens anders. Kies verhuizen, of kies bij beide huizen: een deel van de tijd."
)


def can_tell(told_by: str, told_on: date, today: date) -> Verdict:
    """What is written down says who told it, and when."""
    if not told_by.strip():
        return no(_("Schrijf op wie dit vertelde."))
    if told_on > today:
        return no(_("De dag waarop dit verteld is, is nog niet geweest."))
    return YES


def can_part(*, leaver_here: bool, dwellers: int, children: int) -> Verdict:
    """A separation: one leaves a home where others stay; the children may get two."""
    if not leaver_here:
        return no(_("Wie weggaat, woont niet in dit huis. Kies iemand die er woont."))
    if dwellers < 2:
        return no(_("Hier woont niemand anders. Kies dan verhuizen."))
    if children > dwellers - 2:
        return no(_("Er blijft niemand over die hier de hele tijd woont. Kies minder kinderen."))
    return YES


@dataclass(frozen=True, slots=True)
class Roof(Generic[SubjectT]):
    """Who live under one roof, by which source."""

    source: HomeSource
    dwellers: tuple[SubjectT, ...]


def as_lived(roofs: Iterable[Roof[SubjectT]]) -> tuple[Roof[SubjectT], ...]:
    """For a drawing: of whom something is told, that counts; a home of the register keeps who is left."""
    found = tuple(roofs)
    told = {one for roof in found if roof.source is HomeSource.TOLD for one in roof.dwellers}
    left = (
        roof
        if roof.source is HomeSource.TOLD
        else replace(roof, dwellers=tuple(one for one in roof.dwellers if one not in told))
        for roof in found
    )
    return tuple(roof for roof in left if roof.dwellers)
