"""The 35 deelnames of *Netwerk Versterkt*: 24 Jeugd and 11 Wmo; 4 Texel, 5 Schagen, 5 Hollands Kroon, 21 Den Helder.

A deelname is one client, one municipality, one domain of entry. Two households hold two clients and every fourth client
uses a second law, so that counting households or laws gives other figures than the letter of 2018 has.
"""

from dataclasses import dataclass

from kring.demo.days import Days
from kring.demo.help import Help
from kring.demo.model import Care, Human
from kring.demo.people.homes import Place
from kring.demo.people.households import Households

SLUG = "netwerk-versterkt"
JEUGDWET, WMO = "jeugdwet", "wmo"
ENTRIES = {
    "Texel": (3, 1),
    "Schagen": (3, 2),
    "Hollands Kroon": (4, 1),
    "Den Helder": (14, 7),
}
"""Per municipality: by Jeugdwet, by Wmo."""
SECOND_LAW_EVERY = 4
TWO_IN_ONE_HOUSEHOLD = {"Schagen", "Den Helder"}
"""In these towns the first client by Wmo is the parent of the first client by Jeugdwet."""


@dataclass(frozen=True, slots=True)
class Client:
    """One deelname."""

    human: Human
    town: str
    domain: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one municipality brings to the pilot."""

    humans: tuple[Human, ...]
    cares: tuple[Care, ...]
    clients: tuple[Client, ...]


def part_of(place: Place, households: Households, help_: Help, days: Days) -> Part:
    """The clients of one municipality with their households and help."""
    young, grown = ENTRIES[place.name]
    shared = place.name in TWO_IN_ONE_HOUSEHOLD
    families = [households.of_kind(place, "one parent") for _turn in range(young)]
    alone = [households.of_kind(place, "alone") for _turn in range(grown - shared)]
    minors = [next(human for human in family if human.is_minor_on(days.today)) for family in families]
    adults = [families[0][0], *(one[0] for one in alone)] if shared else [one[0] for one in alone]
    clients = (
        *(Client(human, place.name, JEUGDWET) for human in minors),
        *(Client(human, place.name, WMO) for human in adults),
    )
    cares = tuple(
        care
        for turn, client in enumerate(clients)
        for law in (client.domain, *_second(client, turn))
        for care in help_.under(law, [client.human])
    )
    return Part(tuple(human for group in (*families, *alone) for human in group), cares, clients)


def _second(client: Client, turn: int) -> tuple[str, ...]:
    if turn % SECOND_LAW_EVERY:
        return ()
    return ("leerplicht",) if client.domain == JEUGDWET else ("participatiewet",)
