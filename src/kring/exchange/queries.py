"""Deliveries as their pages show them: numbers, states and reports without persons; and the review list, with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Q, When

from kring.exchange.findings import Severity
from kring.exchange.models import Delivery, DeliveryKind, DeliveryLine, DeliveryState, ReviewItem, ReviewState
from kring.exchange.policy import may_review
from kring.ground.access.actor import SYSTEM_ID, Actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.access.roles import ADMINISTRATOR, DATA_STEWARD
from kring.ground.audit.trail import note_read
from kring.ground.organisations.models import Organisation, OrganisationKind

ON_A_PAGE: Final = 25
LINES_ON_A_PAGE: Final = 50
SORTED_BY: Final = {
    "number": "number",
    "kind": "kind",
    "brought_at": "brought_at",
    "rows": "rows",
    "to_review": "to_review",
    "refused": "refused",
}


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One delivery in numbers. `brought_by` is empty when it came from the command line."""

    id: UUID
    number: int
    municipality: str
    kind: DeliveryKind
    state: DeliveryState
    file_name: str
    brought_at: datetime
    brought_by: str
    done_at: datetime | None
    rows: int
    created: int
    changed: int
    unchanged: int
    to_review: int
    refused: int

    @property
    def is_busy(self) -> bool:
        return self.state in {DeliveryState.WAITING, DeliveryState.UNDOING}

    @property
    def can_be_undone(self) -> bool:
        return self.state is DeliveryState.DONE


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """A page of the list."""

    rows: tuple[DeliveryRow, ...]
    page: "Page[Delivery]"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What, where, why and what to do; never about whom. `line` is None when it is about the file as a whole."""

    file_name: str
    line: int | None
    field: str
    severity: Severity
    what: str
    why: str
    todo: str


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """A delivery with a page of its report: what was refused comes first."""

    delivery: DeliveryRow
    lines: tuple[ReportLine, ...]
    page: "Page[DeliveryLine]"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone whom a row may be about."""

    subject: UUID
    name: str
    born: str
    address: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row that waits for a decision, with what it says and whom it may be about."""

    id: UUID
    delivery: int
    kind: DeliveryKind
    line: int | None
    reason: str
    facts: Mapping[str, str]
    candidates: tuple[Candidate, ...]


def municipalities(actor: Actor) -> tuple[tuple[UUID, str], ...]:
    """For which the actor may bring deliveries."""
    mine = actor.organisations(ADMINISTRATOR.code, DATA_STEWARD.code)
    towns = Organisation.objects.filter(id__in=mine, kind=OrganisationKind.MUNICIPALITY).order_by("name")
    return tuple(towns.values_list("id", "name"))


def reviews_for(actor: Actor) -> frozenset[UUID]:
    """The municipalities of whose review list the actor is data steward."""
    return frozenset(one for one in actor.organisations(DATA_STEWARD.code) if may_review(actor, one))


def waiting_reviews(actor: Actor) -> int:
    """How many rows wait for this data steward; nought for anybody else."""
    mine = reviews_for(actor)
    return ReviewItem.objects.filter(state=ReviewState.OPEN, organisation__in=mine).count() if mine else 0


def deliveries(search: str, order: str, page: str) -> DeliveryPage:
    """Those the reader may see. `order` is a key of SORTED_BY, with a minus for descending. Three queries."""
    found = Delivery.objects.select_related("organisation")
    for word in search.split():
        found = found.filter(_mentions(word))
    column = SORTED_BY[order.removeprefix("-")]
    ordered = found.order_by(f"-{column}" if order.startswith("-") else column, "-number")
    shown = Paginator(ordered, ON_A_PAGE).get_page(page)
    return DeliveryPage(_rows(shown.object_list), shown)


def delivery(ident: UUID, page: str) -> DeliveryView | None:
    """None for who may not see it. What was refused comes first in the report, then what needs attention."""
    found = Delivery.objects.select_related("organisation").filter(id=ident).first()
    if found is None:
        return None
    heavy = [When(severity=severity.value, then=place) for place, severity in enumerate(Severity)]
    weight = Case(*heavy, default=len(Severity), output_field=IntegerField())
    report = Paginator(found.lines.order_by(weight, "line", "id"), LINES_ON_A_PAGE).get_page(page)
    return DeliveryView(_rows([found])[0], tuple(_line(each) for each in report.object_list), report)


def reviews(actor: Actor) -> tuple[ReviewRow, ...]:
    """Every row that waits for the data steward, the oldest delivery first."""
    items = ReviewItem.objects.filter(state=ReviewState.OPEN, organisation__in=reviews_for(actor))
    found = tuple(_review(item) for item in items.select_related("delivery").order_by("delivery__number", "line", "id"))
    if found:
        note_read(Part.REGISTER, subjects={each.subject for row in found for each in row.candidates})
    return found


def review(actor: Actor, ident: UUID) -> tuple[ReviewItem, ReviewRow] | None:
    """One row that waits; None when it is decided, or somebody else's."""
    items = ReviewItem.objects.filter(id=ident, state=ReviewState.OPEN, organisation__in=reviews_for(actor))
    item = items.select_related("delivery").first()
    if item is None:
        return None
    row = _review(item)
    note_read(Part.REGISTER, subjects=[each.subject for each in row.candidates])
    return item, row


def _mentions(word: str) -> Q:
    """In its number, the name of its file, or the words for its kind and state."""
    kinds = [kind for kind, label in DeliveryKind.choices if word.casefold() in str(label).casefold()]
    states = [state for state, label in DeliveryState.choices if word.casefold() in str(label).casefold()]
    found = Q(file_name__icontains=word) | Q(kind__in=kinds) | Q(state__in=states)
    return found | Q(number=int(word)) if word.isascii() and word.isdigit() and len(word) < 19 else found


def _rows(found: Iterable[Delivery]) -> tuple[DeliveryRow, ...]:
    shown = list(found)
    names = Account.objects.filter(id__in={each.brought_by for each in shown}).exclude(id=SYSTEM_ID)
    by_account = dict(names.values_list("id", "display_name"))
    return tuple(_row(each, by_account.get(each.brought_by, "")) for each in shown)


def _row(found: Delivery, brought_by: str) -> DeliveryRow:
    return DeliveryRow(
        id=found.id,
        number=found.number,
        municipality=found.organisation.name,
        kind=DeliveryKind(found.kind),
        state=DeliveryState(found.state),
        file_name=found.file_name,
        brought_at=found.brought_at,
        brought_by=brought_by,
        done_at=found.done_at,
        rows=found.rows,
        created=found.created,
        changed=found.changed,
        unchanged=found.unchanged,
        to_review=found.to_review,
        refused=found.refused,
    )


def _line(found: DeliveryLine) -> ReportLine:
    severity = Severity(found.severity)
    return ReportLine(found.file_name, found.line, found.field, severity, found.what, found.why, found.todo)


def _review(item: ReviewItem) -> ReviewRow:
    shown = {name: str(value) for name, value in item.row.items() if not name.startswith("_") and value}
    people = tuple(
        Candidate(UUID(each["subject"]), each["naam"], each["geboren"], each["adres"]) for each in item.candidates
    )
    kind = DeliveryKind(item.delivery.kind)
    return ReviewRow(item.id, item.delivery.number, kind, item.line, item.reason, shown, people)
