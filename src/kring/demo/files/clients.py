"""How a message names its client, and its header: sender, receiver and an identification that is never used twice."""

from datetime import date

from kring.demo.model import Human
from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.messages import Address, Contact, Header, House, Name, Person, Surname
from kring.exchange.partial_date import PartialDate

SEX = {"M": "1", "V": "2"}


def client_person(human: Human) -> Person:
    """As a 301 tells it: with the BRP address. No phone, and of nobody whose address is secret."""
    home = human.home
    address = Address(House(home.number), home.postcode, home.street, home.town, "NL")
    return Person(_birth(human), SEX[human.sex], _name(human, usage="1"), contacts=(Contact("01", address),))


def short_person(human: Human) -> Person:
    """As a 305 or 307 tells it."""
    return Person(_birth(human), SEX[human.sex], _name(human))


def header(kind: Kind, sides: tuple[str, str], identification: str, dated: date) -> Header:
    """`sides` is the municipality and the provider."""
    sender, receiver = sides if kind is Kind.ASSIGNMENT else sides[::-1]
    return Header(sender, receiver, identification, dated)


def _birth(human: Human) -> PartialDate:
    return PartialDate(human.born.year) if human.only_year else PartialDate.of(human.born)


def _name(human: Human, usage: str | None = None) -> Name:
    surname = Surname(human.name.surname, human.name.prefix or None)
    return Name(surname, given_names=human.name.given, initials=human.name.given[0], usage=usage)
