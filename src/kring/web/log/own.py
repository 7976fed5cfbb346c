"""Who looked in my data, or in those of a child whom I represent: same-day lines of one role together (BR-102).

Which lines there are is decided by the database: none of relatives, none about what is shielded while it is (BR-103).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, Grant
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event, LogLine
from kring.ground.audit.trail import note_read
from kring.ground.organisations.models import Organisation
from kring.ground.shared.period import HERE, day_of
from kring.practice.households.models import Person
from kring.web.log.words import BY_ITSELF, EMERGENCY, part_titles, role_title, why

MOST_LINES = 5000
"""More than a person can read; the page then asks for a shorter period."""


@dataclass(frozen=True, slots=True)
class About:
    """Somebody whose log this account may read."""

    subject: UUID
    name: str
    is_self: bool


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included."""

    since: date
    until: date

    @property
    def moments(self) -> tuple[datetime, datetime]:
        begin = datetime.combine(self.since, time(), HERE)
        return begin, datetime.combine(self.until + timedelta(days=1), time(), HERE)


@dataclass(frozen=True, slots=True)
class Look:
    """All that one role of one organisation did with these data on one day."""

    day: date
    organisation: str
    role: str
    why: str
    deeds: tuple[tuple[str, int], ...]
    parts: tuple[str, ...]
    first: datetime
    last: datetime
    is_emergency: bool


@dataclass(frozen=True, slots=True)
class OwnLog:
    """The looks of a period, the newest day first; `is_cut` when there were too many lines to show."""

    looks: tuple[Look, ...]
    is_cut: bool


class _Line(NamedTuple):
    at: datetime
    event: str
    organisation: UUID | None
    roles: list[str]
    parts: list[str]
    break_glass: bool
    ground: str

    @property
    def role(self) -> str:
        return EMERGENCY if self.break_glass else (self.roles or [BY_ITSELF])[0] if self.organisation else BY_ITSELF

    @property
    def group(self) -> tuple[date, str, str, str]:
        reason = self.ground if self.break_glass else ""
        return day_of(self.at), str(self.organisation or ""), self.role, reason


def people(actor: Actor) -> tuple[About, ...]:
    """Oneself first, then the children by name."""
    own = Account.objects.filter(id=actor.id).values_list("subject_id", flat=True).first()
    mine = Grant.objects.filter(account_id=actor.id, part=Part.ACCESS_LOG, max_level__gte=1, valid_from__lte=actor.at)
    keys = mine.exclude(valid_until__lte=actor.at).values("key")
    rows = Person.objects.filter(subject_id__in=keys).order_by("sort_name", "subject_id")
    found = [About(subject, name, subject == own) for subject, name in rows.values_list("subject_id", "display_name")]
    return tuple(sorted(found, key=lambda one: not one.is_self))


def own_log(subject: UUID, span: Span) -> OwnLog:
    """Of somebody out of `people`. Four statements in all, however much there is."""
    since, until = span.moments
    rows = LogLine.objects.filter(subjects__contains=[subject], at__gte=since, at__lt=until).order_by("-at", "-id")
    found = [_Line(*row) for row in rows.values_list(*_Line._fields)[: MOST_LINES + 1]]
    lines = sorted(found[:MOST_LINES], key=lambda line: line.group, reverse=True)
    named = Organisation.objects.filter(id__in={line.organisation for line in lines if line.organisation})
    names = {str(ident): name for ident, name in named.values_list("id", "name")}
    note_read(Part.ACCESS_LOG, subjects=[subject])
    looks = (_look(list(group), names) for _key, group in groupby(lines, key=lambda line: line.group))
    return OwnLog(tuple(sorted(looks, key=lambda look: look.last, reverse=True)), len(found) > MOST_LINES)


def _look(lines: list[_Line], names: dict[str, str]) -> Look:
    day, organisation, role, reason = lines[0].group
    moments = [line.at for line in lines]
    return Look(
        day=day,
        organisation=names.get(organisation, "Kring"),
        role=role_title(role),
        why=f"{why(role)} {reason}".strip(),
        deeds=_deeds(lines),
        parts=part_titles(part for line in lines for part in line.parts),
        first=min(moments),
        last=max(moments),
        is_emergency=role == EMERGENCY,
    )


def _deeds(lines: Iterable[_Line]) -> tuple[tuple[str, int], ...]:
    counts = Counter(line.event for line in lines)
    return tuple((str(event.label), counts[event]) for event in Event if counts[event])
