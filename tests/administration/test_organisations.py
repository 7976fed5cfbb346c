"""Bram sets up organisations, teams and areas; Ans only those of De Kade; Mark, who leads families, nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account
from kring.ground.access.services import assign_role
from kring.ground.access.services.organisations import end_organisation, take_up_administration
from kring.ground.areas.models import Area
from kring.ground.areas.services import make_area
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation, OrganisationKind, Team
from kring.ground.shared.verdict import Refused
from tests.access.people import Town, actor_of, make_dossier, make_subject, make_town
from tests.web.statements import statements
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def bram(town: Town) -> Visitor:
    return signed_in(town.bram.id)


@contextmanager
def as_account(account: Account, now: datetime) -> Iterator[Actor]:
    actor = actor_of(account.id, now)
    with recording("test"), acting(actor):
        yield actor


def give(account: Account, role: roles.Role, organisation: Organisation, now: datetime) -> None:
    system = system_actor(now - timedelta(days=1))
    with recording("test"), acting(system):
        assign_role(
            actor=system, account=account.id, role=role.code, organisation=organisation.id, ground="aanstelling"
        )


def named(name: str, town: Town) -> Organisation:
    with as_account(town.bram, town.at):
        return Organisation.objects.get(name=name)


def made_by(bram: Visitor, town: Town, **given: str) -> Organisation:
    page = bram.press(bram.get("/beheer/organisaties/nieuw/"), "Voeg toe", given)
    assert page.status == 200, page.text
    return named(given["name"], town)


def test_the_administrator_finds_beheer_in_the_navigation_and_a_regisseur_does_not(town: Town, bram: Visitor) -> None:
    assert "/beheer/" in bram.get("/").links()
    assert "/beheer/" not in signed_in(town.jorien.id).get("/").links()
    assert signed_in(town.jorien.id).get("/beheer/").status == 403


def test_a_new_municipality_can_be_set_up_further_at_once_by_who_added_it(town: Town, bram: Visitor) -> None:
    made = made_by(bram, town, kind="municipality", name="Duinrand", cbs_code="0997")
    page = bram.press(bram.get(f"/beheer/organisaties/{made.id}/teams/nieuw/"), "Voeg toe", {"name": "Wijkteam Duin"})
    assert "Wijkteam Duin" in page.text


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"kind": "municipality", "name": "Duinrand", "cbs_code": ""}, "Een gemeente heeft een CBS-code"),
        ({"kind": "municipality", "name": "Duinrand", "cbs_code": "97"}, "Een CBS-code heeft vier cijfers."),
        (
            {"kind": "municipality", "name": "Zeewaard", "cbs_code": "0999"},
            "Er is al een organisatie met deze CBS-code",
        ),
        ({"kind": "care_provider", "name": "De Boei", "agb_code": "12"}, "Een AGB-code heeft acht cijfers."),
        ({"kind": "school", "name": ""}, "verplicht"),
    ],
)
def test_what_is_wrong_with_an_organisation_is_said(bram: Visitor, given: dict[str, str], says: str) -> None:
    page = bram.press(bram.get("/beheer/organisaties/nieuw/"), "Voeg toe", given)
    assert page.status == 422
    assert says in page.text


def test_an_organisation_gets_another_name_and_keeps_its_kind(town: Town, bram: Visitor) -> None:
    page = bram.get(f"/beheer/organisaties/{town.municipality.id}/wijzigen/")
    assert "Wat voor organisatie" not in page.text
    bram.press(page, "Bewaar", {"name": "Zeewaard aan Zee"})
    assert named("Zeewaard aan Zee", town).kind == OrganisationKind.MUNICIPALITY


def test_an_organisation_where_people_work_does_not_end(town: Town, bram: Visitor) -> None:
    page = bram.get(f"/beheer/organisaties/{town.municipality.id}/beeindigen/")
    page = bram.press(page, "Beëindig", {"ground": "Fusie"})
    assert page.status == 422
    assert "Hier werken nog mensen" in page.text


def test_an_empty_organisation_ends_and_stays_readable(town: Town, bram: Visitor) -> None:
    made = made_by(bram, town, kind="school", name="Basisschool De Golf")
    bram.press(bram.get(f"/beheer/organisaties/{made.id}/beeindigen/"), "Beëindig", {"ground": "Fusie"})
    assert "beëindigd per 1 november 2026" in bram.get(f"/beheer/organisaties/{made.id}/").text


def test_an_organisation_that_is_responsible_for_a_dossier_does_not_end(town: Town, now: datetime) -> None:
    make_dossier(town, "De Wit", [(make_subject(town.municipality, "Ilse de Wit"), "moeder")])
    far = now.date() + timedelta(days=1)
    with as_account(town.bram, now) as actor:
        for one in town.municipality.staff.all():
            one.ended_on = now.date()
            one.save(update_fields=["ended_on"])
        with pytest.raises(Refused, match="lopende dossiers"):
            end_organisation(actor=actor, organisation=town.municipality, ended_on=far, ground="Fusie")


def test_an_organisation_without_an_administrator_is_taken_up_with_a_reason(town: Town, bram: Visitor) -> None:
    assert "U beheert deze organisatie niet" in bram.get(f"/beheer/organisaties/{town.provider.id}/").text
    page = bram.get(f"/beheer/organisaties/{town.provider.id}/beheer/")
    bram.press(page, "Neem het beheer op u", {"ground": "De Kade begint met Kring"})
    assert "Team toevoegen" in bram.get(f"/beheer/organisaties/{town.provider.id}/").text


def test_an_organisation_with_an_administrator_is_not_taken_over(town: Town, now: datetime) -> None:
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    with as_account(town.bram, now) as actor, pytest.raises(Refused, match="heeft al een beheerder"):
        take_up_administration(actor=actor, organisation=town.provider, ground="nieuwsgierig")


def test_the_administrator_of_one_organisation_sees_and_changes_only_that_one(town: Town, now: datetime) -> None:
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    fatima = signed_in(town.fatima.id)
    listed = fatima.get("/beheer/organisaties/").text
    assert "Jeugdzorg De Kade" in listed
    assert "0999" not in listed
    own, other = (f"/beheer/organisaties/{one.id}/teams/nieuw/" for one in (town.provider, town.municipality))
    assert fatima.get(own).status == 200
    assert fatima.get(other).status == 403
    assert fatima.get("/beheer/organisaties/nieuw/").status == 403
    assert fatima.get("/beheer/gebieden/").status == 403


def team_of(town: Town, name: str) -> Team:
    with as_account(town.bram, town.at):
        return Team.objects.get(name=name)


def test_a_team_is_renamed_and_a_name_is_used_once(town: Town, bram: Visitor) -> None:
    bram.press(bram.get(f"/beheer/teams/{town.team.id}/wijzigen/"), "Bewaar", {"name": "Gebiedsteam Noordpunt"})
    assert team_of(town, "Gebiedsteam Noordpunt").id == town.team.id
    page = bram.get(f"/beheer/organisaties/{town.municipality.id}/teams/nieuw/")
    page = bram.press(page, "Voeg toe", {"name": "Gebiedsteam Noordpunt"})
    assert page.status == 422


def test_a_team_with_people_does_not_end_and_an_empty_one_leaves_its_area(town: Town, bram: Visitor) -> None:
    page = bram.press(bram.get(f"/beheer/teams/{town.team.id}/beeindigen/"), "Beëindig")
    assert "In dit team werken nog mensen" in page.text
    new = bram.get(f"/beheer/organisaties/{town.municipality.id}/teams/nieuw/")
    bram.press(new, "Voeg toe", {"name": "Wijkteam Zuid"})
    team = team_of(town, "Wijkteam Zuid")
    with as_account(town.bram, town.at) as actor:
        make_area(actor=actor, name="Zuid", municipalities=[town.municipality], team=team)
    page = bram.get(f"/beheer/teams/{team.id}/beeindigen/")
    assert "Dit team werkt in Zuid" in page.text
    bram.press(page, "Beëindig")
    with as_account(town.bram, town.at):
        assert Area.objects.get(name="Zuid").team is None
        assert Team.objects.get(id=team.id).ended_on is not None


def area_named(town: Town, name: str) -> Area:
    with as_account(town.bram, town.at):
        return Area.objects.prefetch_related("municipalities").select_related("team").get(name=name)


def test_an_area_is_added_changed_and_ended(town: Town, bram: Visitor) -> None:
    duin = made_by(bram, town, kind="municipality", name="Duinrand", cbs_code="0997")
    both = [str(town.municipality.id), str(duin.id)]
    bram.press(bram.get("/beheer/gebieden/nieuw/"), "Voeg toe", {"name": "Noord", "municipalities": both})
    area = area_named(town, "Noord")
    assert len(area.municipalities.all()) == 2
    given: dict[str, str | list[str]] = {"name": "Noordpunt", "municipalities": both[:1], "team": str(town.team.id)}
    bram.press(bram.get(f"/beheer/gebieden/{area.id}/"), "Bewaar", given)
    area = area_named(town, "Noordpunt")
    assert [one.id for one in area.municipalities.all()] == [town.municipality.id]
    assert area.team == town.team
    bram.press(bram.get(f"/beheer/gebieden/{area.id}/beeindigen/"), "Beëindig")
    assert "beëindigd" in bram.get("/beheer/gebieden/").text


def test_a_list_is_searched_on_any_word_and_sorted_by_its_columns(town: Town, bram: Visitor) -> None:
    orders = [bram.get(f"/beheer/organisaties/?sort={order}").text for order in ("name", "-name")]
    kade_is_first = [text.index("Jeugdzorg De Kade") < text.index("0999") for text in orders]
    assert kade_is_first == [True, False]
    page = bram.get("/beheer/organisaties/")
    found = bram.press(page, "Zoek in de lijst", {"q": "kade zorg"})
    assert "Jeugdzorg De Kade" in found.text
    assert str(town.municipality.id) not in str(found.links())
    assert "Niets gevonden" in bram.press(page, "Zoek in de lijst", {"q": "Atlantis"}).text


@pytest.mark.parametrize("where", ["", "organisaties/", "gebieden/", "organisaties/{}/"])
def test_a_page_of_beheer_costs_ten_statements_at_most(where: str, town: Town, bram: Visitor) -> None:
    url = "/beheer/" + where.format(town.municipality.id)
    with statements() as asked:
        assert bram.get(url).status == 200
    assert len(asked) <= 10, asked.of_page
