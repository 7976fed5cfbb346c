"""At the kitchen table: the plan is written by pressing what is on the pages, from the question to paper."""

import io
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from pypdf import PdfReader

from kring.ground.audit.models import LogLine
from kring.ground.shared.database import DatabaseRole
from kring.practice.plans.models import Action, Goal, PlanVersion, Score
from kring.practice.plans.rules.words import ScoreWords
from kring.practice.plans.services import add_action, add_goal, edit_goal, give_score
from tests.conftest import speaking_as
from tests.plans.family import COACH, GOAL, OMA, Family, lay_down, make_family, make_plan
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 1)
AGREES = {f"position_{number}": "agrees" for number in range(4)}
INFORMAL_FIRST = "Kan iemand uit het eigen netwerk of een vrijwilliger dit?"


def visit(family: Family, name: str = "jorien") -> Visitor:
    return signed_in(family.actor(name).id)


def at(name: str, family: Family, *args: object) -> str:
    return reverse(name, args=[family.id, *args])


def errors(page: Page) -> list[str]:
    """What the summary above the form says, with the id of the field that each line leads to."""
    assert page.status == 422
    links = page.tree.xpath("//div[@role='alert']//li/a")
    assert all(page.tree.xpath(f"//*[@id='{link.get('href')[1:]}']") for link in links), "a line leads to no field"
    return [" ".join(link.text_content().split()) for link in links]


def test_from_the_question_to_a_printed_version(now: datetime) -> None:
    family = make_family(now)
    jorien = visit(family)
    plan = at("plan", family)
    assert "Nog nodig om dit plan vast te stellen" in jorien.get(plan).text
    asked = {"words": "We willen dat het ’s avonds rustig is.", "speaker": "Marloes"}
    page = jorien.press(jorien.get(at("plan_question", family)), "Vraag opslaan", asked)
    assert page.url == plan
    jorien.press(
        jorien.get(at("plan_texts", family)),
        "Opslaan",
        {"strengths": "We eten samen.", "evaluation_on": "1-2-2027", "contact": "Jorien Smit"},
    )
    jorien.press(
        jorien.get(at("own_plan_offer", family)),
        "Opslaan",
        {"answer": "not_wished", "offered_on": "1-10-2026"},
    )
    goal = jorien.press(
        jorien.get(at("goal_add", family)),
        "Doel opslaan",
        {"own_words": "Niet meer piekeren", "speaker": "Marloes", "life_area": "money", "area_reason": "Nu eerst dit"},
    )
    professional = {"what": "De brieven samen openen", "doer": "professional|Jorien Smit", "due_on": "8-12-2026"}
    form = jorien.press(jorien.get(f"{goal.url}acties/nieuw/"), "Actie opslaan", professional)
    assert errors(form) == [
        f"{INFORMAL_FIRST} Een professional gaat dit doen. Beantwoord eerst deze vraag, met wie dan of waarom niet."
    ]
    informal = {"informal_first": "no", "informal_reason": "expertise"}
    assert jorien.press(form, "Actie opslaan", informal).url == goal.url
    score = jorien.press(
        jorien.get(f"{goal.url}cijfer/"), "Cijfer opslaan", {"giver": "family|Marloes Bakker", "value": "4"}
    )
    assert "Het cijfer is opgeschreven." in score.text
    ready = jorien.get(plan)
    assert "Alles is er om dit plan vast te stellen" in ready.text
    voices = {f"position_{number}": "agrees" for number in range(4)} | {
        "position_1": "partly",
        "remark_1": "Rustig aan.",
    }
    version = jorien.press(jorien.get(at("plan_agree", family)), "Vaststellen", voices)
    assert version.url == at("plan_version", family, 1)
    assert "Versie 1 is vastgesteld." in version.text
    assert "Rustig aan." in version.text
    printed = jorien.client.get(at("plan_pdf", family, 1))
    assert printed["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    text = PdfReader(io.BytesIO(printed.content)).pages[0].extract_text()
    assert "Niet meer piekeren" in text
    with speaking_as(DatabaseRole.OWNER):
        assert LogLine.objects.filter(event="print", dossier=family.id, actor=family.town.jorien.id).count() == 1


def test_who_presses_again_on_an_old_page_reads_that_it_is_done(now: datetime) -> None:
    """A fresh page lays the next version down."""
    family = make_family(now)
    make_plan(family)
    jorien, voices = visit(family), AGREES
    page = jorien.get(at("plan_agree", family))
    assert jorien.press(page, "Vaststellen", voices).url == at("plan_version", family, 1)
    again = jorien.press(page, "Vaststellen", voices)
    assert again.status == 409
    assert "Dit plan is net vastgesteld door Jorien Smit." in again.text
    assert at("plan_version", family, 1) in again.links()
    assert jorien.press(jorien.get(at("plan_agree", family)), "Vaststellen", voices).url == at(
        "plan_version", family, 2
    )


def changed_while_read(now: datetime, place: str) -> tuple[Family, Visitor, Page]:
    """Marloes lets her goal say something else while Jorien has this page before her."""
    family = make_family(now)
    goal = make_plan(family)
    jorien = visit(family)
    page = jorien.get(at(place, family))
    with family.acting("marloes") as marloes:
        edit_goal(actor=marloes, goal=goal, words=replace(GOAL, own_words="Eerst slapen."))
    return family, jorien, page


@pytest.mark.parametrize("place", ["plan_agree", "kitchen_agree"])
def test_nothing_is_laid_down_that_was_changed_since_it_was_read(now: datetime, place: str) -> None:
    """Jorien reads what Marloes changed first."""
    family, jorien, page = changed_while_read(now, place)
    page = jorien.press(page, "Vaststellen", AGREES)
    assert "Iemand heeft het plan net veranderd." in page.text
    with family.acting("jorien"):
        assert not PlanVersion.objects.exists()
    assert jorien.press(page, "Vaststellen", AGREES).url == at("plan_version", family, 1)


@pytest.mark.parametrize("place", ["plan_agree", "kitchen_agree"])
def test_a_change_is_told_beside_another_mistake(now: datetime, place: str) -> None:
    """Jorien forgot what somebody thinks of it: the page that comes back is about the plan as it is then."""
    _family, jorien, page = changed_while_read(now, place)
    page = jorien.press(page, "Vaststellen", {"position_0": ""})
    assert page.status == 422
    assert "Iemand heeft het plan net veranderd." in page.text


def test_what_is_missing_leads_to_the_place_where_it_is_filled_in(now: datetime) -> None:
    """BR-015 in plain words, each with its link."""
    family = make_family(now)
    page = visit(family).get(at("plan", family))
    links = page.links()
    for address in (
        at("familiegroepsplan", family),
        at("goal_add", family),
        f"{at('plan_texts', family)}#id_strengths",
        f"{at('plan_texts', family)}#id_evaluation_on",
        f"{at('plan_texts', family)}#id_contact",
    ):
        assert address in links
    assert "Er staat nog niet wat er goed gaat." in page.text
    agree = visit(family).get(at("plan_agree", family))
    assert "Dit plan kan nog niet worden vastgesteld" in agree.text
    assert "Vaststellen" not in agree.buttons()


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["Wat gaat er gebeuren? Schrijf op wat er gaat gebeuren.",
              "Wie doet dit? Kies wie dit gaat doen. Eén persoon.",
              "Wanneer is het klaar? Kies wanneer het klaar is."]),
        ({"what": "x", "doer": "family|Finn", "due_on": "31-10-2026"},
         ["Wanneer is het klaar? Deze datum ligt in het verleden. Kies vandaag of een latere dag."]),
        ({"what": "x", "doer": "family|Finn", "due_on": "31-2-2027"},
         ["Wanneer is het klaar? Deze datum klopt niet. Schrijf dag, maand en jaar, bijvoorbeeld 21-11-2026."]),
        ({"what": "x", "other_name": "tante Samira", "due_on": "1-12-2026"}, ["Wie is dit? Kies wie dit is."]),
        ({"what": "x", "doer": "family|Finn", "other_name": "Anja", "other_kind": "network", "due_on": "1-12-2026"},
         ["Wie doet dit? Kies één persoon: uit de lijst, of iemand anders."]),
        ({"what": "x", "other_name": "Bas", "other_kind": "professional", "due_on": "1-12-2026",
          "informal_first": "volunteer"},
         ["Wat kan een vrijwilliger doen? Schrijf op wat een vrijwilliger kan doen, in gewone woorden."]),
    ],
)  # fmt: skip
def test_a_wrong_action_says_what_is_wrong_and_where(
    now: datetime, answers: dict[str, str], expected: list[str]
) -> None:
    family = make_family(now)
    goal = make_plan(family)
    jorien = visit(family)
    came_back = jorien.press(jorien.get(at("action_add", family, goal.id)), "Actie opslaan", answers)
    assert errors(came_back) == expected
    assert came_back.tree.xpath("string(//title)").startswith("Fout:")


def test_somebody_new_does_something_and_is_known_from_then_on(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    jorien = visit(family)
    answers = {"what": "Finn ophalen", "other_name": "buurvrouw Anja", "other_kind": "network", "due_on": "1-12-2026"}
    page = jorien.press(jorien.get(at("action_add", family, goal.id)), "Actie opslaan", answers)
    assert "buurvrouw Anja" in page.text
    again = jorien.get(at("action_add", family, goal.id))
    assert again.tree.xpath("//optgroup[@label='Eigen netwerk']/option[@value='network|buurvrouw Anja']")


def test_an_action_is_changed_and_told_about(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien_:
        step = add_action(actor=jorien_, goal=goal, words=COACH)
    jorien = visit(family)
    page = jorien.get(at("action", family, step.id))
    assert "Nee, want de vraag vraagt vakkennis" in page.text
    edited = jorien.press(jorien.get(at("action_edit", family, step.id)), "Actie opslaan", {"what": "De post openen"})
    assert "De post openen" in edited.text
    no_reason = jorien.press(edited, "Bijwerken", {"stand-state": "failed"})
    assert errors(no_reason) == ["Wat willen we erover onthouden? Schrijf op waarom."]
    told = jorien.press(no_reason, "Bijwerken", {"stand-reason": "Er was een brief weg."})
    assert told.url == at("goal", family, goal.id)
    with family.acting("jorien"):
        assert Action.objects.get(id=step.id).result == "Er was een brief weg."


def test_a_goal_is_changed_put_first_and_let_go(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    with family.acting("jorien") as jorien_:
        second = add_goal(actor=jorien_, dossier=family.id, words=replace(GOAL, own_words="Rustig slapen"))
    jorien = visit(family)
    plan = jorien.get(at("plan", family))
    assert plan.text.index("piekeren") < plan.text.index("Rustig slapen")
    raised = jorien.press(plan, "Omhoog: Rustig slapen")
    assert raised.text.index("Rustig slapen") < raised.text.index("piekeren")
    edited = jorien.press(jorien.get(at("goal_edit", family, second.id)), "Doel opslaan", {"measure": "Acht uur"})
    assert "Acht uur" in edited.text
    let_go = jorien.press(edited, "Bijwerken", {"stand-state": "dropped", "stand-reason": "Nu even niet."})
    assert "Losgelaten" in let_go.text
    assert "Doelen waar niet meer aan gewerkt wordt" in jorien.get(at("plan", family)).text
    again = jorien.press(let_go, "Bijwerken", {"stand-state": "active"})
    assert "Stand van dit doel actief" in again.text


def test_a_corrected_question_keeps_the_old_one_in_sight(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    marloes = visit(family, "marloes")
    form = marloes.get(at("plan_question", family))
    marloes.press(form, "Vraag opslaan", {"words": "Rust, en geen brieven."})
    page = marloes.get(at("plan_question", family))
    assert "Rust, en geen brieven." in page.text
    assert "Rust in de avond." in page.text
    marloes.press(page, "Deze vraag terugnemen")
    assert "Teruggenomen op 1 november 2026." in marloes.get(at("plan_question", family)).text
    assert "Rust in de avond." in marloes.get(at("plan", family)).text


def test_a_question_without_words_comes_back(now: datetime) -> None:
    family = make_family(now)
    jorien = visit(family)
    page = jorien.press(jorien.get(at("plan_question", family)), "Vraag opslaan", {"said_on": "2-11-2026"})
    assert errors(page) == [
        "De vraag van het gezin: Schrijf op wat er gezegd werd, in eigen woorden.",
        "Wie zei dit? Schrijf op wie dit zei.",
    ]


def test_mother_gives_her_own_figure_and_is_offered_no_other_name(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    marloes = visit(family, "marloes")
    form = marloes.get(at("score_add", family, goal.id))
    assert not form.tree.xpath("//select[@name='giver']")
    empty = marloes.press(form, "Cijfer opslaan")
    assert errors(empty) == ["Waar staan we nu? Kies een cijfer van 0 tot en met 10."]
    marloes.press(empty, "Cijfer opslaan", {"value": "6"})
    with family.acting("jorien"):
        assert Score.objects.get(goal=goal).giver == "Marloes Bakker"


def test_nobody_gives_a_figure_in_the_name_of_another(now: datetime) -> None:
    """The name is in the form; a forged one is refused."""
    family = make_family(now)
    goal = make_plan(family)
    marloes = visit(family, "marloes")
    form = marloes.get(at("score_add", family, goal.id))
    forged = marloes.press(form, "Cijfer opslaan", {"giver": "family|Finn", "value": "6"})
    assert forged.status == 422
    with family.acting("jorien"):
        assert not Score.objects.filter(goal=goal).exists()


def test_everyones_figures_are_drawn_with_a_table(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        for giver, value in (("Marloes Bakker", 4), ("Finn", 7)):
            give_score(actor=jorien, goal=goal, words=ScoreWords(giver, "family", value, TODAY, "omdat"))
    page = visit(family).get(at("goal", family, goal.id))
    assert page.tree.xpath("//figure//svg")
    assert {"Marloes Bakker", "Finn"} <= set(page.tree.xpath("//figure//tbody//th/text()"))


def test_the_versions_tell_in_sentences_what_changed(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    lay_down(family, ago=timedelta(days=1))
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien_:
        add_action(actor=jorien_, goal=goal, words=OMA)
    jorien = visit(family)
    changed = jorien.get(at("plan", family)).text
    assert "Sinds versie 1 veranderde er één ding" in changed
    assert "Nieuw: oma Truus gaat dit doen: Finn op woensdag naar voetbal brengen" in changed
    lay_down(family)
    versions = jorien.get(at("plan_versions", family)).text
    assert versions.index("Versie 2") < versions.index("Versie 1")
    assert "Nieuw: oma Truus gaat dit doen" in versions
    assert "Er is een nieuwere versie." in jorien.get(at("plan_version", family, 1)).text
    assert jorien.get(at("plan_version", family, 3)).status == 404
    assert "Sinds versie" not in jorien.get(at("plan", family)).text


def test_who_was_not_asked_needs_a_reason_before_the_plan_is_laid_down(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    jorien = visit(family)
    form = jorien.get(at("plan_agree", family))
    voices = {f"position_{number}": "agrees" for number in range(4)} | {"position_0": "not_asked"}
    came_back = jorien.press(form, "Vaststellen", voices)
    assert errors(came_back) == ["Wat zegt Stefan de Wit erover? Schrijf op waarom dit niet is gevraagd."]
    with family.acting("jorien"):
        assert not PlanVersion.objects.filter(dossier_id=family.id).exists()


def test_the_draft_can_be_printed_before_anything_is_agreed(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    printed = visit(family).client.get(at("plan_draft_pdf", family))
    assert printed["Content-Type"] == "application/pdf"
    assert "nog niet vastgesteld" in PdfReader(io.BytesIO(printed.content)).pages[0].extract_text()


def test_more_than_five_goals_is_a_warning_and_no_stop(now: datetime) -> None:
    """BR-016."""
    family = make_family(now)
    make_plan(family)
    with family.acting("jorien") as jorien:
        for number in range(4):
            add_goal(actor=jorien, dossier=family.id, words=replace(GOAL, own_words=f"Doel {number}"))
    visitor = visit(family)
    form = visitor.get(at("goal_add", family))
    more = {"own_words": "Doel 5", "speaker": "Stefan", "life_area": "money"}
    came_back = visitor.press(form, "Doel opslaan", more)
    assert errors(came_back) == [
        "Waarom komt dit doel er nog bij? Er zijn al veel doelen. Schrijf op waarom dit er toch bij komt."
    ]
    made = visitor.press(came_back, "Doel opslaan", {"extra_reason": "Stefan wil dit zelf."})
    assert "Stefan wil dit zelf." in made.text
    assert "Er staan 6 doelen open." in visitor.get(at("plan", family)).text


def test_the_share_of_each_kind_of_doer_stands_in_words(now: datetime) -> None:
    """BR-018."""
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        add_action(actor=jorien, goal=goal, words=OMA)
        add_action(actor=jorien, goal=goal, words=COACH)
    text = visit(family).get(at("plan", family)).text
    assert "Eigen netwerk 50% 1 actie" in text
    assert "Vrijwilliger 0% 0 acties" in text


def test_a_goal_of_another_dossier_is_not_found_under_this_one(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    jorien = visit(family)
    assert jorien.get(at("goal", family, goal.id)).status == 200
    for name in ("goal", "goal_edit", "score_add", "action_add"):
        assert jorien.get(at(name, family, UUID(int=7))).status == 404
    for name in ("action", "action_edit"):
        assert jorien.get(at(name, family, UUID(int=7))).status == 404


def test_without_the_token_of_the_page_nothing_is_taken(now: datetime) -> None:
    family = make_family(now)
    jorien = visit(family)
    answer = jorien.client.post(
        at("goal_add", family), {"own_words": "x", "speaker": "y", "life_area": "money", "area_reason": "Nu eerst dit"}
    )
    assert answer.status_code == 403
    with family.acting("jorien"):
        assert not Goal.objects.filter(dossier_id=family.id).exists()


def test_a_father_adds_a_step_for_the_family_and_for_nobody_else(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    stefan = visit(family, "stefan")
    form = stefan.get(at("action_add", family, goal.id))
    assert {group.get("label") for group in form.tree.xpath("//optgroup")} == {"Gezin"}
    oma = {"what": "Oppassen", "other_name": "oma Truus", "other_kind": "network", "due_on": "1-12-2026"}
    refused = stefan.press(form, "Actie opslaan", oma)
    assert refused.status == 403
    assert "spreekt de regisseur met die ander af" in refused.text
    own = stefan.press(form, "Actie opslaan", {"what": "Post ophalen", "doer": "family|Finn", "due_on": "1-12-2026"})
    assert "Post ophalen" in own.text


def test_br_022_the_figures_of_the_family_and_of_professionals_stand_side_by_side(now: datetime) -> None:
    """Only one of the two is one list; nothing is put together."""
    family = make_family(now)
    goal = make_plan(family)
    jorien = visit(family)
    with family.acting("jorien") as actor:
        give_score(actor=actor, goal=goal, words=ScoreWords("Marloes Bakker", "family", 4, TODAY))
    assert not jorien.get(at("plan", family)).tree.xpath("//p[text()='Professionals']")
    with family.acting("jorien") as actor:
        give_score(actor=actor, goal=goal, words=ScoreWords("Jorien Smit", "professional", 7, TODAY))
    for page in (jorien.get(at("plan", family)), jorien.get(at("goal", family, goal.id))):
        own, others = (
            " ".join(page.tree.xpath(f"string(//p[text()='{title}']/..)").split())
            for title in ("Gezin en kring", "Professionals")
        )
        assert ("Marloes" in own, "Jorien" in own) == (True, False)
        assert ("Marloes" in others, "Jorien" in others) == (False, True)
