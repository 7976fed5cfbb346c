"""A move and a separation: several lines of who lives where at once, so that nobody is left in two homes by mistake."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from kring.ground.access.actor import Actor
from kring.practice.households.policy import may_write_homes
from kring.practice.households.queries.homes import Home, homes_of
from kring.practice.households.rules.homes import HomeSource, Living, Roof, as_lived, can_part
from kring.practice.households.services.stays import StayWords, Telling, add_stay, close_running


@dataclass(frozen=True, slots=True)
class Move:
    """Who goes to live where, all of the time, from which day."""

    subjects: Sequence[UUID]
    home: UUID | None
    label: str
    on: date


@dataclass(frozen=True, slots=True)
class Parting:
    """Who leaves, what both homes are called, and which children have two from then on."""

    leaver: UUID
    stays_label: str
    leaves_label: str
    children: Sequence[UUID]
    on: date
    days_stays: str = ""
    days_leaves: str = ""


def move(*, actor: Actor, dossier: UUID, moving: Move, told: Telling) -> UUID:
    """They leave where they lived and live there from that day. Returns the home."""
    may_write_homes(actor, dossier).enforce()
    home = moving.home or uuid4()
    close_running(actor=actor, dossier=dossier, subjects=moving.subjects, on=moving.on, also=[Living.SHARES])
    for subject in moving.subjects:
        words = StayWords(subject, home, moving.label, Living.LIVES, moving.on)
        add_stay(actor=actor, dossier=dossier, words=words, told=told)
    return home


def part(*, actor: Actor, dossier: UUID, parting: Parting, told: Telling) -> None:
    """One goes to a new home; the children have two; who stays, stays.

    A home that only the register knows becomes a told one beside it, for who stays there.
    """
    may_write_homes(actor, dossier).enforce()
    left = _left(actor, dossier, parting)
    dwellers = left.subjects if left else ()
    can_part(leaver_here=left is not None, dwellers=len(dwellers), children=len(parting.children)).enforce()
    assert left is not None
    is_told = left.source is HomeSource.TOLD
    here, there = left.key if is_told else uuid4(), uuid4()
    going = [parting.leaver, *parting.children]
    close_running(actor=actor, dossier=dossier, subjects=going, on=parting.on, also=())
    staying = [] if is_told else [one for one in dwellers if one not in going]
    label = left.label or parting.stays_label
    lines = [
        *(StayWords(one, here, label, Living.LIVES, parting.on) for one in staying),
        StayWords(parting.leaver, there, parting.leaves_label, Living.LIVES, parting.on),
        *(_shared(one, here, label, parting, parting.days_stays) for one in parting.children),
        *(_shared(one, there, parting.leaves_label, parting, parting.days_leaves) for one in parting.children),
    ]
    for words in lines:
        add_stay(actor=actor, dossier=dossier, words=words, told=told)


def _shared(child: UUID, home: UUID, label: str, parting: Parting, days: str) -> StayWords:
    return StayWords(child, home, label, Living.SHARES, parting.on, days=days)


def _left(actor: Actor, dossier: UUID, parting: Parting) -> Home | None:
    """The home that is left, with who lived there as a drawing would show it: what was told counts."""
    homes = homes_of(actor, dossier, parting.on)
    lived = as_lived([Roof(home.source, home.subjects) for home in homes])
    roof = next((one for one in lived if parting.leaver in one.dwellers), None)
    if roof is None:
        return None
    found = next(one for one in homes if one.source is roof.source and set(roof.dwellers) <= set(one.subjects))
    kept = tuple(one for one in found.members if one.subject in roof.dwellers)
    return Home(found.key, found.label, found.source, kept)
