"""The terms of a course: when to look back, after-care, coming back within a year, and birthdays that change much."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from kring.ground.agenda.rules.terms import Term, Unit, end_of
from kring.ground.configuration.rules import Setting, Topic, declare
from kring.ground.shared.marking import mark as _

HEAVY: Final = "heavy"
LIGHT_MONTHS: Final = declare(
    Setting(
        code="evaluatie_licht_maanden",
        topic=Topic.CLOCK,
        title=_("Terugkijken op een licht plan"),
        meaning=_("Uiterlijk na zoveel maanden kijkt u samen terug op een licht plan."),
        unit=_("maanden"),
        default=10,
        lowest=1,
        highest=24,
        source=_("1Gezin1Plan: zes tot tien maanden (BR-021)"),
    )
)
HEAVY_WEEKS: Final = declare(
    Setting(
        code="evaluatie_zwaar_weken",
        topic=Topic.CLOCK,
        title=_("Terugkijken op een zwaar plan"),
        meaning=_("Uiterlijk na zoveel weken kijkt u samen terug op een zwaar plan."),
        unit=_("weken"),
        default=12,
        lowest=2,
        highest=52,
        source=_("huisregel, zes tot twaalf weken (BR-021)"),
    )
)


def _after_care(code: str, title: str, unit: str, default: int, highest: int) -> Setting:
    meaning = _("Zoveel tijd na het afsluiten vraagt u hoe het gaat. Per gezin kunt u een andere dag afspreken.")
    return declare(
        Setting(
            code=code, topic=Topic.CLOCK, title=title, meaning=meaning, unit=unit, default=default, lowest=1,
            highest=highest, source=_("huisregel, zes weken, drie en zes maanden (BR-023)"),
        )
    )  # fmt: skip


AFTER_CARE: Final = {
    _after_care("nazorg_eerst_weken", _("Nazorg, de eerste keer"), _("weken"), 6, 26): Unit.WEEKS,
    _after_care("nazorg_daarna_maanden", _("Nazorg, de tweede keer"), _("maanden"), 3, 12): Unit.MONTHS,
    _after_care("nazorg_laatst_maanden", _("Nazorg, de laatste keer"), _("maanden"), 6, 24): Unit.MONTHS,
}
"""Counted from the day of closing (BR-023)."""
RE_ENTRY: Final = Term(12, Unit.MONTHS)
BIRTHDAYS: Final = (12, 16, 18, 23)
"""At 12 and 16 a child's own say changes, at 18 youth help ends or goes on, at 23 it ends (Jeugdwet 1.1, 7.3.4–5)."""
BIRTHDAY_WEEKS: Final = declare(
    Setting(
        code="verjaardag_weken",
        topic=Topic.CLOCK,
        title=_("Vooraf vragen wat er verandert"),
        meaning=_("Zoveel weken voordat iemand 12, 16, 18 of 23 wordt, krijgt de regisseur een taak."),
        unit=_("weken"),
        default=8,
        lowest=1,
        highest=52,
        source=_("huisregel, acht weken (BR-025)"),
    )
)


def latest_evaluation(variant: str, since: date, *, light_months: int, heavy_weeks: int) -> date:
    """The last day to look back on a plan of this weight (BR-021)."""
    return end_of(Term(heavy_weeks, Unit.WEEKS) if variant == HEAVY else Term(light_months, Unit.MONTHS), since)


def after_care_days(closed_on: date, terms: Mapping[str, int] | None = None) -> tuple[date, ...]:
    """Six weeks, three months and six months after closing; `terms` are those of a municipality by their setting."""
    given = terms or {}
    ends = (end_of(Term(given.get(one.code, one.default), unit), closed_on) for one, unit in AFTER_CARE.items())
    return tuple(sorted(ends))


def is_re_entry(closed_on: date, again_on: date) -> bool:
    """Back within twelve months counts as herhaald beroep (BR-024)."""
    return closed_on <= again_on <= end_of(RE_ENTRY, closed_on)


def birthday(born: date, age: int) -> date:
    """Who was born on 29 February has the birthday on 1 March of other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def next_change(born: date, today: date, weeks: int = BIRTHDAY_WEEKS.default) -> tuple[int, date] | None:
    """The age that changes what holds for somebody, and its day, from so many weeks before (BR-025); else None."""
    for age in BIRTHDAYS:
        day = birthday(born, age)
        if is_near(day, today, weeks):
            return age, day
    return None


def is_near(day: date, today: date, weeks: int) -> bool:
    """From so many weeks before up to the day itself."""
    return day - timedelta(weeks=weeks) <= today <= day


def birthday_clock(age: int) -> str:
    """The clock of the agenda, with the text of this age."""
    return f"wordt_{age}"
