"""Starts (305) and stops (307) of one assignment: which count, which wait, and when help really ran.

What is replaced or withdrawn stays in history. The order in which messages come in does not matter for the outcome.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kring.practice.care.rules.breaches import Rule

PAUSE = "20"
"""RedenBeeindiging of a stop after which the same delivery may go on."""


class Kind(StrEnum):
    START = "start"
    STOP = "stop"


class State(StrEnum):
    ACTIVE = "active"
    WAITING = "waiting"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class Status(StrEnum):
    """StatusAanlevering."""

    NEW = "1"
    CHANGED = "2"
    DELETED = "3"


MOVES: dict[State, frozenset[State]] = {
    State.WAITING: frozenset({State.ACTIVE, State.REPLACED, State.WITHDRAWN}),
    State.ACTIVE: frozenset({State.WAITING, State.REPLACED, State.WITHDRAWN}),
    State.REPLACED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
CURRENT = frozenset(state for state, onward in MOVES.items() if onward)
BECOMES = {Status.CHANGED: State.REPLACED, Status.DELETED: State.WITHDRAWN}
"""What a changed or deleted delivery makes of the earlier one."""


@dataclass(frozen=True, slots=True)
class Report:
    """One start or stop. Assignment, product and first day are the key that start and stop share (TR382)."""

    kind: Kind
    began_on: date
    category: str = ""
    code: str = ""
    ended_on: date | None = None
    reason: str = ""
    state: State = State.WAITING

    @property
    def key(self) -> tuple[str, str, date]:
        return self.category, self.code, self.began_on

    @property
    def is_current(self) -> bool:
        return self.state in CURRENT


@dataclass(frozen=True, slots=True)
class Course:
    """When help really ran, as far as the provider told. A pause ends it until the next start."""

    began_on: date | None = None
    ended_on: date | None = None
    reason: str = ""


Reports = Sequence[Report]


def receive(past: Reports, new: Report, status: Status) -> tuple[Report, ...] | Rule:
    """The reports after this one came in, those of before in the same places; or the rule that it breaks."""
    place = None if status is Status.NEW else _earlier(past, new, status)
    if place is None and status is not Status.NEW:
        return NOTHING_EARLIER
    others = [one for index, one in enumerate(past) if index != place and one.is_current]
    for check in CHECKS:
        if new.kind is check.kind and status in check.statuses and check.broken(others, new):
            return check.rule
    after = [replace(one, state=BECOMES[status]) if index == place else one for index, one in enumerate(past)]
    return tuple(after) if status is Status.DELETED else (*after, new)


def arrived(past: Reports, new: Report, status: Status, *, assigned: bool) -> tuple[Report, ...] | Rule:
    """As `receive`; but without an assignment nothing is certain, so a new report waits and is judged when it comes."""
    if not assigned and status is Status.NEW:
        return (*past, new)
    return receive(past, new, status)


def judged(waiting: Reports) -> tuple[dict[int, Report], dict[int, Rule]]:
    """Now that the assignment is there: by place, the reports that belong to it, and those that do not fit it."""
    fit = {place: one for place, one in enumerate(waiting) if not one.is_current}
    unfit = {}
    for place in sorted(set(range(len(waiting))) - set(fit), key=lambda place: _order(waiting[place])):
        outcome = receive(tuple(fit.values()), waiting[place], Status.NEW)
        if isinstance(outcome, Rule):
            unfit[place] = outcome
        else:
            fit[place] = waiting[place]
    return dict(sorted(fit.items())), unfit


def _order(one: Report) -> tuple[date, Kind, date]:
    """A start before its stop, and before the next start."""
    return one.began_on, one.kind, one.ended_on or date.max


def settled(reports: Reports, *, assigned: bool) -> tuple[Report, ...]:
    """Each current report counts or waits: a start for its assignment, a stop for its start as well."""
    started = {one.key for one in reports if one.kind is Kind.START and one.is_current}

    def state(one: Report) -> State:
        if not one.is_current:
            return one.state
        counts = assigned and (one.kind is Kind.START or one.key in started)
        return State.ACTIVE if counts else State.WAITING

    return tuple(replace(one, state=state(one)) for one in reports)


def course_of(reports: Iterable[Report]) -> Course:
    """From the first start; until the last stop of the last start, if that has stopped."""
    active = [one for one in reports if one.state is State.ACTIVE]
    starts = sorted((one for one in active if one.kind is Kind.START), key=lambda one: one.began_on)
    if not starts:
        return Course()
    stops = [one for one in active if one.kind is Kind.STOP and one.key == starts[-1].key]
    last = max(stops, key=_last_day, default=None)
    if last is None:
        return Course(starts[0].began_on)
    return Course(starts[0].began_on, last.ended_on, last.reason)


def _last_day(stop: Report) -> tuple[date, bool]:
    return stop.ended_on or date.max, stop.reason != PAUSE


def _earlier(past: Reports, new: Report, status: Status) -> int | None:
    """The place of the report that is meant: with the same key, a stop rather with the same end and reason too.

    A change may be of the key itself: then the only current report of this kind is meant.
    """
    places = [index for index, one in enumerate(past) if one.is_current and one.kind is new.kind]
    same = [index for index in places if past[index].key == new.key]
    exact = [index for index in same if (past[index].ended_on, past[index].reason) == (new.ended_on, new.reason)]
    only = places if status is Status.CHANGED and len(places) == 1 else []
    return next(iter((*exact, *reversed(same), *only)), None)


@dataclass(frozen=True, slots=True)
class Check:
    """A rule about a new report beside the current others, for one kind and some statuses."""

    rule: Rule
    kind: Kind
    statuses: frozenset[Status]
    broken: Callable[[Reports, Report], bool]


def _stops(others: Reports, new: Report) -> list[Report]:
    return [one for one in others if one.kind is Kind.STOP and one.key == new.key]


def _starts(others: Reports) -> list[Report]:
    return [one for one in others if one.kind is Kind.START]


def _runs(others: Reports) -> list[Report]:
    """The starts that have no stop yet."""
    return [start for start in _starts(others) if not _stops(others, start)]


def _key_differs(others: Reports, new: Report) -> bool:
    """Something runs, and it is not what this stop is about."""
    return bool(_runs(others)) and new.key not in {start.key for start in _starts(others)}


def _stopped_for_good(others: Reports, new: Report) -> bool:
    return any(stop.reason != PAUSE for stop in _stops(others, new))


def _paused_twice(others: Reports, new: Report) -> bool:
    return new.reason == PAUSE and any(stop.reason == PAUSE for stop in _stops(others, new))


def _stops_before_pause(others: Reports, new: Report) -> bool:
    return any(_last_day(new)[0] < _last_day(stop)[0] for stop in _stops(others, new))


NOTHING_EARLIER = Rule(
    "TR063",
    "StatusAanlevering",
    "Er is geen eerdere melding om te wijzigen of te verwijderen.",
    "Toewijzing, product en begindatum wijzen samen de eerdere melding aan.",
)
_NEW, _SAYS_SOMETHING = frozenset({Status.NEW}), frozenset({Status.NEW, Status.CHANGED})
CHECKS = (
    Check(
        Rule(
            "TR071",
            "StatusAanlevering",
            "Deze start kan niet worden verwijderd: er is al een stop bij gemeld.",
            "Eerst moet de stop worden verwijderd.",
        ),
        Kind.START,
        frozenset({Status.DELETED}),
        lambda others, new: bool(_stops(others, new)),
    ),
    Check(
        Rule(
            "TR074",
            "Begindatum",
            "Deze start is al eerder gemeld.",
            "Een eerste aanlevering heeft een toewijzing, product en begindatum die samen nog niet voorkwamen.",
        ),
        Kind.START,
        _NEW,
        lambda others, new: new.key in {start.key for start in _starts(others)},
    ),
    Check(
        Rule(
            "TR326",
            "Begindatum",
            "Bij deze toewijzing loopt al een start.",
            "Een nieuwe start mag pas als de vorige is gestopt of verwijderd.",
        ),
        Kind.START,
        _NEW,
        lambda others, _: bool(_runs(others)),
    ),
    Check(
        Rule(
            "TR382",
            "Begindatum",
            "De stop past niet bij de start die loopt.",
            "Toewijzing, product en begindatum zijn gelijk aan die van de start.",
        ),
        Kind.STOP,
        _SAYS_SOMETHING,
        _key_differs,
    ),
    Check(
        Rule(
            "TR415",
            "RedenBeeindiging",
            "Deze levering is al definitief gestopt.",
            "Na een definitieve stop volgt geen stop met dezelfde begindatum.",
        ),
        Kind.STOP,
        _SAYS_SOMETHING,
        _stopped_for_good,
    ),
    Check(
        Rule(
            "TR413",
            "RedenBeeindiging",
            "Deze levering is al tijdelijk gestopt.",
            "Na een tijdelijke stop volgt alleen een definitieve.",
        ),
        Kind.STOP,
        _SAYS_SOMETHING,
        _paused_twice,
    ),
    Check(
        Rule(
            "TR414",
            "Einddatum",
            "De stop ligt voor de tijdelijke stop die er al is.",
            "De einddatum is gelijk aan of later dan die van de eerdere stop.",
        ),
        Kind.STOP,
        _SAYS_SOMETHING,
        _stops_before_pause,
    ),
)
