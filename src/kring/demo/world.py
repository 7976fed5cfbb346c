"""The whole demo world: every town with its people and their help. The same every time, but for the weeks it moves."""

from collections.abc import Mapping
from dataclasses import dataclass

from kring.demo.days import Days
from kring.demo.families import Family, families, secret_numbers
from kring.demo.help import Help
from kring.demo.model import Human, Town
from kring.demo.people.homes import Homes, Place, places
from kring.demo.people.households import Households
from kring.demo.people.numbers import Numbers
from kring.demo.pilot import ENTRIES, Client, Part, part_of

SIZES = {"Zeewaard": 315, "Polderland": 110}
"""So many groups of people; those that live in two homes make it some 450 households."""
BY_MESSAGE = 70
"""Per cent of the provisions that a provider reports by message; the others come by CSV."""


@dataclass(frozen=True, slots=True)
class World:
    """What the files are made of, and what the story needs to know beside them."""

    days: Days
    towns: tuple[Town, ...]
    families: tuple[Family, ...]
    clients: tuple[Client, ...]
    humans: Mapping[str, Human]


def make_world(days: Days) -> World:
    given = places()
    numbers, homes = Numbers(avoid=secret_numbers()), Homes()
    twelve = families(days, numbers, homes)
    households, help_ = Households(days, numbers, homes), Help(days, by_message=BY_MESSAGE)
    towns = [_town(given[name], twelve, households, help_) for name in SIZES]
    silent = Help(days, by_message=0)
    parts = {name: part_of(given[name], households, silent, days) for name in ENTRIES}
    towns += [_pilot_town(given[name], part) for name, part in parts.items()]
    humans = {human.ref: human for town in towns for human in town.humans}
    clients = tuple(client for part in parts.values() for client in part.clients)
    return World(days, tuple(towns), twelve, clients, humans)


def _town(place: Place, twelve: tuple[Family, ...], households: Households, help_: Help) -> Town:
    """Those of the families who live here, then the generated households."""
    groups = households.fill(place, SIZES[place.name])
    own = [human for family in twelve for human in family.humans if human.home.town == place.name]
    refs = {human.ref for human in own}
    cares = [care for family in twelve for care in family.cares if care.person in refs]
    generated = [care for group in groups for care in help_.for_household(group)]
    return Town(place.code, place.name, (*own, *(human for group in groups for human in group)), (*cares, *generated))


def _pilot_town(place: Place, part: Part) -> Town:
    return Town(place.code, place.name, part.humans, part.cares)
