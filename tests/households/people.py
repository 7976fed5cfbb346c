"""Invented families as the BRP would tell of them, and Zeewaard that receives them."""

from dataclasses import replace
from datetime import date
from functools import cache

from kring.exchange.brp.records import (
    AddressKind,
    AddressRecord,
    AuthorityHolder,
    AuthorityKind,
    AuthorityRecord,
    Coded,
    FamilyMember,
    HolderRole,
    PersonName,
    PersonRecord,
)
from kring.exchange.brp.writer import write_persons
from kring.exchange.bsn import passes_eleven_test
from kring.exchange.models import DeliveryKind
from kring.exchange.partial_date import PartialDate
from kring.exchange.services import Result
from kring.ground.access.models import Subject
from kring.practice.households.matching import subjects_by_bsn
from tests.exchange_store.town import Register, importing

SANDRA, KARIM, NOOR, YARA = "999990019", "999990020", "999990032", "999990044"
ZEEWAARD = Coded("0999", "Zeewaard")


def at(postcode: str, number: int, since: date | None = None, letter: str | None = None) -> AddressRecord:
    return AddressRecord(
        AddressKind.DUTCH,
        function="W",
        street="Oude Dijk",
        house_number=number,
        house_letter=letter,
        postcode=postcode,
        town="Zeewaard",
        since=PartialDate.of(since) if since else None,
    )


DIJK = at("1781AB", 12, date(2019, 5, 1))


def person(bsn: str | None, given: str, surname: str, born: date, address: AddressRecord | None = DIJK) -> PersonRecord:
    return PersonRecord(
        bsn, PersonName(given, None, surname), PartialDate.of(born), "V", address=address, municipality=ZEEWAARD
    )


def family() -> dict[str, PersonRecord]:
    """Sandra Bakker and Karim El Amrani, partners, with Noor (2012) and Yara (2015); both have authority."""
    both = tuple(AuthorityHolder(HolderRole.PARENT, bsn) for bsn in (SANDRA, KARIM))
    parents = (FamilyMember(SANDRA), FamilyMember(KARIM))
    children = (FamilyMember(NOOR), FamilyMember(YARA))

    def child(bsn: str, given: str, born: date) -> PersonRecord:
        joint = AuthorityRecord(AuthorityKind.TWO_PARENTS, bsn, both)
        return replace(person(bsn, given, "El Amrani", born), parents=parents, authority=(joint,))

    sandra = person(SANDRA, "Sandra Maria", "Bakker", date(1984, 3, 12))
    karim = person(KARIM, "Karim", "El Amrani", date(1981, 7, 2))
    return {
        SANDRA: replace(sandra, partners=(FamilyMember(KARIM, union="H"),), children=children),
        KARIM: replace(karim, partners=(FamilyMember(SANDRA, union="H"),), children=children),
        NOOR: child(NOOR, "Noor", date(2012, 2, 29)),
        YARA: child(YARA, "Yara", date(2015, 9, 9)),
    }


def deliver_persons(register: Register, *persons: PersonRecord) -> Result:
    return register.bring(DeliveryKind.BRP, write_persons(persons), "personen.json")


def subject_of(register: Register, bsn: str) -> Subject:
    with importing():
        return Subject.objects.get(id=subjects_by_bsn(register.controller.id, [bsn])[bsn])


def household(number: int) -> list[PersonRecord]:
    """One of many generated families: two partners with two children at an address of their own."""
    home = at(f"{number // 90 % 800 + 1000}A{chr(65 + number % 26)}", number + 1, date(2015, 1, 1))
    bsns = _numbers()[4 * number : 4 * number + 4]
    born = [date(1980, 1, 1), date(1982, 1, 1), date(2010, 1, 1), date(2013, 1, 1)]
    names = ["Anna", "Bram", "Cato", "Daan"]
    made = [person(bsn, name, "Vos", day, home) for bsn, name, day in zip(bsns, names, born, strict=True)]
    parents, children = tuple(map(FamilyMember, bsns[:2])), tuple(map(FamilyMember, bsns[2:]))
    one, other = (
        replace(each, partners=(FamilyMember(partner, union="H"),), children=children)
        for each, partner in zip(made[:2], reversed(bsns[:2]), strict=True)
    )
    return [one, other, *(replace(child, parents=parents) for child in made[2:])]


@cache
def _numbers() -> list[str]:
    """Test numbers that pass the eleven-test, enough for every family that a test asks for."""
    return [str(number) for number in range(999_900_000, 999_999_999) if passes_eleven_test(str(number))]
