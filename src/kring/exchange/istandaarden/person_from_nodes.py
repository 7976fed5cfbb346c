"""The client, relations and contacts of a checked tree."""

from kring.exchange.istandaarden.messages import (
    Address,
    Contact,
    House,
    Name,
    Person,
    Phone,
    Relation,
    Surname,
)
from kring.exchange.istandaarden.node import Node
from kring.exchange.partial_date import PartialDate


def person(node: Node) -> Person:
    return Person(
        birth=_birth(node) or PartialDate(),
        sex=node.must("Geslacht"),
        name=_name(node),
        contacts=tuple(_contact(each) for each in node.all("Contactgegevens/Contact")),
        relations=tuple(_relation(each) for each in node.all("Relaties/Relatie")),
        communication=node.text_of("Communicatie/Vorm"),
        language=node.text_of("Communicatie/Taal"),
        legal_status=node.text_of("JuridischeStatus"),
        representation=node.text_of("WettelijkeVertegenwoordiging"),
        comment=node.text_of("Commentaar"),
    )


def _birth(node: Node) -> PartialDate | None:
    """IV009: DatumGebruik tells which part of Datum is known."""
    day = node.day("Geboortedatum/Datum")
    if day is None:
        return None
    match node.text_of("Geboortedatum/DatumGebruik"):
        case "3":
            return PartialDate()
        case "2":
            return PartialDate(day.year)
        case "1":
            return PartialDate(day.year, day.month)
        case _:
            return PartialDate.of(day)


def _name(node: Node) -> Name:
    own = _surname(node, "Naam/Geslachtsnaam")
    if own is None:
        raise KeyError("Naam/Geslachtsnaam")
    return Name(
        surname=own,
        partner=_surname(node, "Naam/Partnernaam"),
        given_names=node.text_of("Naam/Voornamen"),
        initials=node.text_of("Naam/Voorletters"),
        usage=node.text_of("Naam/NaamGebruik"),
    )


def _surname(node: Node, path: str) -> Surname | None:
    found = node.find(path)
    return None if found is None else Surname(found.must("Achternaam"), found.text_of("Voorvoegsel"))


def _relation(node: Node) -> Relation:
    contact = node.find("Contact")
    if contact is None:
        raise KeyError("Contact")
    return Relation(
        number=node.must("Nummer"),
        kind=node.must("Soort"),
        name=_name(node),
        contact=_contact(contact),
        order=node.number("Volgorde"),
        birth=_birth(node),
        sex=node.text_of("Geslacht"),
    )


def _contact(node: Node) -> Contact:
    address = node.find("Adres")
    phones = [node.find(f"Telefoon/{name}") for name in ("Telefoon01", "Telefoon02")]
    return Contact(
        kind=node.must("Soort"),
        address=None if address is None else _address(address),
        organisation=node.text_of("Organisatie"),
        phones=tuple(
            Phone(phone.must("Telefoonnummer"), phone.must("Landnummer")) for phone in phones if phone is not None
        ),
        email=node.text_of("Emailadres"),
        begins_on=node.day("Periode/Begindatum"),
        ends_on=node.day("Periode/Einddatum"),
    )


def _address(node: Node) -> Address:
    return Address(
        house=_house(node),
        postcode=node.text_of("Postcode"),
        street=node.text_of("Straatnaam"),
        town=node.text_of("Plaatsnaam"),
        country=node.text_of("LandCode"),
    )


def _house(node: Node) -> House | None:
    found = node.find("Huis")
    if found is None:
        return None
    return House(
        number=int(found.must("Huisnummer")),
        letter=found.text_of("Huisletter"),
        addition=found.text_of("HuisnummerToevoeging"),
        designation=found.text_of("AanduidingWoonadres"),
    )
