"""The agreements with help of a dossier, each with who must answer and what was said last (BR-083)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.period import day_of
from kring.practice.care.visibility import LAW_OF
from kring.practice.consents.models import HelpAnswer, HelpConsent
from kring.practice.consents.rules import AgeGroup, Capacity, ExceptionKind, Said, State, Voice, state_of
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
class Agreement:
    """One kind of help with where its agreement stands."""

    id: UUID
    subject: UUID
    about: str
    law: str
    help: str
    group: AgeGroup
    is_invasive: bool
    is_capable: bool
    asked_on: date
    state: State
    exception: str
    reason: str
    answers: tuple[Answered, ...]

    @property
    def mine(self) -> tuple[Answered, ...]:
        return tuple(one for one in self.answers if one.is_reader)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has authority over a child; without `person` a guardian of whom we hold no data."""

    person: UUID | None
    name: str


def agreements(actor: Actor, dossier: UUID) -> tuple[Agreement, ...]:
    """The newest first. Three queries."""
    rows = list(HelpConsent.objects.filter(dossier_id=dossier).order_by("-asked_at", "id"))
    said = HelpAnswer.objects.filter(consent__in=rows).order_by("number")
    by_consent: dict[UUID, list[HelpAnswer]] = {}
    for answer in said:
        by_consent.setdefault(answer.consent_id, []).append(answer)
    about = {row.subject_id for row in rows}
    names = dict(Person.objects.filter(subject__in=about).values_list("subject_id", "display_name"))
    mine = Account.objects.filter(id=actor.id).values_list("subject_id", flat=True).first()
    note_read(Part.SHARING, dossier=dossier, subjects=about)
    return tuple(_agreement(row, by_consent.get(row.id, []), names.get(row.subject_id, ""), mine) for row in rows)


def voices_of(consent: HelpConsent) -> tuple[Answered, ...]:
    return _last(HelpAnswer.objects.filter(consent=consent).order_by("number"), None)


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


def _agreement(row: HelpConsent, said: list[HelpAnswer], about: str, reader: UUID | None) -> Agreement:
    answers = _last(said, reader)
    return Agreement(
        row.id,
        row.subject_id,
        about,
        LAW_OF[row.law].label,
        row.help,
        group(row),
        row.is_invasive,
        row.is_capable,
        day_of(row.asked_at),
        state_of([one.voice for one in answers], assumed=row.assumed_at is not None, exception=row.exception),
        next((str(one.label) for one in ExceptionKind if one == row.exception), ""),
        row.reason,
        answers,
    )


def group(row: HelpConsent) -> AgeGroup:
    return next(one for one in AgeGroup if one == row.group)


def _last(said: Iterable[HelpAnswer], reader: UUID | None) -> tuple[Answered, ...]:
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
