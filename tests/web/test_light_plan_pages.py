"""A light plan on one page: written and laid down in one go, or not at all, and only where there is no plan yet."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from kring.practice.plans.models import Action, Draft, Goal, Plan, PlanVersion, Question
from tests.plans.family import Family, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

LIGHT = {
    "words": "Ik wil de brieven weer open durven maken.",
    "speaker": "Marloes Bakker",
    "strengths": "Ik kook elke dag.",
    "own_words": "Dat ik weer slaap.",
    "life_area": "money",
    "area_reason": "De post ligt er al weken.",
    "what_1": "De post openen",
    "doer_1": "family|Marloes Bakker",
    "what_2": "Meekijken op vrijdag",
    "doer_2": "professional|Jorien Smit",
    "reason_2": "expertise",
}
AGREES = {f"position_{number}": "agrees" for number in range(4)}


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now, children=False)


@pytest.fixture
def jorien(family: Family) -> Visitor:
    return signed_in(family.town.jorien.id)


def page_of(family: Family, jorien: Visitor) -> Page:
    return jorien.get(reverse("kitchen_light", args=[family.id]))


def test_it_is_written_and_agreed_with_one_button(family: Family, jorien: Visitor) -> None:
    done = jorien.press(page_of(family, jorien), "Vaststellen", {**LIGHT, **AGREES})
    assert done.url == reverse("plan_version", args=[family.id, 1])
    with family.acting("jorien"):
        assert Question.objects.get().words == LIGHT["words"]
        assert Goal.objects.get().area_reason == "De post ligt er al weken."
        steps = {row.what: (row.doer_name, row.informal_reason, row.due_on) for row in Action.objects.all()}
    assert steps == {
        "De post openen": ("Marloes Bakker", "", date(2026, 11, 29)),
        "Meekijken op vrijdag": ("Jorien Smit", "expertise", date(2026, 11, 29)),
    }


def test_the_second_step_may_stay_empty(family: Family, jorien: Visitor) -> None:
    one = {**LIGHT, **AGREES, "what_2": "", "doer_2": "", "reason_2": ""}
    jorien.press(page_of(family, jorien), "Vaststellen", one)
    with family.acting("jorien"):
        assert Action.objects.get().what == "De post openen"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reason_2": ""}, "Kies waarom niemand uit de eigen kring dit kan."),
        ({"doer_2": ""}, "Kies wie dit gaat doen. Eén persoon."),
        ({"own_words": ""}, "Schrijf op wat u wilt bereiken."),
        ({"due_on_1": "1-1-2020"}, "Deze datum ligt in het verleden."),
        ({"evaluation_on": "1-1-2020"}, "De dag waarop u terugkijkt is voorbij."),
    ],
)
def test_what_is_wrong_comes_back_and_nothing_is_written(
    family: Family, jorien: Visitor, wrong: dict[str, str], said: str
) -> None:
    page = jorien.press(page_of(family, jorien), "Vaststellen", {**LIGHT, **AGREES, **wrong})
    assert page.status == 422
    assert said in page.text
    assert LIGHT["words"] in page.text
    with family.acting("jorien"):
        assert not Goal.objects.exists()
        assert not Question.objects.exists()
        assert not Plan.objects.exists()
        assert not PlanVersion.objects.exists()


def test_with_children_the_law_asks_something_first(now: datetime) -> None:
    """BR-009: nothing is written as long as the family has not been offered its own plan."""
    family = make_family(now)
    jorien = signed_in(family.town.jorien.id)
    page = jorien.press(page_of(family, jorien), "Vaststellen", {**LIGHT, **AGREES})
    assert page.status == 422
    assert "Het gezin is nog niet gevraagd of het eerst zelf een plan wil maken" in page.text
    with family.acting("jorien"):
        assert not Goal.objects.exists()


def test_it_can_wait(family: Family, jorien: Visitor) -> None:
    jorien.press(page_of(family, jorien), "Stoppen, later verder", LIGHT)
    with family.acting("jorien"):
        assert Draft.objects.get().place == "kort"
    assert LIGHT["words"] in page_of(family, jorien).text


def test_where_a_plan_is_there_it_is_not_offered(family: Family, jorien: Visitor) -> None:
    address = reverse("kitchen_light", args=[family.id])
    assert address in jorien.get(reverse("kitchen", args=[family.id])).links()
    make_plan(family)
    assert address not in jorien.get(reverse("kitchen", args=[family.id])).links()
    assert "Er is al een plan. Werk daarin verder." in jorien.get(address).text


def test_who_does_not_lay_plans_down_does_not_get_it(family: Family) -> None:
    assert signed_in(family.marloes.id).get(reverse("kitchen_light", args=[family.id])).status == 403


def test_it_asks_the_database_ten_times_at_most(family: Family, jorien: Visitor) -> None:
    page_of(family, jorien)
    with statements() as asked:
        assert page_of(family, jorien).status == 200
    assert len(asked) <= 10, asked.tables
