"""Starts (305) and stops (307): each is kept; what it does follows from all reports on its assignment together."""

from collections.abc import Sequence

from kring.ground.audit.trail import note_deed
from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import Provision, ProvisionEvent
from kring.practice.care.rules.breaches import (
    NO_NUMBER,
    OTHER_CLIENT,
    OTHER_PROVIDER,
    WAITS_FOR_ASSIGNMENT,
    WAITS_FOR_START,
    Breach,
    Rule,
)
from kring.practice.care.rules.incoming import Envelope, Stored, Told
from kring.practice.care.rules.reports import Reports, State, Status, arrived
from kring.practice.care.services.rows import agb_of, as_report, by_case, provisions_of, settle_events, unit_of

Written = list[tuple[Told, ProvisionEvent]]


def store_reports(*, ledger: Ledger, envelope: Envelope, told: Sequence[Told]) -> Stored:
    """The reports of one client, all or none."""
    numbers = {one.case_number for one in told}
    provisions = provisions_of(envelope, numbers)
    before = ProvisionEvent.objects.filter(
        subject_id__in={one.subject for one in told},
        law=envelope.law,
        case_number__in=numbers,
        sender=envelope.provider,
    )
    rows = by_case(row for row in before.order_by("reported_on", "began_on", "ended_on") if _belongs(row, provisions))
    after, breaches = _judge(envelope, told, provisions, rows)
    if breaches:
        return Stored(breaches=breaches)
    created = _write(ledger, envelope, told, rows, provisions)
    for number in numbers:
        line = next(one.line for one in told if one.case_number == number)
        settle_events(ledger, provisions.get(number), rows[number], after[number], line)
    ledger.flush()
    note_deed("care.reports_stored", "provision", subjects={one.subject for one in told}, ground=envelope.source)
    return Stored(frozenset(one.line for one, _row in created), notes=_waiting(created, provisions))


def _judge(
    envelope: Envelope,
    told: Sequence[Told],
    provisions: dict[str, Provision],
    rows: dict[str, list[ProvisionEvent]],
) -> tuple[dict[str, Reports], tuple[Breach, ...]]:
    """The reports of each assignment after these came in, and the rules that they break."""
    after: dict[str, Reports] = {one.case_number: [as_report(row) for row in rows[one.case_number]] for one in told}
    breaches = []
    for one in told:
        rule = _misplaced(envelope, one, provisions.get(one.case_number))
        assigned = one.case_number in provisions
        outcome = rule or arrived(after[one.case_number], one.report, one.status, assigned=assigned)
        if isinstance(outcome, Rule):
            breaches.append(Breach(outcome, one.line, one.at))
        else:
            after[one.case_number] = outcome
    return after, tuple(breaches)


def _belongs(row: ProvisionEvent, provisions: dict[str, Provision]) -> bool:
    """What did not fit the assignment when it came, stays outside."""
    provision = provisions.get(row.case_number)
    return row.provision_id == (provision.id if provision else None)


def _misplaced(envelope: Envelope, told: Told, provision: Provision | None) -> Rule | None:
    if not told.case_number:
        return NO_NUMBER
    if provision is None:
        return None
    if provision.subject_id != told.subject:
        return OTHER_CLIENT
    return None if agb_of(provision) == envelope.provider else OTHER_PROVIDER


def _write(
    ledger: Ledger,
    envelope: Envelope,
    told: Sequence[Told],
    rows: dict[str, list[ProvisionEvent]],
    provisions: dict[str, Provision],
) -> Written:
    """A row for each report but those that only withdraw."""
    created: Written = []
    for one in told:
        if one.status is Status.DELETED:
            continue
        provision, report = provisions.get(one.case_number), one.report
        row = ProvisionEvent(
            provision=provision,
            subject_id=one.subject,
            law=envelope.law,
            kind=report.kind.value,
            case_number=one.case_number,
            category_code=report.category,
            product_code=report.code,
            began_on=report.began_on,
            ended_on=report.ended_on,
            reason=report.reason,
            state=report.state.value,
            sender=envelope.provider,
            message=envelope.message,
            reported_on=envelope.dated,
        )
        ledger.add(row, unit=unit_of(provision) if provision else f"melding {row.id}", line=one.line)
        rows[one.case_number].append(row)
        created.append((one, row))
    return created


def _waiting(created: Written, provisions: dict[str, Provision]) -> tuple[Breach, ...]:
    notes = []
    for one, row in created:
        if one.case_number not in provisions:
            notes.append(Breach(WAITS_FOR_ASSIGNMENT, one.line, one.at))
        elif row.state == State.WAITING:
            notes.append(Breach(WAITS_FOR_START, one.line, one.at))
    return tuple(notes)
