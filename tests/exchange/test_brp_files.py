"""Files of persons: one bad record stops nothing, and whatever the bytes are there is a result."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.exchange.brp import reader
from kring.exchange.brp.reader import ReadPersons, read_persons

NOOR, DAAN = "999990019", "999990020"


def read(value: object) -> ReadPersons:
    return read_persons(json.dumps(value).encode(), "personen.json")


def test_a_bad_record_does_not_stop_the_file() -> None:
    lines = ["[", f'{{"burgerservicenummer": "{NOOR}"}},', '"kapot",', '{"geslacht": {"code": "V"}},']
    lines += [f'{{"burgerservicenummer": "{NOOR}"}},', f'{{"burgerservicenummer": "{DAAN}"}}', "]"]
    result = read_persons("\n".join(lines).encode(), "personen.json")

    assert [person.bsn for person in result.persons] == [NOOR, DAAN]
    assert [person.line for person in result.persons] == [2, 6]
    assert [(each.line, each.rule) for each in result.findings] == [
        (3, "BRP-RECORD"),
        (4, "BRP-LEEG"),
        (5, "BRP-DUBBEL"),
    ]
    assert result.total == 5


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"", 1, "kolom 1"),
        (b'[\n{"naam": }]', 2, "kolom 10"),
        (b'{"personen": [{"naam": {}},]}', 1, "kolom 28"),
        (b'{"burgerservicenummer": "1",}', 1, "kolom 29"),
        (b"[] []", 1, "kolom 4"),
        (b"{\n3: 4}", 2, "kolom 1"),
        (b"<personen/>", 1, "kolom 1"),
        (b"[]", 1, "kolom 1"),
        (b'{"status": 400, "title": "Fout"}', 1, "kolom 1"),
        (b"[1, 2, 3]", 1, "kolom 1"),
    ],
)
def test_a_file_without_persons_gives_one_finding_with_line_and_column(data: bytes, line: int, column: str) -> None:
    result = read_persons(data, "personen.json")

    assert (result.persons, len(result.findings)) == ((), 1)
    assert result.findings[0].refuses
    assert result.findings[0].line == line
    assert column in result.findings[0].what


@pytest.mark.parametrize("data", [b"\xff\xfe[\x00]\x00", b"[" * 100_000, b'[{"a":' * 100_000])
def test_a_hostile_file_gives_one_finding(data: bytes) -> None:
    assert [each.rule for each in read_persons(data, "kwaad.json").findings] == ["BRP-JSON"]


def test_a_number_of_a_million_digits_stops_nothing() -> None:
    data = b'[{"burgerservicenummer": "999990019", "verblijfplaats": {"huisnummer": ' + b"9" * 1_000_000 + b"}}]"

    assert [each.rule for each in read_persons(data, "lang.json").findings] == ["BRP-GETAL"]


def test_a_file_that_is_too_large_is_not_even_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST", 10)

    assert [each.rule for each in read([{"burgerservicenummer": NOOR}]).findings] == ["BRP-GROOTTE"]


def test_a_finding_repeats_nothing_of_the_person() -> None:
    record = {"burgerservicenummer": "999990018", "naam": {"geslachtsnaam": "Bo\u0000er"}, "gezag": [{"type": "x"}]}
    told = " ".join(map(str, read([record, record]).findings))

    assert "999990018" not in told
    assert "er]" not in told


KEYS = ["burgerservicenummer", "naam", "datum", "gezag", "verblijfplaats", "ouders", "type", "personen", "huisnummer"]
LEAVES = st.none() | st.booleans() | st.floats() | st.integers() | st.text()


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner)))
def test_any_json_gives_a_result(value: object) -> None:
    result = read(value)

    assert len(result.persons) <= max(result.total, 0)
    assert result.persons or result.findings
