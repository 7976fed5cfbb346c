"""What an order of the rows costs: the less, the easier it reads."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from kring.draw.genogram.model import Bond, GenogramInput, Sex
from kring.draw.genogram.skeleton import Item, Knot, Skeleton, is_passage

Rows = list[list[Item]]

STRANGER_BETWEEN_PARTNERS = 40.0
PARTNER_BETWEEN_PARTNERS = 9.0
PASSAGE_BETWEEN = 12.0
STRANGER_BETWEEN_SIBLINGS = 26.0
PARTNER_BETWEEN_SIBLINGS = 4.0
YOUNGER_LEFT = 5.0
LATER_PARTNER_LEFT = 6.0
WOMAN_LEFT = 3.0
CROSSING = 22.0
FOSTER_CROSSING = 11.0
STRANGER_IN_THE_HOME = 14.0
SLANT = 1.5
APART = 2.0


Places = dict[Item, int]
"""Where in its row each item of that row stands."""


class Cost:
    """Call it with the rows; or add up its parts, since moving somebody changes one row and the gaps beside it.

    What does not change with the order is worked out once.
    """

    def __init__(self, given: GenogramInput, bones: Skeleton) -> None:
        women = {person.key for person in given.persons if person.sex is Sex.FEMALE}
        men = {person.key for person in given.persons if person.sex is Sex.MALE}
        partners = _partners(bones.knots)
        sizes = [len(row) for row in bones.items()]
        self._rows = [
            _RowCost(
                _couples(bones.knots, row, partners, women, men),
                _siblings(given, bones.knots, row, partners),
                [(early, late) for early, late in _later_partners(bones.knots) if bones.rows[early] == row],
                [frozenset(one for one in home.members if bones.rows[one] == row) for home in given.households],
            )
            for row in range(bones.depth)
        ]
        strands = _strands(bones)
        self._gaps = [_GapCost(strands[gap], (sizes[gap] - sizes[gap + 1]) / 2) for gap in range(bones.depth - 1)]

    def __call__(self, rows: Rows) -> float:
        places = [places_in(row) for row in rows]
        return sum(self.row(at, rows[at], places[at]) for at in range(len(rows))) + sum(
            self.gap(at, places[at], places[at + 1]) for at in range(len(self._gaps))
        )

    def row(self, index: int, row: list[Item], places: Places) -> float:
        return self._rows[index](row, places)

    def gap(self, index: int, above: Places, below: Places) -> float:
        """Of the lines between this row and the next."""
        return self._gaps[index](above, below)

    def gaps_beside(self, row: int) -> range:
        return range(max(row - 1, 0), min(row + 1, len(self._gaps)))


def places_in(row: list[Item]) -> Places:
    return {item: at for at, item in enumerate(row)}


@dataclass(frozen=True, slots=True)
class _Couple:
    """`known` are the other partners of both; a `lonely` couple has none, and its man stands left."""

    one: Item
    other: Item
    known: frozenset[Item]
    woman: Item | None


@dataclass(frozen=True, slots=True)
class _Siblings:
    """From the oldest to the youngest, with their partners; `younger` are the pairs that stand in a known order."""

    group: frozenset[Item]
    known: frozenset[Item]
    younger: list[tuple[Item, Item]]


@dataclass(frozen=True, slots=True)
class _RowCost:
    couples: list[_Couple]
    siblings: list[_Siblings]
    later: list[tuple[Item, Item]]
    homes: list[frozenset[Item]]

    def __call__(self, row: list[Item], places: Places) -> float:
        cost = LATER_PARTNER_LEFT * sum([places[early] > places[late] for early, late in self.later])
        cost += sum([_apart(couple, row, places) for couple in self.couples])
        cost += sum([_torn(siblings, row, places) for siblings in self.siblings])
        for home in self.homes:
            if home:
                stand = [places[item] for item in home]
                cost += STRANGER_IN_THE_HOME * (max(stand) - min(stand) + 1 - len(stand))
        return cost


def _apart(couple: _Couple, row: list[Item], places: Places) -> float:
    left, right = places[couple.one], places[couple.other]
    if left > right:
        left, right = right, left
    cost = APART * (right - left - 1)
    for item in row[left + 1 : right]:
        if is_passage(item):
            cost += PASSAGE_BETWEEN
        else:
            cost += PARTNER_BETWEEN_PARTNERS if item in couple.known else STRANGER_BETWEEN_PARTNERS
    return cost + (WOMAN_LEFT if row[left] == couple.woman else 0.0)


def _torn(siblings: _Siblings, row: list[Item], places: Places) -> float:
    stand = [places[item] for item in siblings.group]
    cost = YOUNGER_LEFT * sum([places[older] > places[younger] for older, younger in siblings.younger])
    for item in row[min(stand) + 1 : max(stand)]:
        if item not in siblings.group:
            cost += PARTNER_BETWEEN_SIBLINGS if item in siblings.known else STRANGER_BETWEEN_SIBLINGS
    return cost


class _GapCost:
    """Crossings, and how slanted the lines are. `shift` is how far the middle of the row above lies to the right."""

    def __init__(self, strands: list["Strand"], shift: float) -> None:
        self._downs, self._shift = [strand.down for strand in strands], shift
        self._nets = list(dict.fromkeys((strand.net, strand.ups) for strand in strands))
        self._net_of = [self._nets.index((strand.net, strand.ups)) for strand in strands]
        self._pairs = [
            (one, other, min(strands[one].weight, strands[other].weight))
            for one, other in combinations(range(len(strands)), 2)
            if strands[one].net != strands[other].net
        ]

    def __call__(self, above: Places, below: Places) -> float:
        middles = [(above[ups[0]] + above[ups[-1]]) / 2 for _net, ups in self._nets]
        ups = [middles[net] for net in self._net_of]
        downs = [below[item] for item in self._downs]
        slant = sum([abs(up - down - self._shift) for up, down in zip(ups, downs, strict=True)])
        crossings = [
            weight for one, other, weight in self._pairs if (ups[one] - ups[other]) * (downs[one] - downs[other]) < 0
        ]
        return SLANT * slant + sum(crossings)


class Strand(NamedTuple):
    """From the items above to one below; what a crossing with it costs; and the union it belongs to."""

    ups: tuple[Item, ...]
    down: Item
    weight: float
    net: int


def _strands(bones: Skeleton) -> list[list[Strand]]:
    found: list[list[Strand]] = [[] for _row in range(bones.depth)]
    for net, knot in enumerate(bones.knots):
        for drop in knot.drops:
            weight = FOSTER_CROSSING if drop.child.bond is Bond.FOSTER else CROSSING
            found[knot.gap].append(Strand(knot.ups, drop.item, weight, net))
    for net, thread in enumerate(bones.threads, start=len(bones.knots)):
        found[thread.gap].append(Strand((thread.up,), thread.down, CROSSING, net))
    return found


def _partners(knots: list[Knot]) -> dict[Item, set[Item]]:
    found: dict[Item, set[Item]] = defaultdict(set)
    for knot in knots:
        for item in knot.ups:
            found[item] |= set(knot.ups) - {item}
    return found


def _couples(
    knots: list[Knot], row: int, partners: dict[Item, set[Item]], women: set[str], men: set[str]
) -> list[_Couple]:
    found = []
    for one, other in [(knot.ups[0], knot.ups[1]) for knot in knots if knot.gap == row and len(knot.ups) > 1]:
        lonely = len(partners[one]) == len(partners[other]) == 1
        woman = next((a for a, b in ((one, other), (other, one)) if lonely and a in women and b in men), None)
        found.append(_Couple(one, other, frozenset(partners[one] | partners[other]), woman))
    return found


def _siblings(given: GenogramInput, knots: list[Knot], row: int, partners: dict[Item, set[Item]]) -> list[_Siblings]:
    born = {person.key: person.born or 0 for person in given.persons}
    found = []
    for group in [_raised_together(knot) for knot in knots if knot.gap == row - 1]:
        if len(group) > 1:
            known = set().union(*(partners.get(item, set()) for item in group))
            pairs = [(a, b) for a in group for b in group if born[a] < born[b]]
            found.append(_Siblings(frozenset(group), frozenset(known), pairs))
    return found


def _raised_together(knot: Knot) -> list[Item]:
    """Children by birth or adoption that stand right below; foster children may stand with their own."""
    return [drop.item for drop in knot.drops if drop.child.bond is not Bond.FOSTER and not is_passage(drop.item)]


def _later_partners(knots: list[Knot]) -> list[tuple[Item, Item]]:
    """Of one person's partners: the earlier one and the later one."""
    others: dict[Item, list[tuple[int, Item]]] = defaultdict(list)
    for knot in knots:
        for item in knot.ups:
            others[item] += [(knot.union.since or 0, other) for other in knot.ups if other != item]
    return [
        (one[1], other[1])
        for found in others.values()
        for one, other in combinations(sorted(found), 2)
        if one[0] < other[0]
    ]
