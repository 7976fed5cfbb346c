"""A goal that only Marloes sees: no word, step or figure of it reaches Stefan; Jorien, who works with them, sees it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kring.ground.access.services import represent
from kring.ground.shared.verdict import Refused
from kring.practice.plans.models import Action, Goal, Score
from kring.practice.plans.queries import working_plan
from kring.practice.plans.queries.asked_of import asked_of
from kring.practice.plans.rules.meeting import Clash, prints
from kring.practice.plans.rules.words import GoalWords, ScoreWords
from kring.practice.plans.services import Both, add_action, add_goal, edit_goal, give_score, raise_goal
from tests.plans.family import GOAL, OMA, Family, lay_down, make_family, make_plan

pytestmark = pytest.mark.django_db
WRITTEN = ("own_words", "speaker", "measure", "life_area", "kind", "area_reason", "extra_reason")


def own(family: Family, name: str = "Marloes Bakker") -> GoalWords:
    return GoalWords(
        "Ik wil over vroeger praten.",
        "Marloes",
        "health",
        only_for=family.subject(name),
        area_reason="Het houdt mij wakker.",
    )


def make_own_goal(family: Family, now: datetime) -> Goal:
    """With a step and a figure."""
    with family.acting("marloes") as marloes:
        goal = add_goal(actor=marloes, dossier=family.id, words=own(family))
        add_action(actor=marloes, goal=goal, words=replace(OMA, doer_kind="family", doer_name="Marloes"))
        give_score(actor=marloes, goal=goal, words=ScoreWords("Marloes Bakker", "family", 3, now.date()))
    return goal


def rows_seen_by(family: Family, name: str) -> tuple[int, int, int]:
    """Of everything in the database, without any page's filter."""
    with family.acting(name):
        return Goal.objects.count(), Action.objects.count(), Score.objects.count()


@pytest.mark.parametrize(("reader", "rows"), [("marloes", (1, 1, 1)), ("jorien", (1, 1, 1)), ("stefan", (0, 0, 0))])
def test_neither_goal_nor_step_nor_figure_is_seen_by_others_of_the_family(
    now: datetime, reader: str, rows: tuple[int, int, int]
) -> None:
    family = make_family(now)
    make_own_goal(family, now)
    assert rows_seen_by(family, reader) == rows


def test_it_enters_no_version(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    make_own_goal(family, now)
    assert "vroeger" not in str(lay_down(family).content)


def test_a_family_member_keeps_no_goal_for_another_adult(now: datetime) -> None:
    """Jorien may: she reads the part of both."""
    family = make_family(now)
    for_stefan = own(family, "Stefan de Wit")
    with family.acting("marloes") as marloes, pytest.raises(Refused, match="schrijft die persoon zelf op"):
        add_goal(actor=marloes, dossier=family.id, words=for_stefan)
    with family.acting("jorien") as jorien:
        add_goal(actor=jorien, dossier=family.id, words=for_stefan)


def test_a_parent_with_authority_writes_for_a_child(now: datetime) -> None:
    """And reads it; Stefan has no authority here, and does not."""
    family = make_family(now)
    with family.acting("mark", ago=timedelta(hours=1)) as mark:
        represent(
            actor=mark,
            dossier=family.dossier,
            holder=family.subject("Marloes Bakker"),
            child=family.subject("Lotte"),
            until=None,
            source="gezagsregister",
        )
    with family.acting("marloes") as marloes:
        add_goal(actor=marloes, dossier=family.id, words=own(family, "Lotte"))
    assert [rows_seen_by(family, name)[0] for name in ("marloes", "stefan")] == [1, 0]


def test_who_leads_changes_who_sees_it_with_its_steps_and_figures(now: datetime) -> None:
    family = make_family(now)
    goal = make_own_goal(family, now)
    with family.acting("jorien") as jorien:
        edit_goal(actor=jorien, goal=goal, words=replace(own(family), only_for=None))
    assert rows_seen_by(family, "stefan") == (1, 1, 1)
    with family.acting("jorien") as jorien:
        edit_goal(actor=jorien, goal=Goal.objects.get(id=goal.id), words=own(family))
    assert rows_seen_by(family, "stefan") == (0, 0, 0)
    with family.acting("marloes") as marloes:
        [seen] = working_plan(marloes, family.id).goals
    assert (seen.only_for, len(seen.actions), len(seen.scores)) == (family.subject("Marloes Bakker"), 1, 1)


def test_a_form_that_was_open_before_a_goal_was_kept_to_one_does_not_show_it_again(now: datetime) -> None:
    """Naima keeps it to Marloes while Jorien writes how they notice; Jorien's form still says: for all."""
    family = make_family(now)
    goal = make_plan(family)
    began = prints({**{name: getattr(GOAL, name) for name in WRITTEN}, "only_for": None})
    with family.acting("naima") as naima:
        edit_goal(actor=naima, goal=goal, words=replace(GOAL, only_for=family.subject("Marloes Bakker")))
    with family.acting("jorien") as jorien:
        words = replace(GOAL, measure="Voor elven naar bed")
        edit_goal(actor=jorien, goal=Goal.objects.get(id=goal.id), words=words, since=began)
        assert Goal.objects.get(id=goal.id).measure == "Voor elven naar bed"
    assert rows_seen_by(family, "stefan")[0] == 0


def test_who_sees_it_stays_as_it_was_as_long_as_somebody_chooses_between_two_texts(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    began = prints({**{name: getattr(GOAL, name) for name in WRITTEN}, "only_for": None})
    with family.acting("naima") as naima:
        edit_goal(actor=naima, goal=goal, words=replace(GOAL, measure="Voor tienen naar bed"))
    with family.acting("jorien") as jorien:
        words = replace(GOAL, measure="Voor elven naar bed", only_for=family.subject("Marloes Bakker"))
        with pytest.raises(Both):
            edit_goal(actor=jorien, goal=Goal.objects.get(id=goal.id), words=words, since=began)
    assert rows_seen_by(family, "stefan")[0] == 1


def test_two_who_choose_another_to_see_it_are_shown_both_choices(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    hers, his = (family.subject(name) for name in ("Marloes Bakker", "Stefan de Wit"))
    with family.acting("naima") as naima:
        edit_goal(actor=naima, goal=goal, words=replace(GOAL, only_for=his))
    words, began = replace(GOAL, only_for=hers), prints({"only_for": None})
    with family.acting("jorien") as jorien, pytest.raises(Both) as met:
        edit_goal(actor=jorien, goal=Goal.objects.get(id=goal.id), words=words, since=began)
    assert met.value.clashes == (Clash("only_for", str(hers), str(his)),)
    assert met.value.other is not None
    assert met.value.other.account == family.town.naima.id


def test_nobody_of_the_circle_is_asked_for_a_goal_that_one_member_keeps(now: datetime) -> None:
    family = make_family(now)
    shared = make_plan(family)
    make_own_goal(family, now)
    with family.acting("jorien"):
        assert [goal.id for goal in asked_of(family.id, family.subject("Stefan de Wit")).goals] == [shared.id]


def test_nobody_hides_a_goal_from_the_family(now: datetime) -> None:
    """Stefan changes its words, and not who sees it."""
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("stefan") as stefan:
        edit_goal(actor=stefan, goal=goal, words=replace(GOAL, measure="Voor elven naar bed"))
        with pytest.raises(Refused, match="alleen de regisseur of de achtervang"):
            edit_goal(actor=stefan, goal=goal, words=replace(GOAL, only_for=family.subject("Stefan de Wit")))


def test_goals_that_got_one_place_unseen_of_each_other_are_still_put_in_order(now: datetime) -> None:
    """Stefan does not see Marloes' first goal, so his comes first too; Jorien sees both."""
    family = make_family(now)
    with family.acting("marloes", ago=timedelta(days=1)) as marloes:
        add_goal(actor=marloes, dossier=family.id, words=own(family))
    with family.acting("stefan") as stefan:
        shared = add_goal(actor=stefan, dossier=family.id, words=GOAL)
    with family.acting("jorien") as jorien:
        assert set(Goal.objects.values_list("order", flat=True)) == {0}
        raise_goal(actor=jorien, goal=shared)
        assert working_plan(jorien, family.id).goals[0].own_words == GOAL.own_words
