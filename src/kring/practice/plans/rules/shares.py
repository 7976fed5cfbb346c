"""How the work is shared among family, network, volunteers and professionals (BR-018), and who scored what."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kring.practice.plans.rules.words import DOERS

NOT_COUNTED = frozenset({"cancelled", "proposed", "settled"})
"""What was cancelled was never done by anybody, and what is proposed is nobody's yet."""


@dataclass(frozen=True, slots=True)
class Share:
    """One kind of doer: its number of actions, and its whole per cents of all."""

    kind: str
    count: int
    percent: int


def shares(actions: Iterable[tuple[str, str]]) -> tuple[Share, ...]:
    """From (kind of doer, state) per action. Per cents add up to 100; without actions there are no shares."""
    counts = Counter(kind for kind, state in actions if state not in NOT_COUNTED)
    total = counts.total()
    if not total:
        return ()
    whole = {kind: counts[kind] * 100 // total for kind in DOERS}
    rest = sorted(DOERS, key=lambda kind: (-(counts[kind] * 100 % total), DOERS.index(kind)))
    for kind in rest[: 100 - sum(whole.values())]:
        whole[kind] += 1
    return tuple(Share(kind, counts[kind], whole[kind]) for kind in DOERS)


def steps(states: Iterable[str]) -> tuple[int, int]:
    """Steps done and steps in all, from the states of the actions of one goal."""
    counted = [state for state in states if state not in NOT_COUNTED]
    return counted.count("done"), len(counted)


@dataclass(frozen=True, slots=True)
class Voice:
    """One person's first and last figure for a goal. Figures of different people are never put together (BR-022)."""

    giver: str
    kind: str
    first: int
    last: int
    last_on: date
    given: int

    @property
    def before(self) -> int | None:
        """The first figure, when there is more than one."""
        return self.first if self.given > 1 else None


def voices(scores: Iterable[tuple[str, str, int, date]]) -> tuple[Voice, ...]:
    """From (giver, kind, value, day) in the order they were written: of one day, the last line counts."""
    by_person: dict[tuple[str, str], dict[date, int]] = {}
    for giver, kind, value, day in scores:
        by_person.setdefault((giver, kind), {})[day] = value
    found = []
    for (giver, kind), days in by_person.items():
        ordered = sorted(days)
        found.append(Voice(giver, kind, days[ordered[0]], days[ordered[-1]], ordered[-1], len(ordered)))
    return tuple(sorted(found, key=lambda voice: DOERS.index(voice.kind)))
