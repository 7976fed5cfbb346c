"""Looking back, closing, after-care and coming back on the screen, by Jorien with the family."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from kring.ground.access.services import NewMember, link_subject
from tests.access.people import make_subject
from tests.plans.family import Family, lay_down, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

CLOSED = {
    "scores_asked": "on", "remains": "Oma Truus", "relapse": "Bellen", "call": "Jorien Smit", "by_agreement": "yes",
    "letter_given": "on",
}  # fmt: skip


@pytest.fixture
def family(now: datetime) -> Family:
    found = make_family(now)
    make_plan(found)
    lay_down(found, ago=timedelta(hours=2))
    return found


def at(name: str, family: Family) -> str:
    return reverse(name, args=[family.id])


def who(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def looked_back(family: Family, result: str = "same") -> Page:
    jorien = who(family, "jorien")
    answers = {"decided-0": "8", "helped-0": "9", "remark-0": "Jullie luisterden", "result": result}
    return jorien.press(jorien.get(at("evaluation_add", family)), "Opslaan", answers)


def test_a_look_back_shows_each_ones_own_figures_to_the_family(family: Family) -> None:
    page = looked_back(family)
    assert "Het volgende gesprek staat in de agenda." in page.text
    read = who(family, "marloes").get(at("course", family)).text
    assert "kon meebeslissen: 8" in read
    assert "Jullie luisterden" in read


def test_of_two_people_named_alike_each_says_how_it_felt(family: Family) -> None:
    """Stefan's father, who lives in, is Stefan de Wit too."""
    elder = make_subject(family.town.municipality, "Stefan de Wit")
    with family.acting("mark", ago=timedelta(hours=1)) as mark:
        link_subject(actor=mark, dossier=family.dossier, member=NewMember(elder.id, "opa"), ground="woont in")
    jorien = who(family, "jorien")
    form = jorien.get(at("evaluation_add", family))
    assert "Stefan de Wit (vader): het hielp" in form.text
    assert "Stefan de Wit (opa): het hielp" in form.text
    given = {f"helped-{place}": str(4 + place) for place in range(3)}
    page = jorien.press(form, "Opslaan", given | {"result": "same"})
    assert page.status == 200
    read = who(family, "marloes").get(at("course", family)).text
    assert all(f"het hielp: {figure}" in read for figure in (4, 5, 6))


def test_closing_says_what_it_does_asks_what_is_missing_and_gives_a_page_to_take_along(family: Family) -> None:
    jorien = who(family, "jorien")
    form = jorien.get(at("course_close", family))
    assert "Er staan nog 0 acties open." in form.text
    wrong = jorien.press(form, "Sluit het plan af", {"by_agreement": "yes"})
    assert wrong.status == 422
    assert "Schrijf op wat er blijft" in wrong.text
    paper = jorien.press(jorien.get(at("course_close", family)), "Sluit het plan af", CLOSED)
    for words in ("Rust in de avond.", "Oma Truus", "Bel Jorien Smit", "U mag altijd terugkomen."):
        assert words in paper.text
    assert jorien.get(at("course_close", family)).status == 404


def test_hard_words_in_what_the_letter_says_get_a_tip(family: Family) -> None:
    jorien = who(family, "jorien")
    hard = CLOSED | {"relapse": "Middels een belletje naar Jorien."}
    page = jorien.press(jorien.get(at("course_close", family)), "Sluit het plan af", hard)
    assert "Een tip, het gezin leest dit ook. “middels” is een lastig woord. Gewoner is: met." in page.text


def test_after_care_and_coming_back(family: Family) -> None:
    jorien = who(family, "jorien")
    jorien.press(jorien.get(at("course_close", family)), "Sluit het plan af", CLOSED)
    page = jorien.get(at("course", family))
    assert "afgesloten, met nazorg" in page.text
    link = next(one for one in page.links() if "/nazorg/" in one)
    assert "Het gaat goed" in jorien.press(jorien.get(link), "Opslaan", {"words": "Het gaat goed"}).text
    again = jorien.press(jorien.get(at("course_reopen", family)), "Open het plan weer", {"because": "De nachten"})
    assert "herhaald beroep" in again.text
    assert "in uitvoering" in again.text


def test_a_plan_rests_and_goes_on(family: Family) -> None:
    jorien = who(family, "jorien")
    form = jorien.get(at("course_pause", family))
    assert jorien.press(form, "Laat het rusten", {"reason": "Opname", "until": "1-10-2026"}).status == 422
    rests = jorien.press(form, "Laat het rusten", {"reason": "Opname", "until": "1-12-2026"})
    assert "Het plan rust tot 1 december 2026: Opname" in rests.text
    assert "in uitvoering" in jorien.press(rests, "Weer verder").text


def test_who_lets_a_plan_rest_that_was_just_closed_reads_why_not_beside_what_was_typed(family: Family) -> None:
    jorien, naima = who(family, "jorien"), signed_in(family.town.naima.id)
    form = jorien.get(at("course_pause", family))
    naima.press(naima.get(at("course_close", family)), "Sluit het plan af", CLOSED)
    page = jorien.press(form, "Laat het rusten", {"reason": "Opname", "until": "1-12-2026"})
    assert page.status == 422
    assert "Dit plan loopt niet. Alleen een plan dat loopt, kan rusten." in page.text
    assert page.tree.xpath("//input[@name='reason']/@value") == ["Opname"]


def test_the_family_reads_and_finds_no_button(family: Family) -> None:
    page = who(family, "marloes").get(at("course", family))
    assert page.status == 200
    assert not {"Samen terugkijken", "Afsluiten"} & set(page.buttons())
    assert who(family, "marloes").get(at("course_close", family)).status == 403


@pytest.mark.parametrize("name", ["course", "course_look_back", "evaluation_add", "course_close"])
def test_the_pages_ask_few_statements(family: Family, name: str) -> None:
    looked_back(family)
    jorien = who(family, "jorien")
    with statements() as asked:
        jorien.get(at(name, family))
    assert len(asked) <= 10, asked
