"""Rows of care as the rules see them, and what all services look up in one go."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import Provider, Provision, ProvisionEvent
from kring.practice.care.rules.incoming import Envelope
from kring.practice.care.rules.reports import Kind, Report, Reports, State, course_of, settled
from kring.practice.care.rules.standing import Standing, of_course


def unit_of(provision: Provision) -> str:
    """All rows of one provision stand or fall together."""
    return f"voorziening {provision.id}"


def provisions_of(envelope: Envelope, case_numbers: Iterable[str]) -> dict[str, Provision]:
    """By case number, of this municipality and law."""
    keys = {envelope.source_key(number) for number in case_numbers}
    rows = Provision.objects.filter(source=envelope.source, source_key__in=keys).select_related("provider")
    return {row.case_number: row for row in rows}


def agb_of(provision: Provision) -> str:
    return provision.provider.agb_code if provision.provider else ""


def provider_by_agb(ledger: Ledger, agb_code: str) -> Provider:
    """A message gives no name; a later delivery that does, names it."""
    known = Provider.objects.filter(agb_code=agb_code).first()
    if known is None:
        known = Provider(name=nameless(agb_code), agb_code=agb_code)
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


def by_case(rows: Iterable[ProvisionEvent]) -> dict[str, list[ProvisionEvent]]:
    found: dict[str, list[ProvisionEvent]] = defaultdict(list)
    for row in rows:
        found[row.case_number].append(row)
    return found


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
