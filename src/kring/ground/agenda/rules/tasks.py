"""What may be done with a task. It is late from 00:00 local time on the day after its due date (BR-004)."""

from datetime import date

from kring.ground.agenda.rules.terms import Clock
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no


def is_late(due: date, today: date) -> bool:
    return today > due


def can_move(clock: Clock, *, is_open: bool, today: date, new_due: date, reason: str) -> Verdict:
    """A term of the law is not ours to move; another one moves to a day that is still to come, with a reason."""
    if clock.is_legal:
        return no(_("Deze termijn staat in de wet en kan niet worden verzet."))
    if new_due < today:
        return no(_("De nieuwe datum ligt in het verleden. Kies vandaag of een latere dag."))
    return can_close(is_open=is_open) and _with_reason(reason)


def can_close(*, is_open: bool) -> Verdict:
    return YES if is_open else no(_("Deze taak is al gedaan of vervallen."))


def can_reopen(*, is_open: bool) -> Verdict:
    return no(_("Deze taak staat nog open.")) if is_open else YES


def can_cancel(*, is_open: bool, reason: str) -> Verdict:
    return can_close(is_open=is_open) and _with_reason(reason)


def _with_reason(reason: str) -> Verdict:
    return YES if reason.strip() else no(_("Schrijf op waarom."))
