"""Rows of care as the rules see them, and what all services do with them."""

from collections.abc import Iterable, Sequence

from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import CostState, Declaration, Provider, Provision, ProvisionCost, ProvisionEvent
from kring.practice.care.rules.allowance import Volume
from kring.practice.care.rules.declared import Assigned, Performed
from kring.practice.care.rules.reports import Kind, Report, Reports, State, course_of, settled
from kring.practice.care.rules.standing import Standing, of_course
from kring.practice.care.services.casebook import CaseBook, RowT


def unit_of(provision: Provision) -> str:
    """All rows of one provision stand or fall together."""
    return f"voorziening {provision.id}"


def agb_of(provision: Provision) -> str:
    return provision.provider.agb_code if provision.provider else ""


def provider_by_agb(ledger: Ledger, book: CaseBook, agb_code: str) -> Provider:
    """A message gives no name; a later delivery that does, names it."""
    known = book.providers.get(agb_code)
    if known is None:
        known = book.providers[agb_code] = Provider(name=nameless(agb_code), agb_code=agb_code)
        ledger.add(known, unit=f"aanbieder {known.id}")
    return known


def nameless(agb_code: str) -> str:
    return f"Aanbieder {agb_code}"


def as_report(row: ProvisionEvent) -> Report:
    return Report(
        kind=Kind(row.kind),
        began_on=row.began_on,
        category=row.category_code,
        code=row.product_code,
        ended_on=row.ended_on,
        reason=row.reason,
        state=State(row.state),
    )


def as_performed(row: Declaration) -> Performed:
    return Performed(
        client=row.subject_id,
        provider=row.sender,
        category=row.category_code,
        code=row.product_code,
        first=row.began_on,
        last=row.ended_on,
        volume=row.volume,
        unit=row.unit,
        cents=row.cents,
        reference=row.reference,
        previous=row.previous,
    )


def as_assigned(provision: Provision) -> Assigned:
    amount = provision.assigned_volume
    return Assigned(
        client=provision.subject_id,
        provider=agb_of(provision),
        category=provision.category_code,
        code=provision.product_code,
        started_on=provision.started_on,
        ended_on=provision.ended_on,
        removed=provision.state == Standing.WITHDRAWN,
        volume=None if amount is None else Volume(amount, provision.assigned_unit, provision.assigned_frequency),
        budget=provision.budget_cents,
    )


def belonging(rows: Iterable[RowT], provision: Provision | None) -> list[RowT]:
    """What did not fit the assignment when it came, stays outside."""
    inside = provision.id if provision else None
    return [row for row in rows if row.provision_id == inside]


def settle_events(
    ledger: Ledger, provision: Provision | None, rows: Sequence[ProvisionEvent], reports: Reports, line: int
) -> None:
    """Give each row the state that follows from all of them together, and the provision its real start and stop."""
    reports = settled(reports, assigned=provision is not None)
    for row, report in zip(rows, reports, strict=True):
        unit = unit_of(provision) if provision else f"melding {row.id}"
        values = {"state": report.state.value, "provision_id": provision.id if provision else None}
        ledger.put(row, values, unit=unit, line=line)
    if provision is not None:
        course = course_of(reports)
        real = {
            "actual_start_on": course.began_on,
            "actual_end_on": course.ended_on,
            "stop_reason": course.reason,
            "state": of_course(course, removed=provision.state == Standing.WITHDRAWN).value,
        }
        ledger.put(provision, real, unit=unit_of(provision), line=line)


def add_cost(ledger: Ledger, book: CaseBook, provision: Provision, cents: int, line: int) -> None:
    """So much more was declared on this provision."""
    known = book.costs.get(provision.id)
    if known is not None:
        values = {"state": CostState.KNOWN.value, "cents_declared": (known.cents_declared or 0) + cents}
        ledger.put(known, values, unit=unit_of(provision), line=line)
        return
    cost = ProvisionCost(
        provision=provision,
        subject_id=provision.subject_id,
        law=provision.law,
        state=CostState.KNOWN,
        cents_declared=cents,
    )
    book.costs[provision.id] = cost
    ledger.add(cost, unit=unit_of(provision), line=line)
