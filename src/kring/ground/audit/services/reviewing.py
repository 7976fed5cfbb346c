"""Samples: every month some lines by chance, that the privacy officer looks at and says something about (I-29)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.audit.models import LogLine, SampledLine
from kring.ground.audit.policy import Reviewer, may_review
from kring.ground.audit.rules import can_draw, month_of
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused


def draw_sample(*, actor: Reviewer, organisation: UUID, month: date, size: int) -> int:
    """By chance, once per month, from the lines about this organisation's people. Returns how many there were."""
    (may_review(actor, organisation) and can_draw(month, actor.today, size)).enforce()
    first = month.replace(day=1)
    if SampledLine.objects.filter(organisation=organisation, month=first).exists():
        raise Refused(_("Van deze maand is al een steekproef getrokken."))
    since, until = month_of(first)
    lines = LogLine.objects.filter(controller=organisation, at__gte=since, at__lt=until).order_by("?")[:size]
    rows = [
        SampledLine(organisation=organisation, month=first, line=number, drawn_at=actor.at)
        for number in lines.values_list("id", flat=True)
    ]
    if not rows:
        raise Refused(_("In deze maand zijn er geen regels. Kies een andere maand."))
    SampledLine.objects.bulk_create(rows)
    note_deed("audit.sample_drawn", "access_log", ground=f"{first:%m-%Y}")
    return len(rows)


def mark_seen(*, actor: Reviewer, sampled: SampledLine, remark: str = "") -> None:
    """Looked at, with what stands out; the first mark stays, a remark may be added later."""
    may_review(actor, sampled.organisation).enforce()
    SampledLine.objects.filter(id=sampled.id).update(
        seen_at=sampled.seen_at or actor.at, seen_by=actor.id, remark=remark.strip()
    )
    note_deed("audit.sample_seen", "access_log", ground=f"regel {sampled.line}")
