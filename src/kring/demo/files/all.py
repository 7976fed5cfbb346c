"""All files of the demo world with their places in a folder, in the order in which they are to be brought."""

from collections.abc import Iterator
from dataclasses import dataclass

from kring.demo.data import read
from kring.demo.files.addresses import address_file
from kring.demo.files.messages import message_files
from kring.demo.files.persons import brp_file
from kring.demo.files.provisions import csv_files
from kring.demo.people.homes import places
from kring.demo.world import World


@dataclass(frozen=True, slots=True)
class File:
    """`kind` is the word after `./run import`; `town` is the CBS code of the municipality that delivers."""

    town: str
    kind: str
    path: str
    content: bytes


def all_files(world: World) -> Iterator[File]:
    """Persons before what is given to them; CSVs before messages, for a message knows a provider by code only."""
    agb: dict[str, str] = read("care")["providers"]
    given = places()
    for town in world.towns:
        folder = f"{town.code}-{town.name.lower().replace(' ', '-')}"
        if any(quarter.code for quarter in given[town.name].quarters):
            yield File(town.code, "adressen", f"{folder}/adressen.csv", address_file(town, given[town.name]))
        yield File(town.code, "brp", f"{folder}/brp.json", brp_file(town, world.humans, world.days))
        for name, content in csv_files(town, world.humans, agb, world.days):
            yield File(town.code, "voorzieningen", f"{folder}/voorzieningen/{name}.csv", content)
        for name, content in message_files(town, world.humans, agb, world.days):
            yield File(town.code, "istandaarden", f"{folder}/berichten/{name}", content)
