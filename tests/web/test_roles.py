"""The role pages say what the permission table says, in both languages, and the account menu leads to one's own."""

from datetime import datetime

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.web.roles.presenting import role_page
from tests.access.people import give_role, make_dossier, make_subject, make_town
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", roles.ROLES, ids=lambda role: role.code)
def test_every_role_has_a_page_for_everybody(role: roles.Role) -> None:
    page = Visitor().get(reverse("role", args=[role.code]))
    assert page.status == 200
    assert role.description in page.text


def test_the_list_leads_to_every_role() -> None:
    assert {reverse("role", args=[role.code]) for role in roles.ROLES} <= set(Visitor().get(reverse("roles")).links())


def test_a_role_that_nobody_has_is_not_found() -> None:
    assert Visitor().get(reverse("role", args=["koning"])).status == 404


def test_a_role_in_an_organisation_lists_nothing_of_families() -> None:
    names = {line.name for line in role_page(roles.CHOOSER).lines}
    assert "plan, doelen en datums om terug te kijken" not in names
    assert "onderzoek: grond, goedkeuring, huishoudens onder pseudoniem" in names
    assert "plan, doelen en datums om terug te kijken" in {line.name for line in role_page(roles.REGISSEUR).lines}


def test_the_page_says_only_when() -> None:
    [plan] = [line for line in role_page(roles.CONSULTED).lines if line.name.startswith("plan,")]
    assert plan.rights == "lezen"
    assert "geraadpleegd" in " ".join(plan.limits)


def test_jorien_reads_her_own_roles_and_not_in_which_dossier(now: datetime) -> None:
    town = make_town(now)
    dossier = make_dossier(town, "De Wit-Bakker", [(make_subject(town.municipality, "Marloes Bakker"), "moeder")])
    give_role(town, dossier, town.jorien, roles.REGISSEUR)
    jorien = signed_in(town.jorien.id)
    assert reverse("my_roles") in jorien.get("/").links()
    page = jorien.get(reverse("my_roles"))
    assert roles.REGISSEUR.description in page.text
    assert roles.COLLEAGUE.description in page.text
    assert roles.CHOOSER.description not in page.text
    assert "De Wit-Bakker" not in page.text
