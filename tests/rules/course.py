"""BR-021 to BR-025: looking back, figures, closing, coming back, and birthdays that change much."""

from typing import Final

from tests.rules.rule import Rule

COURSE: Final = "tests/course/test_rules.py::"
SCORES: Final = "tests/plans/test_words.py::test_a_score_is_of_one_person_on_a_day_that_has_been"

RULES: Final = (
    Rule(
        "BR-021",
        "Looking back has a day, by the weight of the plan; late from the day after.",
        "practice of 1Gezin1Plan; own choice",
        ("practice/course/rules/terms.py", "practice/course/rules/words.py"),
        f"{COURSE}test_looking_back_ends_with_what_comes_of_it",
        "the same, with a next time: passes",
        "no next time: refused",
    ),
    Rule(
        "BR-022",
        "A figure is of one person on one day; a correction is one more line; nothing is averaged.",
        "practice; own choice",
        ("practice/plans/rules/words.py", "practice/plans/rules/shares.py"),
        SCORES,
        "one person's, on a day: passes",
        "a team's: refused",
    ),
    Rule(
        "BR-023",
        "Closing asks last figures, what remains, what to do in a relapse, after-care and a letter; or says why not.",
        "practice of 1Gezin1Plan; own choice",
        ("practice/course/rules/words.py",),
        f"{COURSE}test_closing_leaves_everything_behind_or_says_why_not",
        "everything is there: passes",
        "no after-care: refused",
    ),
    Rule(
        "BR-024",
        "Who comes back within twelve months of closing counts as *herhaald beroep*.",
        "practice; twelve months: own choice",
        ("practice/course/rules/terms.py",),
        f"{COURSE}test_back_within_a_year_counts_as_herhaald_beroep",
        "twelve months to the day: counts",
        "a day later: does not count",
    ),
    Rule(
        "BR-025",
        "Eight weeks before somebody turns 12, 16, 18 or 23 it is asked what changes.",
        "Jeugdwet art. 1.1, 7.3.4 and 7.3.5; eight weeks: own choice",
        ("practice/course/rules/terms.py",),
        f"{COURSE}test_eight_weeks_before_a_birthday_that_changes_much",
        "Finn, eight weeks",
        "Finn, a day early: none",
    ),
)
