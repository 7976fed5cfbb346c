"""BR-009 to BR-020: the family's own plan first, what a plan holds, and its versions."""

from typing import Final

from tests.rules.rule import Rule

OWN_PLAN: Final = "tests/familiegroepsplan/test_rules.py::"
AGREEING: Final = "tests/plans/test_agreeing_rules.py::"
YOUTH_LAW: Final = "tests/plans/test_rules_youth_law.py::"
WORDS: Final = "tests/plans/test_words.py::"

READINESS: Final = f"{AGREEING}test_a_plan_needs_a_goal_a_strength_a_day_and_a_contact"
ACTION: Final = f"{WORDS}test_an_action_has_one_doer_a_day_and_for_a_professional_the_question_who_else"
SHARES: Final = "tests/plans/test_shares.py::test_the_share_of_each_kind_of_doer"
OPINIONS: Final = f"{AGREEING}test_everyone_asked_has_an_opinion_and_disagreement_does_not_block"
VERSIONS: Final = "tests/plans/test_rules_versions.py::test_a_plan_is_talked_over_first_and_never_changes_once_agreed"

RULES: Final = (
    Rule(
        "BR-009",
        "With youth help no plan of a professional before the family was offered its own plan first, and answered.",
        "Jeugdwet art. 4.1.2",
        ("practice/familiegroepsplan/rules/states.py", "practice/plans/rules/agreeing.py"),
        f"{OWN_PLAN}test_no_professional_plan_before_the_family_was_offered_its_own",
        "the parents do not wish it: passes",
        "the family is at it: refused",
    ),
    Rule(
        "BR-010",
        "The term for the own plan is agreed with the family; passing it asks how it goes and ends nothing.",
        "Jeugdwet art. 4.1.2; four weeks: own choice",
        ("practice/familiegroepsplan/rules/states.py",),
        f"{OWN_PLAN}test_an_offer_is_an_answer_or_a_ground_of_the_law",
        "a term of their own: passes",
        "before the offer: refused",
    ),
    Rule(
        "BR-011",
        "Once the own plan was waived, the professional's plan is there within six weeks.",
        "Jeugdwet art. 4.1.3 lid 5",
        ("practice/familiegroepsplan/rules/states.py",),
        f"{OWN_PLAN}test_six_weeks_for_the_professionals_plan_once_it_was_waived",
        "waived by the parents: six weeks",
        "there is an own plan: no clock",
    ),
    Rule(
        "BR-012",
        "A plan is agreed by word of mouth in voluntary help only; who asks for paper has it within fourteen days.",
        "Jeugdwet art. 4.1.3 lid 4",
        ("practice/plans/rules/oral.py",),
        f"{YOUTH_LAW}test_a_plan_is_agreed_by_word_of_mouth_in_voluntary_help",
        "oral in voluntary help: passes",
        "oral under an order of the court: refused",
    ),
    Rule(
        "BR-013",
        "Foster carers agree to the part about their own role.",
        "Jeugdwet art. 4.1.3 lid 6",
        ("practice/plans/rules/agreeing.py",),
        f"{YOUTH_LAW}test_a_foster_carer_agrees_to_the_own_part",
        "the foster carer agrees: passes",
        "the foster carer disagrees: refused",
    ),
    Rule(
        "BR-014",
        "The family's own plan has the family's own form: no field of it is required.",
        "practice of family group plans",
        ("practice/familiegroepsplan/rules/words.py",),
        f"{OWN_PLAN}test_the_family_chooses_its_own_form",
        "a photo alone: passes",
        "nothing at all: refused",
    ),
    Rule(
        "BR-015",
        "A version has a goal in own words, a strength, a day to look back and one named contact.",
        "practice of 1Gezin1Plan; own choice",
        ("practice/plans/rules/agreeing.py",),
        READINESS,
        "everything is there: passes",
        "nobody to call: refused",
    ),
    Rule(
        "BR-016",
        "More than five active goals is warned of, and one more says why; the number is a setting.",
        "own choice",
        ("practice/plans/rules/words.py", "practice/plans/rules/settings.py"),
        f"{WORDS}test_a_goal_reckons_with_the_others",
        "with a reason",
        "one goal too many says why",
    ),
    Rule(
        "BR-017",
        "An action has one doer and a day; for a professional's, it is asked whether somebody of the own circle can.",
        "council letter of 2018; Wmo 2015 art. 2.3.2 lid 4",
        ("practice/plans/rules/words.py", "practice/plans/rules/informal.py"),
        ACTION,
        "no, and why: passes",
        "a professional, the question not asked: refused",
    ),
    Rule(
        "BR-018",
        "A version shows the share of each kind of doer.",
        "council letter of 2018; own choice",
        ("practice/plans/rules/shares.py",),
        SHARES,
        "each kind, also who does nothing: passes",
        "proposed, nobody's yet: refused",
    ),
    Rule(
        "BR-019",
        "A version that was agreed never changes; a change makes a new one, with the difference in words.",
        "own choice",
        ("practice/plans/rules/lifecycle.py", "practice/plans/rules/difference.py"),
        VERSIONS,
        "a new version replaces it: passes",
        "agreed never changes: refused",
    ),
    Rule(
        "BR-020",
        "Everybody from twelve is asked what he or she thinks of a version; disagreement is printed.",
        "Jeugdwet art. 7.3.2; practice of 1Gezin1Plan",
        ("practice/plans/rules/agreeing.py",),
        OPINIONS,
        "one disagrees: passes",
        "Yassin was left out: refused",
    ),
)
