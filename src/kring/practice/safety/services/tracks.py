"""The meldcode of one family: begun, decided, carried out, closed and begun again; always at level 3 (BR-072)."""

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.audit.models import Event
from kring.ground.documents.services import enforce_member
from kring.ground.shared.verdict import Refused
from kring.practice.safety.models import ReportTrack
from kring.practice.safety.policy import may_overrule, may_write_track
from kring.practice.safety.rules.track import (
    CLOSED,
    FOLLOWED,
    REPORTS,
    can_close,
    can_decide,
    can_follow,
    can_overrule,
    can_restart,
)
from kring.practice.safety.services.keeping import change_track, note_track, weighing_of


def start_track(
    *, actor: Actor, dossier: UUID, subject: UUID | None, restart_of: ReportTrack | None = None
) -> ReportTrack:
    """About one member of the family, or about all. What was gone through before stays as it is."""
    may_write_track(actor, dossier).enforce()
    enforce_member(dossier, subject)
    about = Q(subject=subject) if subject else Q(subject=None)
    if ReportTrack.objects.filter(about, dossier_id=dossier).exclude(state=CLOSED).exists():
        raise Refused(_("Hiervoor loopt al een traject. Ga daarmee verder."))
    row = ReportTrack(
        dossier_id=dossier, subject_id=subject, restart_of=restart_of, written_by=actor.id,
        written_by_name=own_name(actor), written_at=actor.at,
    )  # fmt: skip
    row.save(force_insert=True)
    note_track("started", row, Event.CREATE)
    return row


def restart_track(*, actor: Actor, row: ReportTrack) -> ReportTrack:
    """New signals after it was closed."""
    can_restart(row.state).enforce()
    return start_track(actor=actor, dossier=row.dossier_id, subject=row.subject_id, restart_of=row)


def overrule(*, actor: Actor, row: ReportTrack, reason: str) -> None:
    """The safeguarding officer who is consulted decides that it need not be reported, and says why (BR-071)."""
    (may_overrule(actor, row.dossier_id) and can_overrule(row.state, weighing_of(row), reason)).enforce()
    change_track(
        row, "overruled", {"overruled_by_name": own_name(actor), "overruled_because": reason.strip()}, ground=reason
    )


def decide(*, actor: Actor, row: ReportTrack, decision: str) -> None:
    may_write_track(actor, row.dossier_id).enforce()
    can_decide(row.state, weighing_of(row), decision, overruled=bool(row.overruled_because)).enforce()
    change_track(row, "decided", {"decision": decision})


def follow(*, actor: Actor, row: ReportTrack, number: str) -> None:
    """What was decided has been done."""
    may_write_track(actor, row.dossier_id).enforce()
    can_follow(row.state, row.decision, number).enforce()
    change_track(row, "followed", {"state": FOLLOWED, "report_number": number.strip()})


def tell_feedback(*, actor: Actor, row: ReportTrack, words: str) -> None:
    """What Veilig Thuis told who reported."""
    may_write_track(actor, row.dossier_id).enforce()
    if row.decision not in REPORTS or row.state != FOLLOWED:
        raise Refused(_("Terugkoppeling komt na een melding."))
    if not words.strip():
        raise Refused(_("Schrijf op wat Veilig Thuis vertelde."))
    change_track(row, "feedback_told", {"feedback": words.strip(), "feedback_on": actor.today})


def close_track(*, actor: Actor, row: ReportTrack, reason: str) -> None:
    may_write_track(actor, row.dossier_id).enforce()
    can_close(row.state, reason).enforce()
    change_track(
        row, "closed", {"state": CLOSED, "closed_on": actor.today, "closed_because": reason.strip()}, ground=reason
    )
