"""Content rules about the client, relations and contacts."""

import re
from datetime import date

from kring.exchange.bsn import passes_eleven_test
from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.content.rule import (
    PERSONAL,
    Rule,
    Scene,
    filled_exactly_when,
    repeated,
    when,
)
from kring.exchange.istandaarden.node import Node

_ASSIGNMENT = (Kind.ASSIGNMENT,)
_PERSONS = ("Client", "Client/Relaties/Relatie")
_CONTACTS = ("Client/Contactgegevens/Contact", "Client/Relaties/Relatie/Contact")
_DUTCH_POSTCODE = re.compile(r"[1-9][0-9]{3}[a-zA-Z]{2}")
_UNKNOWN_BIRTH = date(1900, 1, 1)
_OLDEST = 120


def _birth_disagrees(node: Node, _: Scene) -> bool:
    born = node.day("Geboortedatum/Datum")
    if born is None:
        return False
    match node.text_of("Geboortedatum/DatumGebruik"):
        case "3":
            return born != _UNKNOWN_BIRTH
        case "2":
            return (born.month, born.day) != (1, 1)
        case "1":
            return born.day != 1
        case _:
            return False


def _too_old(node: Node, scene: Scene) -> bool:
    born = node.day("Geboortedatum/Datum")
    unknown = node.text_of("Geboortedatum/DatumGebruik") == "3" and born == _UNKNOWN_BIRTH
    if born is None or unknown:
        return False
    years = scene.dated.year - born.year
    reached = (scene.dated.month, scene.dated.day) > (born.month, born.day)
    return years > _OLDEST or (years == _OLDEST and reached)


def _born_later(node: Node, scene: Scene) -> bool:
    born = node.day("Geboortedatum/Datum")
    return born is not None and born > scene.dated


def _name_use_disagrees(node: Node, _: Scene) -> bool:
    allowed = {"1", "2", "3", "4"} if node.has("Naam/Partnernaam") else {"1", "6"}
    return node.text_of("Naam/NaamGebruik") not in allowed


def _contact_useless(node: Node, _: Scene) -> bool:
    reachable = node.has("Telefoon") or (node.has("Adres/Huis") and node.has("Adres/Postcode"))
    return not reachable


def _no_usable_address(node: Node, _: Scene) -> bool:
    return not any(
        contact.has("Adres") and contact.text_of("Soort") in {"01", "02", "03"}
        for contact in node.all("Contactgegevens/Contact")
    )


def _in_netherlands(node: Node) -> bool:
    return node.text_of("Adres/LandCode") == "NL"


def _contact_period_reversed(node: Node, _: Scene) -> bool:
    begin, end = node.day("Periode/Begindatum"), node.day("Periode/Einddatum")
    return begin is not None and end is not None and end < begin


RULES = (
    Rule(
        "CS002",
        (*PERSONAL, Kind.DECLARATION),
        ("Client", "Declaratie/Clienten/Client"),
        "Bsn",
        when(lambda node, _: not passes_eleven_test(node.must("Bsn"))),
        "Het BSN kan niet bestaan.",
        "Een BSN voldoet aan de elfproef.",
    ),
    Rule(
        "CS139",
        PERSONAL,
        _PERSONS,
        "Geboortedatum/DatumGebruik",
        when(_birth_disagrees),
        "Datum en DatumGebruik spreken elkaar tegen.",
        "Wat van een geboortedatum onbekend is, staat als 01 (dag, maand) of 1900 (jaar) in Datum.",
    ),
    Rule(
        "TR002",
        PERSONAL,
        _PERSONS,
        "Geboortedatum/Datum",
        when(_too_old),
        "De geboortedatum ligt meer dan 120 jaar voor de dagtekening.",
        "Alleen een onbekende geboortedatum mag zo oud zijn.",
    ),
    Rule(
        "TR134",
        PERSONAL,
        _PERSONS,
        "Geboortedatum/Datum",
        when(_born_later),
        "De geboortedatum ligt na de dagtekening van het bericht.",
        "Iemand die nog niet geboren is, kan geen cliënt of relatie zijn.",
    ),
    Rule(
        "CS050",
        _ASSIGNMENT,
        _PERSONS,
        "Naam/NaamGebruik",
        when(_name_use_disagrees),
        "NaamGebruik past niet bij de naam.",
        "Met Partnernaam is het 1, 2, 3 of 4; zonder Partnernaam 1 of 6.",
    ),
    Rule(
        "CS318",
        _ASSIGNMENT,
        ("Client",),
        "Naam/NaamGebruik",
        when(lambda node, _: node.text_of("Naam/NaamGebruik") == "6"),
        "De cliënt staat als organisatie in het bericht.",
        "Een cliënt is een natuurlijk persoon: NaamGebruik 6 mag niet.",
    ),
    Rule(
        "CD007",
        _ASSIGNMENT,
        ("Client/Communicatie",),
        "Taal",
        filled_exactly_when("Taal", lambda node: node.text_of("Vorm") == "1"),
        "Taal past niet bij de vorm van communicatie.",
        "Taal is verplicht bij een tolk (1) en blijft anders leeg.",
    ),
    Rule(
        "CD005",
        _ASSIGNMENT,
        _CONTACTS,
        "Adres/LandCode",
        filled_exactly_when("Adres/LandCode", lambda node: node.has("Adres/Postcode")),
        "LandCode en Postcode horen bij elkaar.",
        "LandCode is verplicht bij een postcode en blijft anders leeg.",
    ),
    Rule(
        "CD009",
        _ASSIGNMENT,
        _CONTACTS,
        "Periode",
        when(lambda node, _: node.has("Periode") and node.text_of("Soort") != "04"),
        "Er is een periode bij een adres dat niet tijdelijk is.",
        "Alleen een tijdelijk verblijfadres (04) heeft een periode.",
    ),
    Rule(
        "CD025",
        _ASSIGNMENT,
        _CONTACTS,
        "Adres/Huis",
        when(lambda node, _: _in_netherlands(node) and not node.has("Adres/Huis")),
        "Het huisnummer ontbreekt.",
        "Bij een adres in Nederland is Huis verplicht.",
    ),
    Rule(
        "CD034",
        _ASSIGNMENT,
        _CONTACTS,
        "Adres/Postcode",
        when(
            lambda node, _: (
                node.text_of("Soort") in {"01", "03"} and node.has("Adres") and not node.has("Adres/Postcode")
            )
        ),
        "De postcode ontbreekt.",
        "Bij een BRP-adres (01) en een verblijfadres (03) is Postcode verplicht.",
    ),
    Rule(
        "CS089",
        _ASSIGNMENT,
        _CONTACTS,
        "Adres/Postcode",
        when(
            lambda node, _: (
                _in_netherlands(node) and _DUTCH_POSTCODE.fullmatch(node.text_of("Adres/Postcode") or "") is None
            )
        ),
        "De postcode heeft niet de vorm van een Nederlandse postcode.",
        "Die heeft vier cijfers (niet met 0 vooraan) en twee letters, zonder spatie.",
    ),
    Rule(
        "CS003",
        _ASSIGNMENT,
        _CONTACTS,
        "Periode/Einddatum",
        when(_contact_period_reversed),
        "De einddatum ligt voor de begindatum.",
        "Een periode eindigt op of na de dag waarop zij begint.",
    ),
    Rule(
        "TR006",
        _ASSIGNMENT,
        _CONTACTS,
        "",
        when(_contact_useless),
        "Met dit contact is niemand te bereiken.",
        "Een contact heeft een telefoonnummer, of een huisnummer met postcode.",
    ),
    Rule(
        "TR061",
        _ASSIGNMENT,
        ("Client",),
        "Contactgegevens",
        when(_no_usable_address),
        "De cliënt heeft geen BRP-, correspondentie- of verblijfadres.",
        "Minstens één adres van soort 01, 02 of 03 is verplicht.",
    ),
    Rule(
        "TR101",
        _ASSIGNMENT,
        ("Client/Contactgegevens",),
        "",
        repeated("Contact", lambda node: node.text_of("Soort")),
        "Een soort adres staat dubbel.",
        "Elke soort adres komt per cliënt één keer voor.",
    ),
    Rule(
        "TR101",
        _ASSIGNMENT,
        ("Client/Relaties",),
        "",
        repeated("Relatie", lambda node: node.text_of("Nummer")),
        "Een relatie staat dubbel.",
        "Elk relatienummer komt per cliënt één keer voor.",
    ),
)
