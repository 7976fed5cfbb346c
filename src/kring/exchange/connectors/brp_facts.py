"""A record of the BRP in the terms of the register zone."""

from datetime import date

from kring.exchange.brp.records import NON_RESIDENT, AddressRecord, FamilyMember, PersonName, PersonRecord
from kring.exchange.brp.records import AddressKind as BrpAddressKind
from kring.exchange.brp.records import AuthorityKind as BrpAuthorityKind
from kring.exchange.partial_date import PartialDate
from kring.practice.households.models import AddressKind, AuthorityKind
from kring.practice.households.rules.births import UNKNOWN, Birth
from kring.practice.households.rules.facts import AddressFacts, PersonFacts
from kring.practice.households.rules.names import Name, Surname, Usage

AUTHORITY = {
    BrpAuthorityKind.TWO_PARENTS: AuthorityKind.JOINT_PARENTS,
    BrpAuthorityKind.ONE_PARENT: AuthorityKind.ONE_PARENT,
    BrpAuthorityKind.JOINT: AuthorityKind.SHARED,
    BrpAuthorityKind.GUARDIANSHIP: AuthorityKind.GUARDIAN,
    BrpAuthorityKind.NONE_FOR_NOW: AuthorityKind.NOBODY,
    BrpAuthorityKind.UNDETERMINED: AuthorityKind.UNDETERMINED,
}
_DESIGNATIONS = {"to": "t/o", "by": "bij"}
_KINDS = {
    BrpAddressKind.DUTCH: AddressKind.PARTIAL,
    BrpAddressKind.LOCATION: AddressKind.LOCATION,
    BrpAddressKind.ABROAD: AddressKind.FOREIGN,
    BrpAddressKind.UNKNOWN: AddressKind.UNKNOWN,
}


def person_facts(record: PersonRecord) -> PersonFacts:
    municipality = (record.municipality.code if record.municipality else None) or ""
    suspension = record.suspension
    return PersonFacts(
        line=record.line,
        bsn=record.bsn,
        name=_name(record),
        birth=_birth(record.birth),
        sex=record.sex or "",
        deceased=record.is_deceased,
        deceased_on=record.death.exact if record.death else None,
        secrecy=record.secrecy,
        in_investigation=bool(record.under_investigation),
        suspended=(suspension.reason.label or suspension.reason.code or "") if suspension else "",
        address=_address(record.address, municipality) if record.address else None,
    )


def tie_day(day: PartialDate | None) -> date | None:
    """The first day it can be."""
    return day.earliest if day else None


def _name(record: PersonRecord) -> Name:
    usage = Usage(record.name.usage) if record.name.usage in frozenset(Usage) else Usage.OWN
    partner = _partner(record.partners)
    return Name(record.name.given_names or "", _surname(record.name), _surname(partner), usage)


def _partner(partners: tuple[FamilyMember, ...]) -> PersonName:
    """Of whom the name is used: the present partner, else the last one."""
    present = [partner for partner in partners if partner.until is None]
    return (present or list(partners) or [FamilyMember()])[-1].name


def _surname(name: PersonName) -> Surname:
    return Surname(name.surname or "", name.prefix or "")


def _birth(birth: PartialDate | None) -> Birth:
    return Birth(birth.year, birth.month, birth.day) if birth else UNKNOWN


def _address(address: AddressRecord, municipality: str) -> AddressFacts:
    abroad = address.kind is BrpAddressKind.ABROAD
    country = (address.country.label if address.country else None) or ""
    return AddressFacts(
        kind=_kind(address),
        street=", ".join(address.lines) if abroad else address.public_space or address.street or address.location or "",
        number=str(address.house_number or ""),
        suffix=_suffix(address),
        postcode=address.postcode or "",
        place=country if abroad else address.town or "",
        municipality_code="" if municipality == NON_RESIDENT else municipality,
        since=tie_day(address.since),
    )


def _kind(address: AddressRecord) -> AddressKind:
    if address.not_living_here:
        return AddressKind.UNKNOWN
    if address.is_full:
        return AddressKind.LETTER if address.is_letter_address else AddressKind.FULL
    return _KINDS[address.kind]


def _suffix(address: AddressRecord) -> str:
    designation = _DESIGNATIONS.get(address.designation or "", address.designation or "")
    return " ".join(part for part in (designation, address.house_letter, address.house_addition) if part)
