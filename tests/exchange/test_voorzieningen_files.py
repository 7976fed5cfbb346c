"""A file of provisions is one delivery: how it is read as a table, refused as a whole, and explained to people."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.exchange.findings import Severity
from kring.exchange.voorzieningen import table
from kring.exchange.voorzieningen.columns import COLUMNS, LAWS, STATUSES, WITHOUT_BSN
from kring.exchange.voorzieningen.reader import read_provisions
from kring.exchange.voorzieningen.records import Delivery, DeliveryScope, ServiceLaw
from tests.exchange.provision_files import CASE, NAMED, file_of, read

DOCS = Path(__file__).resolve().parents[2] / "docs" / "uitwisseling"


def test_the_sample_that_we_ship_is_read_without_a_remark() -> None:
    result = read_provisions((DOCS / "voorbeeld-voorzieningen.csv").read_bytes(), "voorbeeld.csv")

    assert result.findings == ()
    assert (result.total, len(result.rows)) == (7, 6)
    assert result.delivery == Delivery("0998", "Suite Sociaal", DeliveryScope.FULL, date(2026, 11, 1))
    assert {row.law for row in result.rows} == {
        ServiceLaw.PARTICIPATIEWET,
        ServiceLaw.SCHULDHULP,
        ServiceLaw.LEERPLICHT,
        ServiceLaw.OTHER,
    }


def test_the_manual_explains_exactly_the_columns_there_are() -> None:
    text = (DOCS / "voorzieningen.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `(\w+)` \| (ja|of|nee) \| (\d+) \|", text, re.MULTILINE)
    presence = {True: "ja", False: "nee"}

    assert explained == [
        (
            column.name,
            "of" if column.name in {"bsn", *WITHOUT_BSN} else presence[column.required],
            str(column.longest),
        )
        for column in COLUMNS
    ]


@pytest.mark.parametrize("word", [*LAWS, *STATUSES])
def test_the_manual_names_every_law_and_status_that_may_be_written(word: str) -> None:
    spoken = word.replace("_", " ").replace("van de gemeente", "van gemeente")

    assert f"`{spoken}`" in (DOCS / "voorzieningen.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("mark", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_separator_and_encoding_are_found_out(mark: str, encoding: str) -> None:
    data = file_of(CASE | {"voorziening": "één maatje € per week"}, mark=mark, encoding=encoding)

    assert read_provisions(data, "levering.csv").rows[0].provision == "één maatje € per week"


def test_the_line_that_a_spreadsheet_puts_before_the_header_is_passed_over() -> None:
    result = read_provisions(b"sep=;\r\n" + file_of(CASE), "levering.csv")

    assert [row.line for row in result.rows] == [3]


def test_names_of_columns_may_be_written_freely() -> None:
    data = file_of(CASE).replace(b"kosten_per_jaar", b'"Kosten per jaar"').replace(b"zaaknummer", b" ZAAKNUMMER ")

    assert read_provisions(data, "levering.csv").findings == ()


def test_a_quoted_value_may_hold_separators_quotes_and_line_ends() -> None:
    quoted = '"maatje; ""Buur""\r\nen co"'
    result = read(CASE | {"voorziening": quoted}, CASE | {"zaaknummer": "P-2"})

    assert [(row.provision, row.line) for row in result.rows] == [('maatje; "Buur" en co', 2), ("bijstand", 4)]


def test_empty_rows_and_columns_do_not_count() -> None:
    data = file_of(CASE) + b"\r\n\r\n" + b";" * 25 + b"\r\n"

    assert read_provisions(data.replace(b"\r\n", b";;\r\n", 1), "levering.csv").total == 1


@pytest.mark.parametrize(
    ("scope", "change", "may_end"),
    [
        ("volledig", {}, True),
        ("volledig", {"wet": "grondwet"}, True),
        ("volledig", {"zaaknummer": ""}, False),
        ("aanvullend", {}, False),
    ],
)
def test_a_refused_row_ends_nothing(scope: str, change: dict[str, str], may_end: bool) -> None:
    """A full delivery ends what is missing; what could not be read is not missing."""
    result = read(CASE | {"levering": scope}, CASE | {"levering": scope, "zaaknummer": "P-2"} | change)

    assert result.may_end_missing is may_end
    assert result.refused_keys == ({"P-2"} if "wet" in change else set())


@pytest.mark.parametrize("column", ["gemeente", "bron", "levering", "peildatum"])
def test_a_file_is_one_delivery(column: str) -> None:
    others = {"gemeente": "0997", "bron": "Ander", "levering": "aanvullend", "peildatum": "02-11-2026"}
    result = read(CASE, CASE | {"zaaknummer": "P-2", column: others[column]})

    assert result.delivery is None
    assert [(each.line, each.field, each.rule) for each in result.findings] == [(3, column, "CSV-LEVERING")]


@pytest.mark.parametrize(
    ("column", "value"), [("gemeente", "Zeewaard"), ("levering", "half"), ("peildatum", "nu"), ("bron", "")]
)
def test_a_delivery_that_does_not_say_what_it_is_is_refused(column: str, value: str) -> None:
    result = read(CASE | {column: value})

    assert (result.delivery, result.rows) == (None, ())
    assert {each.field for each in result.findings} == {column}


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (b"", "CSV-LEEG", None),
        (b"\xef\xbb\xbf \r\n", "CSV-LEEG", None),
        (file_of(), "CSV-LEEG", 1),
        (b"sep=;\r\n", "CSV-KOP", 1),
        ("gemeente;bron".encode("utf-16"), "CSV-TEKENS", None),
        (b"gemeente\x81", "CSV-TEKENS", None),
        (b"Jansen;Piet;1980\r\n", "CSV-KOP", 1),
        (b"gemeente;bron;bron\r\n", "CSV-KOP", 1),
        (b"gemeente;bron\r\n0998;x", "CSV-KOP", 1),
        (file_of(CASE, CASE | {"voorziening": '"open'}), "CSV-REGEL", 3),
    ],
)
def test_what_is_no_table_is_refused_as_a_whole(data: bytes, rule: str, line: int | None) -> None:
    result = read_provisions(data, "levering.csv")

    assert (result.delivery, result.rows) == (None, ())
    assert [(each.rule, each.line) for each in result.findings] == [(rule, line)]


def test_without_bsn_column_the_four_others_are_needed() -> None:
    data = file_of(CASE).replace(b"bsn;achternaam", b"nummer;naam")
    what = read_provisions(data, "levering.csv").findings[0].what

    assert "achternaam" in what
    assert "bsn" not in what


def test_an_unknown_column_is_passed_over_by_its_number() -> None:
    result = read_provisions(file_of(CASE).replace(b"functie", b"Geheim van Noor"), "levering.csv")

    assert len(result.rows) == 1
    assert [(each.rule, each.severity) for each in result.findings] == [("CSV-KOP", Severity.WARNING)]
    assert "Kolom 25" in result.findings[0].what
    assert "Noor" not in str(result.findings[0])


def test_a_file_that_is_too_large_is_not_even_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "LARGEST", 10)

    assert [each.rule for each in read(CASE).findings] == ["CSV-GROOTTE"]


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_mangled_file_gives_a_result_and_never_an_error(data: st.DataObject) -> None:
    content = bytearray(file_of(CASE, CASE | NAMED | {"zaaknummer": "P-2"}))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        length = data.draw(st.integers(0, 20))
        content[place : place + length] = data.draw(
            st.binary(max_size=4) | st.sampled_from([b'"', b";", b"\r\n", b"0"])
        )

    result = read_provisions(bytes(content), "vermalen.csv")

    assert result.rows or result.findings
    assert result.delivery is not None or any(each.refuses for each in result.findings)
