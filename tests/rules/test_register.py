"""Every business rule of the register is coded where it says, and tried on either side by a test that is collected."""

import os
from typing import Final

import pytest

from tests.rules.nodes import cases, is_collected
from tests.rules.page import PAGE, ROOT, page
from tests.rules.register import RULES
from tests.rules.rule import Rule

NUMBERS: Final = frozenset(f"BR-{number:03}" for number in (*range(1, 26), *range(70, 80)))
each = pytest.mark.parametrize("rule", RULES, ids=lambda one: one.number)


def test_no_rule_is_left_out_or_told_twice() -> None:
    told = [rule.number for rule in RULES]
    assert told == sorted(set(told))
    assert set(told) == NUMBERS


@each
def test_a_rule_has_a_case_that_passes_and_one_that_is_refused(rule: Rule) -> None:
    assert rule.passes != rule.refused
    assert {f"{rule.number} {rule.passes}", f"{rule.number} {rule.refused}"} <= cases(rule.table)


@each
def test_a_table_stands_where_it_is_collected(rule: Rule) -> None:
    assert is_collected(rule.table)


@each
def test_the_code_of_a_rule_names_its_number(rule: Rule) -> None:
    """Whoever searches for the number finds the module that decides."""
    for module in rule.code:
        assert rule.number in (ROOT / "src" / "kring" / module).read_text(encoding="utf-8"), module


def test_the_page_of_rules_is_made_from_the_register() -> None:
    if os.environ.get("KRING_RULES"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()
