"""Doubles as their pages show them, for the data steward alone: what is equal, and what differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.core.paginator import Page, Paginator

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.access.roles import DATA_STEWARD
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.organisations.models import Organisation
from kring.oversight.doubles.models import Double, DoubleState
from kring.oversight.doubles.rules.weights import FIELDS, WEIGHED, WEIGHED_TITLE, heaviness, likeness
from kring.practice.households.rules.cascade import STEPS

ON_A_PAGE: Final = 25
SORTED_BY: Final[Mapping[str, str]] = {"name": "sort_name", "certainty": "certainty", "found_on": "found_on"}
TITLES: Final[Mapping[str, str]] = {step.code: step.title for step in STEPS} | {WEIGHED: WEIGHED_TITLE}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known of both."""

    code: str
    one: str
    other: str

    @property
    def is_equal(self) -> bool:
        return bool(self.one) and self.one == self.other

    @property
    def is_known(self) -> bool:
        """Of both: what only one of them has, does not differ."""
        return bool(self.one and self.other)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What one field says, in Dutch words that are translated where they are shown."""

    field: str
    likeness: str
    heaviness: str


@dataclass(frozen=True, slots=True)
class DoubleRow:
    """Two people. `found_by` ends the sentence: equal are …; in Dutch, for translation where it is shown."""

    double: Double
    facts: tuple[Fact, ...]
    weights: tuple[Weighing, ...]
    found_by: str

    @property
    def names(self) -> tuple[str, str]:
        return self.double.facts[0]["getoond"], self.double.facts[1]["getoond"]

    @property
    def state(self) -> DoubleState:
        return DoubleState(self.double.state)


@dataclass(frozen=True, slots=True)
class DoubleList:
    """A page of the list, and what a pager needs."""

    rows: tuple[DoubleRow, ...]
    page: "Page[Double]"


def towns(actor: Actor) -> tuple[tuple[UUID, str], ...]:
    """Where the actor is data steward."""
    mine = Organisation.objects.filter(id__in=actor.organisations(DATA_STEWARD.code)).order_by("name", "id")
    return tuple(mine.values_list("id", "name"))


def waiting_doubles(actor: Actor) -> int:
    """How many pairs wait for this data steward; nought for anybody else."""
    mine = actor.organisations(DATA_STEWARD.code)
    return Double.objects.filter(organisation__in=mine, state=DoubleState.OPEN).count() if mine else 0


def doubles(actor: Actor, search: str, order: str, page: str, *, decided: bool = False) -> DoubleList:
    """What waits, or what was decided. Every word of `search` stands in a name of one of the two."""
    found = Double.objects.filter(organisation__in=actor.organisations(DATA_STEWARD.code))
    found = found.exclude(state=DoubleState.OPEN) if decided else found.filter(state=DoubleState.OPEN)
    for word in search.split():
        found = found.filter(facts__icontains=word)
    column = SORTED_BY[order.removeprefix("-")]
    shown = Paginator(found.order_by(f"-{column}" if order.startswith("-") else column, "id"), ON_A_PAGE).get_page(page)
    rows = tuple(_row(one) for one in shown.object_list)
    people = {key for row in rows for key in (row.double.one_id, row.double.other_id)}
    note_read(Part.REGISTER, subjects=people, event=Event.SEARCH if search else Event.READ)
    return DoubleList(rows, shown)


def double(actor: Actor, ident: UUID) -> DoubleRow | None:
    mine = Double.objects.filter(organisation__in=actor.organisations(DATA_STEWARD.code))
    found = mine.filter(id=ident).first()
    if found is None:
        return None
    note_read(Part.REGISTER, subjects=[found.one_id, found.other_id])
    return _row(found)


def _row(found: Double) -> DoubleRow:
    one, other = found.facts
    facts = tuple(Fact(code, str(value), str(other.get(code, ""))) for code, value in one.items())
    weights = tuple(
        Weighing(FIELDS[each["field"]], likeness(each["field"], each["likeness"]), heaviness(each["bits"]))
        for each in found.weights
    )
    return DoubleRow(found, facts, weights, TITLES.get(found.step, ""))
