"""At the table without a script: one question on a page, saved with every "Verder", left and taken up again."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from kring.practice.familiegroepsplan.rules.words import OfferWords
from kring.practice.familiegroepsplan.services import offer
from kring.practice.plans.models import Action, Draft, Goal, Plan, PlanVersion, Question, Score
from kring.practice.plans.services import agree, save_texts
from kring.web.kitchen.steps import STEPS
from tests.plans.family import TEXTS, Family, make_family, make_plan, opinions
from tests.web.statements import statements
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db

GOOD = "We eten elke dag samen, en oma woont om de hoek."


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def jorien(family: Family) -> Visitor:
    return signed_in(family.town.jorien.id)


def at(name: str, family: Family, *args: object) -> str:
    return reverse(name, args=[family.id, *args])


def plan_of(family: Family) -> Plan | None:
    with family.acting("jorien"):
        return Plan.objects.filter(dossier=family.id).first()


def drafts(family: Family) -> dict[str, dict[str, str]]:
    with family.acting("jorien"):
        return {row.place: row.fields for row in Draft.objects.all()}


def test_from_first_words_to_an_agreed_version(family: Family, jorien: Visitor) -> None:
    """With children the law's first offer is answered elsewhere: the page that reads back leads there."""
    page = jorien.get(at("family", family))
    assert at("kitchen", family) in page.links()
    page = jorien.get(at("kitchen_here", family))
    page = jorien.press(page, "Verder", {"others": "oma Truus"})
    assert page.url == at("kitchen_question", family)
    page = jorien.press(page, "Verder", {"words": "Rust in de avond.", "speaker": "oma Truus"})
    page = jorien.press(page, "Verder", {"strengths": GOOD})
    page = jorien.press(page, "Verder", {"concerns": "De brieven."})
    page = jorien.press(page, "Verder", {"dream": "Een avond zonder brieven."})
    assert page.url == at("kitchen_goal", family)
    page = jorien.press(
        page,
        "Verder",
        {
            "own_words": "Dat ik weer slaap.",
            "speaker": "Marloes Bakker",
            "life_area": "money",
            "area_reason": "De post ligt er al weken.",
        },
    )
    goal = goal_of(family)
    assert page.url == at("kitchen_do_of", family, goal)
    step = {"what": "Samen de post openen", "doer": "family|Stefan de Wit", "when": "14"}
    page = jorien.press(page, "Opslaan, en nog een", step)
    assert "Stefan de Wit: Samen de post openen" in page.text
    page = jorien.press(page, "Verder")
    assert page.url == at("kitchen_figure_of", family, goal)
    page = jorien.press(page, "Verder", {"value": "4", "giver": "family|Marloes Bakker"})
    assert page.url == at("kitchen_look_back", family)
    page = jorien.press(page, "Verder", {"evaluation_on": "1-2-2027", "contact": "Jorien Smit, op werkdagen"})
    assert page.url == at("kitchen_read", family)
    for said in ("Rust in de avond.", GOOD, "Dat ik weer slaap.", "Stefan de Wit: Samen de post openen",
                 "Marloes Bakker geeft nu een 4.", "We kijken samen terug op maandag 1 februari 2027.",
                 "Gaat het niet? Bel dan Jorien Smit, op werkdagen."):  # fmt: skip
        assert said in page.text, said
    assert "Het gezin is nog niet gevraagd of het eerst zelf een plan wil maken" in page.text
    with family.acting("jorien") as actor:
        offer(actor=actor, dossier=family.id, words=OfferWords(date(2026, 10, 1), answer="not_wished"))
    page = jorien.get(at("kitchen_read", family))
    page = jorien.get(next(link for link in page.links() if link.endswith("/eens/")))
    page = jorien.press(page, "Vaststellen", {f"position_{number}": "agrees" for number in range(4)})
    assert page.url == at("plan_version", family, 1)
    with family.acting("jorien"):
        assert PlanVersion.objects.get().number == 1
        assert Action.objects.get().due_on == date(2026, 11, 15)
        assert Score.objects.get().value == 4
    assert drafts(family) == {}


def goal_of(family: Family) -> UUID:
    with family.acting("jorien"):
        return Goal.objects.get().id


def test_each_page_says_in_words_where_one_is(family: Family, jorien: Visitor) -> None:
    said = [jorien.get(step.url(family.id)).text for step in STEPS[:6]]
    assert all(f"Stap {number} van 9" in text for number, text in enumerate(said, 1))


def test_what_is_left_for_later_waits_for_its_writer_and_is_no_part_of_the_plan(
    family: Family, jorien: Visitor
) -> None:
    page = jorien.press(jorien.get(at("kitchen_strengths", family)), "Stoppen, later verder", {"strengths": GOOD})
    assert page.url == at("plan", family)
    assert plan_of(family) is None
    again = jorien.get(at("kitchen_strengths", family))
    assert GOOD in again.text
    assert "Het staat nog niet in het plan." in again.text
    naima = signed_in(family.town.naima.id)
    assert GOOD not in naima.get(at("kitchen_strengths", family)).text
    assert jorien.press(again, "Verder").status == 200
    plan = plan_of(family)
    assert plan is not None
    assert plan.strengths == GOOD
    assert drafts(family) == {}


@pytest.mark.parametrize(("button", "goes_to"), [("Overslaan", "kitchen_concerns"), ("Terug", "kitchen_question")])
def test_skipping_and_going_back_lose_nothing(family: Family, jorien: Visitor, button: str, goes_to: str) -> None:
    page = jorien.press(jorien.get(at("kitchen_strengths", family)), button, {"strengths": GOOD})
    assert page.url == at(goes_to, family)
    assert drafts(family)["goed"]["strengths"] == GOOD


def test_a_draft_is_thrown_away(family: Family, jorien: Visitor) -> None:
    jorien.press(jorien.get(at("kitchen_strengths", family)), "Overslaan", {"strengths": GOOD})
    page = jorien.press(jorien.get(at("kitchen_strengths", family)), "Weggooien")
    assert GOOD not in page.text
    assert drafts(family) == {}


def test_going_on_without_an_answer_writes_nothing(family: Family, jorien: Visitor) -> None:
    page = jorien.get(at("kitchen_question", family))
    assert jorien.press(page, "Verder").url == at("kitchen_strengths", family)
    with family.acting("jorien"):
        assert not Question.objects.exists()


def test_what_is_not_right_yet_comes_back_on_its_page(family: Family, jorien: Visitor) -> None:
    page = jorien.press(jorien.get(at("kitchen_goal", family)), "Verder", {"own_words": "Rust."})
    assert page.status == 422
    assert "Kies waar dit doel over gaat." in page.text
    assert "Kies wie dit zei." in page.text
    assert "Rust." in page.text


def test_somebody_who_is_not_in_the_list_said_it(family: Family, jorien: Visitor) -> None:
    page = jorien.get(at("kitchen_question", family))
    again = jorien.press(page, "Verder", {"words": "Rust.", "speaker": "~"})
    assert (again.status, "Schrijf op wie dit zei." in again.text) == (422, True)
    jorien.press(again, "Verder", {"words": "Rust.", "speaker": "~", "other_speaker": "buurvrouw Els"})
    with family.acting("jorien"):
        assert Question.objects.get().speaker == "buurvrouw Els"


def test_another_day_is_written_down(family: Family, jorien: Visitor) -> None:
    goal = make_plan(family)
    page = jorien.get(at("kitchen_do_of", family, goal.id))
    step = {"what": "Bellen", "doer": "family|Marloes Bakker", "when": "~"}
    again = jorien.press(page, "Verder", step)
    assert (again.status, "Kies wanneer het klaar is." in again.text) == (422, True)
    jorien.press(again, "Verder", {**step, "due_on": "24-12-2026"})
    with family.acting("jorien"):
        assert Action.objects.get().due_on == date(2026, 12, 24)


def test_what_somebody_else_wrote_meanwhile_is_shown_beside_it(family: Family, jorien: Visitor) -> None:
    """Also when it lay in a draft: the draft knows what its writer began with."""
    jorien.press(jorien.get(at("kitchen_strengths", family)), "Overslaan", {"strengths": GOOD})
    marloes = signed_in(family.marloes.id)
    marloes.press(marloes.get(at("kitchen_strengths", family)), "Verder", {"strengths": "Wij lachen veel."})
    page = jorien.press(jorien.get(at("kitchen_strengths", family)), "Verder")
    assert page.status == 409
    assert GOOD in page.text
    assert "Wij lachen veel." in page.text
    jorien.press(page, "Dit blijft staan", {"strengths": f"Wij lachen veel.\n{GOOD}"})
    plan = plan_of(family)
    assert plan is not None
    assert plan.strengths.splitlines() == ["Wij lachen veel.", GOOD]
    assert drafts(family) == {}


def test_of_the_other_texts_nothing_is_touched(family: Family, jorien: Visitor) -> None:
    make_plan(family)
    jorien.press(jorien.get(at("kitchen_dream", family)), "Verder", {"dream": "Samen naar zee."})
    plan = plan_of(family)
    assert plan is not None
    assert (plan.dream, plan.strengths, plan.contact) == (
        "Samen naar zee.", "We eten elke dag samen.", "Jorien Smit",
    )  # fmt: skip


def test_who_was_not_at_the_table_was_not_asked(family: Family, jorien: Visitor) -> None:
    make_plan(family)
    page = jorien.get(at("kitchen_here", family))
    jorien.press(page, "Verder", {f"present_{number}": [] for number in (1, 2, 3)})
    agree = jorien.get(at("kitchen_agree", family))
    assert agree.tree.xpath("//input[@name='position_1' and @checked]/@value") == ["not_asked"]
    assert agree.tree.xpath("//input[@name='position_0' and @checked]") == []
    assert agree.tree.xpath("//input[@name='remark_1']/@value") == ["Was er niet bij."]


def heavy_without_concerns(family: Family) -> None:
    """The plan was laid down as a heavy one; what the concerns were has been taken out since."""
    make_plan(family)
    with family.acting("jorien", ago=timedelta(days=1)) as jorien:
        agree(actor=jorien, dossier=family.id, opinions=opinions(family), variant="heavy")
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        save_texts(actor=jorien, dossier=family.id, words=replace(TEXTS, concerns=""))


def test_what_keeps_a_plan_from_staying_what_it_was_comes_back_with_everything_typed(
    family: Family, jorien: Visitor
) -> None:
    heavy_without_concerns(family)
    said = {f"position_{number}": "agrees" for number in range(4)} | {"remark_0": "Eindelijk rust."}
    page = jorien.press(jorien.get(at("kitchen_agree", family)), "Vaststellen", said)
    assert page.status == 422
    assert "In de zware variant staat waar zorgen over zijn. Schrijf dat eerst op." in page.text
    assert page.tree.xpath("//input[@name='remark_0']/@value") == ["Eindelijk rust."]
    assert page.tree.xpath("count(//input[@value='agrees' and @checked])") == 4
    assert at("kitchen_concerns", family) in page.links()


def test_at_the_table_another_kind_of_plan_is_chosen(family: Family, jorien: Visitor) -> None:
    heavy_without_concerns(family)
    said = {f"position_{number}": "agrees" for number in range(4)} | {"variant": "light"}
    page = jorien.press(jorien.get(at("kitchen_agree", family)), "Vaststellen", said)
    assert page.url == at("plan_version", family, 2)
    with family.acting("jorien"):
        assert PlanVersion.objects.get(number=2).variant == "light"


def test_the_kind_is_not_asked_where_the_plan_stays_what_it_was(family: Family, jorien: Visitor) -> None:
    make_plan(family)
    assert "Wat voor plan is dit?" not in jorien.get(at("kitchen_agree", family)).text


def test_what_was_taken_out_while_somebody_typed_comes_back_with_everything_typed(
    family: Family, jorien: Visitor
) -> None:
    """A plan without a day to look back on cannot be laid down: that was there when the page was made."""
    make_plan(family)
    page = jorien.get(at("kitchen_agree", family))
    with family.acting("marloes") as marloes:
        save_texts(actor=marloes, dossier=family.id, words=replace(TEXTS, evaluation_on=None))
    said = {f"position_{number}": "agrees" for number in range(4)} | {"remark_0": "Eindelijk rust."}
    again = jorien.press(page, "Vaststellen", said)
    assert again.status == 422
    assert "Er staat nog niet wanneer u samen terugkijkt." in again.text
    assert again.tree.xpath("//input[@name='remark_0']/@value") == ["Eindelijk rust."]


def test_the_family_writes_along_and_who_leads_lays_it_down(family: Family) -> None:
    make_plan(family)
    marloes = signed_in(family.marloes.id)
    page = marloes.get(at("kitchen_read", family))
    assert "De regisseur stelt het plan samen met u vast." in page.text
    assert marloes.get(at("kitchen_agree", family)).status == 403


def test_who_does_not_write_in_the_plan_sits_at_no_table(family: Family) -> None:
    assert signed_in(family.town.henk.id).get(at("kitchen", family)).status == 404


def test_the_script_saves_to_the_same_address_and_hears_when(family: Family, jorien: Visitor) -> None:
    page = jorien.get(at("kitchen_strengths", family))
    token = page.tree.xpath("//input[@name='csrfmiddlewaretoken']/@value")[0]
    answer = jorien.client.post(
        at("kitchen_strengths", family), {"csrfmiddlewaretoken": token, "deed": "draft", "strengths": GOOD}
    )
    assert answer.json() == {"said": "Bewaard om 09.00"} or answer.json()["said"].startswith("Bewaard om ")
    assert drafts(family)["goed"]["strengths"] == GOOD


@pytest.mark.parametrize("name", ["kitchen", "kitchen_here", "kitchen_question", "kitchen_goal", "kitchen_read",
                                  "kitchen_look_back", "kitchen_agree"])  # fmt: skip
def test_a_page_asks_the_database_ten_times_at_most(family: Family, jorien: Visitor, name: str) -> None:
    make_plan(family)
    jorien.get(at(name, family))
    with statements() as asked:
        page = jorien.get(at(name, family))
    assert page.status == 200
    assert len(asked) <= 10, asked.tables


@pytest.mark.parametrize("name", ["kitchen_do_of", "kitchen_figure_of", "kitchen_goal_of"])
def test_so_does_a_page_about_one_goal(family: Family, jorien: Visitor, name: str) -> None:
    goal = make_plan(family)
    jorien.get(at(name, family, goal.id))
    with statements() as asked:
        page = jorien.get(at(name, family, goal.id))
    assert page.status == 200
    assert len(asked) <= 10, asked.tables


def test_a_goal_of_another_family_is_not_there(family: Family, jorien: Visitor) -> None:
    other = UUID("00000000-0000-4000-8000-000000000000")
    assert jorien.get(at("kitchen_do_of", family, other)).status == 404


def test_without_a_goal_the_steps_begin_with_one(family: Family, jorien: Visitor) -> None:
    page = jorien.get(at("kitchen_do", family))
    assert page.url == at("kitchen_goal", family)
    assert "Er is nog geen doel. Begin daarmee." in page.text
