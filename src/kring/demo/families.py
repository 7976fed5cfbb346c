"""The ten families and the two people alone, from their file: who they are, where they live and what help they get."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kring.demo.data import read
from kring.demo.days import Days
from kring.demo.model import Amount, Care, Helping, Home, Human, Name, Price
from kring.demo.people.homes import Homes, places
from kring.demo.people.numbers import Numbers

SYSTEMS = {
    "participatiewet": "Suite Inkomen",
    "schuldhulp": "Schuldhulpregister",
    "leerplicht": "Leerling in beeld",
    "jeugdwet": "Zorgregistratie",
    "wmo": "Zorgregistratie",
}
OTHERWISE = "Regiedossier"
"""The source of care that is not the municipality's: known because the family or its regisseur told it."""


@dataclass(frozen=True, slots=True)
class Family:
    """One family with its own file content beside it, for the story that follows."""

    id: str
    label: str
    municipality: str
    area: str
    shielded: bool
    humans: tuple[Human, ...]
    cares: tuple[Care, ...]
    given: dict[str, Any]


def families(days: Days, numbers: Numbers, homes: Homes) -> tuple[Family, ...]:
    """All twelve; the ten of the handbook's table come first."""
    found = read("families")
    return tuple(_family(each, days, numbers, homes) for each in (*found["families"], *found["singles"]))


def secret_numbers() -> tuple[str, ...]:
    """House numbers that no other number in the demo may hold."""
    shielded = [each for each in read("families")["families"] if each["shielded"]]
    return tuple(str(home["number"]) for each in shielded for home in each["homes"].values() if not home["area"])


def _family(given: dict[str, Any], days: Days, numbers: Numbers, homes: Homes) -> Family:
    towns = places()
    lived_in = {
        key: homes.at(towns[home["town"]], home["street"], home["number"], home["postcode"])
        for key, home in given["homes"].items()
    }
    since = {key: days.iso(home["since"]) for key, home in given["homes"].items()}
    humans = tuple(
        _human(each, days, numbers, lived_in[each["home"]], since[each["home"]]) for each in given["members"]
    )
    cares = tuple(_care(given["id"], place, each, days) for place, each in enumerate(given["provisions"], start=1))
    return Family(
        given["id"],
        given["label"],
        given["municipality"],
        given["area"],
        given["shielded"],
        humans,
        cares,
        given,
    )


def _human(given: dict[str, Any], days: Days, numbers: Numbers, home: Home, since: date) -> Human:
    born = days.iso(given["born"])
    return Human(
        ref=given["id"],
        bsn=numbers.bsn(),
        name=Name(given["given"], given["surname"], given["prefix"]),
        sex=given["sex"],
        born=born,
        home=home,
        since=max(since, born),
        parents=tuple(given.get("parents", ())),
        partner=given.get("partner", ""),
        authority=tuple(given.get("authority", ())),
        secret=not home.listed,
        phone=given.get("phone", ""),
        school=given.get("school", ""),
    )


def _care(family: str, place: int, given: dict[str, Any], days: Days) -> Care:
    told = given.get("told_by_family", False)
    return Care(
        ref=f"{family}-{place}",
        person=given["for"],
        law=given["law"],
        title=given["title"],
        provider=given["provider"],
        since=days.iso(given["since"]),
        until=None,
        amount=Amount(Price(given["price"]), given.get("per_year"), given.get("once")),
        system=OTHERWISE if told else SYSTEMS.get(given["law"], OTHERWISE),
        helping=tuple(Helping(*each) for each in given["helping"]),
    )
