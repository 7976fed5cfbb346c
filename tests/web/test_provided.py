"""The pages of the provider's three facts: the card on the plan, the list, the answer by account and by the link."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.access.links import link_of
from kring.practice.plans.models import Goal, ProviderPlan
from kring.practice.plans.rules.provided import ProviderFacts
from kring.practice.plans.services import answer_provider
from kring.web.plan.provider_link import SALT
from tests.access.people import give_role
from tests.plans.family import Family, make_family, make_plan
from tests.plans.test_provided import KADE, asked, share_plan
from tests.web.statements import statements
from tests.web.test_plan_pages import at, errors, visit

pytestmark = pytest.mark.django_db

FACTS = {"has_plan": "ja", "made_on": "20-10-2026", "has_informal": "nee", "reason": "overloaded"}
WORDS = ("Bakker", "De Wit", "Marloes", "Finn", "Jorien", "piekeren")


@pytest.fixture
def family(now: datetime) -> Family:
    made = make_family(now)
    make_plan(made)
    give_role(made.town, made.dossier, made.town.fatima, roles.EXTERNAL)
    return made


def question(family: Family, *, ago: timedelta = timedelta(hours=1)) -> str:
    """The address of the link."""
    row = asked(family, ago=ago)
    return reverse("provider_link", kwargs={"link": link_of(row.id, SALT)})


def the_goal(family: Family) -> Goal:
    with family.acting("jorien"):
        return Goal.objects.get(dossier=family.dossier)


def test_who_leads_asks_the_provider_answers_and_the_plan_shows_it(family: Family) -> None:
    share_plan(family)
    jorien, fatima = visit(family), visit(family, "fatima")
    assert "Nog niet gevraagd." in jorien.get(at("plan", family)).text
    after = jorien.press(jorien.get(at("providers", family)), f"Vraag {KADE}")
    assert "Gevraagd op 1 november 2026. Nog geen antwoord." in after.text
    assert "/plan-van-aanbieder/" in after.text
    form = fatima.get(at("provider_answer", family))
    assert errors(fatima.press(form, "Antwoord opslaan")) == [
        "1. Is er een eigen plan van uw organisatie voor deze hulp? Kies of er een eigen plan is."
    ]
    done = fatima.press(form, "Antwoord opslaan", {**FACTS, "goal": str(the_goal(family).id)})
    assert "Uw antwoord staat bij het plan." in done.text
    assert "/plan-van-aanbieder/" not in done.text
    shown = jorien.get(at("plan", family)).text
    assert "van 20 oktober 2026" in shown
    assert "geen deel van het plan: het netwerk is overbelast" in shown
    assert "Fatima Amrani" in shown


def test_an_answer_is_put_right_and_withdrawn(family: Family) -> None:
    share_plan(family)
    with family.acting("fatima", ago=timedelta(hours=1)) as before:
        answer_provider(actor=before, dossier=family.id, said=ProviderFacts(False))
    fatima = visit(family, "fatima")
    again = fatima.press(fatima.get(at("provider_answer", family)), "Antwoord opslaan", {**FACTS, "goal": "geen"})
    assert "geen van de doelen in dit plan" in again.text
    back = fatima.press(again, f"Trek het antwoord van {KADE} in")
    assert "is er niet" in back.text


def test_who_leads_reads_which_goal_has_which_number(family: Family) -> None:
    url = question(family)
    page = visit(family).get(at("providers", family))
    told = [" ".join(one.text_content().split()) for one in page.tree.xpath("//main//ol/li")]
    assert told == [the_goal(family).own_words]
    assert "Doel 1" in Client().get(url).content.decode()


def test_the_own_organisation_stands_first_and_its_form_asks_all_three(family: Family) -> None:
    share_plan(family)
    page = visit(family, "fatima").get(at("providers", family))
    assert page.tree.xpath("//main//h2/text()")[0] == KADE
    assert "uw organisatie" in page.text
    form = visit(family, "fatima").get(at("provider_answer", family))
    assert "niet verplicht" not in form.text


def test_the_family_reads_and_neither_asks_nor_answers(family: Family) -> None:
    question(family)
    marloes = visit(family, "marloes")
    page = marloes.get(at("providers", family))
    assert KADE in page.text
    assert "/plan-van-aanbieder/" not in page.text
    assert f"Vraag {KADE}" not in page.text
    assert marloes.get(at("provider_answer", family)).status == 403
    assert visit(family).get(at("provider_answer", family)).status == 403
    assert visit(family, "henk").get(at("providers", family)).status == 404


def test_the_pages_ask_little(family: Family) -> None:
    share_plan(family)
    question(family)
    for who, name in (("jorien", "plan"), ("jorien", "providers"), ("fatima", "provider_answer")):
        reader = visit(family, who)
        with statements() as cost:
            assert reader.get(at(name, family)).status == 200
        assert len(cost) <= 10, (name, cost.tables)


class TestLink:
    """Without an account."""

    def test_it_tells_nothing_about_anybody_and_works_once(self, family: Family) -> None:
        url = question(family)
        shown = Client().get(url)
        text = shown.content.decode()
        assert shown.status_code == 200
        assert "Zeewaard" in text
        assert KADE in text
        assert "Doel 1" in text
        assert not [word for word in WORDS if word in text]
        assert str(family.id) not in text
        done = Client().post(url, {**FACTS, "goal": str(the_goal(family).id)}, follow=True)
        assert "Bedankt voor uw antwoord" in done.content.decode()
        with family.acting("jorien"):
            assert ProviderPlan.objects.get(has_plan=True).informal_reason == "overloaded"
        for again in (Client().get(url), Client().post(url, {"has_plan": "nee"})):
            assert again.status_code == 410
            assert "al beantwoord" in again.content.decode()
            assert "Bel dan de regisseur" in again.content.decode()

    def test_the_words_of_a_goal_are_there_for_who_shares_the_plan(self, family: Family) -> None:
        url = question(family)
        share_plan(family)
        assert "piekeren" in Client().get(url).content.decode()

    def test_what_is_wrong_comes_back(self, family: Family) -> None:
        url = question(family)
        answer = Client().post(url, {"has_plan": "ja"})
        assert answer.status_code == 422
        assert "Vul de datum van uw plan in." in answer.content.decode()
        assert "Kies voor welk doel uw plan is." in answer.content.decode()
        with family.acting("jorien"):
            assert ProviderPlan.objects.count() == 1

    def test_after_fourteen_days_it_says_whom_to_ask(self, family: Family) -> None:
        url = question(family, ago=timedelta(days=14))
        for late in (Client().get(url), Client().post(url, {"has_plan": "nee"})):
            assert late.status_code == 410
            assert "Vraag de regisseur om een nieuwe link." in late.content.decode()
            assert "Klopt uw antwoord niet meer?" not in late.content.decode(), "nothing was answered"
        page = visit(family).get(at("providers", family))
        assert "/plan-van-aanbieder/" not in page.text
        assert "De link werkt niet meer." in page.text
        assert Client().get(question(family, ago=timedelta(days=13))).status_code == 200, "the twin"

    def test_one_letter_changed_opens_nothing(self, family: Family) -> None:
        url = question(family)
        first, rest = url.removeprefix("/plan-van-aanbieder/")[0], url.removeprefix("/plan-van-aanbieder/")[1:]
        wrong = f"/plan-van-aanbieder/{'a' if first != 'a' else 'b'}{rest}"
        assert Client().get(wrong).status_code == 404
        assert "Deze link klopt niet." in Client().post(wrong, {"has_plan": "nee"}).content.decode()
        with family.acting("jorien"):
            row = ProviderPlan.objects.get()
        other = reverse("provider_link", kwargs={"link": link_of(row.id)})
        assert Client().get(other).status_code == 404, "signed for an invitation, not for this"
        assert re.fullmatch(r"/plan-van-aanbieder/[\w.-]+/", url)
