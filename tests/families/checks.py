"""What the ten families must show (handbook §12), and the test that names it; or the capability that it waits for."""

from dataclasses import dataclass
from typing import Final

DE_WIT: Final = "tests/families/test_f01_de_wit_bakker.py::"
EL_AMRANI: Final = "tests/families/test_f02_el_amrani.py::"
YILDIZ: Final = "tests/families/test_f03_yildiz_aksoy.py::"
TESFAY: Final = "tests/families/test_f04_tesfay.py::"
LAAN: Final = "tests/families/test_f05_van_der_laan.py::"
NOWAK: Final = "tests/families/test_f06_nowak.py::"
JANSEN: Final = "tests/families/test_f07_jansen_groen.py::"
PINAS: Final = "tests/families/test_f08_pinas.py::"
DIJK: Final = "tests/families/test_f09_van_dijk.py::"
OSEI: Final = "tests/families/test_f10_hendriks_osei.py::"

VOLUNTEERS: Final = "volunteers: request, suggestion, match, visits, end"
NETWORK: Final = "people of the circle who sign in"
STEERING: Final = "the screens of team leader and process director"


@dataclass(frozen=True, slots=True)
class Check:
    """`tests` that show it now; `later`: the capability that brings it, or the rest of it."""

    family: str
    shows: str
    tests: tuple[str, ...] = ()
    later: str = ""


CHECKS: Final = (
    Check(
        "F01",
        "oma's load blocks a new action",
        (
            f"{DE_WIT}test_oma_truus_has_reached_her_limit_and_is_asked_nothing_more",
            f"{DE_WIT}test_the_neighbour_has_room_and_can_be_asked",
        ),
    ),
    Check(
        "F01",
        "Finn turns 12 on 20-1-2027, seen eight weeks before",
        (f"{DE_WIT}test_finn_becomes_twelve_and_jorien_has_a_task_eight_weeks_before",),
    ),
    Check(
        "F01",
        "the therapy of the health insurance is known from the family only and is no municipal cost",
        (f"{DE_WIT}test_the_therapy_is_hers_to_show_and_no_cost_of_the_municipality",),
    ),
    Check("F02", "the strain of a carer against its cut-off of 7", later=VOLUNTEERS),
    Check(
        "F02",
        "Nora is seen as a young carer, and her help is not counted",
        (f"{EL_AMRANI}test_nora_stands_as_a_young_carer_and_counts_for_nobody_s_capacity",),
    ),
    Check(
        "F02",
        "one cost is unknown",
        (f"{EL_AMRANI}test_once_the_nursing_is_shared_its_cost_is_unknown_and_adds_nothing",),
    ),
    Check(
        "F03",
        "both parents and Deniz agree",
        (f"{YILDIZ}test_deniz_agrees_beside_both_parents_and_ela_is_nine",),
    ),
    Check(
        "F03",
        "a talk with Deniz in confidence is invisible to both parents",
        (f"{YILDIZ}test_what_deniz_said_in_confidence_is_for_naima_and_for_neither_parent",),
    ),
    Check(
        "F03",
        "two accounts, two languages",
        (
            f"{YILDIZ}test_each_parent_has_an_account_of_the_own",
            "tests/agenda/test_jobs.py::test_an_account_reads_its_mail_in_its_own_language",
        ),
    ),
    Check(
        "F03",
        "the school has its own share only",
        (f"{YILDIZ}test_the_school_reads_nothing_before_something_is_shared_with_it",),
    ),
    Check(
        "F04",
        "the summary in Tigrinya is of a named interpreter",
        (f"{TESFAY}test_the_plan_in_tigrinya_is_of_a_named_interpreter",),
    ),
    Check(
        "F04",
        "why a volunteer stopped, and another is asked for",
        (
            f"{TESFAY}test_why_the_language_buddy_stopped_is_written_down_and_another_is_asked_for",
            f"{TESFAY}test_who_moved_away_stood_there_until_then",
        ),
        later=VOLUNTEERS,
    ),
    Check(
        "F04",
        "somebody of the circle lives abroad",
        (f"{TESFAY}test_who_lives_abroad_stands_in_the_circle_with_what_she_does",),
    ),
    Check(
        "F05",
        "overdue on two screens",
        (f"{LAAN}test_the_look_back_is_late_in_the_list_of_who_leads_and_at_the_family_itself",),
        later=STEERING,
    ),
    Check(
        "F05",
        "the bewindvoerder sees agreements about money only",
        (f"{LAAN}test_the_administrator_of_his_money_sees_money_and_nothing_else",),
    ),
    Check(
        "F05",
        "an easy-read plan with pictograms",
        (f"{LAAN}test_rick_reads_the_plan_in_large_letters_with_a_picture_at_each_part",),
    ),
    Check(
        "F06",
        "the address is rendered nowhere",
        (
            f"{NOWAK}test_the_secret_street_is_written_once_in_the_whole_database",
            f"{NOWAK}test_the_address_is_for_who_is_named",
            f"{NOWAK}test_tomasz_has_no_account_in_this_dossier",
        ),
    ),
    Check(
        "F06",
        "withholding needs a second professional and a review date",
        (f"{NOWAK}test_what_is_withheld_has_a_second_professional_and_a_day_to_look_again",),
    ),
    Check("F06", "no post of a volunteer is possible", later=VOLUNTEERS),
    Check(
        "F06", "quick exit", ("tests/look/test_pages.py::test_a_family_does_not_search_families_and_can_leave_quickly",)
    ),
    Check(
        "F06",
        "neutral messages",
        ("tests/agenda/test_jobs.py::test_two_notices_are_one_mail_that_says_nothing_but_that_something_is_there",),
    ),
    Check(
        "F07",
        "the GI leads",
        (
            f"{JANSEN}test_the_guardian_of_the_gi_leads_and_a_coach_of_the_team_is_behind_her",
            f"{JANSEN}test_the_plan_of_the_gi_goes_before_a_plan_of_the_family_itself",
            f"{JANSEN}test_the_plan_of_the_gi_leads_and_the_own_plan_is_its_annex",
        ),
    ),
    Check("F07", "the foster carers agree to their part", (f"{JANSEN}test_wil_and_mieke_agree_to_their_part",)),
    Check(
        "F07",
        "what Dave asks goes through the professional and is logged; no portal",
        (
            f"{JANSEN}test_dave_is_not_invited_and_his_question_is_answered_by_the_guardian",
            f"{JANSEN}test_dave_without_authority_has_no_account",
        ),
    ),
    Check(
        "F08",
        "no professional plan until the familiegroepsplan is done or waived",
        (
            f"{PINAS}test_no_plan_of_a_professional_while_the_family_makes_its_own",
            f"{PINAS}test_once_the_family_handed_in_its_own_and_it_is_accepted_it_can_be_laid_down",
            f"{PINAS}test_or_once_it_waives_its_own",
        ),
    ),
    Check(
        "F08",
        "Jaylen decides what his mother and his JIM see",
        (
            f"{PINAS}test_a_goal_of_his_own_is_not_read_by_his_mother",
            f"{PINAS}test_his_help_is_his_and_his_mother_reads_nothing_of_it",
            f"{PINAS}test_he_alone_ends_what_jorien_reads_of_it",
        ),
        later=NETWORK,
    ),
    Check(
        "F08",
        "Shanaya's part follows the rule under twelve",
        (
            f"{PINAS}test_jaylen_agrees_with_help_alone_and_for_shanaya_of_ten_her_mother_does",
            f"{PINAS}test_a_goal_for_shanaya_is_read_by_her_mother_and_not_by_her_brother",
        ),
    ),
    Check("F09", "a late escalation climbs", later=STEERING),
    Check(
        "F09",
        "what was paid once stands apart",
        (f"{DIJK}test_what_was_paid_once_stands_apart_from_what_comes_each_year",),
    ),
    Check("F09", "an unknown cost is not nought", (f"{DIJK}test_a_cost_that_nobody_knows_is_unknown_and_not_nought",)),
    Check(
        "F09",
        "a family in another municipality of the region",
        (f"{DIJK}test_the_family_lives_in_another_municipality_of_the_region_which_leads_it",),
    ),
    Check("F09", "Eva is a young carer", (f"{DIJK}test_eva_stands_as_a_young_carer",)),
    Check("F10", "the light variant", (f"{OSEI}test_the_plan_is_a_light_one",)),
    Check(
        "F10",
        "a parent who leads sees no level 2 to 4 of others",
        (
            f"{OSEI}test_sanne_leads_with_naima_behind_her",
            f"{OSEI}test_a_parent_who_leads_reads_nothing_of_another_that_a_professional_keeps",
            f"{OSEI}test_sannes_treatment_is_hers_and_abena_does_not_read_it",
        ),
    ),
    Check(
        "F10",
        "coming back counts as re-entry",
        (
            f"{OSEI}test_who_came_back_within_a_year_counts_as_herhaald_beroep",
            f"{OSEI}test_what_was_said_in_after_care_is_kept",
        ),
    ),
)
