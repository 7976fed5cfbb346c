"""The history of a goal, an action and a document by real pages."""

from datetime import date
from uuid import UUID

import pytest

from kring.ground.shared.database import DatabaseRole
from kring.practice.households.models import PersonAddress
from kring.practice.plans.models import Goal
from kring.practice.plans.rules.words import ScoreWords
from kring.practice.plans.services import give_score
from tests.audit.test_changes import family, rewords
from tests.conftest import speaking_as
from tests.plans.family import Family, make_plan
from tests.web.statements import statements
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db
__all__ = ["family"]


def place(family: Family, thing: UUID, kind: str = "doel") -> str:
    return f"/dossier/{family.id}/geschiedenis/{kind}/{thing}/"


@pytest.fixture
def goal(family: Family) -> Goal:
    made = make_plan(family)
    rewords(family, made)
    return made


@pytest.mark.parametrize(("who", "by"), [("jorien", "uzelf"), ("marloes", "Jorien Smit"), ("naima", "Jorien Smit")])
def test_old_and_new_words_stand_there_with_who_and_when(family: Family, goal: Goal, who: str, by: str) -> None:
    text = signed_in(family.actor(who).id).get(place(family, goal.id)).text
    assert "was: Dat ik ’s avonds niet meer lig te piekeren over de brieven." in text
    assert "werd: Dat wij weer slapen." in text
    assert f"door {by}" in text


def test_the_page_of_the_goal_leads_there(family: Family, goal: Goal) -> None:
    page = signed_in(family.town.jorien.id).get(f"/dossier/{family.id}/plan/doelen/{goal.id}/")
    assert place(family, goal.id) in page.links()


def test_a_score_and_an_address_lead_to_theirs(family: Family, goal: Goal) -> None:
    with family.acting("jorien") as jorien:
        words = ScoreWords("Marloes", "family", 6, date(2026, 11, 1), "Het gaat al beter.")
        score = give_score(actor=jorien, goal=goal, words=words)
    with speaking_as(DatabaseRole.IMPORT):
        address = PersonAddress.objects.create(
            subject=family.subjects["Finn"], kind="full", street="Molenweg", number="3", place="Zeewaard", source="BRP"
        )
    visitor = signed_in(family.town.jorien.id)
    for url, kind, thing in (
        (f"/dossier/{family.id}/plan/doelen/{goal.id}/", "cijfer", score.id),
        (f"/dossier/{family.id}/personen/", "adres", address.id),
    ):
        assert place(family, thing, kind) in visitor.get(url).links()
        assert visitor.get(place(family, thing, kind)).status == 200


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("01-11-2026", "Dat wij weer slapen"),
        ("31-10-2026", "was dit er nog niet"),
    ],
)
def test_how_it_stood_on_a_day(family: Family, goal: Goal, day: str, said: str) -> None:
    page = signed_in(family.town.jorien.id).get(f"{place(family, goal.id)}?op={day}")
    told = page.tree.xpath("//p[@role='status']/..")[0].text_content()
    assert said in told


def test_a_day_that_is_none_comes_back(family: Family, goal: Goal) -> None:
    assert signed_in(family.town.jorien.id).get(f"{place(family, goal.id)}?op=ooit").status == 422


@pytest.mark.parametrize("who", ["henk", "mark", "fatima"])
def test_who_does_not_see_the_goal_finds_no_page(family: Family, goal: Goal, who: str) -> None:
    assert signed_in(family.actor(who).id).get(place(family, goal.id)).status == 404


@pytest.mark.parametrize("kind", ["actie", "vraag", "cijfer", "document", "adres", "bereikbaar", "plan"])
def test_another_kind_than_the_thing_is_not_there(family: Family, goal: Goal, kind: str) -> None:
    assert signed_in(family.town.jorien.id).get(place(family, goal.id, kind)).status == 404


def test_it_takes_ten_statements_at_most(family: Family, goal: Goal) -> None:
    jorien = signed_in(family.town.jorien.id)
    jorien.get(place(family, goal.id))
    with statements() as found:
        jorien.get(place(family, goal.id))
    assert len(found) <= 10, found.of_page
