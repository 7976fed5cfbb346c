"""The help of one dossier for one viewer: each law's part only with its ground, and nothing that shows the rest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject
from kring.ground.access.parts import Law, Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.shared.aside import rows_aside
from kring.ground.shared.prepared import Prepared
from kring.practice.care.models import Helper, Provision, ProvisionCost, ProvisionState
from kring.practice.care.policy import may_see_care
from kring.practice.care.queries.answers import Said, SaidRow, help_answers, said
from kring.practice.care.queries.grounds import LawGround, grounds_of
from kring.practice.care.queries.rows import CareRow, last_day
from kring.practice.care.queries.told import Told, ToldRow, told_helps, told_of
from kring.practice.care.rules.help import DAY, Cost, CostState, Help, effective
from kring.practice.care.rules.marks import Working, gaps, overlaps, same_work
from kring.practice.care.rules.stack import Stack, stack_of
from kring.practice.care.visibility import LAW_OF, OpenLaws, open_laws
from kring.practice.households.models import Person

PRICE = JSONObject(state=F("state"), per_year=F("cents_per_year"), once=F("cents_once"), declared=F("cents_declared"))
Helpers = dict[UUID, tuple[tuple[str, str], ...]]
"""By provision: their names and functions."""


class _Price(TypedDict):
    state: str
    per_year: int | None
    once: int | None
    declared: int | None


@dataclass(frozen=True, slots=True)
class Twice:
    """The same product from two provisions at a time. `until` is the last day, None: it goes on."""

    subject: UUID
    person: str
    law: Law
    product: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Silence:
    """No help under a law for four weeks or more, between help before and after. `until` is the last silent day."""

    subject: UUID
    person: str
    law: Law
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Alongside:
    """Professionals who do the same work for one person now."""

    subject: UUID
    person: str
    law: Law
    function: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarePicture:
    """Everything that is open to the viewer. `stack.costs` counts only if `shows_costs`; `tells`: what is told too."""

    today: date
    rows: tuple[CareRow, ...]
    stack: Stack
    shows_costs: bool
    grounds: tuple[LawGround, ...]
    twice: tuple[Twice, ...]
    silences: tuple[Silence, ...]
    same_work: tuple[Alongside, ...] = ()
    answers: Mapping[UUID, Said] = field(default_factory=dict)
    tells: bool = False


@Prepared
def _members(dossier: UUID, at: datetime) -> QuerySet[Person, tuple[UUID, str, list[ToldRow], list[SaidRow]]]:
    members = DossierSubject.objects.filter(dossier_id=dossier, started_at__lte=at).exclude(ended_at__lte=at)
    people = Person.objects.filter(subject__in=members.values("subject_id"))
    return people.values_list("subject_id", "display_name", told_of(dossier), help_answers(dossier))


def care_picture(actor: Actor, dossier: UUID, *, event: Event = Event.READ) -> CarePicture:
    """Five statements, however much help there is; one more where nobody is seen."""
    found = _members(dossier, actor.at)
    names = {subject: name for subject, name, _told, _said in found}
    if not names:
        may_see_care(dossier).enforce()
    opened = open_laws(names)
    help_ = _read_help(names, opened, [row for each in found for row in each[2]])
    _note(dossier, help_, opened, event)
    helps = [*help_.delivered.values(), *(one.as_help() for one in help_.told)]
    return CarePicture(
        today=actor.today,
        rows=_rows(help_, names, opened, actor.today),
        stack=stack_of(helps, actor.today),
        shows_costs=bool(opened.costs),
        grounds=grounds_of(actor, dossier, opened.help, names),
        twice=_twice(helps, names),
        silences=_silences(helps, names),
        same_work=_same_work(help_, names, actor.today),
        answers=said(row for each in found for row in each[3]),
        tells=bool(opened.told),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read: delivered with its help, what it costs where that is open, and what was told."""

    delivered: Mapping[Provision, Help]
    costs: Mapping[UUID, Cost]
    told: tuple[Told, ...]
    workers: Helpers


def _read_help(names: Mapping[UUID, str], opened: OpenLaws, told: Sequence[ToldRow]) -> _Read:
    provisions, helpers, known = _provisions(names)
    costs = _costs(provisions, opened, known)
    return _Read(
        {one: _help(one, costs, helpers) for one in provisions},
        costs,
        told_helps(told, _providers(provisions)),
        helpers,
    )


def _rows(read: _Read, names: Mapping[UUID, str], opened: OpenLaws, today: date) -> tuple[CareRow, ...]:
    rows = [
        *(_row(one, as_help, names, read.costs, today) for one, as_help in read.delivered.items()),
        *(one.as_row(names[one.subject], opened.told, today) for one in read.told),
    ]
    return tuple(sorted(rows, key=lambda row: (row.start, row.law, row.id)))


def _providers(provisions: Iterable[Provision]) -> dict[str, str]:
    return {one.provider.name.casefold(): str(one.provider_id) for one in provisions if one.provider}


def _note(dossier: UUID, read: _Read, opened: OpenLaws, event: Event) -> None:
    """Whose help was shown, and of whom the costs."""
    note_read(Part.PROVISION, dossier=dossier, subjects={one.subject_id for one in read.delivered}, event=event)
    if read.costs:
        whose = {subject for subject, _law in opened.costs}
        note_read(Part.PROVISION_COST, dossier=dossier, subjects=whose, event=event)
    if read.told:
        note_read(Part.TOLD_HELP, dossier=dossier, subjects={one.subject for one in read.told}, event=event)


def _provisions(subjects: Iterable[UUID]) -> tuple[Sequence[Provision], Helpers, dict[UUID, Cost]]:
    """With the helpers of each, by name, and what it costs where that may be seen."""
    helpers = Helper.objects.filter(provision=OuterRef("pk")).order_by("name", "id")
    rows = (
        Provision.objects.filter(subject_id__in=list(subjects))
        .exclude(state=ProvisionState.WITHDRAWN)
        .annotate(
            known=rows_aside(helpers, "name", "function"),
            priced=Subquery(ProvisionCost.objects.filter(provision=OuterRef("pk")).values(json=PRICE)[:1]),
        )
    )
    found = list(rows.select_related("provider").order_by("started_on", "law", "id"))
    helped = {one.id: tuple((row["name"], row["function"]) for row in one.known) for one in found}
    return found, helped, {one.id: _cost(one.priced) for one in found if one.priced}


def _cost(price: _Price) -> Cost:
    return Cost(CostState(price["state"]), price["per_year"], price["once"], price["declared"])


def _helper(name: str, function: str) -> str:
    return f"{name} ({function})" if function else name


def _costs(provisions: Sequence[Provision], opened: OpenLaws, known: Mapping[UUID, Cost]) -> dict[UUID, Cost]:
    """Of every provision whose cost is open: what nobody gave is unknown, and never zero (BR-123)."""
    shown = (one.id for one in provisions if (one.subject_id, LAW_OF[one.law]) in opened.costs)
    return {key: known.get(key, Cost()) for key in shown}


def _help(one: Provision, costs: Mapping[UUID, Cost], helpers: Helpers) -> Help:
    return Help(
        ref=str(one.id),
        person=str(one.subject_id),
        law=one.law,
        product=one.product,
        period=effective(one.started_on, one.ended_on, one.actual_start_on, one.actual_end_on),
        provider=str(one.provider_id or ""),
        helpers=frozenset(_helper(*each) for each in helpers.get(one.id, ())),
        cost=costs.get(one.id, Cost()),
        told_by_family=one.told_by_family,
    )


def _row(one: Provision, as_help: Help, names: Mapping[UUID, str], costs: Mapping[UUID, Cost], today: date) -> CareRow:
    return CareRow(
        id=one.id,
        subject=one.subject_id,
        person=names[one.subject_id],
        law=LAW_OF[one.law],
        product=one.product,
        provider=one.provider.name if one.provider else "",
        helpers=tuple(sorted(as_help.helpers)),
        start=as_help.period.start,
        end=last_day(as_help.period),
        volume=one.volume,
        case_number=one.case_number,
        state=str(one.get_state_display()),
        runs=as_help.runs_on(today),
        told_by_family=one.told_by_family,
        cost=costs.get(one.id),
    )


def _twice(helps: Sequence[Help], names: Mapping[UUID, str]) -> tuple[Twice, ...]:
    return tuple(
        Twice(
            UUID(each.first.person),
            names[UUID(each.first.person)],
            LAW_OF[each.first.law],
            each.first.product,
            each.period.start,
            None if each.period.end is None else each.period.end - DAY,
        )
        for each in overlaps(helps)
    )


def _silences(helps: Sequence[Help], names: Mapping[UUID, str]) -> tuple[Silence, ...]:
    return tuple(
        Silence(UUID(gap.person), names[UUID(gap.person)], LAW_OF[gap.law], gap.period.start, gap.period.end - DAY)
        for gap in gaps(helps)
        if gap.period.end is not None and gap.law != Law.OTHER
    )


def _same_work(read: _Read, names: Mapping[UUID, str], today: date) -> tuple[Alongside, ...]:
    now = (
        Working(help_.person, help_.law, name, function)
        for one, help_ in read.delivered.items()
        if help_.runs_on(today)
        for name, function in read.workers.get(one.id, ())
    )
    return tuple(
        Alongside(UUID(each.person), names[UUID(each.person)], LAW_OF[each.law], each.function, each.names)
        for each in same_work(now)
    )
