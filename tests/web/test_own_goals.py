"""A goal for one person on the pages: its field, its mark, and nowhere a trace of it for the others of the family."""

import io
from datetime import datetime

import pytest
from django.urls import reverse
from pypdf import PdfReader

from kring.practice.plans.models import Goal
from kring.practice.statements.rules import Disputed
from kring.practice.statements.services import Said, add_statement
from tests.plans.family import Family, lay_down, make_family, make_plan
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

WORDS = "Ik wil over vroeger praten."
FIELD = "Wie ziet dit doel?"


def visit(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def choices(page: Page) -> list[str]:
    inputs = page.tree.xpath("//input[@name='only_for']")
    labels = [page.tree.xpath(f"//label[@for='{one.get('id')}']")[0] for one in inputs]
    return [" ".join(label.text_content().split()) for label in labels]


def write_own_goal(family: Family) -> Goal:
    """As Marloes does it herself."""
    marloes = visit(family, "marloes")
    form = marloes.get(reverse("goal_add", args=[family.id]))
    answers = {"own_words": WORDS, "speaker": "Marloes", "life_area": "health", "area_reason": "Nu eerst dit"}
    for_herself = {"only_for": str(family.subject("Marloes Bakker"))}
    assert marloes.press(form, "Doel opslaan", answers | for_herself).status == 200
    with family.acting("marloes"):
        return Goal.objects.get(own_words=WORDS)


def test_marloes_keeps_a_goal_to_herself_and_reads_that_it_is_hers(now: datetime) -> None:
    family = make_family(now)
    goal = write_own_goal(family)
    for name in ("marloes", "jorien"):
        page = visit(family, name).get(reverse("goal", args=[family.id, goal.id]))
        assert WORDS in page.text
        assert "Alleen voor Marloes Bakker" in page.text


def test_no_page_of_stefan_shows_it(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    goal = write_own_goal(family)
    lay_down(family)
    places = [
        "/",
        reverse("family", args=[family.id]),
        reverse("plan", args=[family.id]),
        reverse("plan_versions", args=[family.id]),
        reverse("plan_version", args=[family.id, 1]),
    ]
    stefan, marloes = visit(family, "stefan"), visit(family, "marloes")
    for place in places:
        assert "vroeger" not in stefan.get(place).text, place
    assert "vroeger" in marloes.get(reverse("plan", args=[family.id])).text
    statuses = [one.get(reverse("goal", args=[family.id, goal.id])).status for one in (stefan, marloes)]
    assert statuses == [404, 200]


def printed(family: Family, name: str, place: str) -> str:
    made = visit(family, name).client.get(place)
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages)


def test_paper_is_for_all_and_leaves_it_out(now: datetime) -> None:
    """Also on the paper that Marloes asks for, and on Jorien's draft."""
    family = make_family(now)
    make_plan(family)
    write_own_goal(family)
    lay_down(family)
    for name, place in (
        ("marloes", reverse("plan_pdf", args=[family.id, 1])),
        ("jorien", reverse("plan_draft_pdf", args=[family.id])),
    ):
        text = printed(family, name, place)
        assert "piekeren" in text
        assert "vroeger" not in text


def test_what_she_states_beside_it_is_on_no_paper_either(now: datetime) -> None:
    """What she states beside the plan is."""
    family = make_family(now)
    make_plan(family)
    goal = write_own_goal(family)
    lay_down(family)
    with family.acting("marloes") as marloes:
        for kind, thing, words in (
            (Disputed.GOAL, goal.id, "Dit is te snel."),
            (Disputed.PLAN, family.id, "Dit is te veel."),
        ):
            said = Said(family.subject("Marloes Bakker"), kind, thing, words, now.date())
            add_statement(actor=marloes, dossier=family.id, said=said)
    for name, place in (
        ("marloes", reverse("plan_pdf", args=[family.id, 1])),
        ("jorien", reverse("plan_draft_pdf", args=[family.id])),
    ):
        text = printed(family, name, place)
        assert "Dit is te veel." in text
        assert "vroeger" not in text
        assert "Dit is te snel." not in text


def test_who_can_be_chosen_depends_on_who_writes(now: datetime) -> None:
    family = make_family(now)
    address = reverse("goal_add", args=[family.id])
    everybody = ["Iedereen van dit plan"]
    assert choices(visit(family, "marloes").get(address)) == [*everybody, "Alleen Marloes Bakker"]
    assert choices(visit(family, "jorien").get(address)) == [
        *everybody,
        "Alleen Stefan de Wit",
        "Alleen Marloes Bakker",
        "Alleen Finn",
        "Alleen Lotte",
    ]


def test_a_goal_that_is_there_is_opened_to_others_by_who_leads(now: datetime) -> None:
    """Marloes edits its words without that field, and it stays hers."""
    family = make_family(now)
    goal = write_own_goal(family)
    address = reverse("goal_edit", args=[family.id, goal.id])
    marloes, jorien = visit(family, "marloes"), visit(family, "jorien")
    assert FIELD not in marloes.get(address).text
    marloes.press(marloes.get(address), "Doel opslaan", {"measure": "Eén gesprek"})
    assert visit(family, "stefan").get(reverse("goal", args=[family.id, goal.id])).status == 404
    jorien.press(jorien.get(address), "Doel opslaan", {"only_for": ""})
    assert visit(family, "stefan").get(reverse("goal", args=[family.id, goal.id])).status == 200
