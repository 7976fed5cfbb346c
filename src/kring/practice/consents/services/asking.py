"""Whom a question is put to, by age and authority, and what one of them says."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.consents.models import Channel, DataAnswer, DataConsent, HelpAnswer, HelpConsent
from kring.practice.consents.queries.voices import Holder
from kring.practice.consents.rules.help import Capacity, Said
from kring.practice.households.models import Person, PersonIdentity
from kring.practice.leads.rules import known_age


@dataclass(frozen=True, slots=True)
class Answer:
    """What one of those who must answer said, on which day, how, and what shows it."""

    person: UUID | None
    name: str
    said: Said
    on: date
    channel: Channel
    evidence: str = ""


def write_down(actor: Actor, consent: HelpConsent | DataConsent, capacity: Capacity, answer: Answer) -> None:
    """One more row of what was said; rows are never changed."""
    row = _next_row(consent)
    row.dossier_id, row.subject_id = consent.dossier_id, consent.subject_id
    row.person_id, row.name, row.capacity = answer.person, answer.name, capacity
    row.said, row.said_on = answer.said, answer.on
    row.channel, row.evidence = answer.channel, answer.evidence.strip()
    row.written_by, row.written_at = actor.id, actor.at
    row.save(force_insert=True)


def _next_row(consent: HelpConsent | DataConsent) -> HelpAnswer | DataAnswer:
    if isinstance(consent, HelpConsent):
        return HelpAnswer(consent=consent, number=HelpAnswer.objects.filter(consent=consent).count() + 1)
    return DataAnswer(consent=consent, number=DataAnswer.objects.filter(consent=consent).count() + 1)


def note(what: str, consent: HelpConsent | DataConsent, event: Event, ground: str = "") -> None:
    note_deed(what, Part.SHARING, event=event, dossier=consent.dossier_id, subjects=[consent.subject_id], ground=ground)


def age_of(subject: UUID, today: date) -> int:
    """The youngest age that fits, so that no rule for children is missed."""
    born = PersonIdentity.objects.filter(subject=subject).first()
    age = known_age(born.birth_year, born.birth_month, born.birth_day, today) if born else None
    if age is None:
        raise Refused(_("De leeftijd is niet bekend. Kijk de geboortedatum eerst na."))
    return age


def asked_of(
    subject: UUID, representative: str, capacities: frozenset[Capacity], parents: tuple[Holder, ...]
) -> list[tuple[Capacity, Holder]]:
    """Everybody who must answer, each with the capacity in which."""
    found = []
    if Capacity.SELF in capacities:
        name = Person.objects.values_list("display_name", flat=True).get(subject=subject)
        found.append((Capacity.SELF, Holder(subject, name)))
    found += [(Capacity.PARENT, parent) for parent in parents]
    if Capacity.REPRESENTATIVE in capacities:
        found.append((Capacity.REPRESENTATIVE, Holder(None, representative.strip())))
    return found
