"""The agreements with help of a dossier, each with who must answer and what was said last (BR-083)."""

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
from kring.practice.consents.queries.voices import Answered, last_said
from kring.practice.consents.rules.help import AgeGroup, ExceptionKind, State, state_of
from kring.practice.households.models import Person


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
    return last_said(HelpAnswer.objects.filter(consent=consent).order_by("number"), None)


def _agreement(row: HelpConsent, said: list[HelpAnswer], about: str, reader: UUID | None) -> Agreement:
    answers = last_said(said, reader)
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
