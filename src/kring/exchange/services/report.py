"""The report of a delivery: a line per finding, cut to what a line can hold; never a person's data."""

from collections.abc import Sequence

from kring.exchange.findings import Finding
from kring.exchange.models import Delivery, DeliveryLine


def write_report(delivery: Delivery, findings: Sequence[Finding]) -> None:
    DeliveryLine.objects.bulk_create(report_lines(delivery, findings), batch_size=1000)


def reads_the_same(delivery: Delivery, findings: Sequence[Finding]) -> bool:
    """Whether the report that is there says just this."""
    then = delivery.lines.order_by("id")
    return [_text(line) for line in then] == [_text(line) for line in report_lines(delivery, findings)]


def report_lines(delivery: Delivery, findings: Sequence[Finding]) -> list[DeliveryLine]:
    return [
        DeliveryLine(
            delivery=delivery,
            organisation_id=delivery.organisation_id,
            file_name=finding.file[-200:],
            line=finding.line,
            field=finding.field[:120],
            rule=finding.rule[:20],
            severity=finding.severity.value,
            what=finding.what[:400],
            why=finding.why[:400],
            todo=finding.todo[:400],
        )
        for finding in findings
    ]


def _text(line: DeliveryLine) -> tuple[int | None, str, str, str]:
    return line.line, line.field, line.rule, line.what
