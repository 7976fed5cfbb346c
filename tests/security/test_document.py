"""docs/security.md names every requirement of the standard once, and each test that it names exists."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.source import ROOT

DOCUMENT = ROOT / "docs" / "security.md"
ROW = re.compile(r"^\| (V\d+\.\d+\.\d+(?:, V\d+\.\d+\.\d+)*) \| (.+?) \| (.+?) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PER_CHAPTER = {1: 27, 2: 11, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 9: 7, 10: 29, 11: 14, 12: 9, 13: 13, 14: 9,
               15: 13, 16: 16, 17: 7}  # fmt: skip
"""Requirements of level 1 and 2 in each chapter of version 5.0.0; of a later version this table is made anew."""
MOST_OPEN = 7


@dataclass(frozen=True, slots=True)
class Row:
    """Requirements that are met, or not, in the same way."""

    numbers: tuple[str, ...]
    how: str
    proof: str


def rows(text: str) -> list[Row]:
    return [Row(tuple(found[1].split(", ")), found[3], found[4]) for found in ROW.finditer(text)]


def absent(text: str) -> Iterator[str]:
    """Tests that are named and are nowhere."""
    for file, name in NAMED.findall(text):
        place = ROOT / file
        tree = ast.parse(place.read_text(encoding="utf-8")) if place.exists() else ast.Module([], [])
        if name not in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}:
            yield f"{file}::{name}"


def test_every_requirement_of_level_one_and_two_stands_there_once() -> None:
    numbers = [number for row in rows(DOCUMENT.read_text(encoding="utf-8")) for number in row.numbers]
    assert len(numbers) == len(set(numbers))
    chapters = [int(number.removeprefix("V").split(".")[0]) for number in numbers]
    assert {chapter: chapters.count(chapter) for chapter in PER_CHAPTER} == PER_CHAPTER


def test_every_test_that_is_named_exists() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert len(NAMED.findall(text)) > 100
    assert list(absent(text)) == []


def test_what_has_no_test_says_why() -> None:
    for row in rows(DOCUMENT.read_text(encoding="utf-8")):
        assert NAMED.search(row.proof) or (row.proof == "–" and len(row.how) > 3), row.numbers


def test_what_is_open_only_becomes_less_and_the_sentence_counts_it() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    count = sum(len(row.numbers) for row in rows(text) if row.how.startswith("open"))
    assert count <= MOST_OPEN
    assert f" and {count} are open." in text


def test_a_test_that_is_gone_would_be_found() -> None:
    invented = "`tests/security/test_document.py::test_of_nothing` `tests/nowhere.py::test_a`"
    assert list(absent(invented)) == ["tests/security/test_document.py::test_of_nothing", "tests/nowhere.py::test_a"]
