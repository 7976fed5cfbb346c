"""The client, relations and contacts to tree nodes."""

from datetime import date

from kring.exchange.istandaarden.building import group, leaf, list_if_any
from kring.exchange.istandaarden.messages import Address, Contact, House, Name, Person, Relation, Surname
from kring.exchange.istandaarden.node import Node
from kring.exchange.partial_date import PartialDate, Precision

# IV009: what is not known is filled in with 01 and 1900, and DatumGebruik says so.
_DATE_USE = {Precision.DAY: None, Precision.MONTH: "1", Precision.YEAR: "2", Precision.UNKNOWN: "3"}
_UNKNOWN = date(1900, 1, 1)


def person(value: Person) -> tuple[Node | None, ...]:
    """The fields of the client between Bsn and the products."""
    spoken = value.communication
    return (
        _birth(value.birth),
        leaf("Geslacht", value.sex),
        _name(value.name),
        None if spoken is None else group("Communicatie", leaf("Vorm", spoken), leaf("Taal", value.language)),
        leaf("JuridischeStatus", value.legal_status),
        leaf("WettelijkeVertegenwoordiging", value.representation),
        leaf("Commentaar", value.comment),
        list_if_any("Relaties", map(_relation, value.relations)),
        list_if_any("Contactgegevens", map(_contact, value.contacts)),
    )


def _birth(value: PartialDate) -> Node:
    return group(
        "Geboortedatum",
        leaf("Datum", value.earliest or _UNKNOWN),
        leaf("DatumGebruik", _DATE_USE[value.precision]),
    )


def _name(value: Name) -> Node:
    return group(
        "Naam",
        _surname("Geslachtsnaam", value.surname),
        None if value.partner is None else _surname("Partnernaam", value.partner),
        leaf("Voornamen", value.given_names),
        leaf("Voorletters", value.initials),
        leaf("NaamGebruik", value.usage),
    )


def _surname(name: str, value: Surname) -> Node:
    return group(name, leaf("Achternaam", value.name), leaf("Voorvoegsel", value.prefix))


def _relation(value: Relation) -> Node:
    return group(
        "Relatie",
        leaf("Nummer", value.number),
        leaf("Volgorde", value.order),
        leaf("Soort", value.kind),
        None if value.birth is None else _birth(value.birth),
        leaf("Geslacht", value.sex),
        _name(value.name),
        _contact(value.contact),
    )


def _contact(value: Contact) -> Node:
    phones = (
        group(
            f"Telefoon0{place}",
            leaf("Telefoonnummer", phone.number),
            leaf("Landnummer", phone.country_code),
        )
        for place, phone in enumerate(value.phones, start=1)
    )
    begins, ends = leaf("Begindatum", value.begins_on), leaf("Einddatum", value.ends_on)
    return group(
        "Contact",
        leaf("Soort", value.kind),
        None if value.address is None else _address(value.address),
        leaf("Organisatie", value.organisation),
        list_if_any("Telefoon", phones),
        leaf("Emailadres", value.email),
        None if begins is None and ends is None else group("Periode", begins, ends),
    )


def _address(value: Address) -> Node:
    return group(
        "Adres",
        None if value.house is None else _house(value.house),
        leaf("Postcode", value.postcode),
        leaf("Straatnaam", value.street),
        leaf("Plaatsnaam", value.town),
        leaf("LandCode", value.country),
    )


def _house(value: House) -> Node:
    return group(
        "Huis",
        leaf("Huisnummer", value.number),
        leaf("Huisletter", value.letter),
        leaf("HuisnummerToevoeging", value.addition),
        leaf("AanduidingWoonadres", value.designation),
    )
