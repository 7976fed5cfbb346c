"""Of whom the reader of these pages writes, and whose name stands beside a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from kring.practice.circle.policy import Keeping, keeping
from kring.web.family.frame import Frame, frame
from kring.web.kit.request import PageRequest


@dataclass(frozen=True, slots=True)
class Round:
    """The dossier as these pages need it. `people`: the members of whom this reader writes."""

    frame: Frame
    keeping: Keeping
    people: tuple[tuple[UUID, str], ...]
    names: Mapping[UUID, str]

    @property
    def may_write(self) -> bool:
        return self.keeping.whole

    @property
    def teller(self) -> str:
        """A member of the family tells it itself; a professional writes down who did."""
        return self.frame.head.reader if self.frame.head.is_family else ""

    def of(self, subject: UUID | None) -> str:
        return self.names.get(subject, "") if subject else ""

    def may_change(self, subject: UUID | None) -> bool:
        return self.keeping.whole and (subject is None or subject in self.keeping.members)


def round_of(request: PageRequest, dossier: UUID, current: str) -> Round:
    """Not there for who sees only the name of the dossier."""
    around = frame(request, dossier, current)
    if not around.head.sees_plan:
        raise Http404
    members = {member.subject: member.name for member in around.head.members if member.name}
    kept = keeping(request.actor, dossier, members)
    people = tuple((subject, name) for subject, name in members.items() if subject in kept.members)
    return Round(around, kept, people, members)
