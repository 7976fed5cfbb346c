"""The families of the demo world as genograms, through the rules that the product itself draws them by."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from kring.demo.data import read
from kring.draw import GenogramInput
from kring.practice.drawings.rules.family import Gets, Home, KinLine, Look, Relative, genogram

TODAY = date(2026, 11, 1)
WOMEN = frozenset({"grootmoeder", "tante", "zus", "peettante"})
MEN = frozenset({"grootvader", "oom", "broer", "neef"})
ROW = uuid5(NAMESPACE_OID, "told")


def named(name: str) -> UUID:
    return uuid5(NAMESPACE_OID, name)


def demo_families() -> tuple[GenogramInput, ...]:
    told = read("kin")
    return tuple(_drawn(family, told.get(family["id"], {})) for family in read("families")["families"])


def _drawn(family: dict[str, Any], told: dict[str, Any]) -> GenogramInput:
    people = (*map(_member, family["members"]), *_network(family["network"]), *map(_late, told.get("late", ())))
    ties = (*_registered(family["members"]), *_told(told))
    gets = (Gets(ROW, named(one), named(other), quality, "") for one, other, quality in told.get("bonds", ()))
    index = next(named(one["id"]) for one in family["members"] if one["role"] in {"kind", "pleegkind", "zoon"})
    return genogram(people, ties, _homes(family["members"]), tuple(gets), Look(index, (), {}, family["label"]))


def _member(one: dict[str, Any]) -> Relative:
    born = date.fromisoformat(one["born"])
    age = TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))
    return Relative(named(one["id"]), one["given"], one["role"], one["sex"], born.year, age, is_member=True)


def _network(network: list[dict[str, Any]]) -> Iterator[Relative]:
    for one in network:
        kin = one["relation"].partition(" ")[0]
        name = one["name"].partition(" (")[0]
        if kin in WOMEN | MEN:
            yield Relative(named(name), name, kin, "V" if kin in WOMEN else "M")


def _late(line: list[Any]) -> Relative:
    name, relation, sex, born, died = line
    age = died - born if died else None
    return Relative(named(name), name, relation, sex, born, age, deceased=bool(died), died=died or None)


def _registered(members: list[dict[str, Any]]) -> Iterator[KinLine]:
    for one in members:
        for parent in one.get("parents", ()):
            yield KinLine((named(parent), named(one["id"])), "parent")
        if one.get("partner"):
            yield KinLine((named(one["id"]), named(one["partner"])), "partner")


def _told(told: dict[str, Any]) -> Iterator[KinLine]:
    for parent, child, bond in told.get("parents", ()):
        yield KinLine((named(parent), named(child)), "parent", ROW, bond=bond)
    for one, other, together, ending, since, until in told.get("partners", ()):
        pair = named(one), named(other)
        yield KinLine(pair, "partner", ROW, together, ending, since=since, until=until)


def _homes(members: list[dict[str, Any]]) -> tuple[Home, ...]:
    lived: dict[str, list[UUID]] = {}
    for one in members:
        lived.setdefault(one["home"], []).append(named(one["id"]))
    return tuple(Home("", tuple(people), is_told=False) for people in lived.values() if len(people) > 1)
