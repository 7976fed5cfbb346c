"""The only writers of consent of the AVG: asking, answering, stopping, and stopping what crosses from law to law."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, DossierSubject
from kring.ground.access.policy import may_decide_own_sharing
from kring.ground.audit.models import Event
from kring.ground.shared.verdict import Refused
from kring.practice.consents.models import Channel, DataConsent
from kring.practice.consents.policy import may_ask_consent
from kring.practice.consents.queries.data import running_across, voices_about
from kring.practice.consents.queries.voices import Answered, holders_of
from kring.practice.consents.rules.data import (
    STOPPED,
    UseState,
    can_answer_use,
    can_ask_use,
    purpose_of,
    state_on,
    who_consents,
)
from kring.practice.consents.rules.help import Capacity, Said, can_ask
from kring.practice.consents.services.asking import Answer, age_of, asked_of, note, write_down
from kring.practice.leads.services import stop_sharing, tell_lead


@dataclass(frozen=True, slots=True)
class UseQuestion:
    """Which use of whose data, what exactly, and until when; `representative` for an adult who cannot decide."""

    subject: UUID
    purpose: str
    details: str
    until: date
    is_capable: bool = True
    representative: str = ""


def ask_use(*, actor: Actor, dossier: UUID, question: UseQuestion) -> DataConsent:
    """Whoever gives consent by age and authority is asked; nothing is allowed before the yes (AVG art. 7)."""
    may_ask_consent(actor, dossier).enforce()
    can_ask_use(purpose_of(question.purpose), question.details, today=actor.today, until=question.until).enforce()
    if not DossierSubject.objects.filter(dossier_id=dossier, subject_id=question.subject).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    capacity = who_consents(age_of(question.subject, actor.today), capable=question.is_capable)
    parents = holders_of(question.subject, actor.today) if capacity is Capacity.PARENT else ()
    can_ask({capacity}, len(parents), question.representative).enforce()
    row = DataConsent(
        dossier_id=dossier, subject_id=question.subject, purpose=question.purpose, details=question.details.strip(),
        is_capable=question.is_capable, until=question.until, asked_at=actor.at, asked_by=actor.id,
    )  # fmt: skip
    row.save(force_insert=True)
    for _capacity, who in asked_of(question.subject, question.representative, frozenset({capacity}), parents):
        write_down(actor, row, capacity, Answer(who.person, who.name, Said.ASKED, actor.today, Channel.TALK))
    note("consents.use_asked", row, Event.CREATE)
    return row


def write_use_answer(*, actor: Actor, consent: DataConsent, answer: Answer) -> None:
    """By who leads, what somebody said elsewhere."""
    may_ask_consent(actor, consent.dossier_id).enforce()
    if answer.on > actor.today:
        raise Refused(_("Deze dag is nog niet geweest."))
    _say(actor, consent, answer)


def answer_use(*, actor: Actor, consent: DataConsent, said: Said) -> None:
    """On the own page, in the own name. Stopping tells who leads to make an end of it."""
    account = Account.objects.filter(id=actor.id, subject_id__isnull=False).first()
    if account is None:
        raise Refused(_("Dit antwoord is van iemand anders."))
    _say(actor, consent, Answer(account.subject_id, account.display_name, said, actor.today, Channel.OWN_PAGE))


def stop_across_laws(*, actor: Actor, dossier: UUID, subject: UUID) -> int:
    """Explicit consent to use data of one law for another is taken back in one: what it opened closes (BR-087, BR-089).

    Returns how many decisions ended.
    """
    (may_ask_consent(actor, dossier) or may_decide_own_sharing(actor, dossier, subject)).enforce()
    rows = running_across(actor, dossier, subject)
    for row in rows:
        stop_sharing(actor=actor, decision=row)
    return len(rows)


def _say(actor: Actor, consent: DataConsent, answer: Answer) -> None:
    voices = voices_about(consent)
    state = state_on([one.voice for one in voices], consent.until, actor.today)
    asked = [one for one in voices if one.capacity is voices[0].capacity]
    found = next((one for one in asked if _is_of(one, answer)), None)
    if found is None and answer.person != consent.subject_id:
        raise Refused(_("Deze persoon hoeft hier geen antwoord te geven."))
    can_answer_use(found.said if found else None, answer.said, state).enforce()
    write_down(actor, consent, found.capacity if found else Capacity.SELF, answer)
    note("consents.use_answered", consent, Event.CHANGE, str(answer.said.label))
    if answer.said is Said.WITHDRAWN and state is UseState.GIVEN:
        tell_lead(actor=actor, dossier=consent.dossier_id, clock=STOPPED)


def _is_of(voice: Answered, answer: Answer) -> bool:
    """A representative of whom no data are held is known by name only."""
    return voice.person == answer.person if answer.person else voice.person is None and voice.name == answer.name
