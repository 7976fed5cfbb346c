"""From the report to a decision: sent, applied for, decided, or stopped with a reason."""

from datetime import date

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.shared.verdict import Refused
from kring.practice.investigation.models import BlockFinding, Investigation
from kring.practice.investigation.rules.blocks import Block, Finding, lacking
from kring.practice.investigation.rules.clocks import report_clock
from kring.practice.investigation.rules.steps import Decision, State, can_apply, can_happen_on, can_send_report
from kring.practice.investigation.services.writing import enforce, pauses_of, step


def send_report(*, actor: Actor, row: Investigation, on: date) -> None:
    """In writing to the person, only when no block is empty (BR-006, BR-008)."""
    enforce(actor, row)
    missing = list(lacking(_findings(row), has_personal_plan=row.plan_received_on is not None))
    (can_send_report(missing) and can_happen_on(on, row.started_on, actor.today)).enforce()
    step(actor, row, State.SENT, sent_on=on)


def apply(*, actor: Actor, row: Investigation, on: date) -> None:
    """The person asks for a provision: after the report, or when that did not come in time (BR-005)."""
    enforce(actor, row)
    can_happen_on(on, row.sent_on or row.reported_on, actor.today).enforce()
    can_apply(row.sent_on, report_clock(row.reported_on, pauses_of(row), on), on).enforce()
    step(actor, row, State.APPLIED, applied_on=on)


def decide(*, actor: Actor, row: Investigation, on: date, decision: Decision) -> None:
    """Within two weeks of the application; the provision itself comes with the delivery of the municipality."""
    enforce(actor, row)
    can_happen_on(on, row.applied_on, actor.today).enforce()
    step(actor, row, State.DECIDED, decided_on=on, decision=decision.value)


def end_without_application(*, actor: Actor, row: Investigation, on: date, reason: str) -> None:
    """After the report nobody asks for a provision; an application may still come."""
    enforce(actor, row)
    can_happen_on(on, row.sent_on, actor.today).enforce()
    step(actor, row, State.NO_APPLICATION, ended_on=on, ended_because=_said(reason))


def stop(*, actor: Actor, row: Investigation, on: date, reason: str) -> None:
    """The report is withdrawn, or it was never one."""
    enforce(actor, row)
    can_happen_on(on, row.reported_on, actor.today).enforce()
    step(actor, row, State.STOPPED, ended_on=on, ended_because=_said(reason))


def _findings(row: Investigation) -> list[Finding]:
    rows = BlockFinding.objects.filter(investigation=row).order_by("block")
    return [Finding(Block.of(one.block), one.words, one.conclusion, one.not_applicable, one.plan_used) for one in rows]


def _said(reason: str) -> str:
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    return reason.strip()
