"""The only writers of agreement with help: asking, answering, assuming, and going on by exception."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject
from kring.ground.access.parts import Law
from kring.ground.audit.models import Event
from kring.ground.shared.verdict import Refused
from kring.practice.consents.models import Channel, HelpConsent
from kring.practice.consents.policy import may_answer_as, may_ask_consent
from kring.practice.consents.queries.help import group, voices_of
from kring.practice.consents.queries.voices import Answered, holders_of
from kring.practice.consents.rules.help import (
    ANSWERED,
    AgeGroup,
    Capacity,
    ExceptionKind,
    Said,
    can_ask,
    can_assume,
    can_except,
    can_say,
    group_of,
    must_answer,
)
from kring.practice.consents.services.asking import Answer, age_of, asked_of, note, write_down
from kring.practice.leads.services import tell_lead


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: which help for whom; `representative` for an adult who cannot decide."""

    subject: UUID
    law: Law
    help: str
    is_invasive: bool
    is_capable: bool = True
    representative: str = ""


def ask_consent(*, actor: Actor, dossier: UUID, question: Question) -> HelpConsent:
    """Everybody who must answer is asked; by the age of today (BR-080)."""
    may_ask_consent(actor, dossier).enforce()
    if not question.help.strip():
        raise Refused(_("Schrijf op om welke hulp het gaat."))
    if not DossierSubject.objects.filter(dossier_id=dossier, subject_id=question.subject).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    age_group = group_of(age_of(question.subject, actor.today))
    capacities = must_answer(age_group, capable=question.is_capable)
    parents = holders_of(question.subject, actor.today) if Capacity.PARENT in capacities else ()
    can_ask(capacities, len(parents), question.representative).enforce()
    row = _question(actor, dossier, question, age_group)
    row.save(force_insert=True)
    for capacity, who in asked_of(question.subject, question.representative, capacities, parents):
        write_down(actor, row, capacity, Answer(who.person, who.name, Said.ASKED, actor.today, Channel.TALK))
    note("consents.help_asked", row, Event.CREATE)
    return row


def write_answer(*, actor: Actor, consent: HelpConsent, answer: Answer) -> None:
    """By who leads, what somebody said elsewhere."""
    may_ask_consent(actor, consent.dossier_id).enforce()
    _say(actor, consent, answer)


def give_answer(*, actor: Actor, consent: HelpConsent, person: UUID | None, said: Said) -> None:
    """By the one whose answer it is, on the own page; who leads gets a task."""
    may_answer_as(actor, person).enforce()
    voice = _voice(consent, person, "")
    _say(actor, consent, Answer(person, voice.name, said, actor.today, Channel.OWN_PAGE))
    tell_lead(actor=actor, dossier=consent.dossier_id, clock=ANSWERED)


def assume(*, actor: Actor, consent: HelpConsent, reason: str) -> None:
    """Not invasive, and nobody said no: labelled "verondersteld" (BR-082)."""
    may_ask_consent(actor, consent.dossier_id).enforce()
    can_assume([one.voice for one in voices_of(consent)], invasive=consent.is_invasive).enforce()
    HelpConsent.objects.filter(id=consent.id).update(assumed_at=actor.at, reason=reason.strip())
    note("consents.help_assumed", consent, Event.CHANGE, reason)


def make_exception(*, actor: Actor, consent: HelpConsent, exception: ExceptionKind, reason: str) -> None:
    """For a child of 12 to 15, with its reason (BR-081)."""
    may_ask_consent(actor, consent.dossier_id).enforce()
    voices = [one.voice for one in voices_of(consent)]
    can_except(group(consent), voices, exception, reason).enforce()
    HelpConsent.objects.filter(id=consent.id).update(exception=exception, reason=reason.strip())
    note("consents.help_excepted", consent, Event.CHANGE, f"{exception.label}: {reason}")


def _question(actor: Actor, dossier: UUID, question: Question, age_group: AgeGroup) -> HelpConsent:
    return HelpConsent(
        dossier_id=dossier, subject_id=question.subject, law=question.law, help=question.help.strip(),
        is_invasive=question.is_invasive, is_capable=question.is_capable, group=age_group,
        asked_at=actor.at, asked_by=actor.id,
    )  # fmt: skip


def _voice(consent: HelpConsent, person: UUID | None, name: str) -> Answered:
    for one in voices_of(consent):
        if one.person == person and (person is not None or one.name == name):
            return one
    raise Refused(_("Deze persoon hoeft hier geen antwoord te geven."))


def _say(actor: Actor, consent: HelpConsent, answer: Answer) -> None:
    voice = _voice(consent, answer.person, answer.name)
    can_say(voice.said, answer.said).enforce()
    if answer.on > actor.today:
        raise Refused(_("Deze dag is nog niet geweest."))
    write_down(actor, consent, voice.capacity, answer)
    note("consents.help_answered", consent, Event.CHANGE)
