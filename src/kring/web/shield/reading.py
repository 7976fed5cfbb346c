"""What the pages about a shield show, put together from what is watched over."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.roles import SAFEGUARDING
from kring.ground.access.services import Reader, named_readers
from kring.ground.audit.trail import call_it
from kring.ground.shared.levels import Level
from kring.practice.households.reaching import Reach, reach_of
from kring.practice.households.watching import Watched, WatchedMember, watched_family

TRAIL = "family.family"


@dataclass(frozen=True, slots=True)
class MemberRows:
    """A member with all that is known of where he or she is; what this reader may not read has no words."""

    member: WatchedMember
    rows: tuple[Reach, ...]


@dataclass(frozen=True, slots=True)
class NamedLine:
    """Somebody who reads by name; `about` is whom it is about, in words."""

    reader: Reader
    about: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Shield:
    """One dossier as its shield is watched over. `is_officer`: the reader may lower, and comes without the dossier."""

    watched: Watched
    members: tuple[MemberRows, ...]
    readers: tuple[NamedLine, ...]
    is_officer: bool

    def row(self, ident: UUID) -> tuple[WatchedMember, Reach]:
        """404 for what is not of this dossier, or not there any more."""
        for one in self.members:
            for row in one.rows:
                if row.id == ident:
                    return one.member, row
        raise Http404

    @property
    def rows(self) -> tuple[Reach, ...]:
        return tuple(row for one in self.members for row in one.rows)

    @property
    def rows_to_lower(self) -> list[tuple[UUID, str]]:
        """Not what the register keeps secret: that stays until the register says otherwise."""
        told = _("%(what)s van %(name)s")
        return [
            (row.id, told % {"what": row.title, "name": one.member.name})
            for one in self.members
            for row in one.rows
            if row.is_shielded and not row.by_register
        ]

    @property
    def people(self) -> list[tuple[UUID, str]]:
        return [(one.member.subject, one.member.name) for one in self.members]

    @property
    def shielded_people(self) -> list[UUID]:
        return [one.member.subject for one in self.members if one.member.shield >= Level.PROTECTED]


def shield_of(actor: Actor, dossier: UUID) -> Shield:
    """404 for who neither leads it nor watches over its shield. Its name in the log would tell of it (BR-103)."""
    call_it(TRAIL)
    watched = watched_family(dossier)
    if watched is None:
        raise Http404
    found, members = watched
    reach = reach_of(actor, dossier, [one.subject for one in members])
    names = {one.subject: one.name for one in members}
    readers = named_readers(actor=actor, dossier=found.dossier)
    return Shield(
        found,
        tuple(MemberRows(one, reach[one.subject]) for one in members),
        tuple(NamedLine(one, _about(one, names), one.review_on <= actor.today) for one in readers),
        actor.has_role(SAFEGUARDING.code, found.controller),
    )


def _about(reader: Reader, names: dict[UUID, str]) -> str:
    return names.get(reader.subject, "") if reader.subject else _("iedereen in dit dossier")
