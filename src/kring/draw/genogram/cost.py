"""What an order of the rows costs: the less, the easier it reads."""

from collections import defaultdict
from itertools import combinations

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


class Cost:
    """Call it with the rows. What does not change with the order is worked out once."""

    def __init__(self, given: GenogramInput, bones: Skeleton) -> None:
        self._born = {person.key: person.born or 0 for person in given.persons}
        self._women = {person.key for person in given.persons if person.sex is Sex.FEMALE}
        self._men = {person.key for person in given.persons if person.sex is Sex.MALE}
        self._couples = [(knot.ups[0], knot.ups[1]) for knot in bones.knots if len(knot.ups) > 1]
        self._partners = _partners(bones.knots)
        self._siblings = [found for knot in bones.knots if len(found := _raised_together(knot)) > 1]
        self._later = _later_partners(bones.knots)
        self._strands = _strands(bones)
        self._homes = [frozenset(home.members) for home in given.households]
        self._rows = bones.rows

    def __call__(self, rows: Rows) -> float:
        place = {item: at for row in rows for at, item in enumerate(row)}
        middle = [(len(row) - 1) / 2 for row in rows]
        return (
            self._couples_apart(rows, place)
            + self._siblings_apart(rows, place)
            + LATER_PARTNER_LEFT * sum(place[early] > place[late] for early, late in self._later)
            + self._lines(place, middle)
            + self._homes_torn(rows)
        )

    def _couples_apart(self, rows: Rows, place: dict[Item, int]) -> float:
        cost = 0.0
        for one, other in self._couples:
            left, right = sorted((place[one], place[other]))
            row, known = rows[self._rows[one]], self._partners[one] | self._partners[other]
            cost += APART * (right - left - 1)
            for item in row[left + 1 : right]:
                if is_passage(item):
                    cost += PASSAGE_BETWEEN
                else:
                    cost += PARTNER_BETWEEN_PARTNERS if item in known else STRANGER_BETWEEN_PARTNERS
            lonely = len(self._partners[one]) == len(self._partners[other]) == 1
            if lonely and row[left] in self._women and row[right] in self._men:
                cost += WOMAN_LEFT
        return cost

    def _siblings_apart(self, rows: Rows, place: dict[Item, int]) -> float:
        cost = 0.0
        for group in self._siblings:
            places = [place[item] for item in group]
            row = rows[self._rows[group[0]]]
            known = set().union(*(self._partners[item] for item in group))
            for item in row[min(places) + 1 : max(places)]:
                if item not in group:
                    cost += PARTNER_BETWEEN_SIBLINGS if item in known else STRANGER_BETWEEN_SIBLINGS
            born = sorted(zip(places, (self._born.get(item, 0) for item in group), strict=True))
            cost += YOUNGER_LEFT * sum(one[1] > other[1] for one, other in combinations(born, 2))
        return cost

    def _lines(self, place: dict[Item, int], middle: list[float]) -> float:
        """Crossings in each gap, and how slanted the lines are."""
        cost = 0.0
        for gap, strands in enumerate(self._strands):
            ends = [
                (sum(place[item] for item in ups) / len(ups), place[down], weight, net)
                for ups, down, weight, net in strands
            ]
            shift = middle[gap] - middle[gap + 1] if strands else 0.0
            cost += SLANT * sum(abs(up - down - shift) for up, down, _weight, _net in ends)
            for one, other in combinations(ends, 2):
                if one[3] != other[3] and (one[0] - other[0]) * (one[1] - other[1]) < 0:
                    cost += min(one[2], other[2])
        return cost

    def _homes_torn(self, rows: Rows) -> float:
        cost = 0.0
        for home in self._homes:
            for row in rows:
                places = [at for at, item in enumerate(row) if item in home]
                if places:
                    cost += STRANGER_IN_THE_HOME * (places[-1] - places[0] + 1 - len(places))
        return cost


Strand = tuple[tuple[Item, ...], Item, float, int]
"""From the items above to one below; what a crossing with it costs; and the union it belongs to."""


def _strands(bones: Skeleton) -> list[list[Strand]]:
    found: list[list[Strand]] = [[] for _row in range(bones.depth)]
    for net, knot in enumerate(bones.knots):
        for drop in knot.drops:
            weight = FOSTER_CROSSING if drop.child.bond is Bond.FOSTER else CROSSING
            found[knot.gap].append((knot.ups, drop.item, weight, net))
    for net, thread in enumerate(bones.threads, start=len(bones.knots)):
        found[thread.gap].append(((thread.up,), thread.down, CROSSING, net))
    return found


def _partners(knots: list[Knot]) -> dict[Item, set[Item]]:
    found: dict[Item, set[Item]] = defaultdict(set)
    for knot in knots:
        for item in knot.ups:
            found[item] |= set(knot.ups) - {item}
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
