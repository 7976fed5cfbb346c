"""A link that opens an account once within eight days: who sends it, what it shows, and when it no longer works."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import override
from pytest_django import Settings

from kring.ground.access.actor import acting
from kring.ground.access.links import link_of, read_link
from kring.ground.access.models import Account, Dossier, Invitation, Login
from kring.ground.access.roles import ADULT, REGISSEUR
from kring.ground.access.rules import can_be_used
from kring.ground.access.services import close_login, invite, withdraw_invitation
from kring.ground.agenda.models import OutboxMail
from kring.ground.audit.trail import recording
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.ground.shared.verdict import Refused
from tests.access.people import Town, give_role, make_dossier, make_family_account, make_subject, make_town
from tests.conftest import TODAY, speaking_as
from tests.signin.people import PASSWORD, give_login, sign_in
from tests.web.visitor import Page, Visitor

pytestmark = pytest.mark.django_db

ADDRESS = "fatima@kade.test"
CHOSEN = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def town(now: datetime) -> Iterator[Town]:
    yield make_town(now)
    cache.clear()


@pytest.fixture
def family(town: Town) -> tuple[Dossier, Account]:
    """Samira, of whom Jorien is regisseur."""
    subject = make_subject(town.municipality, "Samira El Amrani")
    dossier = make_dossier(town, "El Amrani", [(subject, "moeder")])
    give_role(town, dossier, town.jorien, REGISSEUR)
    account = make_family_account(town, subject, "Samira El Amrani")
    give_role(town, dossier, account, ADULT)
    return dossier, account


def invited(town: Town, by: Account, whom: Account, email: str = ADDRESS, dossier: Dossier | None = None) -> Invitation:
    actor = town.actor(by)
    with recording("test"), acting(actor):
        return invite(actor=actor, account=whom, email=email, dossier=dossier)


def behind(invitation: Invitation) -> str:
    return f"/account/uitnodiging/{link_of(invitation.id)}/"


def test_a_colleague_chooses_a_password_and_comes_in_once(town: Town) -> None:
    made = invited(town, town.bram, town.henk, "Henk@Zeewaard.test")
    visitor = Visitor()
    page = visitor.get(behind(made))
    assert "Bram Kok van Zeewaard nodigt u uit." in page.text
    done = visitor.press(page, "Wachtwoord opslaan", CHOSEN)
    assert done.url == "/account/login/"
    assert "Uw wachtwoord is ingesteld." in done.text
    assert sign_in(visitor, "henk@zeewaard.test").url == "/account/2fa/"
    again = Visitor().get(behind(made))
    assert again.status == 410
    assert "Deze link is al gebruikt." in again.text


@pytest.mark.parametrize(("days", "hours", "works"), [(7, 23, True), (8, 0, False), (30, 0, False)])
def test_a_link_works_for_eight_days(
    town: Town, monkeypatch: pytest.MonkeyPatch, days: int, hours: int, works: bool
) -> None:
    made = invited(town, town.bram, town.henk)
    monkeypatch.setattr(clock, "now", lambda: TODAY + timedelta(days=days, hours=hours))
    page = Visitor().get(behind(made))
    assert (page.status == 200) is works
    assert ("Vraag een nieuwe aan Bram Kok van Zeewaard." in page.text) is not works


def test_a_form_that_was_open_when_the_link_expired_makes_no_account(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = invited(town, town.bram, town.henk)
    visitor = Visitor()
    page = visitor.get(behind(made))
    monkeypatch.setattr(clock, "now", lambda: TODAY + timedelta(days=9))
    assert visitor.press(page, "Wachtwoord opslaan", CHOSEN).status == 410
    assert not Login.objects.filter(id=town.henk.id).exists()


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"password": "kort", "again": "kort"}, "12"),
        ({"password": PASSWORD, "again": "iets heel anders dan dit"}, "Dit is niet twee keer hetzelfde wachtwoord."),
        ({"password": "123456qwerty", "again": "123456qwerty"}, "te algemeen"),
    ],
)
def test_a_poor_password_is_answered_on_the_same_page(town: Town, answers: dict[str, str], says: str) -> None:
    made = invited(town, town.bram, town.henk)
    visitor = Visitor()
    page = visitor.press(visitor.get(behind(made)), "Wachtwoord opslaan", answers)
    assert page.status == 422
    assert says in page.text
    assert not Login.objects.filter(id=town.henk.id).exists()


def test_a_new_invitation_ends_the_one_before(town: Town) -> None:
    first, second = invited(town, town.bram, town.henk), invited(town, town.bram, town.henk)
    assert Visitor().get(behind(first)).status == 410
    assert Visitor().get(behind(second)).status == 200


def test_a_withdrawn_one_and_one_of_a_closed_account_no_longer_work(town: Town) -> None:
    bram = town.actor(town.bram)
    withdrawn, closed = invited(town, town.bram, town.henk), invited(town, town.bram, town.naima, "n@zeewaard.test")
    with recording("test"), acting(bram):
        withdraw_invitation(actor=bram, invitation=Invitation.objects.get(id=withdrawn.id))
        close_login(actor=bram, account=town.naima)
    assert "Deze link is ingetrokken." in Visitor().get(behind(withdrawn)).text
    assert Visitor().get(behind(closed)).status == 410


@pytest.mark.parametrize("link", ["geen", "a.b", "0" * 32 + ".xyz"])
def test_a_link_that_was_never_sent_tells_nothing(town: Town, link: str) -> None:
    page = Visitor().get(f"/account/uitnodiging/{link}/")
    assert page.status == 404
    assert "Deze link klopt niet." in page.text
    assert read_link(link) is None


def test_a_signed_link_of_nothing_tells_nothing_either(town: Town) -> None:
    assert Visitor().get(f"/account/uitnodiging/{link_of(uuid4())}/").status == 404


def test_the_regisseur_invites_the_family_and_no_name_of_it_is_shown(
    town: Town, family: tuple[Dossier, Account]
) -> None:
    dossier, samira = family
    made = invited(town, town.jorien, samira, "samira@gezin.test", dossier)
    page = Visitor().get(behind(made))
    assert "Jorien Smit van Zeewaard nodigt u uit." in page.text
    assert "Amrani" not in page.text
    visitor = Visitor()
    visitor.press(visitor.get(behind(made)), "Wachtwoord opslaan", CHOSEN)
    assert sign_in(visitor, "samira@gezin.test").url == "/"


def test_who_sees_an_invitation(town: Town, family: tuple[Dossier, Account]) -> None:
    """The administrator those of the own organisation; who leads the family those of the family."""
    dossier, samira = family
    of_family = invited(town, town.jorien, samira, "samira@gezin.test", dossier).id
    of_colleague = invited(town, town.bram, town.henk).id
    seen = {}
    for name in ("bram", "jorien", "annet", "fatima"):
        with acting(town.actor(getattr(town, name))):
            seen[name] = set(Invitation.objects.values_list("id", flat=True))
    assert seen == {"bram": {of_colleague}, "jorien": {of_family}, "annet": set(), "fatima": set()}


@pytest.mark.parametrize("name", ["henk", "bram", "fatima"])
def test_another_does_not_invite_the_family(town: Town, family: tuple[Dossier, Account], name: str) -> None:
    dossier, samira = family
    with pytest.raises(Refused):
        invited(town, getattr(town, name), samira, "samira@gezin.test", dossier)


@pytest.mark.parametrize("name", ["mark", "jorien", "fatima"])
def test_only_the_administrator_invites_a_colleague(town: Town, name: str) -> None:
    with pytest.raises(Refused):
        invited(town, getattr(town, name), town.henk)


def test_an_address_is_of_one_account_and_is_an_address(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    with pytest.raises(Refused, match="hoort al bij een ander account"):
        invited(town, town.bram, town.henk)
    with pytest.raises(ValidationError):
        invited(town, town.bram, town.henk, "geen adres")


def test_the_mail_holds_the_link_and_no_name(town: Town, family: tuple[Dossier, Account], settings: Settings) -> None:
    settings.DEMO = True
    dossier, samira = family
    made = invited(town, town.jorien, samira, "samira@gezin.test", dossier)
    with speaking_as(DatabaseRole.JOBS), override("nl"):
        JOBS["agenda.mail_invitation"].run(invitation=made.id)
    with acting(town.actor(town.jorien)):
        mail = OutboxMail.objects.get()
    assert mail.address == "samira@gezin.test"
    assert behind(made) in mail.body
    assert not re.search("Samira|Amrani|Jorien|Zeewaard", mail.subject + mail.body)


def test_a_lost_password_is_chosen_anew_by_a_link_of_one_hour(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    give_login(town, town.jorien, ADDRESS)
    page = asked(ADDRESS)
    assert "Kijk in uw mail" in page.text
    with acting(town.actor(town.jorien)):
        made = Invitation.objects.get()
    monkeypatch.setattr(clock, "now", lambda: TODAY + timedelta(minutes=59))
    visitor = Visitor()
    opened = visitor.get(behind(made))
    assert "Kies een nieuw wachtwoord" in opened.text
    new = "vijf andere woorden achter elkaar"
    visitor.press(opened, "Wachtwoord opslaan", {"password": new, "again": new})
    assert Login.objects.get(id=town.jorien.id).check_password(new)
    monkeypatch.setattr(clock, "now", lambda: TODAY + timedelta(minutes=61))
    assert Visitor().get(behind(made)).status == 410


def test_an_unknown_address_gets_the_same_answer_and_no_link(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    assert asked(ADDRESS).text == asked("niemand@zeewaard.test").text
    with acting(town.actor(town.jorien)):
        assert Invitation.objects.count() == 1


def test_a_second_request_within_two_minutes_sends_no_second_mail(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    asked(ADDRESS)
    asked(ADDRESS)
    with acting(town.actor(town.jorien)):
        assert Invitation.objects.count() == 1


def test_a_new_password_lifts_the_lock_of_wrong_ones(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    for _turn in range(6):
        sign_in(Visitor(), ADDRESS, "niet het goede wachtwoord")
    asked(ADDRESS)
    with acting(town.actor(town.jorien)):
        made = Invitation.objects.get()
    visitor = Visitor()
    visitor.press(visitor.get(behind(made)), "Wachtwoord opslaan", CHOSEN)
    assert sign_in(visitor, ADDRESS).url == "/account/2fa/"


def asked(email: str) -> Page:
    visitor = Visitor()
    return visitor.press(visitor.get("/account/password/reset/"), "Stuur mij de link", {"email": email})


@pytest.mark.parametrize(
    ("at", "used", "withdrawn", "reason"),
    [
        (0, None, None, ""),
        (8, None, None, "verlopen"),
        (0, 0, None, "gebruikt"),
        (0, None, 0, "ingetrokken"),
        (9, 1, 2, "gebruikt"),
    ],
)
def test_when_a_link_may_be_used(at: int, used: int | None, withdrawn: int | None, reason: str) -> None:
    def day(number: int | None) -> datetime | None:
        return None if number is None else TODAY + timedelta(days=number)

    verdict = can_be_used(
        at=TODAY + timedelta(days=at),
        expires_at=TODAY + timedelta(days=8),
        used_at=day(used),
        withdrawn_at=day(withdrawn),
    )
    assert bool(verdict) is (reason == "")
    assert reason in str(verdict.reason)
