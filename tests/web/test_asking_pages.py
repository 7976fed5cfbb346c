"""From a person of the circle to an action: chosen already, and what one should know is said first."""

from datetime import date, datetime
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from kring.ground.access.services import hide_from
from kring.practice.circle.models import NetworkMember
from kring.practice.circle.rules.words import Load
from kring.practice.circle.services import mark_load, set_apart
from kring.practice.plans.models import Goal
from kring.practice.plans.rules.words import ActionWords
from kring.practice.plans.services import add_action
from tests.circle.round import RIA, add
from tests.plans.family import Family, make_family, make_plan
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db

NEW = {"what": "Met Lotte naar zwemles", "due_on": "01-12-2026"}


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def goal(family: Family) -> Goal:
    return make_plan(family)


def form(family: Family, goal: Goal, member: NetworkMember | None = None) -> Page:
    return signed_in(family.actor("jorien").id).get(asking(family, goal, member))


def asking(family: Family, goal: Goal, member: NetworkMember | None) -> str:
    asked = "?" + urlencode({"wie": member.pk}) if member else ""
    return reverse("action_add", args=[family.id, goal.id]) + asked


def ask(family: Family, goal: Goal, member: NetworkMember) -> tuple[Page, Page]:
    """The form, and what is said after it."""
    jorien = signed_in(family.actor("jorien").id)
    asked = jorien.get(asking(family, goal, member))
    return asked, jorien.press(asked, "Actie opslaan", NEW)


def apart(family: Family, one: NetworkMember, other: NetworkMember) -> None:
    with family.acting("marloes") as marloes:
        set_apart(actor=marloes, dossier=family.id, one=one.pk, other=other.pk)


def ria_helps(family: Family, goal: Goal) -> NetworkMember:
    ria = add(family, RIA)
    with family.acting("jorien") as jorien:
        words = ActionWords("De tas inpakken", "network", "Ria Groen", date(2026, 12, 1), "buurvrouw")
        add_action(actor=jorien, goal=goal, words=words)
    return ria


def test_from_her_place_in_the_circle_one_comes_to_a_form_that_has_chosen_her(family: Family, goal: Goal) -> None:
    member = add(family)
    panel = signed_in(family.actor("jorien").id).get(reverse("circle", args=[family.id]) + f"?wie={member.pk}")
    assert asking(family, goal, member) in panel.links()
    ask(family, goal, member)
    with family.acting("jorien"):
        assert goal.actions.filter(doer_subject=member.pk).exists()


def test_that_she_can_carry_no_more_is_said_before_anything_is_written(family: Family, goal: Goal) -> None:
    member = add(family)
    with family.acting("marloes") as marloes:
        mark_load(actor=marloes, member=member, load=Load.LIMIT)
    assert "de grens is bereikt" in form(family, goal, member).text
    assert "Deze persoon heeft gezegd: de grens is bereikt" not in form(family, goal).text


def test_that_she_is_hidden_from_who_reads_the_plan_too(family: Family, goal: Goal) -> None:
    member = add(family)
    with family.acting("marloes") as marloes:
        hide_from(actor=marloes, dossier=family.id, subject=member.pk, reader=family.subject("Stefan de Wit"))
    assert "verborgen voor iemand die het plan leest" in form(family, goal, member).text


def test_who_does_not_go_together_is_named_in_the_list(family: Family, goal: Goal) -> None:
    apart(family, add(family), add(family, RIA))
    assert "Truus Bakker (oma): niet samen met Ria Groen" in form(family, goal).text
    assert "gaan niet samen" not in form(family, goal).text


def test_at_one_goal_it_is_warned_before_and_after(family: Family, goal: Goal) -> None:
    ria, truus = ria_helps(family, goal), add(family)
    apart(family, truus, ria)
    asked, done = ask(family, goal, truus)
    assert "Truus Bakker en Ria Groen gaan niet samen. Ria Groen doet al iets bij dit doel." in asked.text
    assert "Zij doen nu allebei iets bij dit doel." in done.text


def test_who_goes_together_is_no_warning(family: Family, goal: Goal) -> None:
    ria_helps(family, goal)
    _asked, done = ask(family, goal, add(family))
    assert "gaan niet samen" not in done.text
