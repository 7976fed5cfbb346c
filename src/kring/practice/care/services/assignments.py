"""Assignments (301): new, changed, ended or removed. What waited for an assignment is applied when it comes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kring.ground.audit.trail import note_deed
from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import Declaration, Provision, ProvisionEvent
from kring.practice.care.rules.breaches import (
    NUMBER_TAKEN,
    OUTDATED,
    REMOVED_WITH_DECLARATIONS,
    Breach,
    Rule,
    still_waits,
)
from kring.practice.care.rules.declared import Performed, unfit
from kring.practice.care.rules.incoming import Envelope, Grant, Stored
from kring.practice.care.rules.reports import Course, judged
from kring.practice.care.rules.standing import of_course
from kring.practice.care.services.casebook import CaseBook
from kring.practice.care.services.rows import (
    add_cost,
    agb_of,
    as_assigned,
    as_performed,
    as_report,
    provider_by_agb,
    settle_events,
    unit_of,
)


@dataclass(slots=True)
class _Work:
    ledger: Ledger
    envelope: Envelope
    book: CaseBook
    created: dict[str, Provision] = field(default_factory=dict)


def store_grants(*, ledger: Ledger, envelope: Envelope, book: CaseBook, grants: Sequence[Grant]) -> Stored:
    """The assignments of one client, all or none."""
    known = {grant.case_number: book.provision(envelope, grant.case_number) for grant in grants}
    breaches = tuple(
        Breach(rule, grant.line, grant.at)
        for grant in grants
        if (rule := _broken(envelope, book, grant, known[grant.case_number])) is not None
    )
    if breaches:
        return Stored(breaches=breaches)
    work = _Work(ledger, envelope, book)
    old = [grant for grant in grants if _is_outdated(grant, known[grant.case_number])]
    for grant in grants:
        if grant not in old:
            _store(work, grant, known[grant.case_number])
    told = _apply_waiting(work, grants)
    note_deed(
        "care.assignments_stored", "provision", subjects={grant.subject for grant in grants}, ground=envelope.source
    )
    lines = frozenset(grant.line for grant in grants if grant.case_number in work.created)
    return Stored(lines, notes=(*(Breach(OUTDATED, grant.line, grant.at) for grant in old), *told))


def _broken(envelope: Envelope, book: CaseBook, grant: Grant, known: Provision | None) -> Rule | None:
    if known is None:
        return None
    if known.subject_id != grant.subject or agb_of(known) != envelope.provider:
        return NUMBER_TAKEN
    cost = book.costs.get(known.id) if grant.removed else None
    return REMOVED_WITH_DECLARATIONS if cost and cost.cents_declared else None


def _is_outdated(grant: Grant, known: Provision | None) -> bool:
    return known is not None and known.stated_at is not None and grant.stated_at < known.stated_at


def _store(work: _Work, grant: Grant, known: Provision | None) -> None:
    if known is not None:
        course = Course(known.actual_start_on, known.actual_end_on, known.stop_reason)
        work.ledger.put(known, _stated(grant, course), unit=unit_of(known), line=grant.line)
        return
    provision = Provision(
        subject_id=grant.subject,
        law=work.envelope.law,
        provider=provider_by_agb(work.ledger, work.book, work.envelope.provider),
        municipality_code=work.envelope.municipality,
        case_number=grant.case_number,
        source=work.envelope.source,
        source_key=work.envelope.source_key(grant.case_number),
        **_stated(grant, Course()),
    )
    work.ledger.add(provision, unit=unit_of(provision), line=grant.line)
    work.created[grant.case_number] = work.book.provisions[work.envelope.law, grant.case_number] = provision


def _stated(grant: Grant, course: Course) -> dict[str, object]:
    """What the municipality states, and what follows from it for the state."""
    return {
        "product": grant.product,
        "category_code": grant.category,
        "product_code": grant.code,
        "volume": grant.volume,
        "assigned_volume": grant.assigned.amount if grant.assigned else None,
        "assigned_unit": grant.assigned.unit if grant.assigned else "",
        "assigned_frequency": grant.assigned.frequency if grant.assigned else "",
        "budget_cents": grant.budget,
        "started_on": grant.started_on,
        "ended_on": grant.ended_on,
        "stated_at": grant.stated_at,
        "state": of_course(course, removed=grant.removed).value,
    }


def _apply_waiting(work: _Work, grants: Sequence[Grant]) -> list[Breach]:
    """Starts, stops and performances that came before their assignment, from its client and its provider.

    The assignment is written first: undoing goes backwards, and lets go of what waited before the assignment goes.
    """
    told: list[Breach] = []
    for grant in grants:
        events = work.book.told(work.envelope, grant.case_number, grant.subject)
        declared = work.book.performed(work.envelope, grant.case_number, grant.subject)
        if grant.case_number in work.created and (events or declared):
            work.ledger.flush()
            told += _take_reports(work, grant, events)
            told += _take_declared(work, grant, declared)
    return told


def _take_reports(work: _Work, grant: Grant, rows: Sequence[ProvisionEvent]) -> list[Breach]:
    fit, misfit = judged([as_report(row) for row in rows])
    provision = work.created[grant.case_number]
    settle_events(work.ledger, provision, [rows[place] for place in fit], tuple(fit.values()), grant.line)
    return [Breach(still_waits(rule), grant.line, grant.at) for rule in misfit.values()]


def _take_declared(work: _Work, grant: Grant, rows: Sequence[Declaration]) -> list[Breach]:
    """Credits first: what is taken back leaves room."""
    provision, told, past = work.created[grant.case_number], list[Rule](), list[Performed]()
    cents = 0
    for row in sorted(rows, key=lambda row: row.cents >= 0):
        one = as_performed(row)
        rules = unfit(as_assigned(provision), past, one)
        refusing = [rule for rule in rules if rule.refuses]
        told += map(still_waits, refusing[:1]) if refusing else rules
        if not refusing:
            past.append(one)
            cents += row.cents
            work.ledger.put(row, {"provision_id": provision.id}, unit=unit_of(provision), line=grant.line)
    if past:
        add_cost(work.ledger, work.book, provision, cents, grant.line)
    return [Breach(rule, grant.line, grant.at) for rule in told]
