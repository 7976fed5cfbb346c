"""The own pages of a family: *Ons plan* word for word as on paper, one goal, the own figure and the own step."""

import io
import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from django.urls import reverse
from pypdf import PdfReader

from kring.ground.access import roles
from kring.ground.shared.database import DatabaseRole
from kring.practice.households.models import PersonIdentity
from kring.practice.plans.documents.plan import values
from kring.practice.plans.models import Action, ActionState, Goal, PlanVersion, Question, Score
from kring.practice.plans.rules.content import PlanContent
from kring.practice.plans.rules.words import ActionWords, GoalWords, ScoreWords
from kring.practice.plans.services import add_action, add_goal, give_score
from tests.access.people import give_role, make_family_account
from tests.conftest import speaking_as
from tests.plans.family import COACH, GOAL, OMA, Family, lay_down, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db

BY_MARLOES = ActionWords(
    "De post van deze week meenemen", "family", "Marloes Bakker", date(2026, 11, 4), rhythm="weekly"
)
QUIETLY = replace(COACH, what="De school bellen", is_discussed=False, undiscussed_ground="acute")
SECRET = GoalWords("Ik wil over vroeger praten.", "Marloes", "health", area_reason="Het houdt mij wakker.")
MOST = 10
"""Statements per page."""


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        for words in (OMA, COACH, BY_MARLOES, QUIETLY):
            add_action(actor=jorien, goal=goal, words=words)
        give_score(actor=jorien, goal=goal, words=ScoreWords("Marloes Bakker", "family", 4, date(2026, 10, 2)))
        school = GoalWords(
            "Finn gaat graag naar school.",
            "Finn",
            "school",
            measure="18 van de 20 ochtenden op tijd",
            area_reason="Finn bleef thuis.",
        )
        add_goal(actor=jorien, dossier=family.id, words=school)
    lay_down(family, stefan="disagrees", remark="Het gaat te snel.")
    return family


def plan_of(family: Family, name: str = "marloes") -> Page:
    return signed_in(family.actor(name).id).get(reverse("our_plan", args=[family.id]))


def the_goal(family: Family) -> Goal:
    with family.acting("jorien"):
        return Goal.objects.get(dossier_id=family.id, own_words=GOAL.own_words)


def own_step(family: Family) -> Action:
    with family.acting("jorien"):
        return Action.objects.get(what=BY_MARLOES.what)


def texts_of(value: object) -> list[str]:
    """Every text in what the paper is made of."""
    match value:
        case str():
            return [" ".join(value.split())] if value else []
        case dict():
            return [text for key, one in value.items() if key != "id" for text in texts_of(one)]
        case list() | tuple():
            return [text for one in value for text in texts_of(one)]
        case _:
            return []


PAPER_ONLY = {"house", "label", "members", "signatures", "sign_family", "sign_lead", "page", "of", "no_actions",
              "no_goals", "who", "what", "state", "scores", "position", "remark", "statements"}  # fmt: skip
"""Heads of columns, the foot of a page, the place to sign: there is no table and no paper on a phone."""


class TestOurPlan:
    def test_every_text_of_the_paper_plan_stands_on_the_page(self, family: Family) -> None:
        with family.acting("marloes"):
            held: PlanContent = PlanVersion.objects.get(dossier_id=family.id).content
        paper = values(held, house="Gemeente Zeewaard", is_draft=False)
        labels = {key: text for key, text in paper["labels"].items() if key not in PAPER_ONLY}  # type: ignore[union-attr]
        said = {key: one for key, one in paper.items() if key not in PAPER_ONLY | {"labels"}} | {"labels": labels}
        read = plan_of(family).text.lower()
        assert [text for text in texts_of(said) if text.lower() not in read] == []

    def test_the_printed_plan_says_the_same_of_who_disagrees(self, family: Family) -> None:
        marloes = signed_in(family.marloes.id)
        printed = marloes.client.get(reverse("plan_pdf", args=[family.id, 1]))
        on_paper = "".join(one.extract_text() for one in PdfReader(io.BytesIO(printed.getvalue())).pages)
        for text in (on_paper, plan_of(family).text):
            assert re.search(r"Stefan de Wit\s*(Niet eens\s*Het gaat te snel|Het gaat te snel\.\s*Niet eens)", text)

    def test_what_changed_since_is_told_and_the_agreed_words_stay(self, family: Family) -> None:
        with family.acting("jorien") as jorien:
            add_goal(
                actor=jorien,
                dossier=family.id,
                words=GoalWords("Lotte slaapt door.", "Lotte", "health", area_reason="Lotte is moe."),
            )
        page = plan_of(family)
        assert "Versie 1, vastgesteld op 1 november 2026" in page.text
        changed = page.text.split("Wat er sinds die dag veranderde", 1)[1]
        assert "Nieuw doel: “Lotte slaapt door.”" in changed
        assert "Lotte slaapt door." not in page.text.split("Wat er sinds die dag veranderde", 1)[0]

    def test_before_it_is_agreed_it_says_so(self, now: datetime) -> None:
        family = make_family(now)
        make_plan(family)
        page = plan_of(family)
        assert "Dit plan is nog niet afgesproken" in page.text
        assert "lig te piekeren" in page.text
        assert "Het plan als pdf" not in page.text

    def test_an_own_goal_is_read_by_its_owner_beside_the_plan_of_all(self, family: Family) -> None:
        with family.acting("marloes") as marloes:
            words = replace(SECRET, only_for=family.subject("Marloes Bakker"))
            add_goal(actor=marloes, dossier=family.id, words=words)
        assert "Niet voor iedereen" in plan_of(family).text
        assert "vroeger" in plan_of(family).text.split("Niet voor iedereen", 1)[1]
        assert "vroeger" not in plan_of(family, "stefan").text

    def test_the_tab_leads_to_the_plan_and_the_title_says_nothing(self, family: Family) -> None:
        page = signed_in(family.marloes.id).get(reverse("our_plans"))
        assert page.url == reverse("our_plan", args=[family.id])
        assert page.tree.findtext(".//title") == "Plan – Kring"

    def test_a_professional_has_other_pages(self, family: Family) -> None:
        jorien = signed_in(family.town.jorien.id)
        page = jorien.get(reverse("our_plan", args=[family.id]))
        assert (page.status, "van het gezin zelf" in page.text) == (403, True)
        assert jorien.get(reverse("plan", args=[family.id])).status == 200

    def test_who_is_no_family_sees_no_plan(self, family: Family) -> None:
        assert signed_in(family.town.henk.id).get(reverse("our_plan", args=[family.id])).status == 404


class TestOwnFigure:
    def test_a_figure_with_a_word_stands_at_the_goal(self, family: Family) -> None:
        marloes, goal = signed_in(family.marloes.id), the_goal(family)
        form = marloes.get(reverse("our_figure", args=[family.id, goal.id]))
        assert "De vorige keer was het een 4." in form.text
        page = marloes.press(form, "Mijn cijfer opslaan", {"value": "6", "remark": "Ik slaap beter."})
        assert "Het cijfer is opgeschreven: 6." in page.text
        assert "Ik slaap beter." in page.text
        with family.acting("marloes"):
            given = Score.objects.latest("given_on")
        assert (given.giver, given.value, given.given_on) == ("Marloes Bakker", 6, date(2026, 11, 1))

    def test_without_a_figure_the_form_comes_back(self, family: Family) -> None:
        marloes = signed_in(family.marloes.id)
        form = marloes.get(reverse("our_figure", args=[family.id, the_goal(family).id]))
        page = marloes.press(form, "Mijn cijfer opslaan", {"remark": "Het gaat wel."})
        assert (page.status, "Kies een cijfer van 0 tot en met 10." in page.text) == (422, True)
        assert "Het gaat wel." in page.text


class TestOwnStep:
    def test_not_done_asks_why_and_keeps_the_word(self, family: Family) -> None:
        marloes, step = signed_in(family.marloes.id), own_step(family)
        form = marloes.get(reverse("our_step", args=[family.id, step.id]))
        refused = marloes.press(form, "Nee, het is niet gelukt")
        assert (refused.status, "Schrijf op waarom." in refused.text) == (422, True)
        page = marloes.press(refused, "Nee, het is niet gelukt", {"result": "De post kwam niet."})
        assert "Opgeschreven: De post van deze week meenemen" in page.text
        now = own_step(family)
        assert (now.state, now.result) == (ActionState.FAILED, "De post kwam niet.")

    def test_pressed_wrong_is_taken_back(self, family: Family) -> None:
        marloes, step = signed_in(family.marloes.id), own_step(family)
        page = marloes.press(marloes.get(reverse("our_step", args=[family.id, step.id])), "Ja, het is gedaan")
        assert own_step(family).state == ActionState.DONE
        marloes.press(page, "Ongedaan maken")
        assert own_step(family).state == ActionState.AGREED

    def test_how_often_and_why_it_was_not_talked_over_stand_at_the_step_and_the_goal(self, family: Family) -> None:
        """BR-079."""
        with family.acting("jorien"):
            quiet = Action.objects.get(what=QUIETLY.what)
        marloes, ground = signed_in(family.marloes.id), "er was acuut gevaar en geen tijd om te bespreken"
        assert "Hoe vaak Elke week" in marloes.get(reverse("our_step", args=[family.id, own_step(family).id])).text
        assert (
            f"Niet samen besproken {ground.capitalize()}"
            in marloes.get(reverse("our_step", args=[family.id, quiet.id])).text
        )
        goal = marloes.get(reverse("our_goal", args=[family.id, the_goal(family).id])).text
        assert "gezin · elke week" in goal
        assert f"Niet samen besproken: {ground}" in goal

    def test_somebody_elses_step_is_read_only(self, family: Family) -> None:
        with family.acting("jorien"):
            step = Action.objects.get(what=OMA.what)
        page = signed_in(family.marloes.id).get(reverse("our_step", args=[family.id, step.id]))
        assert "oma Truus" in page.text
        assert "Is het gelukt?" not in page.text


def test_somebody_under_eighteen_reads_je(family: Family) -> None:
    finn = make_family_account(family.town, family.subjects["Finn"], "Finn de Wit")
    with speaking_as(DatabaseRole.IMPORT):
        PersonIdentity.objects.filter(subject=family.subject("Finn")).update(birth_year=2013)
    give_role(family.town, family.dossier, finn, roles.YOUNG)
    start = signed_in(finn.id).get("/")
    assert "Je hoeft nu niets te doen." in start.text
    assert "Jouw gegevens" in start.text
    figure = signed_in(finn.id).get(reverse("our_figure", args=[family.id, the_goal(family).id]))
    assert "Het is jouw cijfer." in figure.text
    plan = signed_in(finn.id).get(reverse("our_plan", args=[family.id]))
    assert reverse("familiegroepsplan", args=[family.id]) in plan.links()


@pytest.mark.parametrize("name", ["our_plan", "our_goal", "our_figure", "our_step"])
def test_a_page_asks_little_of_the_database(family: Family, name: str) -> None:
    ids = {"our_goal": the_goal(family).id, "our_figure": the_goal(family).id, "our_step": own_step(family).id}
    place = reverse(name, args=[family.id, *([ids[name]] if name in ids else [])])
    marloes = signed_in(family.marloes.id)
    marloes.get(place)
    with statements() as asked:
        assert marloes.get(place).status == 200
    assert len(asked) <= MOST


def test_beside_the_question_and_each_step_one_can_say_that_it_is_not_right(family: Family) -> None:
    page = plan_of(family)
    with family.acting("jorien"):
        question = Question.objects.get(dossier_id=family.id)
    assert reverse("not_right", args=[family.id, "vraag", question.id]) in page.links()
    step = reverse("our_step", args=[family.id, own_step(family).id])
    assert step in page.links()
    assert "Dit klopt niet" in signed_in(family.marloes.id).get(step).text


def test_the_start_page_leads_to_what_else_is_there_and_to_nothing_more(family: Family) -> None:
    places = {name: reverse(name, args=[family.id]) for name in ("familiegroepsplan", "safety", "wmo")}
    found = signed_in(family.marloes.id).get("/").links()
    assert {name for name, place in places.items() if place in found} == {"familiegroepsplan"}


def test_an_opinion_that_comes_later_stands_on_the_own_page(family: Family) -> None:
    marloes = signed_in(family.marloes.id)
    page = marloes.get(reverse("our_plan", args=[family.id]))
    form = marloes.get(reverse("position_add", args=[family.id, 1]))
    assert reverse("position_add", args=[family.id, 1]) in page.links()
    page = marloes.press(form, "Mening opslaan", {"position": "partly", "remark": "Alleen de school nog niet."})
    assert page.url.endswith(reverse("our_plan", args=[family.id]))
    assert "Alleen de school nog niet." in page.text
