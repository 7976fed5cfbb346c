"""The people and ties of one family as a reader may see them, and the genogram that they make."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from uuid import UUID

from kring.draw import Bond, Child, Ending, GenogramInput, Household, Person, Quality, Relation, Sex, Tie, Union
from kring.practice.circle.rules.kin import descends

SEXES = {"M": Sex.MALE, "V": Sex.FEMALE}
ENDED = {"": Ending.NONE, "separated": Ending.SEPARATED, "divorced": Ending.DIVORCED, "widowed": Ending.WIDOWED}
HOMES_SHOWN = 3
TOGETHER = "Wonen samen"

Pair = tuple[UUID, UUID]
TieRow = tuple[str, UUID, UUID, UUID, str, str, str, str, bool, int | None, int | None, bool, str]


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody in the genogram; `role` is what the dossier or the family calls this person. `sex` as registered."""

    subject: UUID
    name: str
    role: str
    sex: str = ""
    born: int | None = None
    age: int | None = None
    deceased: bool = False
    died: int | None = None
    is_member: bool = False


@dataclass(frozen=True, slots=True)
class KinLine:
    """A tie: the first is parent, partner or twin of the second. Without `row` it is of the register."""

    pair: Pair
    kind: str
    row: UUID | None = None
    together: str = ""
    ending: str = ""
    bond: str = ""
    identical: bool = False
    since: int | None = None
    until: int | None = None
    denies: bool = False
    told_by: str = ""

    @classmethod
    def of(cls, row: TieRow) -> "KinLine":
        """As the database gives it."""
        told = row[1] if row[0] == "told" else None
        return cls((row[2], row[3]), row[4], told, row[5], row[6], row[7], row[8], row[9], row[10], row[11], row[12])

    @property
    def key(self) -> tuple[str, Pair | frozenset[UUID]]:
        """Partners and twins are the same either way round; a parent is not."""
        return self.kind, self.pair if self.kind == "parent" else frozenset(self.pair)


class Gets(NamedTuple):
    """How two people get on; of violence the first does it."""

    row: UUID
    one: UUID
    other: UUID
    quality: str
    told_by: str


@dataclass(frozen=True, slots=True)
class Home:
    """Who live together now; the register gives a home no name."""

    label: str
    members: tuple[UUID, ...]
    is_told: bool


def drawn_ties(ties: Iterable[KinLine]) -> tuple[KinLine, ...]:
    """What was told goes before the register; what somebody contradicts is left out. Partners of several times stay."""
    found = list(ties)
    told = {line.key for line in found if line.row is not None}
    denied = {line.key for line in found if line.denies}
    kept: dict[object, KinLine] = {}
    for line in found:
        if line.key in denied or (line.row is None and line.key in told):
            continue
        kept.setdefault((line.key, line.since if line.row else None), line)
    return tuple(kept.values())


def contradictory(ties: Iterable[KinLine]) -> bool:
    """Whether somebody would be an own ancestor: what is told and what is registered cannot both be so."""
    parents = [line.pair for line in drawn_ties(ties) if line.kind == "parent"]
    return any(descends(parent, child, parents) for parent, child in parents)


def first_names(people: Sequence[Relative]) -> Mapping[UUID, str]:
    """Of a member the first name alone, where nobody else of the family has it; the circle is called as written."""
    short = {one.subject: one.name.partition(" ")[0] if one.is_member else one.name for one in people}
    taken = [name.casefold() for name in short.values()]
    return {
        one.subject: short[one.subject] if taken.count(short[one.subject].casefold()) == 1 else one.name
        for one in people
    }


@dataclass(frozen=True, slots=True)
class Look:
    """What a page adds: for whom it is drawn, who stands where, where each person is worked with, and the title."""

    index: UUID | None
    order: tuple[str, ...]
    links: Mapping[UUID, str]
    title: str


def genogram(
    people: Sequence[Relative], ties: Iterable[KinLine], homes: Sequence[Home], gets: Iterable[Gets], look: Look
) -> GenogramInput:
    """Everybody once; a tie with somebody who is not there is left out before it comes here."""
    names = first_names(people)
    return GenogramInput(
        "stamboom",
        tuple(_person(one, names[one.subject], look) for one in people),
        unions(drawn_ties(ties), frozenset(one.subject for one in people if one.deceased)),
        tuple(Household(home.label or TOGETHER, tuple(map(str, home.members))) for home in homes[:HOMES_SHOWN]),
        tuple(Relation(str(one.one), str(one.other), Quality(one.quality)) for one in gets),
        (look.order,) if look.order else (),
        look.title,
    )


def _person(one: Relative, name: str, look: Look) -> Person:
    return Person(
        str(one.subject), name, SEXES.get(one.sex, Sex.OTHER), one.age, one.born, one.died, one.deceased,
        index=one.subject == look.index, href=look.links.get(one.subject, ""),
    )  # fmt: skip


def unions(ties: Iterable[KinLine], late: frozenset[UUID] = frozenset()) -> tuple[Union, ...]:
    """Couples with their children together; of a child with one known parent the other is not drawn. `late` died."""
    lines = tuple(_ended(line, late) for line in ties)
    couples = [line for line in lines if line.kind == "partner"]
    children = _by_parents(lines, {frozenset(line.pair) for line in couples})
    twins = _twins(lines)
    found = []
    for line in couples:
        later = [one for one in couples if one.key == line.key]
        own = children.pop(frozenset(line.pair), {}) if line is later[-1] else {}
        found.append(_union(tuple(map(str, line.pair)), line, own, twins))
    for parents, own in children.items():
        found.append(_union(tuple(sorted(map(str, parents))), None, own, twins))
    return tuple(found)


def _ended(line: KinLine, late: frozenset[UUID]) -> KinLine:
    """The register says when a marriage ended, not how: by a death, or by law."""
    if line.kind != "partner" or line.row is not None or line.until is None:
        return line
    return replace(line, ending="widowed" if late & set(line.pair) else "divorced")


def _by_parents(lines: Sequence[KinLine], couples: set[frozenset[UUID]]) -> dict[frozenset[UUID], dict[UUID, str]]:
    """The children of each couple or single parent, with how they belong to it; at most two parents of one kind."""
    parents: dict[tuple[UUID, str], list[UUID]] = defaultdict(list)
    for line in lines:
        if line.kind == "parent":
            parents[line.pair[1], line.bond or "birth"].append(line.pair[0])
    found: dict[frozenset[UUID], dict[UUID, str]] = defaultdict(dict)
    for (child, bond), known in parents.items():
        for group in _in_pairs(known, couples):
            found[group][child] = bond
    return found


def _in_pairs(known: list[UUID], couples: set[frozenset[UUID]]) -> list[frozenset[UUID]]:
    """Who are a couple first, then the others two by two."""
    left, found = list(dict.fromkeys(known)), []
    while len(left) > 1:
        pairs = [frozenset((one, other)) for at, one in enumerate(left) for other in left[at + 1 :]]
        pair = next((pair for pair in pairs if pair in couples), pairs[0])
        found.append(pair)
        left = [one for one in left if one not in pair]
    return found + [frozenset((one,)) for one in left]


def _twins(lines: Sequence[KinLine]) -> dict[UUID, tuple[str, bool]]:
    """The mark that those who were born together share, and whether they are identical."""
    found: dict[UUID, tuple[str, bool]] = {}
    for line in lines:
        if line.kind == "twin":
            one, other = line.pair
            mark = found.get(one, found.get(other, (str(min(line.pair)), line.identical)))
            found[one] = found[other] = mark
    return found


def _union(
    partners: tuple[str, ...], line: KinLine | None, own: Mapping[UUID, str], twins: Mapping[UUID, tuple[str, bool]]
) -> Union:
    children = tuple(Child(str(child), Bond(bond), *twins.get(child, ("", False))) for child, bond in own.items())
    if line is None:
        return Union(partners, Tie.PARENTS, children=children)
    return Union(partners, Tie(line.together or "married"), line.since, line.until, ENDED[line.ending], children)
