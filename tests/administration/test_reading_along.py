"""The privacy officer reads what is set in Beheer, with its history, and changes none of it (table: configuration)."""

from datetime import datetime

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.configuration.models import TextValue
from kring.ground.configuration.rules import SETTINGS, Basis
from kring.ground.configuration.rules.texts import CONTACT
from kring.ground.organisations.models import Organisation, OrganisationKind
from kring.ground.shared.database import DatabaseRole
from tests.access.people import Town, make_town
from tests.administration.test_organisations import give
from tests.conftest import speaking_as
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db
FREE = next(code for code, one in SETTINGS.items() if one.basis is not Basis.LEGAL)


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def officer(town: Town) -> Visitor:
    """Henk Prins watches over privacy in Zeewaard."""
    give(town.henk, roles.PRIVACY_OFFICER, town.municipality, town.at)
    return signed_in(town.henk.id)


def pages(town: Town) -> dict[str, str]:
    """Each page with the page on which it is changed."""
    here = town.municipality.id
    word = ["leefgebieden", "money"]
    return {
        reverse("setting", args=[FREE]): reverse("setting_change", args=[FREE]),
        reverse("own_text", args=[here, CONTACT.code]): reverse("own_text_change", args=[here, CONTACT.code]),
        reverse("word_list", args=[here, word[0]]): reverse("word_new", args=[here, word[0]]),
        reverse("word", args=[here, *word]): reverse("word_change", args=[here, *word]),
    }


def test_beheer_shows_what_is_set_and_nothing_else(town: Town, officer: Visitor) -> None:
    listed = officer.get(reverse("administration"))
    assert [link for link in listed.links() if link.startswith("/beheer/") and link != "/beheer/"] == [
        reverse("word_lists"), reverse("own_texts"), reverse("settings")
    ]  # fmt: skip
    for closed in ("organisations", "accounts", "access_review_overview", "administration_areas"):
        assert officer.get(reverse(closed)).status == 403


def test_each_page_opens_without_its_button_and_the_form_is_shut(town: Town, officer: Visitor) -> None:
    bram = signed_in(town.bram.id)
    for listing in ("settings", "own_texts", "word_lists"):
        assert officer.get(reverse(listing)).status == 200
    for shown, change in pages(town).items():
        page = officer.get(shown)
        assert page.status == 200, shown
        assert change not in page.links(), shown
        assert officer.get(change).status == 403, change
        assert change in bram.get(shown).links(), shown


def test_nothing_is_written_by_sending_the_form_all_the_same(town: Town, officer: Visitor) -> None:
    change = reverse("own_text_change", args=[town.municipality.id, CONTACT.code])
    assert officer.client.post(change, {"words": "Bel mij", "reason": ""}).status_code == 403
    assert not TextValue.objects.exists()


def test_only_of_the_own_municipality(town: Town, officer: Visitor) -> None:
    with speaking_as(DatabaseRole.OWNER):
        other = Organisation.objects.create(name="Duinmonde", kind=OrganisationKind.MUNICIPALITY, cbs_code="0998")
    assert officer.get(reverse("own_text", args=[other.id, CONTACT.code])).status == 403


def test_who_has_no_role_for_it_reads_none(town: Town) -> None:
    jorien = signed_in(town.jorien.id)
    for shown in ("administration", "settings", "own_texts", "word_lists"):
        assert jorien.get(reverse(shown)).status == 403
