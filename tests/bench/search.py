"""`./run bench zoeken`: how long a search takes in a register of 100,000 persons, of each kind, for two readers."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from statistics import median, quantiles
from typing import Final
from zoneinfo import ZoneInfo

from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account, AccountKind
from kring.ground.audit.trail import recording, write
from kring.practice.households.search import find_own
from tests.access.people import make_town
from tests.bench.search_world import FEW, IN_A_FAMILY, bsn_of, make_world
from tests.doubles.register import Human, make_register

AT = datetime(2026, 11, 1, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
TIMES = 40
WARMING = 5
"""Of each kind, before anything is measured: a server that has just begun has read and planned nothing yet."""
AIM = 50.0
KINDS: Final[Mapping[str, Callable[[Human], str]]] = {
    "achternaam": lambda one: one.surname,
    "met voorvoegsel": lambda one: one.full_surname,
    "voor- en achternaam": lambda one: f"{one.given.split()[0]} {one.surname}",
    "alleen voornaam": lambda one: one.given.split()[0],
    "begin van de naam": lambda one: one.surname[:3],
    "zonder accenten": lambda one: one.surname.translate(str.maketrans("ıŞşÇçÖöüğéïë", "iSsCcOouggie")),
    "y voor ij": lambda one: one.surname.replace("ij", "y"),
    "klinkt als": lambda one: one.surname.replace("k", "ck").replace("s", "z"),
    "naam van de partner": lambda one: one.partner or one.full_surname,
    "geboortedatum": lambda one: f"{one.born:%d-%m-%Y}",
    "naam en geboortedatum": lambda one: f"{one.surname} {one.born:%d-%m-%Y}",
    "postcode": lambda one: one.postcode,
    "postcode en nummer": lambda one: f"{one.postcode} {one.house}",
    "bsn": bsn_of,
    "niemand": lambda one: f"Xavierszoon{one.number}",
}


def report(people: int) -> None:
    """Prints per kind the median and p95 of forty searches, for each reader."""
    began = time.perf_counter()
    register = make_register(people)
    readers = make_world(make_town(AT), register, AT)
    print(f"{people} personen klaargezet in {time.perf_counter() - began:.0f} s")
    print("| zoeken op | " + " | ".join(f"{name}: mediaan (ms) | p95" for name in readers) + " |")
    print("|---|" + "---|---|" * len(readers))
    own = register[: FEW * IN_A_FAMILY : FEW * IN_A_FAMILY // TIMES]
    searched = dict(zip(readers, (own, register[:: people // TIMES]), strict=True))
    for name, one in readers.items():
        _spent(one, [text(human) for text in KINDS.values() for human in searched[name][:WARMING]])
    for kind, text in KINDS.items():
        cells = [_cells(_spent(one, [text(human) for human in searched[name]])) for name, one in readers.items()]
        print(f"| {kind} | {' | '.join(cells)} |", flush=True)


def _spent(reader: Account, texts: Sequence[str]) -> list[float]:
    actor = Actor(reader.id, AccountKind.ACCOUNT, AT)
    return [_search(actor, text) for text in texts]


def _search(actor: Actor, text: str) -> float:
    """With the line in the log."""
    began = time.perf_counter()
    with recording("search.own") as trail, acting(actor):
        find_own(text)
        write(trail)
    return (time.perf_counter() - began) * 1000


def _cells(spent: Sequence[float]) -> str:
    late = quantiles(spent, n=20)[-1]
    mark = "" if late <= AIM else " *"
    return f"{median(spent):.1f} | {late:.1f}{mark}"
