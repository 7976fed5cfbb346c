"""Who must answer a question, what each said last, and who has authority over a child."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.practice.consents.models import Spoken
from kring.practice.consents.rules.help import Capacity, Said, Voice
from kring.practice.households.models import Authority, AuthorityKind, Person


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody who must answer. `is_reader`: the account that reads may answer here."""

    person: UUID | None
    name: str
    capacity: Capacity
    said: Said
    on: date
    is_reader: bool

    @property
    def voice(self) -> Voice:
        return Voice(self.name, self.capacity, self.said)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has authority over a child; without `person` a guardian of whom we hold no data."""

    person: UUID | None
    name: str


def holders_of(child: UUID, today: date) -> tuple[Holder, ...]:
    """Everybody with authority now, each once."""
    rows = Authority.objects.filter(subject=child).exclude(ended_on__lte=today).order_by("checked_on", "id")
    held = [row for row in rows if row.kind not in {AuthorityKind.NOBODY, AuthorityKind.UNDETERMINED}]
    people = {row.holder_id for row in held if row.holder_id}
    names = dict(Person.objects.filter(subject__in=people).values_list("subject_id", "display_name"))
    found = {row.holder_id: Holder(row.holder_id, _name(row, names)) for row in held}
    return tuple(found.values())


def _name(row: Authority, names: dict[UUID, str]) -> str:
    known = names.get(row.holder_id, "") if row.holder_id else ""
    return known or str(AuthorityKind(row.kind).label)


def last_said(said: Iterable[Spoken], reader: UUID | None) -> tuple[Answered, ...]:
    """What each said last, in the order in which they were asked."""
    found: dict[tuple[UUID | None, str], Answered] = {}
    for row in said:
        found[row.person_id, row.name] = Answered(
            row.person_id,
            row.name,
            next(one for one in Capacity if one == row.capacity),
            next(one for one in Said if one == row.said),
            row.said_on,
            is_reader=reader is not None and row.person_id == reader,
        )
    return tuple(found.values())
