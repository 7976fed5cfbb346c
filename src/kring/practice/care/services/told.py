"""Help that the family tells of is written down, put right, ended and withdrawn, and each is taken back."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject, SubjectKind
from kring.ground.access.parts import Law, Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import ToldHelp
from kring.practice.care.policy import may_tell_help
from kring.practice.care.rules.told import HelpWords, can_change_help, can_end_help, can_tell_help

KEPT = ("law", "product", "provider_name", "started_on", "ended_on", "told_by", "withdrawn_at", "withdrawn_because")
"""What can be put right, and last what takes it away: undoing puts these back."""


def tell_help(*, actor: Actor, dossier: UUID, words: HelpWords) -> ToldHelp:
    """Of one member of the family."""
    (may_tell_help(actor, dossier, (words.subject, words.law)) and can_tell_help(words, actor.today)).enforce()
    members = DossierSubject.objects.filter(dossier_id=dossier, subject=words.subject)
    if not members.exclude(subject__kind=SubjectKind.NETWORK).exists():
        raise Refused(_("Deze persoon hoort niet bij dit gezin."))
    row = ToldHelp(
        dossier_id=dossier, subject_id=words.subject, written_by=actor.id, written_at=actor.at, **_fields(words)
    )
    row.save(force_insert=True)
    _note("told", row, Event.CREATE)
    return row


def correct_help(*, actor: Actor, row: ToldHelp, words: HelpWords) -> None:
    """It was written down wrongly; of whom it is does not change. What stood there is kept."""
    _enforce(actor, row)
    (may_tell_help(actor, row.dossier_id, (row.subject_id, words.law)) and can_tell_help(words, actor.today)).enforce()
    _change(row, "corrected", **_fields(words))


def end_help(*, actor: Actor, row: ToldHelp, on: date) -> None:
    """From that day this help is not there any more."""
    _enforce(actor, row)
    can_end_help(row.started_on, on).enforce()
    _change(row, "ended", ended_on=on)


def withdraw_help(*, actor: Actor, row: ToldHelp, reason: str) -> None:
    """It was not so: it leaves the page. That it was written, and why it went, is kept."""
    _enforce(actor, row)
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    _change(row, "withdrawn", withdrawn_at=actor.at, withdrawn_because=reason.strip())


def undo_help(*, actor: Actor, row: ToldHelp) -> None:
    """As it was before one's own last deed; what was just told is withdrawn."""
    may_tell_help(actor, row.dossier_id, _pair(row)).enforce()
    was = before_last(ToldHelp, row.pk, KEPT, by=actor.id, at=actor.at)
    gone = {"withdrawn_at": actor.at, "withdrawn_because": _("ongedaan gemaakt")}
    _change(row, "undone", **(was or gone))


def _fields(words: HelpWords) -> dict[str, object]:
    return {
        "law": words.law,
        "product": words.product.strip(),
        "provider_name": words.provider.strip(),
        "started_on": words.since,
        "ended_on": words.until,
        "told_by": words.told_by.strip(),
    }


def _enforce(actor: Actor, row: ToldHelp) -> None:
    may_tell_help(actor, row.dossier_id, _pair(row)).enforce()
    can_change_help(is_withdrawn=row.withdrawn_at is not None).enforce()


def _pair(row: ToldHelp) -> tuple[UUID, Law]:
    return row.subject_id, Law.of(row.law)


def _change(row: ToldHelp, done: str, **changed: object) -> None:
    ToldHelp.objects.filter(pk=row.pk).update(**changed)
    _note(done, row)


def _note(done: str, row: ToldHelp, event: Event = Event.CHANGE) -> None:
    note_deed(f"care.told_help_{done}", Part.TOLD_HELP, event=event, dossier=row.dossier_id, subjects=[row.subject_id])
