"""Telephone, e-mail and school of somebody in a dossier: added, put right and ended by a professional who leads."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import ContactKind, PersonContact
from kring.practice.households.policy import contact_levels, may_write_contacts
from kring.practice.households.rules.reaching import can_be_contact

SOURCE = "Kring"


@dataclass(frozen=True, slots=True)
class ContactWords:
    """What is written down, and who may see it."""

    kind: ContactKind
    value: str
    level: Level = Level.CONTACT


def add_contact(*, actor: Actor, dossier: UUID, subject: UUID, words: ContactWords) -> PersonContact:
    """One more way to reach this person. At level 3 or 4 only by who reads that level of this person."""
    (may_write_contacts(actor, dossier) and can_be_contact(words.kind, words.value)).enforce()
    _enforce_member(dossier, subject)
    if words.level not in contact_levels(actor, subject):
        raise Refused(_("Dit beschermniveau mag u zelf niet lezen. Voeg het open toe en scherm het dan af."))
    contact = PersonContact(
        subject_id=subject,
        level=words.level,
        kind=words.kind,
        value=words.value.strip(),
        source=SOURCE,
        started_on=actor.today,
    )
    contact.save(force_insert=True)
    _note("households.contact_added", dossier, contact, Event.CREATE)
    return contact


def correct_contact(*, actor: Actor, dossier: UUID, contact: PersonContact, value: str) -> None:
    """It was written down wrongly. Whoever has another number now gets a new line."""
    (may_write_contacts(actor, dossier) and can_be_contact(contact.kind, value)).enforce()
    _enforce_member(dossier, contact.subject_id)
    contact.value = value.strip()
    contact.save(update_fields=["value"])
    _note("households.contact_corrected", dossier, contact)


def end_contact(*, actor: Actor, dossier: UUID, contact: PersonContact) -> None:
    """From today this person is not reached so any more."""
    may_write_contacts(actor, dossier).enforce()
    _enforce_member(dossier, contact.subject_id)
    if contact.ended_on is not None:
        raise Refused(_("Dit is al gestopt."))
    contact.ended_on = actor.today
    contact.save(update_fields=["ended_on"])
    _note("households.contact_ended", dossier, contact)


def undo_contact(*, actor: Actor, dossier: UUID, contact: PersonContact) -> None:
    """What was just added is ended, what was put right or ended is as it was."""
    may_write_contacts(actor, dossier).enforce()
    _enforce_member(dossier, contact.subject_id)
    was = before_last(PersonContact, contact.id, ("value", "ended_on"), by=actor.id, at=actor.at)
    PersonContact.objects.filter(id=contact.id).update(**(was or {"ended_on": actor.today}))
    _note("households.contact_undone", dossier, contact)


def _enforce_member(dossier: UUID, subject: UUID) -> None:
    if not DossierSubject.objects.filter(dossier_id=dossier, subject_id=subject).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))


def _note(what: str, dossier: UUID, contact: PersonContact, event: Event = Event.CHANGE) -> None:
    level = contact.level if contact.level >= Level.PROTECTED else 0
    note_deed(what, Part.PERSON_CONTACT, event=event, dossier=dossier, subjects=[contact.subject_id], level=level)
