"""Rows of the CSV of provisions: what is written comes back, what is wrong is named by line and column."""

import pytest
from hypothesis import HealthCheck, given, settings

from kring.exchange.findings import Severity
from kring.exchange.partial_date import PartialDate
from kring.exchange.voorzieningen import cells
from kring.exchange.voorzieningen.reader import read_provisions
from kring.exchange.voorzieningen.records import (
    Cost,
    CostStatus,
    Delivery,
    PersonReference,
    Professional,
    ProvisionRow,
    ServiceLaw,
)
from kring.exchange.voorzieningen.writer import write_provisions
from kring.ground.access.parts import Law as DomainLaw
from tests.exchange.provision_files import CASE, NAMED, NOOR, file_of, read
from tests.exchange.provision_strategies import files


@given(files())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_read_back_the_same(written: tuple[Delivery, tuple[ProvisionRow, ...]]) -> None:
    delivery, rows = written

    back = read_provisions(write_provisions(delivery, rows), "terug.csv")

    assert back.findings == ()
    assert (back.delivery, back.rows) == (delivery, rows)


def test_someone_may_be_named_instead_of_numbered() -> None:
    person = read(CASE | NAMED).rows[0].person

    assert person == PersonReference(surname="Boer", birth=PartialDate(2014, 6, 3), postcode="1799ZW", house_number=12)


def test_several_professionals_make_one_case() -> None:
    karin = {"professional": "Karin Prins", "functie": "klantmanager"}
    tom = {"professional": "Tom Veldhuis", "organisatie": "Werkplein"}
    result = read(CASE | karin, CASE | tom, CASE | karin)

    assert result.total == 3
    assert [row.professionals for row in result.rows] == [
        (Professional("Karin Prins", "klantmanager"), Professional("Tom Veldhuis", None, "Werkplein"))
    ]


@pytest.mark.parametrize(
    ("change", "column", "rule"),
    [
        ({"zaaknummer": ""}, "zaaknummer", "CSV-VERPLICHT"),
        ({"voorziening": " "}, "voorziening", "CSV-VERPLICHT"),
        ({"aanbieder": ""}, "aanbieder", "CSV-VERPLICHT"),
        ({"begindatum": ""}, "begindatum", "CSV-VERPLICHT"),
        ({"begindatum": "30-02-2026"}, "begindatum", "CSV-WAARDE"),
        ({"begindatum": "00-02-2026"}, "begindatum", "CSV-WAARDE"),
        ({"begindatum": "02/01/2026"}, "begindatum", "CSV-WAARDE"),
        ({"einddatum": "31-01-2026"}, "einddatum", "CSV-WAARDE"),
        ({"wet": "grondwet"}, "wet", "CSV-WAARDE"),
        ({"bsn": "999990018"}, "bsn", "CSV-WAARDE"),
        ({"bsn": "12345"}, "bsn", "CSV-WAARDE"),
        ({"bsn": ""}, "achternaam", "CSV-VERPLICHT"),
        (NAMED | {"huisnummer": "12A"}, "huisnummer", "CSV-WAARDE"),
        (NAMED | {"postcode": "1799"}, "postcode", "CSV-WAARDE"),
        (NAMED | {"geboortedatum": "31-02-2014"}, "geboortedatum", "CSV-WAARDE"),
        ({"kostenstatus": "gratis"}, "kostenstatus", "CSV-WAARDE"),
        ({"kostenstatus": "bekend"}, "kostenstatus", "CSV-WAARDE"),
        ({"kosten_per_jaar": "100"}, "kostenstatus", "CSV-WAARDE"),
        ({"kostenstatus": "bekend", "kosten_per_jaar": "veel"}, "kosten_per_jaar", "CSV-WAARDE"),
        ({"aanbieder_agb": "1234567890"}, "aanbieder_agb", "CSV-WAARDE"),
        ({"voorziening": "x" * 201}, "voorziening", "CSV-WAARDE"),
    ],
)
def test_a_wrong_value_refuses_its_row_by_line_and_column(change: dict[str, str], column: str, rule: str) -> None:
    result = read(CASE | {"zaaknummer": "P-0"}, CASE | change)

    assert [row.key for row in result.rows] == ["P-0"]
    assert (3, column, rule) in [(each.line, each.field, each.rule) for each in result.findings]
    assert all(each.refuses for each in result.findings)


def test_a_row_with_too_many_values_is_refused() -> None:
    result = read_provisions(file_of(CASE) + b";en nog iets", "levering.csv")

    assert [each.rule for each in result.findings] == ["CSV-CELLEN"]
    assert result.rows == ()


def test_a_function_without_a_name_is_not_counted_and_mentioned() -> None:
    result = read(CASE | {"functie": "jobcoach"})

    assert result.rows[0].professionals == ()
    assert [(each.rule, each.severity) for each in result.findings] == [("CSV-PERSOON", Severity.WARNING)]


def test_a_case_number_with_two_stories_is_neither_of_them() -> None:
    result = read(CASE, CASE | {"voorziening": "anders"}, CASE | {"zaaknummer": "P-2"})

    assert [row.key for row in result.rows] == ["P-2"]
    assert [(each.line, each.rule) for each in result.findings] == [(3, "CSV-DUBBEL")]
    assert result.refused_keys == {"P-1"}


@pytest.mark.parametrize(
    ("value", "cents"),
    [
        ("1.234,56", 123456),
        ("1234,5", 123450),
        ("1234.56", 123456),
        ("1.234", 123400),
        ("€ 12", 1200),
        ("12,-", 1200),
        ("0", 0),
        ("1,234", None),
        ("1.23.4", None),
        ("-5", None),
        ("1e3", None),
    ],
)
def test_an_amount_is_read_the_dutch_way(value: str, cents: int | None) -> None:
    assert cells.cents(value) == cents


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ("00-06-1980", PartialDate(1980, 6)),
        ("1980-00-00", PartialDate(1980)),
        ("1980", PartialDate(1980)),
        ("1-6-1980", PartialDate(1980, 6, 1)),
        ("00-00-0000", PartialDate()),
        ("01-00-1980", None),
        ("1-6-80", None),
    ],
)
def test_a_date_of_birth_may_be_partly_known(value: str, known: PartialDate | None) -> None:
    assert cells.birth(value) == known


def test_zeros_that_a_spreadsheet_took_away_come_back() -> None:
    result = read(CASE | {"gemeente": "998", "bsn": "9842", "aanbieder_agb": "123456"} | NAMED)

    assert result.delivery is not None
    assert (result.delivery.municipality, result.rows[0].provider_agb) == ("0998", "00123456")
    assert (cells.bsn("9999900"), cells.bsn("123")) == ("009999900", None)


def test_a_finding_repeats_nothing_of_the_row() -> None:
    wrong = CASE | NAMED | {"begindatum": "Boer", "wet": NOOR, "postcode": "Boer", "voorziening": ""}
    told = " ".join(map(str, read(wrong).findings))

    assert "Boer" not in told
    assert NOOR not in told


def test_unknown_cost_has_no_amount() -> None:
    assert read(CASE).rows[0].cost == Cost(CostStatus.UNKNOWN)
    assert read(CASE | {"kostenstatus": "niet van de gemeente", "kosten_eenmalig": "5"}).rows[0].cost == Cost(
        CostStatus.ELSEWHERE, None, 500
    )


def test_the_laws_are_those_of_the_domain() -> None:
    assert {law.value for law in ServiceLaw} == {law.value for law in DomainLaw}
