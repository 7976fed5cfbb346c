"""Clocks as data: which term starts a task's due date, and whether the law or the house sets it.

A legal term follows the Algemene termijnenwet (Atw); a house rule counts as people in the field count.
A task is late from 00:00 local time on the day after its due date (BR-004).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from holidays import OPTIONAL, PUBLIC, country_holidays

from kring.ground.configuration.rules import Basis, OwnText, Setting, Topic, declare, declare_text
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

HOLIDAYS = country_holidays("NL", categories=(PUBLIC, OPTIONAL))
"""The days of Atw art. 3 lid 1 and 2: with 5 May every year and Good Friday. Extended by year when asked."""

SECOND_OPINION, LOOK_AGAIN = "achterhouden_mening", "achterhouden_nakijken"
"""The clocks of withholding (BR-073)."""
SATURDAY = 5
DAYS_IN_WEEK = 7


class Unit(StrEnum):
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Term:
    """How long; the day on which the clock begins does not count."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Clock:
    """One rule. `title` and `source` are what a person reads; without a term the day is agreed per case."""

    code: str
    title: str
    basis: Basis
    source: str
    term: Term | None = None

    @property
    def is_legal(self) -> bool:
        return self.basis is Basis.LEGAL


REVIEW = "toegang_nalopen"
"""Runs from the last time that an administrator signed for the accounts and roles of an organisation."""

CLOCKS: Mapping[str, Clock] = {
    clock.code: clock
    for clock in (
        Clock(
            "vraag_het_gezin",
            _("Vraag het gezin of het dit wil"),
            Basis.HOUSE,
            _("huisregel, 10 werkdagen"),
            Term(10, Unit.WORKING_DAYS),
        ),
        Clock(
            "delen_gestopt",
            _("Kijk wat er veranderd is bij Delen"),
            Basis.HOUSE,
            _("huisregel, 2 werkdagen"),
            Term(2, Unit.WORKING_DAYS),
        ),
        Clock(
            "hulp_antwoord",
            _("Kijk wat er geantwoord is over hulp"),
            Basis.HOUSE,
            _("huisregel, 2 werkdagen"),
            Term(2, Unit.WORKING_DAYS),
        ),
        Clock(
            "avg_ingetrokken",
            _("Toestemming gestopt: haal weg waar zij voor was"),
            Basis.HOUSE,
            _("huisregel, 5 werkdagen"),
            Term(5, Unit.WORKING_DAYS),
        ),
        Clock(
            "delen_verloopt",
            _("Delen stopt binnenkort: vraag of het mag doorgaan"),
            Basis.HOUSE,
            _("30 dagen voor het einde"),
        ),
        Clock("inzageverzoek", _("Verzoek om inzage"), Basis.LEGAL, _("AVG art. 12 lid 3"), Term(1, Unit.MONTHS)),
        Clock("correctieverzoek", _("Verzoek om correctie"), Basis.LEGAL, _("AVG art. 12 lid 3"), Term(1, Unit.MONTHS)),
        Clock(
            "vernietigingsverzoek",
            _("Verzoek om vernietiging"),
            Basis.LEGAL,
            _("Wmo 2015 art. 5.3.5: binnen drie maanden besluiten en vernietigen"),
            Term(3, Unit.MONTHS),
        ),
        Clock("datalek", _("Datalek"), Basis.LEGAL, _("AVG art. 33: binnen 72 uur melden, of niet")),
        Clock("evaluatie", _("Samen terugkijken"), Basis.HOUSE, _("afgesproken in het plan")),
        Clock(
            SECOND_OPINION,
            _("Geef uw mening over wat wordt achtergehouden"),
            Basis.HOUSE,
            _("huisregel, 2 werkdagen"),
            Term(2, Unit.WORKING_DAYS),
        ),
        Clock(LOOK_AGAIN, _("Bekijk opnieuw wat wordt achtergehouden"), Basis.HOUSE, _("afgesproken dag")),
        Clock("actie", _("Iets wat is afgesproken"), Basis.HOUSE, _("afgesproken dag")),
        Clock(
            REVIEW,
            _("Nalopen wie toegang heeft"),
            Basis.HOUSE,
            _("huisregel, twee keer per jaar"),
            Term(6, Unit.MONTHS),
        ),
        Clock(
            "beschermd_lezen",
            _("Nakijken wie beschermde gegevens leest"),
            Basis.HOUSE,
            _("afgesproken bij het aanwijzen"),
        ),
    )
}


INVITATION = declare_text(
    OwnText(
        "uitnodiging",
        _("Zin in de uitnodiging"),
        _("Staat in de mail met de link waarmee iemand een account opent. Noem geen namen en geen hulp."),
        300,
    )
)

UNITS = {
    Unit.DAYS: _("dagen"),
    Unit.WORKING_DAYS: _("werkdagen"),
    Unit.WEEKS: _("weken"),
    Unit.MONTHS: _("maanden"),
}


def setting_of(clock: Clock, term: Term) -> Setting:
    """A clock with a term of its own is a setting; that of the law is shown, and cannot be changed."""
    return Setting(
        code=f"klok_{clock.code}",
        topic=Topic.CLOCK,
        title=clock.title,
        meaning=_("Zo lang is er voor deze taak, vanaf de dag waarop zij ontstaat."),
        unit=UNITS[term.unit],
        default=term.number,
        lowest=1,
        highest=100,
        source=clock.source,
        basis=clock.basis,
    )


TERMS = {clock.code: declare(setting_of(clock, clock.term)) for clock in CLOCKS.values() if clock.term}
"""The setting of each clock that has a term."""


def with_number(clock: Clock, number: int) -> Clock:
    """The same clock with the number that holds now; a term of the law stays what it is."""
    if clock.term is None or clock.is_legal:
        return clock
    return replace(clock, term=Term(number, clock.term.unit))


def clock_of(code: str) -> Clock:
    if code not in CLOCKS:
        raise ValueError(f"Onbekende klok: {code}. Kies uit: {', '.join(CLOCKS)}.")
    return CLOCKS[code]


def is_working_day(day: date) -> bool:
    """Not a Saturday, Sunday or generally recognised holiday."""
    return day.weekday() < SATURDAY and day not in HOLIDAYS


def due_on(clock: Clock, start: date) -> date:
    """The last day on which the task is in time. ValueError when the clock has no term of its own."""
    if clock.term is None:
        raise ValueError(f"De klok {clock.code} heeft geen vaste termijn: geef een datum.")
    end = _end(clock.term, start)
    return _extended(clock.term, start, end) if clock.is_legal else end


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


def _end(term: Term, start: date) -> date:
    match term.unit:
        case Unit.DAYS:
            return start + timedelta(days=term.number)
        case Unit.WEEKS:
            return start + timedelta(days=term.number * DAYS_IN_WEEK)
        case Unit.MONTHS:
            return _months_later(start, term.number)
        case Unit.WORKING_DAYS:
            return _working_days_later(start, term.number)


def _months_later(start: date, number: int) -> date:
    """The same day of a later month; the last day of that month where it has no such day."""
    years, month = divmod(start.month - 1 + number, 12)
    first = date(start.year + years, month + 1, 1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first.replace(day=1) + timedelta(days=start.day - 1), after - timedelta(days=1))


def _working_days_later(start: date, number: int) -> date:
    day, left = start, number
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day


def _extended(term: Term, start: date, end: date) -> date:
    """Atw art. 1: to the next ordinary day. Art. 2: a term of three days or more holds two ordinary days."""
    if _is_long(term):
        return end
    while not is_working_day(end) or (end - start >= timedelta(days=3) and _working_days(start, end) < 2):
        end += timedelta(days=1)
    return end


def _is_long(term: Term) -> bool:
    """Atw art. 4: terms of more than 90 days, twelve weeks or three months are left as they are."""
    longest = {Unit.DAYS: 90, Unit.WORKING_DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3}
    return term.number > longest[term.unit]


def _working_days(start: date, end: date) -> int:
    days = ((start + timedelta(days=step)) for step in range(1, (end - start).days + 1))
    return sum(is_working_day(day) for day in days)
