"""A household of a study as the page shows it: the facts in words, the strip beside its row, the large timeline."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.draw import (
    Bar,
    Drawing,
    MiniLane,
    MiniTimeline,
    TimelineInput,
    draw_mini_timeline,
    draw_timeline,
)
from kring.ground.access.parts import Law
from kring.practice.care.queries import LANE_OF
from kring.steering.studies.queries import CaseRow
from kring.steering.studies.queries.cases import Bar as Course
from kring.web.costs import euros, not_counted

STRIP_YEARS: Final = 3
SHORT: Final = {
    Law.JEUGDWET: "Jeugdwet",
    Law.WMO: "Wmo",
    Law.PARTICIPATIEWET: "P-wet",
    Law.SCHULDHULP: "Schuldhulp",
    Law.LEERPLICHT: "Leerplicht",
    Law.ZVW: "Zvw",
    Law.WLZ: "Wlz",
    Law.OTHER: "Overig",
}
"""In the strip. Never Wgs: two acts are called that (handbook §9)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row with its words and its strip."""

    row: CaseRow
    people: str
    helpers: str
    euros: str
    beside: tuple[str, ...]
    strip: SafeString


def shown(rows: Sequence[CaseRow]) -> list[Shown]:
    return [
        Shown(
            row, people_of(row), helpers_of(row), euros(row.costs.per_year), not_counted(row.costs), _strip(index, row)
        )
        for index, row in enumerate(rows)
    ]


def people_of(row: CaseRow) -> str:
    """`2 volwassenen, 3 kinderen`."""
    adults = ngettext("%(n)s volwassene", "%(n)s volwassenen", row.adults) % {"n": row.adults}
    children = ngettext("%(n)s kind", "%(n)s kinderen", row.children) % {"n": row.children}
    return ", ".join(part for number, part in ((row.adults, adults), (row.children, children)) if number)


def helpers_of(row: CaseRow) -> str:
    """What is not known stands beside what is: `bij 2 aanbieders onbekend`."""
    unknown = row.providers_without_helper
    if not unknown:
        return ""
    return ngettext("bij %(n)s aanbieder onbekend", "bij %(n)s aanbieders onbekend", unknown) % {"n": unknown}


def course(row: CaseRow, today: date) -> Drawing:
    """The large timeline. What is informal no file tells, so it has no lane here."""
    bars = tuple(
        Bar(LANE_OF[bar.law].key, bar.product, bar.period.start, bar.period.end, bar.who, bar.provider)
        for bar in row.bars
    )
    title = _("Zorgverloop van huishouden %(name)s") % {"name": row.pseudonym}
    day = row.reference_date
    name = "vandaag" if day == today else "peildatum"
    return draw_timeline(TimelineInput("huishouden", day, tuple(LANE_OF.values()), bars, title=title, day_name=name))


def _strip(index: int, row: CaseRow) -> SafeString:
    by_law: dict[Law, list[Course]] = defaultdict(list)
    for bar in row.bars:
        by_law[bar.law].append(bar)
    lanes = tuple(
        MiniLane(
            SHORT[law], law.label, LANE_OF[law].tone, tuple((bar.period.start, bar.period.end) for bar in by_law[law])
        )
        for law in Law
        if law in row.laws
    )
    title = _("Lopende wetten van %(name)s") % {"name": row.pseudonym}
    drawn = draw_mini_timeline(
        MiniTimeline(f"strip-{index}", title, _years_before(row.reference_date), row.reference_date, lanes)
    )
    # kring.draw escapes every text it is given: what it returns is markup
    return SafeString(drawn)


def _years_before(day: date) -> date:
    return date(day.year - STRIP_YEARS, day.month, 1)
