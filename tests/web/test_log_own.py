"""A person reads who looked, in plain words: when, which organisation and role, what part, why (BR-102, BR-103)."""

from datetime import datetime, timedelta

import pytest
from django.db import connection

from kring.ground.access import roles
from kring.ground.access.actor import system_actor
from kring.ground.access.parts import Part
from kring.ground.access.services import represent
from kring.ground.audit.models import Event
from kring.ground.shared.levels import Level
from tests.access.people import give_role
from tests.audit.lines import all_lines, reads, something_shielded
from tests.plans.family import Family, make_family
from tests.web.statements import statements
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db

ADDRESS = "/wie-keek/"


@pytest.fixture
def family(now: datetime) -> Family:
    """Marloes has authority over Finn."""
    made = make_family(now)
    with made.acting("mark", ago=timedelta(days=2)) as mark:
        holder, child = made.subject("Marloes Bakker"), made.subject("Finn")
        represent(actor=mark, dossier=made.dossier, holder=holder, child=child, until=None, source="BRP")
    return made


def at(family: Family, moment: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('kring.test_now', %s, true)", [moment.isoformat()])


def lines(page: Page) -> list[str]:
    return [" ".join(item.text_content().split()) for item in page.tree.xpath("//li[@class='k-line']")]


def open_log(family: Family, who: str = "marloes", query: str = "") -> Page:
    at(family, family.town.at)
    return signed_in(getattr(family, who).id).get(ADDRESS + query)


def test_lines_of_one_day_and_role_are_one_sentence(family: Family, now: datetime) -> None:
    marloes = family.subject("Marloes Bakker")
    for minutes, part in ((0, Part.PERSON_ADDRESS), (7, Part.PERSON_ADDRESS), (90, Part.PROVISION)):
        at(family, now - timedelta(days=2) + timedelta(minutes=minutes))
        reads(family.actor("jorien"), part, dossier=family.id, subjects=[marloes])
    [line] = [line for line in lines(open_log(family)) if "adres" in line]
    assert "Zeewaard, regisseur" in line
    assert "bekeken (3 keer): adres, voorzieningen" in line
    assert "Leidt uw plan en is uw vaste contactpersoon." in line
    assert "10.00–11.30" in line
    assert "Jorien" not in line


def test_every_organisation_role_and_day_has_an_own_line(family: Family, now: datetime) -> None:
    give_role(family.town, family.dossier, family.town.fatima, roles.TEAM_PROFESSIONAL)
    for days in (1, 2):
        at(family, now - timedelta(days=days))
        for who in ("jorien", "fatima"):
            reads(family.actor(who), Part.SCORE, dossier=family.id)
    reads(family.actor("naima"), Part.SCORE, dossier=family.id, event=Event.PRINT)
    found = [line for line in lines(open_log(family)) if "cijfers" in line]
    assert len(found) == 5
    assert sum("Jeugdzorg De Kade, professional met een taak" in line for line in found) == 2
    assert sum("afgedrukt: cijfers" in line for line in found) == 1


def test_the_period_is_chosen_and_what_cannot_be_read_is_said(family: Family, now: datetime) -> None:
    for days in (5, 200):
        at(family, now - timedelta(days=days))
        reads(system_actor(now), Part.PERSON_BSN, subjects=[family.subject("Marloes Bakker")])
    numbers = [line for line in lines(open_log(family)) if "burgerservicenummer" in line]
    assert ["dinsdag 27 oktober" in line for line in numbers] == [True]
    visitor = signed_in(family.marloes.id)
    page = visitor.press(visitor.get(ADDRESS), "Toon deze dagen", {"since": "1-4-2026", "until": "30-4-2026"})
    assert [line for line in lines(page) if "burgerservicenummer" in line]
    assert len(lines(page)) == 1
    assert "Kies een latere dag" in visitor.get(f"{ADDRESS}?since=1-5-2026&until=1-4-2026").text
    assert "In deze periode keek er niemand" in visitor.get(f"{ADDRESS}?since=1-1-2020&until=2-1-2020").text


def test_a_parent_reads_the_log_of_a_child_under_its_authority_and_of_nobody_else(family: Family) -> None:
    for name in ("Finn", "Lotte", "Stefan de Wit"):
        reads(family.actor("jorien"), Part.PERSON_CONTACT, dossier=family.id, subjects=[family.subject(name)])
    page = open_log(family, query="?wie=2")
    assert "Wie keek er in de gegevens van Finn?" in page.text
    assert any("telefoon en e-mail" in line for line in lines(page))
    assert page.tree.xpath("//nav[@aria-label='Over wie']//a/text()") == ["Uzelf", "Finn"]
    assert not any("telefoon en e-mail" in line for line in lines(open_log(family)))
    assert not open_log(family, "stefan", "?wie=2").tree.xpath("//nav[@aria-label='Over wie']")


def test_what_is_protected_is_not_there(family: Family) -> None:
    something_shielded(family.subject("Finn"))
    marloes = [family.subject("Marloes Bakker")]
    reads(family.actor("jorien"), Part.DOCUMENT, dossier=family.id, subjects=marloes, level=Level.PROTECTED)
    assert not any("documenten" in line for line in lines(open_log(family)))
    reads(family.actor("jorien"), Part.DOCUMENT, dossier=family.id, subjects=marloes)
    assert any("documenten" in line for line in lines(open_log(family)))


def test_reading_the_own_log_is_itself_in_the_log(family: Family) -> None:
    open_log(family)
    [line] = all_lines(what="log.own")
    assert (line.parts, line.subjects) == (["access_log"], [family.subject("Marloes Bakker")])


def test_it_costs_the_same_however_much_there_is(family: Family) -> None:
    reads(family.actor("jorien"), Part.PLAN, dossier=family.id)
    costs = []
    for _turn in range(2):
        visitor = signed_in(family.marloes.id)
        with statements() as counted:
            visitor.get(ADDRESS)
        costs.append(len(counted))
        for number in range(40):
            reads(family.actor("jorien"), Part.PLAN, dossier=family.id, what=f"test.{number}")
    assert costs[0] == costs[1] <= 10


def test_it_is_reached_from_the_familys_menu_and_a_professional_has_no_such_log(family: Family) -> None:
    assert ADDRESS in signed_in(family.marloes.id).get("/").links()
    visitor = signed_in(family.town.jorien.id)
    assert ADDRESS not in visitor.get("/").links()
    assert lines(visitor.get(ADDRESS)) == []
