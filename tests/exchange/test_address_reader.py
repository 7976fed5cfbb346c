"""The CSV of addresses: what is wrong is said per row and column, and nothing is repeated from the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.exchange.adressen.reader import COLUMNS, read_addresses
from kring.exchange.findings import Severity

SAMPLE = Path(__file__).resolve().parents[2] / "docs" / "uitwisseling" / "voorbeeld-adressen.csv"
HEAD = ";".join(COLUMNS)
GOOD = {
    "postcode": "1799 ZA",
    "huisnummer": "12",
    "x": "114020,5",
    "y": "552310",
    "buurtcode": "BU09990101",
    "buurt": "Oude Dijk",
    "gemeentecode": "0999",
    "gebied": "Noord",
}


def csv_of(*rows: dict[str, str]) -> bytes:
    return "\n".join([HEAD, *(";".join(row[column] for column in COLUMNS) for row in rows), ""]).encode()


def test_the_sample_in_the_manual_is_read_without_a_word() -> None:
    read = read_addresses(SAMPLE.read_bytes(), SAMPLE.name)
    assert (read.total, len(read.rows), read.findings) == (9, 9, ())


def test_a_name_holds_no_character_that_cannot_be_kept() -> None:
    read = read_addresses(csv_of(GOOD | {"buurt": '"Oude\x00\tDijk"'}), "adressen.csv")
    assert [row.neighbourhood_name for row in read.rows] == ["Oude Dijk"]


def test_the_manual_names_just_the_columns_that_are_read() -> None:
    manual = SAMPLE.with_name("adressen.md").read_text()
    assert [line.split("`")[1] for line in manual.splitlines() if line.startswith("| `")] == list(COLUMNS)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("postcode", "179 ZA"),
        ("postcode", ""),
        ("huisnummer", "12a"),
        ("huisnummer", "0"),
        ("huisnummer", "123456"),
        ("x", "oost"),
        ("x", "nan"),
        ("x", "-5"),
        ("y", "52,9"),
        ("buurtcode", ""),
        ("buurt", "x" * 121),
        ("gemeentecode", "Zeewaard"),
    ],
)
def test_a_value_that_cannot_be_names_its_column_and_refuses_its_row(column: str, value: str) -> None:
    read = read_addresses(csv_of(GOOD | {column: value}, GOOD | {"huisnummer": "14"}), "adressen.csv")
    assert [(finding.line, finding.field, finding.refuses) for finding in read.findings] == [(2, column, True)]
    assert len(read.rows) == 1
    assert not value or value not in str(read.findings[0])


def test_the_same_place_twice_counts_once_and_in_two_neighbourhoods_not_at_all() -> None:
    read = read_addresses(csv_of(GOOD, GOOD, GOOD | {"buurtcode": "BU09990102"}), "adressen.csv")
    assert [(finding.line, finding.severity) for finding in read.findings] == [
        (3, Severity.NOTE),
        (4, Severity.REFUSED),
    ]
    assert len(read.rows) == 1


def test_columns_may_stand_in_any_order_and_a_spreadsheet_may_drop_a_nought() -> None:
    turned = list(reversed(COLUMNS))
    row = GOOD | {"gemeentecode": "999", "buurt": "Één"}
    content = ";".join(turned) + "\n" + ";".join(row[column] for column in turned) + "\n"
    (found,) = read_addresses(content.encode("cp1252"), "adressen.csv").rows
    assert (found.postcode, found.number, found.x, found.municipality_code) == ("1799ZA", 12, 114020.5, "0999")
    assert found.neighbourhood_name == "Één"


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"{HEAD}\n{text}".encode()))
def test_whatever_the_bytes_the_reader_answers(data: bytes) -> None:
    read = read_addresses(data, "adressen.csv")
    assert read.rows or read.findings
