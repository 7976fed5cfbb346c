"""Each check of the ten families has a test that names it, or waits for a capability that is still to come."""

import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from tests.families.checks import CHECKS, Check
from tests.rules.nodes import is_collected, node

HERE: Final = Path(__file__).parent
MADE: Final = tuple(check for check in CHECKS if check.tests)
SEMICOLON: Final = re.compile(r";\s*")


def test_every_check_is_shown_or_waits_for_a_capability() -> None:
    assert [check for check in CHECKS if not check.tests and not check.later] == []


@pytest.mark.parametrize("check", MADE, ids=lambda one: f"{one.family} {one.shows}")
def test_what_a_check_names_is_collected(check: Check) -> None:
    for name in check.tests:
        assert callable(node(name))
        assert is_collected(name)


def test_no_test_of_a_family_is_left_out() -> None:
    """Each shows one of the checks, or stands with one that it proves."""
    named = {name.partition("::")[0] for check in CHECKS for name in check.tests}
    assert {f"tests/families/{path.name}" for path in HERE.glob("test_f*.py")} <= named


@pytest.mark.shared
def test_the_register_has_as_many_checks_as_the_handbook(shared: Path) -> None:
    """By family: the sentences after **Checks:**, parted by semicolons."""
    handbook = (shared / "domain" / "handbook.md").read_text(encoding="utf-8")
    told = re.findall(r"^\*\*(F\d\d) .*?\*\*Checks:\*\* (.+?)\.$", handbook, re.MULTILINE)
    assert Counter(check.family for check in CHECKS) == {family: len(SEMICOLON.split(said)) for family, said in told}
