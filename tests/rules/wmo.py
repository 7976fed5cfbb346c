"""BR-001 to BR-008: a report of the Wmo, its investigation and its decision."""

from typing import Final

from tests.rules.rule import Rule

INVESTIGATION: Final = "tests/investigation/test_rules.py::"

RULES: Final = (
    Rule(
        "BR-001",
        "A report is confirmed to whoever sent it on the same day, and says who calls and by when.",
        "Wmo 2015 art. 2.3.2 lid 1; same day: own choice",
        ("practice/investigation/rules/steps.py",),
        f"{INVESTIGATION}TestReporting::test_a_confirmation_says_who_calls_and_by_when",
        "who calls and by when: passes",
        "nobody calls: refused",
    ),
    Rule(
        "BR-002",
        "Nothing is decided before the check of basic care and safety is filled in.",
        "practice of 1Gezin1Plan",
        ("practice/investigation/rules/steps.py",),
        f"{INVESTIGATION}TestSafetyFirst::test_nothing_is_decided_before_the_check",
        "safe: passes",
        "not filled in: refused",
    ),
    Rule(
        "BR-003",
        "In urgent need help can begin before the investigation ends.",
        "Wmo 2015 art. 2.3.3",
        ("practice/investigation/rules/steps.py",),
        f"{INVESTIGATION}TestUrgent::test_help_may_come_at_once",
        "before its end: passes",
        "after the decision: refused",
    ),
    Rule(
        "BR-004",
        "Seven days for a personal plan, six weeks to investigate, two weeks to decide; late from the day after.",
        "Wmo 2015 art. 2.3.2 lid 1 and 2, 2.3.5 lid 2",
        ("practice/investigation/rules/clocks.py",),
        f"{INVESTIGATION}TestClocks::test_six_weeks_to_investigate",
        "the last day: passes",
        "the day after: late",
    ),
    Rule(
        "BR-005",
        "No application before the report is sent, unless six weeks have passed.",
        "Wmo 2015 art. 2.3.2 lid 9",
        ("practice/investigation/rules/steps.py",),
        f"{INVESTIGATION}TestApplying::test_after_the_report_or_when_six_weeks_have_passed",
        "after the report: passes",
        "before the report: refused",
    ),
    Rule(
        "BR-006",
        "A report is not sent while one of its seven blocks is empty; what does not apply says why.",
        "Wmo 2015 art. 2.3.2 lid 4",
        ("practice/investigation/rules/blocks.py", "practice/investigation/rules/steps.py"),
        f"{INVESTIGATION}TestBlocks::test_not_applicable_needs_a_reason_and_words_are_no_conclusion",
        "why not: passes",
        "words alone: refused",
    ),
    Rule(
        "BR-007",
        "Client support is offered to the client, and to the carer, before the investigation begins.",
        "Wmo 2015 art. 2.3.2 lid 3",
        ("practice/investigation/rules/steps.py",),
        f"{INVESTIGATION}TestSupportFirst::test_no_investigation_before_client_support",
        "asked and answered: passes",
        "not offered: refused",
    ),
    Rule(
        "BR-008",
        "Of a personal plan that was handed in, every block says how it was used.",
        "Wmo 2015 art. 2.3.2 lid 5",
        ("practice/investigation/rules/blocks.py",),
        f"{INVESTIGATION}TestBlocks::test_a_personal_plan_counts_in_every_block",
        "each block says how it was used: passes",
        "no block says how it was used: refused",
    ),
)
