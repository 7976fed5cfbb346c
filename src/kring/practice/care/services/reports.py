"""Starts (305) and stops (307): each is kept; what it does follows from all reports on its assignment together."""

from collections.abc import Sequence
from dataclasses import dataclass

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
from kring.practice.care.services.casebook import CaseBook
from kring.practice.care.services.rows import agb_of, as_report, belonging, settle_events, unit_of

Written = list[tuple[Told, ProvisionEvent]]


def store_reports(*, ledger: Ledger, envelope: Envelope, book: CaseBook, told: Sequence[Told]) -> Stored:
    """The reports of one client, all or none."""
    cases = {one.case_number: _case(envelope, book, one) for one in told}
    after, breaches = _judge(envelope, told, cases)
    if breaches:
        return Stored(breaches=breaches)
    created = _write(ledger, envelope, book, told, cases)
    for number, case in cases.items():
        line = next(one.line for one in told if one.case_number == number)
        settle_events(ledger, case.provision, case.rows, after[number], line)
    note_deed("care.reports_stored", "provision", subjects={one.subject for one in told}, ground=envelope.source)
    return Stored(frozenset(one.line for one, _row in created), notes=_waiting(created))


@dataclass(frozen=True, slots=True)
class _Case:
    """One assignment, if it is there, with what was told of it."""

    provision: Provision | None
    rows: list[ProvisionEvent]


def _case(envelope: Envelope, book: CaseBook, told: Told) -> _Case:
    provision = book.provision(envelope, told.case_number)
    return _Case(provision, belonging(book.told(envelope, told.case_number, told.subject), provision))


def _judge(
    envelope: Envelope, told: Sequence[Told], cases: dict[str, _Case]
) -> tuple[dict[str, Reports], tuple[Breach, ...]]:
    """The reports of each assignment after these came in, and the rules that they break."""
    after: dict[str, Reports] = {number: [as_report(row) for row in case.rows] for number, case in cases.items()}
    breaches = []
    for one in told:
        provision = cases[one.case_number].provision
        rule = _misplaced(envelope, one, provision)
        outcome = rule or arrived(after[one.case_number], one.report, one.status, assigned=provision is not None)
        if isinstance(outcome, Rule):
            breaches.append(Breach(outcome, one.line, one.at))
        else:
            after[one.case_number] = outcome
    return after, tuple(breaches)


def _misplaced(envelope: Envelope, told: Told, provision: Provision | None) -> Rule | None:
    if not told.case_number:
        return NO_NUMBER
    if provision is None:
        return None
    if provision.subject_id != told.subject:
        return OTHER_CLIENT
    return None if agb_of(provision) == envelope.provider else OTHER_PROVIDER


def _write(
    ledger: Ledger, envelope: Envelope, book: CaseBook, told: Sequence[Told], cases: dict[str, _Case]
) -> Written:
    """A row for each report but those that only withdraw."""
    created: Written = []
    for one in told:
        if one.status is Status.DELETED:
            continue
        case = cases[one.case_number]
        row = _row(envelope, one, case.provision)
        ledger.add(row, unit=unit_of(case.provision) if case.provision else f"melding {row.id}", line=one.line)
        case.rows.append(row)
        book.events[envelope.law, envelope.provider, one.case_number].append(row)
        created.append((one, row))
    return created


def _row(envelope: Envelope, told: Told, provision: Provision | None) -> ProvisionEvent:
    report = told.report
    return ProvisionEvent(
        provision=provision,
        subject_id=told.subject,
        law=envelope.law,
        kind=report.kind.value,
        case_number=told.case_number,
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


def _waiting(created: Written) -> tuple[Breach, ...]:
    notes = []
    for one, row in created:
        if row.provision_id is None:
            notes.append(Breach(WAITS_FOR_ASSIGNMENT, one.line, one.at))
        elif row.state == State.WAITING:
            notes.append(Breach(WAITS_FOR_START, one.line, one.at))
    return tuple(notes)
