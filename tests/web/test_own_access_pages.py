"""Own access of a family, pressed as it stands: invited by letter, opened on the own phone, and ended."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

import pytest
from django.core.cache import cache
from django.urls import reverse

from tests.leads.test_inviting import comes_to_live, is_parent
from tests.plans.family import Family, make_family, make_plan
from tests.signin.people import PASSWORD, sign_in
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

ADDRESS = "karima@voorbeeld.test"
NAME = "Karima Haddou"


@pytest.fixture
def family(now: datetime) -> Iterator[Family]:
    yield make_family(now)
    cache.clear()


@pytest.fixture
def karima(family: Family) -> UUID:
    return comes_to_live(family, NAME, date(1996, 4, 2))


def visit(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def invited(family: Family, whom: UUID, way: str = "letter") -> Page:
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("member_invite", args=[family.id, whom]))
    return jorien.press(form, "Nodig uit", {"email": ADDRESS, "way": way})


def test_by_letter_somebody_comes_in_and_reads_the_plan(family: Family, karima: UUID) -> None:
    make_plan(family)
    letter = invited(family, karima)
    [address] = [str(one) for one in letter.tree.xpath("//main//strong/text()") if "/uitnodiging/" in one]
    assert "Karima" not in " ".join(letter.tree.xpath("//main//section//p/text()"))
    phone = Visitor()
    welcome = phone.get("/" + address.split("/", 3)[3])
    assert "Jorien Smit van Zeewaard nodigt u uit" in welcome.text
    assert "De Wit" not in welcome.text
    phone.press(welcome, "Wachtwoord opslaan", {"password": PASSWORD, "again": PASSWORD})
    assert "Dag Karima" in sign_in(phone, ADDRESS).text
    people = visit(family, "jorien").get(reverse("people", args=[family.id]))
    assert "heeft eigen toegang sinds" in people.text


def test_the_list_says_who_was_invited_and_who_has_nothing(family: Family, karima: UUID) -> None:
    jorien = visit(family, "jorien")
    people = jorien.get(reverse("people", args=[family.id]))
    assert "geen eigen toegang" in people.text
    assert reverse("member_invite", args=[family.id, karima]) in people.links()
    assert reverse("member_invite", args=[family.id, family.subject("Finn")]) not in people.links()
    invited(family, karima)
    assert "uitgenodigd op 1 november 2026" in jorien.get(reverse("people", args=[family.id])).text


def test_an_invitation_is_withdrawn_with_a_reason(family: Family, karima: UUID) -> None:
    invited(family, karima)
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("member_end", args=[family.id, karima]))
    empty = jorien.press(form, "Stop de toegang")
    assert empty.status == 422
    done = jorien.press(empty, "Stop de toegang", {"reason": "verkeerd adres"})
    assert "Een link die nog openstond, werkt niet meer." in done.text
    assert "uitgenodigd op" not in done.text


def test_a_parent_without_authority_is_refused_with_the_reason(family: Family, karima: UUID) -> None:
    is_parent(family, karima, "Finn", has_authority=False)
    refused = invited(family, karima)
    assert refused.status == 403
    assert "geen gezag over de kinderen" in refused.text


def test_what_is_wrong_with_an_address_is_said(family: Family, karima: UUID) -> None:
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("member_invite", args=[family.id, karima]))
    wrong = jorien.press(form, "Nodig uit", {"email": "karima"})
    assert wrong.status == 422
    assert "Dit e-mailadres klopt niet." in wrong.text


def test_for_a_child_of_thirteen_it_is_asked_whether_everybody_knows(family: Family) -> None:
    sanne = comes_to_live(family, "Sanne Haddou", date(2013, 3, 1))
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("member_invite", args=[family.id, sanne]))
    assert "Het kind en de ouders met gezag weten" in form.text
    refused = jorien.press(form, "Nodig uit", {"email": ADDRESS, "way": "letter"})
    assert "Bespreek dit eerst" in refused.text
    done = jorien.press(form, "Nodig uit", {"email": ADDRESS, "way": "letter", "told": "on"})
    assert "Uw eigen toegang tot Kring" in done.text


@pytest.mark.parametrize(("name", "status"), [("marloes", 403), ("henk", 404)])
def test_nobody_else_opens_these_pages(family: Family, karima: UUID, name: str, status: int) -> None:
    for place in ("member_invite", "member_end"):
        assert visit(family, name).get(reverse(place, args=[family.id, karima])).status == status
    people = visit(family, "marloes").get(reverse("people", args=[family.id]))
    assert "eigen toegang" not in people.text


def test_the_page_of_people_costs_at_most_ten_statements(family: Family, karima: UUID) -> None:
    invited(family, karima)
    jorien = visit(family, "jorien")
    with statements() as counted:
        jorien.get(reverse("people", args=[family.id]))
    assert len(counted) <= 10, counted.of_page
