"""BR-070 to BR-079: the meldcode, withholding, shields, safety agreements, and steps without the family."""

from typing import Final

from tests.rules.rule import Rule

AROUND: Final = "tests/safety/test_rules_around.py::"
TRACK: Final = "tests/safety/test_rules_track.py::"

RULES: Final = (
    Rule(
        "BR-070",
        "The meldcode has five steps with a day and an outcome; only the talk is skipped, for safety.",
        "Besluit verplichte meldcode",
        ("practice/safety/rules/track.py",),
        f"{TRACK}test_a_step_is_done_in_its_turn",
        "the talk skipped for safety",
        "the talk skipped for another reason",
    ),
    Rule(
        "BR-071",
        "Acute or structural unsafety is reported; only the aandachtsfunctionaris overrules that, with a reason.",
        "Besluit verplichte meldcode, afwegingskader",
        ("practice/safety/rules/track.py", "practice/safety/policy.py"),
        f"{TRACK}test_what_step_five_can_be",
        "unsafe: reporting",
        "unsafe: help alone",
    ),
    Rule(
        "BR-072",
        "A track of the meldcode is level 3: on no page, in no search, count or notice, and without a gap in numbers.",
        "Jeugdwet art. 7.3.11 lid 3 and 7.3.15 lid 4",
        ("practice/safety/services/tracks.py", "ground/access/services/parties.py"),
        "tests/safety/test_track.py::test_who_reads_a_track_br_072",
        "who leads",
        "who it is about",
    ),
    Rule(
        "BR-073",
        "Withholding needs a reason, another professional and a day to look again; then the information is given.",
        "Jeugdwet art. 7.3.2 lid 4",
        ("ground/access/rules.py",),
        f"{AROUND}test_what_may_be_and_what_is_refused",
        "with a reason and a day to look again",
        "without a reason",
    ),
    Rule(
        "BR-074",
        "With Veilig Thuis is shared without consent, with the ground and why it is needed.",
        "Wmo 2015 art. 5.2.6",
        ("ground/access/sharing_rules.py",),
        f"{AROUND}test_what_may_be_and_what_is_refused",
        "without consent, across laws",
        "without necessity",
    ),
    Rule(
        "BR-075",
        "What is at level 4 is read by who is named; elsewhere stands only that it is shielded.",
        "own choice",
        ("practice/households/reaching.py",),
        f"{AROUND}test_an_address_that_is_shielded_has_no_words",
        "an open address is read",
        "of a shielded one only that it is there",
    ),
    Rule(
        "BR-076",
        "No text that is saved tells a street or postcode that is shielded.",
        "own choice",
        ("practice/households/telling.py",),
        f"{AROUND}test_a_text_about_safety_does_not_tell_where_it_is",
        "an address that is open",
        "the street",
    ),
    Rule(
        "BR-077",
        "A safety agreement says who checks it and when it is looked at again; late is told.",
        "practice of safety plans",
        ("practice/safety/rules/agreements.py",),
        "tests/safety/test_rules_agreements.py::test_what_an_agreement_needs",
        "whole",
        "nobody checks",
    ),
    Rule(
        "BR-078",
        "Every adult has an own account and no household has one; a notice tells no content.",
        "own choice",
        ("ground/access/services/letting_in.py",),
        f"{AROUND}test_an_account_is_of_one_person",
        "an own account for another adult",
        "no second account for one person",
    ),
    Rule(
        "BR-079",
        "A step is taken together with the family, unless safety forbids; then it carries its ground.",
        "council letter of 2019",
        ("practice/plans/rules/words.py", "practice/plans/rules/lists.py"),
        "tests/plans/test_words.py::test_a_step_says_what_it_must",
        "discussed with the family",
        "not, and no ground",
    ),
)
