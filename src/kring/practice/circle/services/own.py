"""What the family tells of itself is written down, put right, and taken away with a reason or within ten minutes."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject, SubjectKind
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import Familiar, LifeEvent
from kring.practice.circle.policy import keeping, may_keep_circle
from kring.practice.circle.rules.own import (
    FamiliarWords,
    OwnWords,
    can_tell,
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


def tell_own(*, actor: Actor, dossier: UUID, subject: UUID | None, told: OwnWords) -> Own:
    """Of one member, or of the whole family."""
    (may_keep_circle(actor, dossier) and can_tell(told, actor.today)).enforce()
    _enforce_about(actor, dossier, subject)
    model = Familiar if isinstance(told, FamiliarWords) else LifeEvent
    row = model(dossier_id=dossier, subject_id=subject, written_by=actor.id, written_at=actor.at, **_fields(told))
    row.save(force_insert=True)
    _note(row, "told", Event.CREATE)
    return row


def correct_own(*, actor: Actor, row: Own, subject: UUID | None, told: OwnWords) -> None:
    (may_keep_circle(actor, row.dossier_id) and can_tell(told, actor.today)).enforce()
    if row.withdrawn_at is not None:
        raise Refused(_("Dit is al ingetrokken."))
    _enforce_about(actor, row.dossier_id, subject)
    type(row).objects.filter(pk=row.pk).update(subject=subject, **_fields(told))
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
    was = before_last(type(row), row.pk, FIELDS[type(row)], by=actor.id, at=actor.at)
    type(row).objects.filter(pk=row.pk).update(**(was or {"withdrawn_at": actor.at, "withdrawn_because": UNDONE}))
    _note(row, "undone")


def _fields(told: OwnWords) -> dict[str, object]:
    shared = {"kind": told.kind, "told_by": told.told_by.strip(), "shown_to": told.shown_to}
    if isinstance(told, FamiliarWords):
        return {**shared, "words": told.words.strip()}
    feeling = told.feeling.strip()
    return {**shared, "on": told.when.on, "about": told.when.about, "what": told.what.strip(), "feeling": feeling}


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
