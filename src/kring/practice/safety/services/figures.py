"""Figures of safety: each stays as it was given; who made a mistake withdraws it and gives another."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.documents.services import enforce_member
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.leads.rules import enforce
from kring.practice.safety.models import SafetyScore
from kring.practice.safety.policy import may_write_agreements
from kring.practice.safety.rules.telling import SafetyFigure, figure_problems

GONE = ("withdrawn_at", "withdrawn_because")


def give_figure(*, actor: Actor, dossier: UUID, figure: SafetyFigure) -> SafetyScore:
    """Written down by who leads, in the name of whoever gives it."""
    may_write_agreements(actor, dossier).enforce()
    enforce(figure_problems(figure, actor.today))
    enforce_member(dossier, figure.subject)
    row = SafetyScore(
        dossier_id=dossier, subject_id=figure.subject, giver=figure.giver.strip(), giver_kind=figure.giver_kind,
        value=figure.value, given_on=figure.given_on, reason=figure.reason.strip(), written_by=actor.id,
        written_at=actor.at,
    )  # fmt: skip
    row.save(force_insert=True)
    _note("given", row, Event.CREATE)
    return row


def withdraw_figure(*, actor: Actor, row: SafetyScore, reason: str) -> None:
    """It was given wrongly."""
    may_write_agreements(actor, row.dossier_id).enforce()
    if row.withdrawn_at is not None:
        raise Refused(_("Dit cijfer is al ingetrokken."))
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    _change(row, "withdrawn", {"withdrawn_at": actor.at, "withdrawn_because": reason.strip()}, Event.DELETE)


def undo_figure(*, actor: Actor, row: SafetyScore) -> None:
    """What was just given is withdrawn; what was withdrawn is back."""
    may_write_agreements(actor, row.dossier_id).enforce()
    was = before_last(SafetyScore, row.pk, GONE, by=actor.id, at=actor.at)
    gone = {"withdrawn_at": actor.at, "withdrawn_because": _("ongedaan gemaakt")}
    _change(row, "undone", dict(was or gone))


def _change(row: SafetyScore, done: str, changed: dict[str, object], event: Event = Event.CHANGE) -> None:
    SafetyScore.objects.filter(pk=row.pk).update(**changed)
    _note(done, row, event)


def _note(done: str, row: SafetyScore, event: Event) -> None:
    note_deed(
        f"safety.figure_{done}", Part.SAFETY_AGREEMENT, event=event, dossier=row.dossier_id,
        subjects=[row.subject_id], level=Level.PROTECTED,
    )  # fmt: skip
