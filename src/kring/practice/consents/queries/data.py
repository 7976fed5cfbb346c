"""The uses of data that somebody was asked about, and what of one law is used for the work of another (BR-089)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Subquery

from kring.ground.access.actor import Actor
from kring.ground.access.keys import pair_key
from kring.ground.access.models import Account, RecipientKind, SharedPart, SharingDecision, SharingGround
from kring.ground.access.parts import Part
from kring.ground.access.policy import own_sharing_keys
from kring.ground.audit.trail import note_read
from kring.ground.shared.period import day_of
from kring.practice.care.visibility import LAW_OF
from kring.practice.consents.models import DataAnswer, DataConsent, HelpConsent
from kring.practice.consents.queries.voices import Answered, last_said
from kring.practice.consents.rules.data import Purpose, UseState, purpose_of, state_on
from kring.practice.consents.rules.help import Said
from kring.practice.households.models import Person


@dataclass(frozen=True, slots=True)
class Use:
    """One use that was asked about. `is_own`: it is about the account that reads, or that account answers here."""

    id: UUID
    subject: UUID
    about: str
    purpose: Purpose
    details: str
    asked_on: date
    until: date
    state: UseState
    answers: tuple[Answered, ...]
    is_own: bool

    @property
    def is_over(self) -> bool:
        return self.state in {UseState.REFUSED, UseState.WITHDRAWN, UseState.EXPIRED}

    @property
    def is_asked(self) -> bool:
        return any(one.is_reader and one.said is Said.ASKED for one in self.answers)

    @property
    def may_stop(self) -> bool:
        said_yes = any(one.is_reader and one.said is Said.GIVEN for one in self.answers)
        return not self.is_over and (said_yes or (self.is_own and self.state is UseState.GIVEN))

    @property
    def may_say(self) -> bool:
        """An answer of the reader is waited for, or a no of the reader can become a yes."""
        asked = [one for one in self.answers if one.is_reader and one.capacity is self.answers[0].capacity]
        return self.state is not UseState.EXPIRED and any(one.said is not Said.GIVEN for one in asked)


@dataclass(frozen=True, slots=True)
class AcrossLaws:
    """Data of one person under these laws, used for the work of another law with explicit consent."""

    subject: UUID
    about: str
    laws: tuple[str, ...]
    recipients: tuple[str, ...]
    until: date | None
    may_stop: bool


@dataclass(frozen=True, slots=True)
class Consents:
    """The three that are kept apart, on one page: how many of each, and the third in full (ADR 8)."""

    help: int
    shared: int
    across: tuple[AcrossLaws, ...]
    uses: tuple[Use, ...]

    @property
    def running(self) -> tuple[Use, ...]:
        return tuple(one for one in self.uses if not one.is_over)

    @property
    def over(self) -> tuple[Use, ...]:
        return tuple(one for one in self.uses if one.is_over)


def consents_page(actor: Actor, dossier: UUID, *, leads: bool) -> Consents:
    """At most six queries, whatever the size of the family."""
    reader = Account.objects.filter(id=actor.id).values("subject_id")[:1]
    asked = DataConsent.objects.filter(dossier_id=dossier).annotate(reader=Subquery(reader))
    rows = list(asked.order_by("-asked_at", "id"))
    decisions = list(_running(actor, dossier))
    across = [row for row in decisions if is_across(row)]
    about = {row.subject_id for row in rows} | {row.subject_id for row in across if row.subject_id}
    names = dict(Person.objects.filter(subject__in=about).values_list("subject_id", "display_name"))
    note_read(Part.SHARING, dossier=dossier, subjects=about)
    return Consents(
        HelpConsent.objects.filter(dossier_id=dossier).count(),
        len(decisions),
        _across(actor, dossier, across, names, leads=leads),
        _uses(actor, rows, names, next((row.reader for row in rows), None)),
    )


def running_across(actor: Actor, dossier: UUID, subject: UUID) -> tuple[SharingDecision, ...]:
    """The decisions that carry data of this person to the work of another law."""
    return tuple(row for row in _running(actor, dossier) if is_across(row) and row.subject_id == subject)


def is_across(row: SharingDecision) -> bool:
    return row.ground == SharingGround.EXPLICIT_CONSENT and row.part == SharedPart.HELP


def voices_about(consent: DataConsent) -> tuple[Answered, ...]:
    return last_said(DataAnswer.objects.filter(consent=consent).order_by("number"), None)


def _running(actor: Actor, dossier: UUID) -> list[SharingDecision]:
    rows = SharingDecision.objects.filter(dossier_id=dossier, withdrawn_at=None, started_at__lte=actor.at)
    return list(rows.exclude(ended_at__lte=actor.at).order_by("started_at", "id"))


def _across(
    actor: Actor, dossier: UUID, rows: list[SharingDecision], names: dict[UUID, str], *, leads: bool
) -> tuple[AcrossLaws, ...]:
    own = own_sharing_keys(actor, dossier) if rows else frozenset()
    by_person: dict[UUID, list[SharingDecision]] = {}
    for row in rows:
        if row.subject_id is not None:
            by_person.setdefault(row.subject_id, []).append(row)
    return tuple(
        AcrossLaws(
            subject,
            names.get(subject, ""),
            tuple(dict.fromkeys(LAW_OF[row.law].label for row in mine)),
            tuple(dict.fromkeys(_recipient(row) for row in mine)),
            max((day_of(row.ended_at) for row in mine if row.ended_at), default=None),
            may_stop=leads or pair_key(dossier, subject) in own,
        )
        for subject, mine in by_person.items()
    )


def _recipient(row: SharingDecision) -> str:
    leads = row.recipient_kind == RecipientKind.LEADS
    return str(RecipientKind.LEADS.label) if leads else row.recipient_name


def _uses(actor: Actor, rows: Sequence[DataConsent], names: dict[UUID, str], reader: UUID | None) -> tuple[Use, ...]:
    if not rows:
        return ()
    by_consent: dict[UUID, list[DataAnswer]] = {}
    for answer in DataAnswer.objects.filter(consent__in=rows).order_by("number"):
        by_consent.setdefault(answer.consent_id, []).append(answer)
    return tuple(_use(actor, row, by_consent.get(row.id, []), names, reader) for row in rows)


def _use(actor: Actor, row: DataConsent, said: list[DataAnswer], names: dict[UUID, str], reader: UUID | None) -> Use:
    answers = last_said(said, reader)
    return Use(
        row.id,
        row.subject_id,
        names.get(row.subject_id, ""),
        purpose_of(row.purpose),
        row.details,
        day_of(row.asked_at),
        row.until,
        state_on([one.voice for one in answers], row.until, actor.today),
        answers,
        is_own=reader is not None and (row.subject_id == reader or any(one.is_reader for one in answers)),
    )
