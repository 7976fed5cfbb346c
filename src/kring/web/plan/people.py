"""Who can be chosen as the one who does something or gives a figure: everyone known in the plan, grouped by kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext as _

from kring.practice.circle.queries import Helper
from kring.practice.leads.policy import LEADING
from kring.practice.plans.models import DoerKind
from kring.practice.plans.queries import Party, WorkingPlan
from kring.web.family.frame import Frame

SEPARATOR = "|"
Groups = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Known:
    """Someone by name, with the band or function that goes with the name."""

    kind: DoerKind
    name: str
    function: str = ""
    full: str = ""
    """What somebody of the circle said of the own limit."""
    subject: UUID | None = None
    refusal: str = ""
    apart: tuple[str, ...] = ()
    """Of the circle: who it is, why nothing can be asked now, and with whom this person does not go together."""

    @property
    def value(self) -> str:
        return f"{self.kind.value}{SEPARATOR}{self.name}"

    @property
    def label(self) -> str:
        known = f"{self.name} ({self.function})" if self.function else self.name
        apart = gettext("niet samen met %(names)s") % {"names": ", ".join(self.apart)} if self.apart else ""
        said = "; ".join(part for part in (self.full, apart) if part)
        return f"{known}: {said}" if said else known


def known_people(
    frame: Frame, plan: WorkingPlan, parties: Iterable[Party], circle: Iterable[Helper] = ()
) -> tuple[Known, ...]:
    """Each once. A family member speaks for the own family only, so finds no one else to choose."""
    found = {
        one.value: one
        for one in reversed(
            [*_members(frame), *_of_circle(frame, tuple(circle)), *_doers(plan), *_professionals(parties)]
        )
    }
    people = sorted(found.values(), key=lambda one: list(DoerKind).index(one.kind))
    if frame.head.roles & LEADING:
        return tuple(people)
    return tuple(one for one in people if one.kind == DoerKind.FAMILY)


def grouped(people: Iterable[Known], frame: Frame) -> Groups:
    """For a list with groups; the first line asks to choose."""
    groups: dict[DoerKind, list[tuple[str, str]]] = {}
    for one in people:
        groups.setdefault(one.kind, []).append((one.value, one.label))
    named = [(str(frame.words.doer(kind)).capitalize(), choices) for kind, choices in groups.items()]
    return [("", [("", _("Kies een persoon"))]), *named]


def _members(frame: Frame) -> Iterable[Known]:
    return (Known(DoerKind.FAMILY, member.name, member.role) for member in frame.head.members if member.name)


def _of_circle(frame: Frame, circle: tuple[Helper, ...]) -> Iterable[Known]:
    names = {member.subject: member.name for member in frame.head.members} | {one.subject: one.name for one in circle}
    for one in circle:
        apart = tuple(sorted(names[other] for other in one.apart if names.get(other)))
        yield Known(DoerKind.NETWORK, one.name, one.relation, gettext(one.full), one.subject, one.refusal, apart)


def _doers(plan: WorkingPlan) -> Iterable[Known]:
    return (Known(action.kind, action.who, action.function) for action in plan.actions)


def _professionals(parties: Iterable[Party]) -> Iterable[Known]:
    return (Known(DoerKind.PROFESSIONAL, party.name, party.function) for party in parties)
