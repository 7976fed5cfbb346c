"""Who is hidden from one reader is not there for that reader: on no page or paper, in no file, search or package."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import pytest
from django.urls import reverse
from lxml import html

from kring.ground.access.services import hide_from
from kring.ground.shared.database import DatabaseRole
from kring.oversight.rights.making import collect, whose
from kring.oversight.rights.making.machine import as_json
from kring.oversight.rights.making.paper import values
from kring.practice.circle.models import NetworkMember
from tests.circle.round import RIA, add
from tests.conftest import speaking_as
from tests.notes.contact import make_contact
from tests.plans.family import Family
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db

PAGES = ("family", "circle", "genogram", "care", "care_sheet", "plan", "lifeline", "familiar", "people", "notes")
"""The circle and the course of help are printed as their page stands."""
SHOWN_ON = {"family", "circle", "care", "genogram"}
TRUUS = "Truus"


@pytest.fixture
def family(now: datetime) -> Family:
    return make_contact(now)


@pytest.fixture
def member(family: Family) -> NetworkMember:
    made = add(family)
    with family.acting("marloes") as marloes:
        hide_from(actor=marloes, dossier=family.id, subject=made.pk, reader=family.subject("Stefan de Wit"))
    return made


def sources(visitor: Visitor, family: Family) -> Iterator[tuple[str, str]]:
    for name in PAGES:
        answer = visitor.client.get(reverse(name, args=[family.id]))
        assert answer.status_code == 200, name
        yield name, answer.content.decode()


def found(visitor: Visitor, family: Family) -> set[str]:
    return {name for name, source in sources(visitor, family) if TRUUS in source}


def test_on_no_page_no_drawing_and_no_sheet(family: Family, member: NetworkMember) -> None:
    assert found(signed_in(family.stefan.id), family) == set()


def test_the_twin_others_read_of_her_there(family: Family, member: NetworkMember) -> None:
    assert found(signed_in(family.marloes.id), family) >= SHOWN_ON


def test_the_address_of_her_panel_opens_nothing(family: Family, member: NetworkMember) -> None:
    asked = reverse("circle", args=[family.id]) + f"?wie={member.pk}"
    assert TRUUS in signed_in(family.marloes.id).get(asked).text
    assert TRUUS not in signed_in(family.stefan.id).get(asked).text
    for name in ("circle_notice", "circle_letter"):
        assert signed_in(family.stefan.id).get(reverse(name, args=[family.id, member.pk])).status == 404


def test_searching_finds_nobody_of_a_circle(family: Family, member: NetworkMember) -> None:
    for who in (family.stefan.id, family.town.jorien.id):
        visitor = signed_in(who)
        visitor.client.handler.enforce_csrf_checks = False
        assert "Truus Bakker" not in visitor.client.post(reverse("search"), {"q": "Bakker Truus"}).content.decode()


def packed(family: Family, account: UUID, about: str) -> str:
    """As JSON and on paper."""
    with speaking_as(DatabaseRole.RIGHTS):
        person = whose(family.subject(about), account, by_self=True, at=family.town.at)
        made = collect(person, about=about, at=family.town.at)
        return as_json(made).decode() + str(values(made, house="Zeewaard"))


def test_in_no_package_of_that_reader(family: Family, member: NetworkMember) -> None:
    assert TRUUS in packed(family, family.marloes.id, "Marloes Bakker")
    package = packed(family, family.stefan.id, "Stefan de Wit")
    assert TRUUS not in package
    assert str(member.pk) not in package


def new_note(family: Family, who: str) -> html.HtmlElement:
    return signed_in(family.actor(who).id).get(reverse("note_add", args=[family.id])).tree


def test_no_contact_that_the_family_reads_offers_her(family: Family, member: NetworkMember) -> None:
    """Jorien sees her, and what she writes down is read by Stefan too."""
    offered = "//input[@name='people']/@value"
    assert "Truus Bakker" not in new_note(family, "jorien").xpath(offered)
    other = add(family, who="marloes", words=RIA)
    assert other.name in new_note(family, "jorien").xpath(offered)


def test_who_does_not_read_the_circle_chooses_from_it_neither(family: Family) -> None:
    add(family)
    assert "Truus Bakker" in new_note(family, "jorien").xpath("//input[@name='people']/@value")
    assert "Truus Bakker" not in new_note(family, "henk").xpath("//input[@name='people']/@value")
