"""What is compared, and which likenesses there are: the questions of the model, of which `model.json` has the answers.

A likeness is a condition on two rows; the first that holds counts. A rare name weighs more than a frequent one.
"""

from typing import Final

import splink.comparison_level_library as levels
from splink import SettingsCreator, block_on
from splink.comparison_library import CustomComparison

SLIP: Final = "length({0}_l) > 3 and length({0}_r) > 3 and damerau_levenshtein({0}_l, {0}_r) <= 1"
BEGINS: Final = (
    "length(given_l) > 2 and starts_with(given_r, given_l) or length(given_r) > 2 and starts_with(given_l, given_r)"
)
ONLY_YEAR: Final = "(day_l is null or day_r is null)"
SURNAME: Final = CustomComparison(
    output_column_name="surname",
    comparison_levels=[
        levels.NullLevel("surname"),
        levels.ExactMatchLevel("surname", term_frequency_adjustments=True),
        levels.CustomLevel(SLIP.format("surname"), "slip"),
        levels.CustomLevel("jaro_winkler_similarity(surname_l, surname_r) >= 0.88", "like"),
        levels.ElseLevel(),
    ],
)
GIVEN: Final = CustomComparison(
    output_column_name="given",
    comparison_levels=[
        levels.NullLevel("initial"),
        levels.ExactMatchLevel("given", term_frequency_adjustments=True),
        levels.CustomLevel(f"frame_l = frame_r or {SLIP.format('given')} or {BEGINS}", "slip"),
        levels.CustomLevel("(given_l is null or given_r is null) and list_has_any(initials_l, initials_r)", "initial"),
        levels.CustomLevel("list_has_any(initials_l, initials_r)", "letter"),
        levels.ElseLevel(),
    ],
)
BIRTH: Final = CustomComparison(
    output_column_name="birth",
    comparison_levels=[
        levels.NullLevel("born"),
        levels.CustomLevel("day_l = day_r", "exact"),
        levels.CustomLevel("year_l = year_r and day_l[5:6] = day_r[7:8] and day_l[7:8] = day_r[5:6]", "swapped"),
        levels.CustomLevel("hamming(day_l, day_r) = 1", "figure"),
        levels.CustomLevel("hamming(day_l, day_r) = 2", "figures"),
        levels.CustomLevel(f"{ONLY_YEAR} and year_l = year_r", "year"),
        levels.CustomLevel(ONLY_YEAR, "other_year"),
        levels.ElseLevel(),
    ],
)
HOME: Final = CustomComparison(
    output_column_name="home",
    comparison_levels=[
        levels.NullLevel("home"),
        levels.ExactMatchLevel("home"),
        levels.CustomLevel("damerau_levenshtein(home_l, home_r) <= 1", "slip"),
        levels.CustomLevel("postcode_l = postcode_r", "postcode"),
        levels.ElseLevel(),
    ],
)
SEX: Final = CustomComparison(
    output_column_name="sex",
    comparison_levels=[levels.NullLevel("sex"), levels.ExactMatchLevel("sex"), levels.ElseLevel()],
)
LIKENESSES: Final = {
    "surname": ("exact", "slip", "like", "other"),
    "given": ("exact", "slip", "initial", "letter", "other"),
    "birth": ("exact", "swapped", "figure", "figures", "year", "other_year", "other"),
    "home": ("exact", "slip", "postcode", "other"),
    "sex": ("exact", "other"),
}
"""By the field, from the likeness that says most. Splink counts them down to nought; -1 is what is not known."""


def questions() -> SettingsCreator:
    """Who is compared at all: the same birth, the same home, or the same surname with the same given name or year."""
    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="unique_id",
        comparisons=[SURNAME, GIVEN, BIRTH, HOME, SEX],
        blocking_rules_to_generate_predictions=[
            block_on("day"),
            block_on("home"),
            block_on("surname", "frame"),
            block_on("surname", "year"),
        ],
        retain_intermediate_calculation_columns=True,
        max_iterations=1,
    )
