"""Who form a household: people at the same full address who are tied by family. Neither one alone is enough.

At one address may live several families (a shelter, student rooms); a family may live at several addresses.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

PersonT = TypeVar("PersonT", bound=Hashable)
HouseT = TypeVar("HouseT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Home:
    """A full address: postcode and number at least. Two homes are one only when the addition is the same too."""

    postcode: str
    number: str
    suffix: str = ""

    @classmethod
    def of(cls, postcode: str, number: str, suffix: str = "") -> "Home | None":
        """None when the address is not full. Spelling of the addition does not count: `4 A`, `4a`, `4-A`."""
        if not (postcode and number):
            return None
        letters = "".join(mark for mark in suffix.casefold() if mark.isalnum())
        return cls(postcode.replace(" ", "").upper(), number.lstrip("0"), letters)


@dataclass(frozen=True, slots=True)
class Dweller(Generic[PersonT]):
    """Someone and where he lives. `alone`: post comes there, but nobody says that he lives with the others."""

    person: PersonT
    home: Home | None
    alone: bool = False


def households(
    dwellers: Iterable[Dweller[PersonT]], ties: Iterable[tuple[PersonT, PersonT]]
) -> tuple[frozenset[PersonT], ...]:
    """The households of these people. Everyone with a full address is in exactly one; the others are in none."""
    homes = {dweller.person: dweller.home for dweller in dwellers if dweller.home and not dweller.alone}
    near: dict[PersonT, set[PersonT]] = defaultdict(set)
    for one, other in ties:
        if one in homes and homes[one] == homes.get(other):
            near[one].add(other)
            near[other].add(one)
    together = _components(homes, near)
    return (*together, *(frozenset([dweller.person]) for dweller in dwellers if dweller.home and dweller.alone))


def _components(
    people: Collection[PersonT], near: Mapping[PersonT, Collection[PersonT]]
) -> tuple[frozenset[PersonT], ...]:
    left, found = dict.fromkeys(people), []
    while left:
        reached, waiting = set[PersonT](), [next(iter(left))]
        while waiting:
            person = waiting.pop()
            if person not in reached:
                reached.add(person)
                waiting += near.get(person, ())
        found.append(frozenset(reached))
        for person in reached:
            del left[person]
    return tuple(found)


def continued(
    formed: Iterable[frozenset[PersonT]], present: Mapping[PersonT, HouseT]
) -> dict[frozenset[PersonT], HouseT | None]:
    """Which household each group continues: the one that most of its people live in now; None is a new one.

    A household goes on in one group only, the one with most of its members. `present` holds people who have not
    moved away. Ties are decided by the order of the households, so that the same facts give the same answer.
    """
    claims: list[tuple[int, str, frozenset[PersonT], HouseT]] = []
    groups = list(formed)
    for group in groups:
        counted = Counter(present[person] for person in group if person in present)
        claims += [(-count, f"{house} {min(map(str, group))}", group, house) for house, count in counted.items()]
    answer: dict[frozenset[PersonT], HouseT | None] = dict.fromkeys(groups)
    taken: set[HouseT] = set()
    for _count, _order, group, house in sorted(claims, key=lambda claim: claim[:2]):
        if answer[group] is None and house not in taken:
            answer[group] = house
            taken.add(house)
    return answer
