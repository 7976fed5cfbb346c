"""The eleven-test: nine digits, weighted, divisible by eleven, not all nought."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.exchange.bsn import passes_eleven_test


@pytest.mark.parametrize(
    ("number", "passes"),
    [
        ("999990019", True),
        ("999990018", False),
        ("000000000", False),
        ("99999001", False),
        ("9999900190", False),
        ("99999001a", False),
        ("٩٩٩٩٩٠٠١٩", False),
        ("", False),
    ],
)
def test_the_eleven_test(number: str, passes: bool) -> None:
    assert passes_eleven_test(number) is passes


@given(st.integers(1, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number: int, place: int, shift: int) -> None:
    """That is what the test is for: of a number that passes, no neighbour by one digit passes."""
    digits = f"{number:09d}"
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]

    assert not (passes_eleven_test(digits) and passes_eleven_test(wrong))
