"""Who lives where, as the family told it: two homes after a separation, and a child with its grandparents."""

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from kring.demo.data import read
from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.demo.story.dossiers import writer
from kring.ground.access.actor import Actor
from kring.practice.households.models import AuthorityKind
from kring.practice.households.rules.authority import Found
from kring.practice.households.rules.homes import living_of
from kring.practice.households.services import (
    AuthorityWords,
    StayWords,
    Telling,
    add_stay,
    check_authority,
    tell_authority,
)


def tell(cast: Cast, family: Family, dossier: UUID) -> None:
    """Written down by whoever writes for the family; most families live as the register says."""
    given = read("homes").get(family.id)
    if given is None:
        return
    with cast.on(date.fromisoformat(given["on"]), writer(family), "homes_told") as actor:
        for line in given["lines"]:
            words, told = _stay(cast, dossier, line), Telling(given["told_by"], actor.today)
            add_stay(actor=actor, dossier=dossier, words=words, told=told)
    for line in given["authority"]:
        with cast.on(date.fromisoformat(line[4]), writer(family), "authority_told") as actor:
            _authority(cast, actor, dossier, line)


def _stay(cast: Cast, dossier: UUID, line: list[str]) -> StayWords:
    """A home has the same key in every line that names it."""
    who, label, living, since, days, *until = line
    end = cast.days.iso(until[0]) if until else None
    home = uuid5(dossier, label)
    return StayWords(cast.subjects[who], home, label, living_of(living), cast.days.iso(since), end, days)


def _authority(cast: Cast, actor: Actor, dossier: UUID, line: list[Any]) -> None:
    child, holder, kind, told_by, _day, found = line
    words = AuthorityWords(cast.subjects[child], holder, AuthorityKind(kind))
    row = tell_authority(actor=actor, dossier=dossier, words=words, told=Telling(told_by, actor.today))
    check_authority(actor=actor, told=row, found=next(one for one in Found if one == found), on=actor.today)
