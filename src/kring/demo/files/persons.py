"""The BRP file of a town: its people with their ties, authority over minors and marks of secrecy."""

from collections.abc import Iterator, Mapping

from kring.demo.days import Days
from kring.demo.model import Human, Town
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
from kring.exchange.partial_date import PartialDate

Humans = Mapping[str, Human]


def brp_file(town: Town, humans: Humans, days: Days) -> bytes:
    children: dict[str, list[Human]] = {}
    for human in humans.values():
        for parent in human.parents:
            children.setdefault(parent, []).append(human)
    return write_persons(_record(human, humans, children.get(human.ref, []), days) for human in town.humans)


def _record(human: Human, humans: Humans, children: list[Human], days: Days) -> PersonRecord:
    partner = humans.get(human.partner)
    return PersonRecord(
        bsn=human.bsn,
        name=_name(human),
        birth=_birth(human),
        sex=human.sex,
        address=_address(human),
        municipality=Coded(human.home.town_code, human.home.town),
        parents=tuple(_member(humans[ref], role=str(place)) for place, ref in enumerate(human.parents, start=1)),
        children=tuple(_member(child) for child in children),
        partners=() if partner is None else (_partner(human, partner),),
        authority=tuple(_authority(human, humans, days)),
        secrecy=human.secret,
    )


def _name(human: Human) -> PersonName:
    return PersonName(human.name.given, human.name.prefix or None, human.name.surname, usage="E")


def _birth(human: Human) -> PartialDate:
    return PartialDate(human.born.year) if human.only_year else PartialDate.of(human.born)


def _address(human: Human) -> AddressRecord:
    home = human.home
    return AddressRecord(
        AddressKind.DUTCH,
        function="W",
        street=home.street,
        public_space=home.street,
        house_number=home.number,
        postcode=home.postcode,
        town=home.town,
        since=PartialDate.of(human.since),
    )


def _member(human: Human, role: str | None = None) -> FamilyMember:
    return FamilyMember(human.bsn, _name(human), _birth(human), human.sex, role=role)


def _partner(human: Human, partner: Human) -> FamilyMember:
    """They married on the day the later of the two came to live here."""
    since = PartialDate.of(max(human.since, partner.since))
    return FamilyMember(partner.bsn, _name(partner), _birth(partner), partner.sex, union="H", since=since)


def _authority(human: Human, humans: Humans, days: Days) -> Iterator[AuthorityRecord]:
    if human.authority and human.is_minor_on(days.today):
        holders = tuple(AuthorityHolder(HolderRole.PARENT, humans[ref].bsn) for ref in human.authority)
        kind = AuthorityKind.TWO_PARENTS if len(holders) == 2 else AuthorityKind.ONE_PARENT
        yield AuthorityRecord(kind, human.bsn, holders)
