"""Families of the test persons of the BRP, as genograms. Their names stay behind: everybody gets an invented one."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

from kring.draw import GenogramInput
from kring.exchange.brp.reader import read_persons
from kring.exchange.brp.records import FamilyMember, PersonRecord
from kring.practice.drawings.rules.family import KinLine, Look, Relative, genogram
from tests.draw.kin import NAMES, THIS_YEAR

FEWEST, MOST = 3, 40
STEPS = 2
"""How far from somebody the family goes: to grandparents, siblings and grandchildren."""


class Register:
    """Everybody who is in it or is named in it, and who belongs to whom."""

    def __init__(self, persons: Sequence[PersonRecord]) -> None:
        self.people: dict[UUID, Relative] = {}
        self.ties: dict[tuple[str, UUID, UUID], KinLine] = {}
        for person in persons:
            self._add(person)
        for person in persons:
            self._tie(person)
        self._near: dict[UUID, set[UUID]] = {}
        for line in self.ties.values():
            for one, other in (line.pair, line.pair[::-1]):
                self._near.setdefault(one, set()).add(other)

    def _add(self, person: PersonRecord) -> None:
        born = person.birth.year if person.birth else None
        died = person.death.year if person.death else None
        age = (died or THIS_YEAR) - born if born and (died or not person.is_deceased) else None
        key = _key(person)
        name = NAMES[len(self.people) % len(NAMES)]
        self.people[key] = Relative(key, name, "", person.sex or "", born, age, person.is_deceased, died)

    def _tie(self, person: PersonRecord) -> None:
        own = _key(person)
        for parent in filter(_is_told, person.parents):
            self._keep("parent", self._named(parent), own)
        for child in person.children:
            if child.bsn:
                self._keep("parent", own, self._named(child))
        for partner in filter(_is_told, person.partners):
            since, until = (day.year if day else None for day in (partner.since, partner.until))
            self._keep("partner", *sorted((own, self._named(partner))), since=since, until=until)

    def _named(self, member: FamilyMember) -> UUID:
        """Who is named by somebody else only is known by that."""
        key = _key(member)
        born = member.birth.year if member.birth else None
        name = NAMES[len(self.people) % len(NAMES)]
        self.people.setdefault(key, Relative(key, name, "", member.sex or "", born))
        return key

    def _keep(self, kind: str, one: UUID, other: UUID, *, since: int | None = None, until: int | None = None) -> None:
        self.ties.setdefault((kind, one, other), KinLine((one, other), kind, since=since, until=until))

    def families(self) -> Iterator[GenogramInput]:
        """Round each person in turn who is in no family yet."""
        done: set[UUID] = set()
        for key in list(self.people):
            found = self.around(key)
            if key not in done and FEWEST <= len(found) <= MOST:
                done |= found.keys()
                ties = [line for line in self.ties.values() if found.keys() >= set(line.pair)]
                yield genogram(list(found.values()), ties, (), (), Look(key, (), {}, "Familie"))

    def around(self, key: UUID) -> Mapping[UUID, Relative]:
        found = {key}
        for _step in range(STEPS):
            found |= {other for one in found for other in self._near.get(one, ())}
        return {one: person for one, person in self.people.items() if one in found}


@cache
def register(shared: Path) -> Register:
    content = (shared / "standards" / "haalcentraal" / "personen-testset.json").read_bytes()
    return Register(read_persons(content, "personen-testset.json").persons)


@cache
def families(shared: Path) -> tuple[GenogramInput, ...]:
    return tuple(register(shared).families())


def _key(person: PersonRecord | FamilyMember) -> UUID:
    return uuid5(NAMESPACE_OID, person.bsn or f"{person.name} {person.birth}")


def _is_told(member: FamilyMember) -> bool:
    """Somebody of whom a number, or a name with a day of birth, is known. A child without a number may be anybody's."""
    return member.bsn is not None or (member.is_known and member.birth is not None and member.birth.exact is not None)
