"""Own statements, pressed as they stand: from the goal to the paper, and away again."""

import io
from datetime import datetime

import pytest
from django.urls import reverse
from pypdf import PdfReader

from kring.practice.plans.models import Goal
from tests.plans.family import Family, lay_down, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db

WORDS = "Dit heb ik niet zo gezegd."


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def goal(family: Family) -> Goal:
    return make_plan(family)


def visit(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def write(family: Family, kind: str, thing: object) -> None:
    marloes = visit(family, "marloes")
    form = marloes.get(reverse("statement_add", args=[family.id, kind, thing]))
    assert marloes.press(form, "Verklaring toevoegen", {"words": WORDS}).status == 200


def test_mother_states_beside_the_goal_and_withdraws_it(family: Family, goal: Goal) -> None:
    marloes = visit(family, "marloes")
    page = marloes.get(reverse("goal", args=[family.id, goal.id]))
    address = reverse("statement_add", args=[family.id, "doel", goal.id])
    assert address in page.links()
    form = marloes.get(address)
    empty = marloes.press(form, "Verklaring toevoegen")
    assert empty.status == 422
    early = marloes.press(empty, "Verklaring toevoegen", {"words": WORDS, "said_on": "01-12-2026"})
    assert early.status == 422
    assert "Deze dag is nog niet geweest." in early.text
    done = marloes.press(early, "Verklaring toevoegen", {"words": WORDS, "said_on": "01-11-2026"})
    assert f"“{WORDS}”" in done.text
    assert "Eigen verklaring van Marloes Bakker" in done.text
    assert WORDS in visit(family, "stefan").get(reverse("plan", args=[family.id])).text
    gone = marloes.press(done, f"Verklaring intrekken: {goal.own_words}, Marloes Bakker")
    assert WORDS not in gone.text


def test_it_is_on_the_paper_of_the_plan(family: Family, goal: Goal) -> None:
    lay_down(family)
    write(family, "doel", goal.id)
    write(family, "plan", family.id)
    printed = visit(family, "jorien").client.get(reverse("plan_pdf", args=[family.id, 1]))
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(printed.content)).pages)
    assert " ".join(text.split()).count(WORDS) == 2


@pytest.mark.parametrize(("kind", "status"), [("doel", 200), ("vraag", 404), ("oordeel", 404)])
def test_only_beside_what_is_there(family: Family, goal: Goal, kind: str, status: int) -> None:
    assert visit(family, "marloes").get(reverse("statement_add", args=[family.id, kind, goal.id])).status == status


def test_a_colleague_without_the_lead_opens_no_form(family: Family, goal: Goal) -> None:
    henk = visit(family, "henk")
    assert henk.get(reverse("statement_add", args=[family.id, "doel", goal.id])).status == 404


@pytest.mark.parametrize("place", ["plan", "goal", "care", "documents"])
def test_the_pages_still_cost_at_most_ten_statements(family: Family, goal: Goal, place: str) -> None:
    write(family, "doel", goal.id)
    visitor = visit(family, "jorien")
    arguments = [family.id, goal.id] if place == "goal" else [family.id]
    with statements() as counted:
        visitor.get(reverse(place, args=arguments))
    assert len(counted) <= 10, counted.of_page
