"""Lists as they are read: by number, rule and day. What a line is about is no part of it."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.access.roles import ADMINISTRATOR
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.organisations.models import Organisation
from kring.oversight.retention.models import (
    DestructionLine,
    DestructionList,
    DestructionRecord,
    LineState,
    ListState,
)
from kring.oversight.retention.policy import READERS, may_decide
from kring.oversight.retention.rules.lists import MAY_BE_KEPT, ON_REQUEST, OPEN

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list on the overview, with how many lines it has and how many of them are gone."""

    made: DestructionList
    town: str
    lines: int
    done: int

    @property
    def state(self) -> str:
        return str(ListState(self.made.state).label)


@dataclass(frozen=True, slots=True)
class Town:
    """Where the actor may have a list drawn up, and whether one is open."""

    id: UUID
    name: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Overview:
    rows: tuple[ListRow, ...]
    page: Page[DestructionList]
    towns: tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line, and whether it may be kept longer now."""

    line: DestructionLine
    list_state: str

    @property
    def may_be_kept(self) -> bool:
        undecided = self.line.state in {LineState.PROPOSED, LineState.BLOCKED, LineState.APPROVED}
        return self.list_state in MAY_BE_KEPT and undecided and self.line.category != ON_REQUEST

    @property
    def kind(self) -> str:
        return str(self.line.get_kind_display())

    @property
    def state(self) -> str:
        return str(LineState(self.line.state).label)


@dataclass(frozen=True, slots=True)
class OneList:
    """A list with a page of its lines. `may_decide`: the actor is its archivist."""

    made: DestructionList
    lines: tuple[LineRow, ...]
    page: Page[DestructionLine] | None
    counts: Counter[str]
    may_decide: bool
    is_drawn_by_actor: bool
    record: DestructionRecord | None

    @property
    def state(self) -> str:
        return str(ListState(self.made.state).label)

    @property
    def may_approve(self) -> bool:
        waits = self.made.state == ListState.DRAWN and self.counts[LineState.PROPOSED] > 0
        return self.may_decide and waits and not self.is_drawn_by_actor

    @property
    def may_carry_out(self) -> bool:
        return self.may_decide and self.made.state == ListState.APPROVED and self.counts[LineState.APPROVED] > 0

    @property
    def people(self) -> int:
        """In the lines that would go."""
        return self.counts["people"]


def overview(actor: Actor, number: str) -> Overview:
    """Newest first, of the municipalities in which the actor reads lists."""
    mine = actor.organisations(*(role.code for role in READERS))
    found = DestructionList.objects.filter(organisation_id__in=mine).select_related("organisation")
    page = Paginator(found.order_by("-drawn_at", "-number"), PER_PAGE).get_page(number)
    made = list(page.object_list)
    lines = DestructionLine.objects.filter(list__in=made).values_list("list_id", "state")
    counted = Counter(lines)
    note_read(Part.RETENTION)
    rows = tuple(_row(one, counted) for one in made)
    return Overview(rows, page, _towns(actor))


def list_of(actor: Actor, made: UUID, number: str = "1", *, whole: bool = False) -> OneList | None:
    """One page of its lines, or with `whole` all of them, to take along as a file."""
    found = DestructionList.objects.select_related("organisation").filter(id=made).first()
    if found is None:
        return None
    lines = DestructionLine.objects.filter(list=found).order_by("number")
    page = None if whole else Paginator(lines, PER_PAGE).get_page(number)
    note_read(Part.RETENTION, event=Event.EXPORT if whole else Event.READ)
    rows = lines if page is None else page.object_list
    return OneList(
        found,
        tuple(LineRow(one, found.state) for one in rows),
        page,
        _counts(found),
        bool(may_decide(actor, found.organisation_id)),
        found.drawn_by == actor.id,
        DestructionRecord.objects.filter(list=found).first(),
    )


def line_of(line: UUID) -> DestructionLine | None:
    note_read(Part.RETENTION)
    return DestructionLine.objects.select_related("list").filter(id=line).first()


def _row(one: DestructionList, counted: Counter[tuple[UUID, str]]) -> ListRow:
    lines = sum(number for (made, _state), number in counted.items() if made == one.id)
    return ListRow(one, one.organisation.name, lines, counted[one.id, LineState.DONE])


def _counts(made: DestructionList) -> Counter[str]:
    """Lines by state, and the people in those that would go."""
    counted: Counter[str] = Counter()
    for state, people in DestructionLine.objects.filter(list=made).values_list("state", "people"):
        counted[state] += 1
        if state in {LineState.PROPOSED, LineState.APPROVED}:
            counted["people"] += people
    return counted


def _towns(actor: Actor) -> tuple[Town, ...]:
    mine = actor.organisations(ADMINISTRATOR.code)
    if not mine:
        return ()
    waiting = set(
        DestructionList.objects.filter(organisation_id__in=mine, on_request=False, state__in=OPEN).values_list(
            "organisation_id", flat=True
        )
    )
    towns = Organisation.objects.filter(id__in=mine).order_by("name", "id").values_list("id", "name")
    return tuple(Town(key, name, key in waiting) for key, name in towns)
