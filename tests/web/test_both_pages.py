"""Two people save the same goal or text: the second sees both side by side, chooses, and no word is lost."""

from datetime import date, datetime
from uuid import UUID

import pytest
from django.urls import reverse

from kring.practice.plans.models import Action, Goal, Plan
from kring.practice.plans.services import add_action
from tests.plans.family import OMA, Family, make_family, make_plan
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

HERS, OURS = "Dat ik weer doorslaap.", "Dat de brieven samen open gaan."


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def goal(family: Family) -> UUID:
    return make_plan(family).id


def words_of(family: Family, goal: UUID) -> str:
    with family.acting("jorien"):
        return Goal.objects.get(id=goal).own_words


def both_open(family: Family, address: str) -> tuple[tuple[Visitor, Page], tuple[Visitor, Page]]:
    jorien, marloes = signed_in(family.town.jorien.id), signed_in(family.marloes.id)
    return (jorien, jorien.get(address)), (marloes, marloes.get(address))


def clash(family: Family, goal: UUID) -> tuple[Visitor, Page]:
    """Marloes saves first, Jorien second."""
    address = reverse("goal_edit", args=[family.id, goal])
    (jorien, hers), (marloes, mine) = both_open(family, address)
    assert marloes.press(mine, "Doel opslaan", {"own_words": HERS}).status == 200
    return jorien, jorien.press(hers, "Doel opslaan", {"own_words": OURS, "measure": "Vrijdag om vier uur."})


def test_the_second_reads_both_texts_and_nothing_is_saved_yet(family: Family, goal: UUID) -> None:
    _jorien, page = clash(family, goal)
    assert page.status == 409
    assert HERS in page.text
    assert OURS in page.text
    assert words_of(family, goal) == HERS


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("marloes", "jorien", "Dit schreef iemand van het gezin"),
        ("jorien", "marloes", "Dit schreef Jorien Smit, regisseur"),
        ("marloes", "stefan", "Dit schreef iemand anders van het gezin"),
        ("jorien", "jorien", "Wat u zelf net al schreef"),
    ],
)
def test_it_says_who_wrote_the_other_text(family: Family, goal: UUID, first: str, second: str, said: str) -> None:
    address = reverse("goal_edit", args=[family.id, goal])
    one, two = signed_in(family.actor(first).id), signed_in(family.actor(second).id)
    earlier, later = one.get(address), two.get(address)
    one.press(earlier, "Doel opslaan", {"own_words": HERS})
    page = two.press(later, "Doel opslaan", {"own_words": OURS})
    assert said in [" ".join(line.text_content().split()) for line in page.tree.xpath("//b")]
    assert ("Iemand anders heeft dit net ook gewijzigd" in page.text) == (first != second)


def test_who_changed_something_else_since_is_not_named(family: Family, goal: UUID) -> None:
    address = reverse("goal_edit", args=[family.id, goal])
    (jorien, hers), (marloes, mine) = both_open(family, address)
    marloes.press(mine, "Doel opslaan", {"own_words": HERS})
    naima = signed_in(family.town.naima.id)
    naima.press(naima.get(address), "Doel opslaan", {"measure": "Zes nachten door."})
    page = jorien.press(hers, "Doel opslaan", {"own_words": OURS})
    assert "Dit schreef iemand van het gezin" in page.text
    assert "Naima" not in page.text


@pytest.mark.parametrize(("kept", "stands"), [(OURS, OURS), (HERS, HERS), (f"{HERS}\n{OURS}", f"{HERS}\n{OURS}")])
def test_what_is_chosen_stands_and_what_nobody_else_touched_goes_along(
    family: Family, goal: UUID, kept: str, stands: str
) -> None:
    jorien, page = clash(family, goal)
    assert kept in page.tree.xpath("//input[@name='own_words']/@value")
    done = jorien.press(page, "Dit blijft staan", {"own_words": kept})
    assert done.url == reverse("goal", args=[family.id, goal])
    assert words_of(family, goal) == stands
    assert "Vrijdag om vier uur." in done.text


def test_a_third_who_saved_meanwhile_is_met_again(family: Family, goal: UUID) -> None:
    jorien, page = clash(family, goal)
    naima = signed_in(family.town.naima.id)
    address = reverse("goal_edit", args=[family.id, goal])
    naima.press(naima.get(address), "Doel opslaan", {"own_words": "Dat het stil is."})
    again = jorien.press(page, "Dit blijft staan", {"own_words": OURS})
    assert again.status == 409
    assert "Dat het stil is." in again.text


def test_two_who_change_different_texts_do_not_meet(family: Family, goal: UUID) -> None:
    (jorien, one), (marloes, other) = both_open(family, reverse("plan_texts", args=[family.id]))
    marloes.press(other, "Opslaan", {"dream": "Met z’n allen aan zee."})
    assert jorien.press(one, "Opslaan", {"concerns": "De huur."}).status == 200
    with family.acting("jorien"):
        plan = Plan.objects.get(dossier=family.id)
    assert (plan.dream, plan.concerns) == ("Met z’n allen aan zee.", "De huur.")


def test_a_day_that_both_changed_is_shown_as_people_write_it(family: Family, goal: UUID) -> None:
    (jorien, one), (marloes, other) = both_open(family, reverse("plan_texts", args=[family.id]))
    marloes.press(other, "Opslaan", {"evaluation_on": "1-3-2027"})
    page = jorien.press(one, "Opslaan", {"evaluation_on": "1-4-2027"})
    assert page.status == 409
    assert "01-03-2027" in page.text
    assert jorien.press(page, "Dit blijft staan", {"evaluation_on": "2027-04-01"}).status == 200


def test_of_a_list_the_word_is_shown_and_not_its_code(family: Family, goal: UUID) -> None:
    (jorien, one), (marloes, other) = both_open(family, reverse("goal_edit", args=[family.id, goal]))
    marloes.press(other, "Doel opslaan", {"life_area": "housing"})
    page = jorien.press(one, "Doel opslaan", {"life_area": "school"})
    assert page.tree.xpath("//input[@name='life_area']/@value") == ["school", "housing"]
    assert "school en leren" in page.text


def step_clash(family: Family, goal: UUID) -> tuple[Visitor, Page]:
    """Naima, behind Jorien, saves another day and that it is every week; Jorien other words and a day of her own."""
    with family.acting("jorien") as actor:
        action = add_action(actor=actor, goal=Goal.objects.get(id=goal), words=OMA)
    address = reverse("action_edit", args=[family.id, action.id])
    jorien, naima = signed_in(family.town.jorien.id), signed_in(family.town.naima.id)
    hers, other = jorien.get(address), naima.get(address)
    first = {"due_on": "20-11-2026", "rhythm": "weekly"}
    assert naima.press(other, "Actie opslaan", first).status == 200
    return jorien, jorien.press(hers, "Actie opslaan", {"what": "Samen naar voetbal", "due_on": "27-11-2026"})


def test_of_a_step_both_days_are_shown_with_who_wrote_the_other_and_when(family: Family, goal: UUID) -> None:
    _jorien, page = step_clash(family, goal)
    assert page.status == 409
    assert "Dit schreef Naima Haddou, achtervang" in page.text
    assert "27-11-2026" in page.text
    assert "20-11-2026" in page.text
    with family.acting("jorien"):
        assert Action.objects.get(goal=goal).due_on == date(2026, 11, 20)


def test_of_a_step_the_choice_stands_beside_what_each_changed_alone(family: Family, goal: UUID) -> None:
    jorien, page = step_clash(family, goal)
    assert jorien.press(page, "Dit blijft staan", {"due_on": "2026-11-27"}).status == 200
    with family.acting("jorien"):
        now = Action.objects.get(goal=goal)
    assert (now.what, now.due_on, now.rhythm) == ("Samen naar voetbal", date(2026, 11, 27), "weekly")


def test_what_only_the_other_changed_is_not_undone_by_choosing(family: Family, goal: UUID) -> None:
    """Jorien chooses between the words, and never saw that Marloes also wrote how she notices."""
    address = reverse("goal_edit", args=[family.id, goal])
    (jorien, hers), (marloes, mine) = both_open(family, address)
    marloes.press(mine, "Doel opslaan", {"own_words": HERS, "measure": "Zes nachten door."})
    page = jorien.press(hers, "Doel opslaan", {"own_words": OURS})
    jorien.press(page, "Dit blijft staan", {"own_words": OURS})
    with family.acting("jorien"):
        now = Goal.objects.get(id=goal)
    assert (now.own_words, now.measure) == (OURS, "Zes nachten door.")
