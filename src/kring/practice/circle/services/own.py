"""What the family tells of itself is written down, put right, and taken away with a reason or within ten minutes."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject, SubjectKind
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.queries import last_change
from kring.ground.audit.trail import note_deed
from kring.ground.shared.undoing import can_undo
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import Familiar, LifeEvent
from kring.practice.circle.policy import keeping, may_keep_circle
from kring.practice.circle.rules.own import (
    FamiliarWords,
    MomentWords,
    can_tell_familiar,
    can_tell_moment,
    can_withdraw_own,
)

Own = Familiar | LifeEvent
NOUN = {Familiar: "familiar", LifeEvent: "life_event"}
UNDONE = "ongedaan gemaakt"
FIELDS = {
    Familiar: ("subject", "kind", "words", "told_by", "shown_to", "withdrawn_at", "withdrawn_because"),
    LifeEvent: (
        "subject", "kind", "on", "about", "what", "feeling", "told_by", "shown_to", "withdrawn_at", "withdrawn_because",
    ),
}  # fmt: skip


def tell_familiar(*, actor: Actor, dossier: UUID, subject: UUID | None, told: FamiliarWords) -> Familiar:
    """Of one member, or of the whole family."""
    (may_keep_circle(actor, dossier) and can_tell_familiar(told)).enforce()
    _enforce_about(actor, dossier, subject)
    row = Familiar(dossier_id=dossier, subject_id=subject, written_by=actor.id, written_at=actor.at, **_familiar(told))
    row.save(force_insert=True)
    _note(row, "told", Event.CREATE)
    return row


def correct_familiar(*, actor: Actor, row: Familiar, subject: UUID | None, told: FamiliarWords) -> None:
    (may_keep_circle(actor, row.dossier_id) and can_tell_familiar(told)).enforce()
    _enforce_there(row)
    _enforce_about(actor, row.dossier_id, subject)
    Familiar.objects.filter(id=row.id).update(subject=subject, **_familiar(told))
    _note(row, "corrected")


def tell_moment(*, actor: Actor, dossier: UUID, subject: UUID | None, told: MomentWords) -> LifeEvent:
    """Of one member, or of the whole family."""
    (may_keep_circle(actor, dossier) and can_tell_moment(told, actor.today)).enforce()
    _enforce_about(actor, dossier, subject)
    row = LifeEvent(dossier_id=dossier, subject_id=subject, written_by=actor.id, written_at=actor.at, **_moment(told))
    row.save(force_insert=True)
    _note(row, "told", Event.CREATE)
    return row


def correct_moment(*, actor: Actor, row: LifeEvent, subject: UUID | None, told: MomentWords) -> None:
    (may_keep_circle(actor, row.dossier_id) and can_tell_moment(told, actor.today)).enforce()
    _enforce_there(row)
    _enforce_about(actor, row.dossier_id, subject)
    LifeEvent.objects.filter(id=row.id).update(subject=subject, **_moment(told))
    _note(row, "corrected")


def withdraw_own(*, actor: Actor, row: Own, because: str) -> None:
    """It leaves the page; what it was stays in its history."""
    may_keep_circle(actor, row.dossier_id).enforce()
    can_withdraw_own(because, is_withdrawn=row.withdrawn_at is not None).enforce()
    type(row).objects.filter(pk=row.pk).update(withdrawn_at=actor.at, withdrawn_because=because.strip())
    _note(row, "withdrawn")


def undo_own(*, actor: Actor, row: Own) -> None:
    """As it was before one's own last deed; what was just told is gone from the page."""
    may_keep_circle(actor, row.dossier_id).enforce()
    last = last_change(type(row), row.pk, FIELDS[type(row)])
    can_undo(last, by=actor.id, at=actor.at).enforce()
    was = last.was if last else None
    type(row).objects.filter(pk=row.pk).update(**(was or {"withdrawn_at": actor.at, "withdrawn_because": UNDONE}))
    _note(row, "undone")


def _familiar(told: FamiliarWords) -> dict[str, object]:
    return {
        "kind": told.kind,
        "words": told.words.strip(),
        "told_by": told.told_by.strip(),
        "shown_to": told.shown_to,
    }


def _moment(told: MomentWords) -> dict[str, object]:
    return {
        "kind": told.kind,
        "on": told.when.on,
        "about": told.when.about,
        "what": told.what.strip(),
        "feeling": told.feeling.strip(),
        "told_by": told.told_by.strip(),
        "shown_to": told.shown_to,
    }


def _enforce_there(row: Own) -> None:
    if row.withdrawn_at is not None:
        raise Refused(_("Dit is al ingetrokken."))


def _enforce_about(actor: Actor, dossier: UUID, subject: UUID | None) -> None:
    """Of the family itself: of who stands round it little is kept. And only of whom one may write."""
    if subject is None:
        return
    members = DossierSubject.objects.filter(dossier_id=dossier).exclude(subject__kind=SubjectKind.NETWORK)
    if not members.filter(subject_id=subject).exists():
        raise Refused(_("Deze persoon hoort niet bij dit gezin."))
    if not keeping(actor, dossier, [subject]).members:
        raise Refused(_("Over deze persoon alleen schrijft die persoon zelf, of de regisseur."))


def _note(row: Own, done: str, event: Event = Event.CHANGE) -> None:
    subjects = [row.subject_id] if row.subject_id else []
    note_deed(f"circle.{NOUN[type(row)]}_{done}", Part.NETWORK, event=event, dossier=row.dossier_id, subjects=subjects)
