"""The sums themselves: no two different logs have the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kring.ground.audit.rules import FIRST, Header, Row, Stored, check_chain, check_lines, digest

MINUTE = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
TEXT = st.text(max_size=12)
Given = list[tuple[str, list[str]]]
LINES = st.lists(st.tuples(TEXT, st.lists(TEXT, max_size=3)), min_size=1, max_size=6)


def rows(lines: Given) -> list[Row]:
    return [Row(number, MINUTE, values) for number, values in enumerate(lines, 1)]


@given(LINES, LINES)
def test_only_equal_lines_have_an_equal_sum(
    one: list[tuple[str, list[str]]], other: list[tuple[str, list[str]]]
) -> None:
    assert (digest(rows(one)) == digest(rows(other))) == (one == other)


@given(LINES, st.integers(0, 5))
def test_a_removed_line_is_named(lines: Given, place: int) -> None:
    whole = rows(lines)
    header = Header(1, MINUTE, MINUTE, tuple(row.number for row in whole), digest(whole), FIRST)
    assert list(check_lines(header, whole, is_purged=False)) == []
    gone = whole[place % len(whole)]
    [found] = check_lines(header, [row for row in whole if row != gone], is_purged=False)
    assert found.numbers["which"] == str(gone.number)


def chain(length: int) -> list[Stored]:
    made: list[Stored] = []
    for number in range(1, length + 1):
        previous = made[-1].total if made else FIRST
        header = Header(number, MINUTE + timedelta(minutes=number), MINUTE, (number,), "0" * 64, previous)
        made.append(Stored(header, 1, header.total))
    return made


@given(st.integers(2, 12), st.data())
def test_no_seal_goes_or_changes_unseen_before_the_last(length: int, data: st.DataObject) -> None:
    whole = chain(length)
    assert list(check_chain(whole)) == []
    place = data.draw(st.integers(0, length - 2))
    assert list(check_chain([seal for index, seal in enumerate(whole) if index != place]))
    other = replace(whole[place], header=replace(whole[place].header, digest="1" * 64))
    assert list(check_chain([*whole[:place], other, *whole[place + 1 :]]))
