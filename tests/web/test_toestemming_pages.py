"""Toestemming: the three that are kept apart on one page, pressed as it stands."""

import pytest
from django.urls import reverse

from tests.consents.test_consents import PARENTS, family  # noqa: F401  the fixture `family`
from tests.consents.test_data import ask_for, open_debts
from tests.plans.family import Family
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

HEADINGS = ["Eens zijn met de hulp", "Delen met iemand", "Toestemming voor iets extra’s (AVG)"]


def visit(family: Family, name: str) -> Visitor:  # noqa: F811
    return signed_in(family.actor(name).id)


def page_of(family: Family, visitor: Visitor) -> Page:  # noqa: F811
    return visitor.get(reverse("data_consents", args=[family.id]))


def test_the_three_stand_apart_each_with_one_sentence(family: Family) -> None:  # noqa: F811
    page = page_of(family, visit(family, "marloes"))
    titles = [" ".join(one.text_content().split()) for one in page.tree.xpath("//main//h2")]
    assert titles == HEADINGS
    assert "Er wordt daardoor niets over u gedeeld." in page.text
    assert "Er is u niets gevraagd." in page.text


def test_it_is_asked_answered_and_stopped(family: Family) -> None:  # noqa: F811
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("data_consent_ask", args=[family.id]))
    empty = jorien.press(form, "Vraag toestemming")
    assert empty.status == 422
    assert "Kies waarvoor u het vraagt." in empty.text
    answers = {"about": str(family.subject(PARENTS[0])), "purpose": "images", "details": "een foto bij het doel"}
    asked = jorien.press(empty, "Vraag toestemming", answers)
    assert "wacht op antwoord" in asked.text
    marloes = visit(family, "marloes")
    yes = marloes.press(page_of(family, marloes), "Ja, dit mag: Foto’s en filmpjes bewaren, Marloes Bakker")
    assert "dit mag" in yes.text
    back = marloes.press(yes, "Stop hiermee: Foto’s en filmpjes bewaren, Marloes Bakker")
    assert "Gestopt. Die foto’s en filmpjes gaan weg." in back.text
    assert "Toestemming gestopt: haal weg waar zij voor was" in jorien.get("/").text


def test_what_was_said_elsewhere_is_written_down(family: Family) -> None:  # noqa: F811
    consent = ask_for(family)
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("data_consent_write", args=[family.id, consent.id]))
    done = jorien.press(form, "Antwoord opslaan", {"who": "0", "said": "refused", "channel": "talk"})
    assert "dit doen wij niet" in done.text


def test_what_the_rules_refuse_comes_back_in_the_form(family: Family) -> None:  # noqa: F811
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("data_consent_ask", args=[family.id]))
    answers = {"about": str(family.subject(PARENTS[0])), "purpose": "images", "details": "een foto bij het doel"}
    asked = jorien.press(form, "Vraag toestemming", answers | {"until": "01-11-2036"})
    assert asked.status == 422
    assert "een foto bij het doel" in asked.text
    consent = ask_for(family)
    form = jorien.get(reverse("data_consent_write", args=[family.id, consent.id]))
    back = jorien.press(form, "Antwoord opslaan", {"who": "0", "said": "withdrawn", "channel": "talk"})
    assert back.status == 422


def test_what_crosses_from_law_to_law_stops_in_one_tap(family: Family) -> None:  # noqa: F811
    open_debts(family)
    marloes = visit(family, "marloes")
    page = page_of(family, marloes)
    assert "Schuldhulpverlening, voor de regisseur en de achtervang" in page.text
    done = marloes.press(page, "Stop hiermee: Schuldhulpverlening, Marloes Bakker")
    assert "Vanaf nu wordt dit niet meer gedeeld." in done.text
    assert "Schuldhulpverlening" not in done.text


def test_a_family_opens_no_form_of_who_leads(family: Family) -> None:  # noqa: F811
    consent = ask_for(family)
    marloes = visit(family, "marloes")
    assert "Toestemming vragen" not in page_of(family, marloes).text
    assert marloes.get(reverse("data_consent_ask", args=[family.id])).status == 403
    assert marloes.get(reverse("data_consent_write", args=[family.id, consent.id])).status == 403
    assert page_of(family, visit(family, "henk")).status == 404


@pytest.mark.parametrize("name", ["jorien", "marloes"])
def test_the_page_costs_at_most_ten_statements(family: Family, name: str) -> None:  # noqa: F811
    ask_for(family)
    open_debts(family)
    visitor = visit(family, name)
    with statements() as counted:
        page_of(family, visitor)
    assert len(counted) <= 10, counted.of_page
