"""Authority as somebody told it, and looking it up. It opens nothing: own access asks the register (ADR 11)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import AuthorityKind, PersonIdentity, ToldAuthority
from kring.practice.households.policy import may_write_homes
from kring.practice.households.rules.authority import Found, can_check, can_tell_authority
from kring.practice.households.rules.births import ADULT, Birth
from kring.practice.households.rules.homes import can_tell
from kring.practice.households.services.stays import Telling


@dataclass(frozen=True, slots=True)
class AuthorityWords:
    """Who has which authority over whom, in words."""

    child: UUID
    holder: str
    kind: AuthorityKind


def tell_authority(*, actor: Actor, dossier: UUID, words: AuthorityWords, told: Telling) -> ToldAuthority:
    """Told, and not looked up yet."""
    may_write_homes(actor, dossier).enforce()
    can_tell(told.by, told.on, actor.today).enforce()
    if not DossierSubject.objects.filter(dossier_id=dossier, subject_id=words.child).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    can_tell_authority(words.holder, is_minor=_is_minor(actor, words.child)).enforce()
    row = ToldAuthority(
        dossier_id=dossier, subject_id=words.child, holder=words.holder.strip(), kind=words.kind,
        told_by=told.by.strip(), told_on=told.on, written_by=actor.id, written_at=actor.at,
    )  # fmt: skip
    row.save(force_insert=True)
    _note("households.authority_told", row, Event.CREATE)
    return row


def check_authority(*, actor: Actor, told: ToldAuthority, found: Found, on: date) -> None:
    """What the register of authority said. A next look replaces the one before; that stays in the history."""
    may_write_homes(actor, told.dossier_id).enforce()
    _enforce_standing(told)
    can_check(on, told.told_on, actor.today).enforce()
    told.checked_on, told.checked_by, told.found = on, actor.id, found
    told.save(update_fields=["checked_on", "checked_by", "found"])
    _note("households.authority_checked", told)


def withdraw_told_authority(*, actor: Actor, told: ToldAuthority, reason: str) -> None:
    """It was written down wrongly; that it was, and why it went, is kept."""
    may_write_homes(actor, told.dossier_id).enforce()
    _enforce_standing(told)
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    told.withdrawn_at, told.withdrawn_by, told.withdrawn_because = actor.at, actor.id, reason.strip()
    told.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    _note("households.authority_withdrawn", told)


def _is_minor(actor: Actor, subject: UUID) -> bool | None:
    known = PersonIdentity.objects.filter(subject=subject).values_list("birth_year", "birth_month", "birth_day").first()
    ages = Birth(*known).ages_on(actor.today) if known else None
    return None if ages is None else ages[0] < ADULT


def _enforce_standing(told: ToldAuthority) -> None:
    if told.withdrawn_at is not None:
        raise Refused(_("Dit is al ingetrokken."))


def _note(what: str, row: ToldAuthority, event: Event = Event.CHANGE) -> None:
    note_deed(what, Part.HOME, event=event, dossier=row.dossier_id, subjects=[row.subject_id])
