"""Instemming, pressed as it stands: Jorien asks, mother and father answer on their own pages."""

from datetime import datetime

import pytest
from django.urls import reverse

from tests.consents.test_consents import ask, family, turns  # noqa: F401  the fixture `family`
from tests.plans.family import Family
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db


def visit(family: Family, name: str) -> Visitor:  # noqa: F811
    return signed_in(family.actor(name).id)


def page_of(family: Family, name: str) -> Page:  # noqa: F811
    return visit(family, name).get(reverse("consents", args=[family.id]))


def asked(family: Family) -> Page:  # noqa: F811
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("consent_ask", args=[family.id]))
    answers = {"about": str(family.subject("Finn")), "help": "begeleiding thuis", "law": "jeugdwet", "invasive": "no"}
    return jorien.press(form, "Vraag instemming", answers)


def test_two_parents_answer_one_after_the_other(family: Family) -> None:  # noqa: F811
    done = asked(family)
    assert "Begeleiding thuis, voor Finn" in done.text
    marloes = visit(family, "marloes")
    page = marloes.get(done.url)
    yes = marloes.press(page, "Ja, ik vind deze hulp goed: begeleiding thuis")
    assert "wacht op ouder 2" in yes.text
    stefan = visit(family, "stefan")
    agreed = stefan.press(stefan.get(done.url), "Ja, ik vind deze hulp goed: begeleiding thuis")
    assert "akkoord" in agreed.text
    assert "Kijk wat er geantwoord is over hulp" in visit(family, "jorien").get("/").text
    back = stefan.press(agreed, "Neem mijn ja terug: begeleiding thuis")
    assert "ingetrokken" in back.text


def test_who_leads_writes_down_what_was_said_elsewhere(family: Family) -> None:  # noqa: F811
    consent = ask(family)
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("consent_write", args=[family.id, consent.id]))
    nothing = jorien.press(form, "Antwoord opslaan", {"channel": "talk"})
    assert nothing.status == 422
    assert "Kies wie antwoord gaf." in nothing.text
    done = jorien.press(nothing, "Antwoord opslaan", {"who": "0", "said": "refused"})
    assert "niet akkoord" in done.text


def test_an_exception_and_an_assumption_have_their_own_page(family: Family, now: datetime) -> None:  # noqa: F811
    turns(family, "Finn", 13, now)
    consent = ask(family)
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("consent_except", args=[family.id, consent.id]))
    refused = jorien.press(form, "Vastleggen", {"exception": "harm", "reason": "anders gaat het mis"})
    assert refused.status == 422
    assert "Het kind zelf moet de hulp willen." in refused.text
    assert "anders gaat het mis" in refused.text
    form = jorien.get(reverse("consent_assume", args=[family.id, consent.id]))
    assert "verondersteld" in jorien.press(form, "Vastleggen", {"reason": "alleen een gesprek op school"}).text


def test_a_parent_opens_no_form_of_who_leads(family: Family) -> None:  # noqa: F811
    consent = ask(family)
    marloes = visit(family, "marloes")
    assert "Instemming vragen" not in marloes.get(reverse("consents", args=[family.id])).text
    for name in ("consent_write", "consent_assume", "consent_except"):
        assert marloes.get(reverse(name, args=[family.id, consent.id])).status == 403
    assert marloes.get(reverse("consent_ask", args=[family.id])).status == 403
    assert visit(family, "henk").get(reverse("consents", args=[family.id])).status == 404


@pytest.mark.parametrize("name", ["jorien", "marloes"])
def test_the_page_costs_at_most_ten_statements(family: Family, name: str) -> None:  # noqa: F811
    ask(family)
    visitor = visit(family, name)
    with statements() as counted:
        visitor.get(reverse("consents", args=[family.id]))
    assert len(counted) <= 10, counted.of_page
