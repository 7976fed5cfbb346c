"""From the report of a need to the start of the investigation: confirmed at once, and prepared as the law asks."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.models import DossierSubject, SubjectKind
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import notify_person
from kring.ground.audit.models import Event
from kring.ground.shared.verdict import Refused
from kring.practice.investigation.models import Investigation
from kring.practice.investigation.policy import may_investigate
from kring.practice.investigation.rules.steps import (
    State,
    Support,
    can_confirm,
    can_happen_on,
    can_provide_urgently,
    can_start,
    can_triage,
    can_write,
)
from kring.practice.investigation.rules.words import BeforeWords, ReportWords, can_prepare, can_report
from kring.practice.investigation.services.writing import change, enforce, note, step


def report_need(*, actor: Actor, dossier: UUID, words: ReportWords) -> Investigation:
    """Of one member of the family. It is confirmed in the same deed, to the member's own account if there is one."""
    may_investigate(actor, dossier, words.subject).enforce()
    (can_report(words, actor.today) and can_confirm(words.caller, words.call_by, actor.today)).enforce()
    members = DossierSubject.objects.filter(dossier_id=dossier, subject=words.subject)
    if not members.exclude(subject__kind=SubjectKind.NETWORK).exists():
        raise Refused(_("Deze persoon hoort niet bij dit gezin."))
    row = Investigation(
        dossier_id=dossier,
        subject_id=words.subject,
        written_by=actor.id,
        written_by_name=own_name(actor),
        written_at=actor.at,
        **_fields(words),
    )
    row.save(force_insert=True)
    note(row, "reported", Event.CREATE)
    step(actor, row, State.CONFIRMED, confirmed_on=actor.today)
    notify_person(dossier=dossier, person=words.subject, kind=NoticeKind.NEED_CONFIRMED)
    return row


def correct_report(*, actor: Actor, row: Investigation, words: ReportWords) -> None:
    """It was written down wrongly; of whom it is does not change. The terms run from the day of the report."""
    enforce(actor, row)
    (can_write(row.state) and can_report(words, actor.today)).enforce()
    can_confirm(words.caller, words.call_by, words.reported_on).enforce()
    if row.reported_on != words.reported_on and row.started_on is not None:
        raise Refused(_("Het onderzoek is begonnen. De dag van de melding verandert niet meer."))
    change(actor, row, "report_corrected", **_fields(words))


def prepare(*, actor: Actor, row: Investigation, words: BeforeWords) -> None:
    """Safety, client support for both, and by which document somebody showed who it is."""
    enforce(actor, row)
    (can_write(row.state) and can_prepare(words, actor.today)).enforce()
    if row.state == State.INVESTIGATING:
        (can_triage(words.safety) and can_start(words.client, words.of_carer)).enforce()
    change(
        actor, row, "prepared",
        safety=words.safety, safety_words=words.safety_words.strip(),
        client_offered_on=words.client.offered_on, client_answer=words.client.answer.strip(),
        carer_name=words.carer_name.strip(),
        carer_offered_on=words.carer.offered_on, carer_answer=words.carer.answer.strip(),
        identity=words.identity, identity_seen_on=words.identity_seen_on,
    )  # fmt: skip


def receive_plan(*, actor: Actor, row: Investigation, on: date, words: str) -> None:
    """The person's own plan. Also after the seven days it counts: every block says how it was used (BR-008)."""
    enforce(actor, row)
    (can_write(row.state) and can_happen_on(on, row.reported_on, actor.today)).enforce()
    if not words.strip():
        raise Refused(_("Neem het persoonlijk plan over, of schrijf op waar het bij Documenten staat."))
    change(actor, row, "plan_received", plan_received_on=on, plan_words=words.strip())


def provide_urgently(*, actor: Actor, row: Investigation, what: str, since: date) -> None:
    """Help that comes at once (BR-003); the investigation goes on."""
    enforce(actor, row)
    can_provide_urgently(row.state, what, since, row.reported_on).enforce()
    change(actor, row, "urgent_help", urgent_what=what.strip(), urgent_from=since)


def start(*, actor: Actor, row: Investigation, on: date) -> None:
    """Only after the check of safety (BR-002) and when client support was offered (BR-007)."""
    enforce(actor, row)
    client = Support(row.client_offered_on, row.client_answer)
    carer = Support(row.carer_offered_on, row.carer_answer) if row.carer_name else None
    (can_triage(row.safety) and can_start(client, carer)).enforce()
    can_happen_on(on, row.reported_on, actor.today).enforce()
    step(actor, row, State.INVESTIGATING, started_on=on)


def _fields(words: ReportWords) -> dict[str, object]:
    return {
        "reported_on": words.reported_on,
        "reported_by": words.reported_by.strip(),
        "need": words.need.strip(),
        "caller": words.caller.strip(),
        "call_by": words.call_by,
    }
