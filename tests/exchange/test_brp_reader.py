"""Persons of the BRP in both forms, old and new; what is odd is read over, what is no person is named."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from kring.exchange.brp.reader import ReadPersons, read_persons
from kring.exchange.brp.records import (
    AddressKind,
    AuthorityHolder,
    AuthorityKind,
    Coded,
    HolderRole,
    InvestigatedPart,
    PersonRecord,
)
from kring.exchange.brp.writer import write_persons
from kring.exchange.findings import Severity
from kring.exchange.partial_date import PartialDate, Precision
from tests.exchange.person_strategies import person_files

NOOR, DAAN, MARLOES, STEFAN = "999990019", "999990020", "999990032", "999990044"

API_ANSWER = {
    "type": "RaadpleegMetBurgerservicenummer",
    "personen": [
        {
            "burgerservicenummer": NOOR,
            "geheimhoudingPersoonsgegevens": True,
            "geslacht": {"code": "V", "omschrijving": "vrouw"},
            "inOnderzoek": {"geslacht": True},
            "naam": {"voornamen": "Noor", "voorvoegsel": "de", "geslachtsnaam": "Boer", "voorletters": "N."},
            "geboorte": {"datum": {"type": "JaarMaandDatum", "jaar": 2014, "maand": 6, "langFormaat": "juni 2014"}},
            "gemeenteVanInschrijving": {"code": "0999", "omschrijving": "Zeewaard"},
            "verblijfplaats": {
                "type": "Adres",
                "datumVan": {"type": "Datum", "datum": "2020-01-02", "langFormaat": "2 januari 2020"},
                "functieAdres": {"code": "W", "omschrijving": "woonadres"},
                "adresseerbaarObjectIdentificatie": "0999010000000001",
                "verblijfadres": {
                    "officieleStraatnaam": "Duinroosstraat",
                    "korteStraatnaam": "Duinroosstr",
                    "huisnummer": 12,
                    "postcode": "1799 zw",
                    "woonplaats": "Zeewaard",
                },
            },
            "ouders": [
                {
                    "burgerservicenummer": MARLOES,
                    "ouderAanduiding": "1",
                    "naam": {"geslachtsnaam": "Bakker"},
                    "datumIngangFamilierechtelijkeBetrekking": {"type": "DatumOnbekend", "onbekend": True},
                    "inOnderzoek": {"burgerservicenummer": True},
                }
            ],
            "gezag": [
                {
                    "type": "GezamenlijkOuderlijkGezag",
                    "minderjarige": {"burgerservicenummer": NOOR},
                    "ouders": [{"burgerservicenummer": MARLOES}, {"burgerservicenummer": STEFAN}],
                    "inOnderzoek": True,
                },
                {
                    "type": "GezamenlijkGezag",
                    "minderjarige": {"burgerservicenummer": DAAN},
                    "ouder": {"burgerservicenummer": MARLOES},
                    "derde": {"type": "OnbekendeDerde"},
                },
            ],
        }
    ],
}


def read(value: object) -> ReadPersons:
    return read_persons(json.dumps(value).encode(), "personen.json")


def one(**fields: object) -> PersonRecord:
    persons = read([{"burgerservicenummer": NOOR, **fields}]).persons
    assert len(persons) == 1
    return persons[0]


@given(person_files())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_read_back_the_same(persons: tuple[PersonRecord, ...]) -> None:
    back = read_persons(write_persons(persons), "terug.json")

    assert (back.persons, back.findings, back.total) == (persons, (), len(persons))


def test_an_answer_of_the_api_is_read() -> None:
    noor = read(API_ANSWER).persons[0]

    assert (noor.name.given_names, noor.name.prefix, noor.name.surname) == ("Noor", "de", "Boer")
    assert noor.birth == PartialDate(2014, 6)
    assert noor.secrecy
    assert noor.under_investigation == (InvestigatedPart.PERSON,)
    assert noor.municipality == Coded("0999", "Zeewaard")
    assert noor.address is not None
    assert (noor.address.kind, noor.address.is_full) == (AddressKind.DUTCH, True)
    assert (noor.address.postcode, noor.address.house_number) == ("1799ZW", 12)
    assert (noor.address.street, noor.address.public_space) == ("Duinroosstr", "Duinroosstraat")
    assert noor.address.since == PartialDate.of(date(2020, 1, 2))


def test_authority_tells_the_minor_and_the_holders() -> None:
    both, joint = read(API_ANSWER).persons[0].authority

    assert (both.kind, both.minor_bsn, both.under_investigation) == (AuthorityKind.TWO_PARENTS, NOOR, True)
    assert [holder.bsn for holder in both.holders] == [MARLOES, STEFAN]
    assert joint.holders == (AuthorityHolder(HolderRole.PARENT, MARLOES), AuthorityHolder(HolderRole.THIRD))


def test_a_parent_keeps_what_is_not_known() -> None:
    parent = read(API_ANSWER).persons[0].parents[0]

    assert (parent.role, parent.since, parent.under_investigation) == ("1", PartialDate(), True)
    assert parent.is_known


def test_authority_without_minor_is_about_the_person_itself() -> None:
    """Older data leave out the minor when no holder can be named."""
    nobody = one(gezag=[{"type": "TijdelijkGeenGezag"}, {"type": "Voogdij", "derden": []}]).authority

    assert [each.minor_bsn for each in nobody] == [NOOR, None]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("19780600", PartialDate(1978, 6)),
        ("19780000", PartialDate(1978)),
        ("00000000", PartialDate()),
        ("20140603", PartialDate(2014, 6, 3)),
        ("2014-06-03", PartialDate(2014, 6, 3)),
        ({"type": "JaarDatum", "jaar": 1978}, PartialDate(1978)),
        ({"type": "DatumOnbekend", "onbekend": True}, PartialDate()),
    ],
)
def test_a_date_may_be_partly_known(text: object, known: PartialDate) -> None:
    result = read([{"burgerservicenummer": NOOR, "geboorte": {"datum": text}}])

    assert (result.persons[0].birth, result.findings) == (known, ())


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("20230230", Precision.MONTH),
        ("20231345", Precision.YEAR),
        ("19780003", Precision.YEAR),
        ("00000512", Precision.UNKNOWN),
        ("gisteren", Precision.UNKNOWN),
        ({"type": "Datum"}, Precision.UNKNOWN),
    ],
)
def test_a_date_that_does_not_exist_keeps_the_part_that_can_be(text: object, precision: Precision) -> None:
    result = read([{"burgerservicenummer": NOOR, "geboorte": {"datum": text}}])
    birth = result.persons[0].birth

    assert birth is not None
    assert birth.precision is precision
    assert [(each.rule, each.field) for each in result.findings] == [("BRP-DATUM", "geboorte.datum")]


OLD_ADDRESS = {"straat": "Duinroosstraat", "huisnummer": "12", "huisletter": "A", "postcode": "1799ZW"}


@pytest.mark.parametrize(
    ("address", "kind", "full"),
    [
        (OLD_ADDRESS, AddressKind.DUTCH, True),
        (OLD_ADDRESS | {"huisnummer": "0"}, AddressKind.DUTCH, False),
        (OLD_ADDRESS | {"postcode": ""}, AddressKind.DUTCH, False),
        ({"locatiebeschrijving": "Woonboot tegenover de molen"}, AddressKind.LOCATION, False),
        ({"regel1": "Rue du pomme 25", "land": {"code": "5010"}}, AddressKind.ABROAD, False),
        ({"land": {"code": "5003", "omschrijving": "Zwitserland"}}, AddressKind.ABROAD, False),
        ({"land": {"code": "0000"}, "datumAanvangAdresBuitenland": "20120000"}, AddressKind.UNKNOWN, False),
        ({"straat": ".", "datumAanvangAdreshouding": "00000000"}, AddressKind.UNKNOWN, False),
        ({"type": "VerblijfplaatsOnbekend"}, AddressKind.UNKNOWN, False),
        ({"type": "Locatie", "verblijfadres": {"locatiebeschrijving": "Camping"}}, AddressKind.LOCATION, False),
    ],
)
def test_an_address_tells_its_kind_and_whether_it_is_full(
    address: dict[str, object], kind: AddressKind, full: bool
) -> None:
    found = one(verblijfplaats=address).address

    assert found is not None
    assert (found.kind, found.is_full) == (kind, full)


def test_a_letter_address_is_no_home() -> None:
    address = one(verblijfplaats=OLD_ADDRESS | {"functieAdres": {"code": "B"}}).address

    assert address is not None
    assert address.is_letter_address


def test_a_person_without_a_place_has_no_address() -> None:
    assert one().address is None


@pytest.mark.parametrize(
    ("fields", "deceased"),
    [
        ({"overlijden": {"datum": "20211130"}}, True),
        ({"overlijden": {"datum": "00000000"}}, True),
        ({"overlijden": {"plaats": {"code": "0518"}}}, True),
        ({"opschortingBijhouding": {"reden": {"code": "O"}, "datum": "20140000"}}, True),
        ({"opschortingBijhouding": {"reden": {"code": "E"}}}, False),
        ({"overlijden": {}}, False),
        ({}, False),
    ],
)
def test_someone_may_have_died_on_an_unknown_day(fields: dict[str, object], deceased: bool) -> None:
    assert one(**fields).is_deceased is deceased


@pytest.mark.parametrize(
    "fields",
    [
        {"gemeenteVanInschrijving": {"code": "1999"}},
        {"opschortingBijhouding": {"reden": {"code": "R", "omschrijving": "pl is aangelegd in de rni"}}},
    ],
)
def test_a_non_resident_is_registered_elsewhere(fields: dict[str, object]) -> None:
    assert one(**fields).is_non_resident
    assert not one().is_non_resident


def test_a_full_stop_stands_for_an_unknown_parent() -> None:
    parent = one(ouders=[{"ouderAanduiding": "2", "naam": {"geslachtsnaam": "."}}]).parents[0]

    assert not parent.is_known


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("010210", InvestigatedPart.NAME),
        ("010310", InvestigatedPart.BIRTH),
        ("010410", InvestigatedPart.PERSON),
        ("010000", InvestigatedPart.PERSON),
    ],
)
def test_the_older_code_of_an_investigation_names_its_part(code: str, part: InvestigatedPart) -> None:
    found = one(persoonInOnderzoek={"aanduidingGegevensInOnderzoek": code}).under_investigation

    assert found == (part,)


def test_a_short_number_gets_its_zeros_back() -> None:
    assert read([{"burgerservicenummer": 9842}]).persons[0].bsn == "000009842"


@pytest.mark.parametrize("name", ["Mălïka'stes", "Żáïŀëñøŕse Åłéèçs", "Dezső", "'s-Gravenhage", "李"])
def test_odd_characters_stay_as_they_are(name: str) -> None:
    assert one(naam={"geslachtsnaam": f" {name} "}).name.surname == name


@pytest.mark.parametrize(
    ("record", "rules"),
    [
        ({"burgerservicenummer": "999990018"}, ["BRP-BSN"]),
        ({"naam": {"geslachtsnaam": "Boer"}}, ["BRP-BSN"]),
        ({"naam": {"geslachtsnaam": "Boer"}, "burgerservicenummer": "onbekend"}, ["BRP-BSN", "BRP-BSN"]),
        ({"burgerservicenummer": NOOR, "naam": {"geslachtsnaam": "Bo\u0000er"}}, ["BRP-TEKEN"]),
        ({"burgerservicenummer": NOOR, "naam": {"geslachtsnaam": "Bo\ud800er"}}, ["BRP-TEKEN"]),
        ({"burgerservicenummer": NOOR, "verblijfplaats": {"huisnummer": "12b"}}, ["BRP-GETAL"]),
        ({"burgerservicenummer": NOOR, "gezag": [{"type": "Koningschap"}]}, ["BRP-GEZAG"]),
    ],
)
def test_what_is_odd_is_read_over_with_a_warning(record: dict[str, object], rules: list[str]) -> None:
    result = read([record])

    assert len(result.persons) == 1
    assert [each.rule for each in result.findings] == rules
    assert {each.severity for each in result.findings} == {Severity.WARNING}
