"""One help as a page shows it, delivered or told, with where it is known from."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.parts import Law
from kring.ground.shared.period import Period
from kring.practice.care.rules.help import DAY, Cost


@dataclass(frozen=True, slots=True)
class CareRow:
    """`end` is its last day; `cost` is None where the viewer may not see costs, and of what the family told.

    `told_by`: who told it, of help that no delivery knows; `may_change`: by this viewer.
    """

    id: UUID
    subject: UUID
    person: str
    law: Law
    product: str
    provider: str
    helpers: tuple[str, ...]
    start: date
    end: date | None
    volume: str
    case_number: str
    state: str
    runs: bool
    told_by_family: bool
    cost: Cost | None
    told_by: str = ""
    may_change: bool = False

    @property
    def source(self) -> str:
        """Where we know it from; a delivery is not put right here."""
        if self.told_by:
            return _("verteld door %(who)s") % {"who": self.told_by}
        return _("zelf verteld") if self.told_by_family else _("levering")

    @property
    def title(self) -> str:
        """As it is drawn: what only the family told says so."""
        if self.told_by_family:
            return _("%(product)s (volgens het gezin)") % {"product": self.product}
        return self.product


def last_day(period: Period) -> date | None:
    return None if period.end is None else max(period.end - DAY, period.start)
