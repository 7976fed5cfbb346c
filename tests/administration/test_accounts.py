"""Bram hires, gives roles and closes accounts; Jorien leads six families, and leaves only when they are handed over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from pytest_django import Settings

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.links import link_of
from kring.ground.access.models import Account, Dossier, Invitation, Involvement, Login, RoleAssignment
from kring.ground.access.services import assign_role, count_grant_differences
from kring.ground.access.services.leaving import close_account
from kring.ground.agenda.models import Notice, Task, TaskState
from kring.ground.agenda.services import add_task
from kring.ground.audit.models import LogLine
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.leads.models import Lead, LeadKind
from kring.practice.leads.queries import caseload
from kring.practice.leads.services import appoint, hand_over_caseload
from tests.access.people import Town, actor_of, make_dossier, make_subject, make_town
from tests.administration.test_organisations import give
from tests.conftest import speaking_as
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

FAMILIES = ("De Wit", "Yilmaz", "Bakker", "El Amrani", "Van Dijk", "Nowak")


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def bram(town: Town) -> Visitor:
    return signed_in(town.bram.id)


@contextmanager
def as_account(account: Account, now: datetime) -> Iterator[Actor]:
    actor = actor_of(account.id, now)
    with recording("test") as trail, acting(actor):
        yield actor
        write(trail)


@pytest.fixture
def six(town: Town) -> list[Dossier]:
    """Jorien leads four with Henk behind her, and stands behind Henk in two."""
    found = []
    for number, name in enumerate(FAMILIES):
        dossier = make_dossier(town, name, [(make_subject(town.municipality, f"Ouder {name}"), "ouder")])
        lead, deputy = (town.jorien, town.henk) if number < 4 else (town.henk, town.jorien)
        with as_account(town.mark, town.at - timedelta(days=5)) as mark:
            appoint(actor=mark, dossier=dossier, lead=lead, deputy=deputy, chosen_by_family=True)
        found.append(dossier)
    with as_account(town.jorien, town.at) as jorien:
        add_task(actor=jorien, account=jorien.id, clock="actie", title="Bel de school", dossier=found[0].id,
                 due_on=jorien.today)  # fmt: skip
    return found


def hired(bram: Visitor, town: Town, **other: str) -> Page:
    given = {
        "name": "Sanne Mulder", "function": "Wmo-consulent", "organisation": str(town.municipality.id),
        "team": str(town.team.id), "phone": "088 000 30 30", "email": "sanne@voorbeeld.test",
    }  # fmt: skip
    return bram.press(bram.get("/beheer/accounts/nieuw/"), "Voeg toe", given | other)


def everything() -> list[Lead]:
    with speaking_as(DatabaseRole.OWNER):
        return list(Lead.objects.filter(ended_at=None).select_related("account"))


def test_a_newcomer_has_an_account_and_an_invitation_and_no_login_yet(bram: Visitor, town: Town) -> None:
    page = hired(bram, town)
    assert "Sanne Mulder" in page.text
    assert "Medewerker · Zeewaard" in page.text
    assert not Login.objects.filter(email="sanne@voorbeeld.test").exists()
    with speaking_as(DatabaseRole.OWNER):
        assert Invitation.objects.get(email="sanne@voorbeeld.test").account.display_name == "Sanne Mulder"


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"name": ""}, "verplicht"),
        ({"email": "geen adres"}, "e-mailadres"),
        ({"started_on": "31-02-2026"}, "Deze datum klopt niet"),
    ],
)
def test_what_is_wrong_with_a_newcomer_is_said(bram: Visitor, town: Town, other: dict[str, str], says: str) -> None:
    page = hired(bram, town, **other)
    assert page.status == 422
    assert says in page.text


def test_an_address_is_of_one_person(bram: Visitor, town: Town) -> None:
    signed_in(town.henk.id, "henk@voorbeeld.test")
    page = hired(bram, town, email="henk@voorbeeld.test")
    assert page.status == 422
    assert "Dit e-mailadres hoort al bij een ander account" in page.text
    with as_account(town.bram, town.at):
        assert not Account.objects.filter(display_name="Sanne Mulder").exists()


def test_a_lost_second_step_is_taken_away_with_the_reason(bram: Visitor, town: Town) -> None:
    signed_in(town.henk.id)
    page = bram.get(f"/beheer/accounts/{town.henk.id}/tweede-stap/")
    page = bram.press(page, "Haal de tweede stap weg", {"ground": "telefoon kwijt; aan de balie herkend"})
    assert "de eigenaar krijgt bericht" in page.text
    with speaking_as(DatabaseRole.OWNER):
        assert LogLine.objects.filter(what="access.factors_reset", actor=town.bram.id).count() == 1


def test_a_role_is_given_and_ended_with_its_ground(bram: Visitor, town: Town) -> None:
    page = bram.get(f"/beheer/accounts/{town.henk.id}/rol/")
    given = {"role": "teamleiding", "organisation": str(town.municipality.id), "ground": "vervangt Annet"}
    page = bram.press(page, "Geef de rol", given)
    assert "Teamleider van de organisatie · Zeewaard" in page.text
    with as_account(town.henk, town.at) as henk:
        assert henk.has_role("teamleiding", town.municipality.id)
    with as_account(town.bram, town.at):
        role = RoleAssignment.objects.get(account=town.henk, role="teamleiding")
    bram.press(bram.get(f"/beheer/rollen/{role.id}/beeindigen/"), "Beëindig de rol", {"ground": "Annet is terug"})
    with as_account(town.henk, town.at + timedelta(seconds=1)) as henk:
        assert not henk.has_role("teamleiding", town.municipality.id)


def test_nobody_gives_oneself_a_role(bram: Visitor, town: Town) -> None:
    given = {"role": "toewijzer", "organisation": str(town.municipality.id), "ground": "handig"}
    page = bram.press(bram.get(f"/beheer/accounts/{town.bram.id}/rol/"), "Geef de rol", given)
    assert page.status == 422
    assert "U geeft uzelf geen rol" in page.text


def test_who_administers_one_organisation_makes_no_functional_administrator(town: Town, now: datetime) -> None:
    give(town.annet, roles.ORGANISATION_ADMINISTRATOR, town.municipality, now)
    with as_account(town.annet, now) as annet, pytest.raises(Refused, match="functioneel beheerder"):
        assign_role(
            actor=annet, account=town.henk.id, role="beheerder", organisation=town.municipality.id, ground="graag"
        )


def test_another_function_and_team_hold_from_now_on(bram: Visitor, town: Town) -> None:
    page = bram.get(f"/beheer/accounts/{town.henk.id}/werk/")
    bram.press(page, "Bewaar", {"function": "Schuldhulpverlener", "team": ""})
    with as_account(town.bram, town.at):
        henk = Account.objects.select_related("staff").get(id=town.henk.id)
    assert henk.function == "Schuldhulpverlener"
    assert henk.staff is not None
    assert henk.staff.team_id is None


def test_an_account_that_leads_families_is_not_closed(bram: Visitor, town: Town, six: list[Dossier]) -> None:
    page = bram.get(f"/beheer/accounts/{town.jorien.id}/")
    assert f"Leidt {len(six)} gezinnen" in page.text
    assert "Uit dienst" not in page.text
    page = bram.press(
        bram.get(f"/beheer/accounts/{town.jorien.id}/uit-dienst/"), "Sluit het account", {"ground": "weg"}
    )
    assert page.status == 422
    assert "Draag de gezinnen eerst over" in page.text


def handed_over(bram: Visitor, town: Town, **other: str) -> Page:
    page = bram.get(f"/beheer/accounts/{town.jorien.id}/overdragen/")
    given = {"successor": str(town.naima.id), "ground": "Jorien vertrekt"}
    return bram.press(page, "Draag alles over", given | other)


def test_all_families_go_over_at_once_with_tasks_notices_and_access(
    bram: Visitor, town: Town, six: list[Dossier]
) -> None:
    assert handed_over(bram, town).status == 200
    leads = everything()
    assert len(leads) == 2 * len(six)
    assert not [one for one in leads if one.account_id == town.jorien.id]
    naima = [one for one in leads if one.account_id == town.naima.id]
    assert sorted(one.kind for one in naima) == [LeadKind.DEPUTY] * 2 + [LeadKind.LEAD] * 4
    with as_account(town.naima, town.at + timedelta(seconds=1)):
        assert {one.label for one in Dossier.objects.all()} == set(FAMILIES)
        mine = Task.objects.filter(account=town.naima, state=TaskState.OPEN)
        assert mine.filter(title="Bel de school").count() == 1
        assert mine.filter(clock="vraag_het_gezin").count() == len(six)
        assert Notice.objects.filter(kind="appointed").count() == len(six)
    with as_account(town.jorien, town.at + timedelta(seconds=1)):
        assert not Dossier.objects.exists()


def test_the_grants_after_a_transfer_are_what_the_facts_say(bram: Visitor, town: Town, six: list[Dossier]) -> None:
    handed_over(bram, town)
    assert six
    with as_account(town.bram, town.at):
        assert count_grant_differences() == 0


def test_every_family_has_its_own_line_in_the_log(bram: Visitor, town: Town, six: list[Dossier]) -> None:
    handed_over(bram, town)
    with speaking_as(DatabaseRole.OWNER):
        lines = LogLine.objects.filter(what="leads.family_handed_over")
        assert {line.dossier for line in lines} == {one.id for one in six}
        assert {(line.actor, line.ground) for line in lines} == {(town.bram.id, "Jorien vertrekt")}


def test_regisseur_and_achtervang_stay_two_people(bram: Visitor, town: Town, six: list[Dossier]) -> None:
    page = handed_over(bram, town, successor=str(town.henk.id))
    assert page.status == 422
    assert f"Bij {len(six)} gezinnen heeft deze collega de andere rol al" in page.text
    assert handed_over(bram, town, successor=str(town.henk.id), other=str(town.naima.id)).status == 200
    assert {one.account_id for one in everything()} == {town.henk.id, town.naima.id}


def test_after_the_transfer_the_account_closes(bram: Visitor, town: Town, six: list[Dossier]) -> None:
    assert six
    jorien = signed_in(town.jorien.id)
    handed_over(bram, town)
    page = bram.get(f"/beheer/accounts/{town.jorien.id}/uit-dienst/")
    page = bram.press(page, "Sluit het account", {"ground": "andere baan"})
    assert "Uit dienst per 1 november 2026" in page.text
    assert "kan niet inloggen" in page.text
    assert jorien.get("/").url.startswith("/account/login/")


def test_who_leaves_has_no_task_in_a_dossier_any_more(town: Town, six: list[Dossier]) -> None:
    with as_account(town.bram, town.at) as bram, pytest.raises(Refused, match="eigen account"):
        close_account(actor=bram, account=town.bram, ground="weg")
    with as_account(town.bram, town.at) as bram:
        assert six
        close_account(actor=bram, account=town.naima, ground="andere baan")
    with speaking_as(DatabaseRole.OWNER):
        assert not Involvement.objects.filter(account=town.naima, ended_at=None).exists()
        assert not RoleAssignment.objects.filter(account=town.naima, ended_at=None).exists()


def test_nobody_else_counts_or_hands_over_a_caseload(town: Town, six: list[Dossier], now: datetime) -> None:
    with as_account(town.bram, now):
        assert len(caseload(town.jorien.id)) == len(six)
    for other in (town.mark, town.henk, town.fatima):
        with as_account(other, now) as actor:
            assert caseload(town.jorien.id) == ()
            with pytest.raises(Refused):
                hand_over_caseload(actor=actor, leaver=town.jorien, successor=town.naima, other=None, ground="ik wil")


def test_a_colleague_of_another_organisation_does_not_take_over(town: Town, six: list[Dossier]) -> None:
    assert six
    with as_account(town.bram, town.at) as bram, pytest.raises(Refused, match="dezelfde organisatie"):
        hand_over_caseload(actor=bram, leaver=town.jorien, successor=town.fatima, other=None, ground="weg")


def test_the_list_holds_no_family_and_no_other_organisation(bram: Visitor, town: Town) -> None:
    text = bram.get("/beheer/accounts/").text
    assert "Jorien Smit" in text
    assert "Fatima Amrani" not in text
    assert bram.get(f"/beheer/accounts/{town.fatima.id}/").status in {403, 404}
    assert bram.get(f"/beheer/accounts/{uuid4()}/").status == 404
    found = bram.press(bram.get("/beheer/accounts/"), "Zoek in de lijst", {"q": "teamleider"})
    assert "Annet Visser" in found.text
    assert "Henk Prins" not in found.text


@pytest.mark.parametrize("where", ["", "{}/", "{}/werk/", "{}/rol/", "{}/overdragen/", "{}/uit-dienst/", "nieuw/"])
def test_a_page_about_accounts_costs_ten_statements_at_most(
    where: str, bram: Visitor, town: Town, six: list[Dossier]
) -> None:
    assert six
    with statements() as asked:
        assert bram.get("/beheer/accounts/" + where.format(UUID(str(town.jorien.id)))).status == 200
    assert len(asked) <= 10, asked.of_page


@pytest.mark.parametrize(("mail", "demo", "shown"), [("", False, True), ("smtp://post.test", False, False),
                                                     ("", True, False)])  # fmt: skip
def test_without_a_mail_server_the_link_is_shown_once(
    bram: Visitor, town: Town, settings: Settings, mail: str, demo: bool, shown: bool
) -> None:
    settings.MAIL_URL, settings.DEMO = mail, demo
    page = hired(bram, town)
    with speaking_as(DatabaseRole.OWNER):
        made = Invitation.objects.get(email="sanne@voorbeeld.test")
    assert (reverse("invitation", kwargs={"link": link_of(made.id)}) in page.text) is shown
    assert link_of(made.id) not in bram.get(page.url).text


def test_the_link_of_a_second_invitation_is_shown_too(bram: Visitor, town: Town, settings: Settings) -> None:
    settings.MAIL_URL, settings.DEMO = "", False
    page = bram.get(f"/beheer/accounts/{town.henk.id}/uitnodigen/")
    page = bram.press(page, "Verstuur de uitnodiging", {"email": "henk@voorbeeld.test"})
    assert "Geef deze link zelf door" in page.text
