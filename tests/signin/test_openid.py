"""Signing in at a real OpenID provider: it opens the account of that address, and never makes one."""

from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.core.cache import cache
from django.core.management import CommandError, call_command

from kring.ground.access.actor import acting
from kring.ground.access.models import Login
from kring.ground.access.services import Provider, connect_provider
from kring.ground.audit.trail import recording
from kring.ground.shared.verdict import Refused
from tests.access.people import Town, make_family_account, make_subject, make_town
from tests.signin.people import PASSWORD, give_login, sign_in
from tests.signin.provider import back_from_provider, running_provider
from tests.signin.test_factors import code_now, couple_app
from tests.web.visitor import Page, Visitor

pytestmark = pytest.mark.django_db

ADDRESS = "jorien@zeewaard.test"
SECRET = "een-geheim-van-de-aanbieder"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with running_provider() as address:
        yield address


@pytest.fixture
def town(now: datetime, provider: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    monkeypatch.setenv("KRING_OIDC_SECRET", SECRET)
    call_command("oidc", "zeewaard", naam="Gemeente Zeewaard", adres=provider, client="kring", stdout=StringIO())
    yield make_town(now)
    cache.clear()


def through_provider(visitor: Visitor, who: str) -> Page:
    between = visitor.press(visitor.get("/account/login/"), "Inloggen bij Gemeente Zeewaard")
    assert between.status == 200
    return back_from_provider(visitor, between, who)


def test_a_verified_address_opens_the_account_that_was_invited_on_it(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    visitor = Visitor()
    page = through_provider(visitor, "jorien")
    assert visitor.client.session["_auth_user_id"] == str(town.jorien.id)
    assert page.url == "/account/2fa/"
    again = Visitor()
    through_provider(again, "jorien")
    assert again.client.session["_auth_user_id"] == str(town.jorien.id)
    assert Login.objects.get(id=town.jorien.id).check_password(PASSWORD)


def test_a_family_comes_in_too(town: Town) -> None:
    samira = make_family_account(town, make_subject(town.municipality, "Samira El Amrani"), "Samira El Amrani")
    give_login(town, samira, ADDRESS, password=None)
    assert through_provider(Visitor(), "jorien").url == "/"


@pytest.mark.parametrize("who", ["unverified", "stranger"])
def test_an_address_that_is_not_verified_or_not_known_opens_and_makes_nothing(town: Town, who: str) -> None:
    give_login(town, town.jorien, ADDRESS)
    visitor = Visitor()
    page = through_provider(visitor, who)
    assert "U hebt hier nog geen account" in page.text
    assert "_auth_user_id" not in visitor.client.session
    assert Login.objects.count() == 1


def test_a_provider_of_one_organisation_opens_the_accounts_of_who_works_there(town: Town, provider: str) -> None:
    """Another organisation's provider could say whatever address it likes."""
    give_login(town, town.jorien, ADDRESS)
    bind(provider, town.provider.name)
    visitor = Visitor()
    assert "U hebt hier nog geen account" in through_provider(visitor, "jorien").text
    assert "_auth_user_id" not in visitor.client.session
    bind(provider, town.municipality.name)
    through_provider(visitor, "jorien")
    assert visitor.client.session["_auth_user_id"] == str(town.jorien.id)


def test_who_came_in_there_before_it_was_bound_does_not_any_more(town: Town, provider: str) -> None:
    give_login(town, town.jorien, ADDRESS)
    through_provider(Visitor(), "jorien")
    bind(provider, town.provider.name)
    visitor = Visitor()
    assert "Inloggen is niet gelukt" in through_provider(visitor, "jorien").text
    assert "_auth_user_id" not in visitor.client.session


def test_a_provider_of_an_organisation_opens_no_family(town: Town, provider: str) -> None:
    samira = make_family_account(town, make_subject(town.municipality, "Samira El Amrani"), "Samira El Amrani")
    give_login(town, samira, ADDRESS, password=None)
    bind(provider, town.municipality.name)
    assert "U hebt hier nog geen account" in through_provider(Visitor(), "jorien").text


def bind(provider: str, organisation: str) -> None:
    given = {"naam": "Gemeente Zeewaard", "adres": provider, "client": "kring", "organisatie": organisation}
    call_command("oidc", "zeewaard", **given, stdout=StringIO())


def test_the_second_step_of_kring_is_asked_after_the_provider_too(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    first = Visitor()
    sign_in(first, ADDRESS)
    secret = couple_app(first)
    visitor = Visitor()
    page = through_provider(visitor, "jorien")
    assert "Tweede stap" in page.text
    assert "_auth_user_id" not in visitor.client.session
    visitor.press(page, "Inloggen", {"code": code_now(secret)})
    assert visitor.client.session["_auth_user_id"] == str(town.jorien.id)


@pytest.mark.usefixtures("town")
def test_the_question_has_a_nonce_and_takes_no_wishes_from_the_address() -> None:
    visitor = Visitor()
    between = visitor.press(
        visitor.get("/account/oidc/zeewaard/login/?auth_params=prompt%3Dnone%26nonce%3Dmijn&scope=admin"), "Verder"
    )
    asked = parse_qs(urlsplit(str(between.tree.xpath("//a/@href")[0])).query)
    assert len(asked["nonce"][0]) > 40
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    assert "prompt" not in asked
    assert {"state", "code_challenge"} <= asked.keys()


@pytest.mark.usefixtures("town")
def test_a_provider_that_is_away_is_said_so() -> None:
    SocialApp.objects.update(settings={"server_url": "http://127.0.0.1:9"})
    visitor = Visitor()
    assert (
        "Inloggen is niet gelukt"
        in visitor.press(visitor.get("/account/login/"), "Inloggen bij Gemeente Zeewaard").text
    )


def test_a_closed_account_stays_closed(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    Login.objects.filter(id=town.jorien.id).update(is_active=False)
    visitor = Visitor()
    assert "Dit account is gesloten" in through_provider(visitor, "jorien").text
    assert "_auth_user_id" not in visitor.client.session


def test_an_answer_that_was_not_asked_for_is_refused(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    visitor = Visitor()
    page = visitor.get("/account/oidc/zeewaard/login/callback/?code=gestolen&state=verzonnen")
    assert "Inloggen is niet gelukt" in page.text
    assert "_auth_user_id" not in visitor.client.session


@pytest.mark.usefixtures("town")
def test_the_secret_is_kept_encrypted() -> None:
    row = SocialApp.objects.get()
    assert SECRET not in f"{row.secret} {row.settings}"


@pytest.mark.usefixtures("town")
def test_the_command_shows_changes_and_takes_away(provider: str) -> None:
    out = StringIO()
    call_command("oidc", stdout=out)
    assert "zeewaard: Gemeente Zeewaard" in out.getvalue()
    assert "/account/oidc/zeewaard/login/callback/" in out.getvalue()
    assert SECRET not in out.getvalue()
    call_command("oidc", "zeewaard", naam="Zeewaard", adres=provider, client="kring", stdout=StringIO())
    assert SocialApp.objects.get().name == "Zeewaard"
    call_command("oidc", "zeewaard", weg=True, stdout=StringIO())
    assert "Inloggen bij" not in Visitor().get("/account/login/").text
    with pytest.raises(CommandError, match="geen aanbieder"):
        call_command("oidc", "zeewaard", weg=True)


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"naam": "Zeewaard"}, "--adres, --client"),
        ({"naam": "Z", "adres": "http://elders.test", "client": "kring"}, "begint met https://"),
        ({"naam": "Z", "adres": "https://z.test", "client": "kring", "organisatie": "Elders"}, "geen organisatie"),
    ],
)
def test_the_command_says_what_is_wrong(given: dict[str, str], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        call_command("oidc", "anders", **given)


def test_an_administrator_of_one_organisation_does_not_choose_it_for_all(town: Town) -> None:
    bram = town.actor(town.bram)
    with recording("test"), acting(bram), pytest.raises(Refused):
        connect_provider(actor=bram, provider=Provider("ander", "Ander", "https://ander.test", "kring"))


def test_of_what_the_provider_tells_only_the_link_is_kept(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    for _time in range(2):
        through_provider(Visitor(), "jorien")
    link = SocialAccount.objects.get(user=town.jorien.id)
    assert link.uid
    assert link.extra_data == {}
    assert not SocialToken.objects.exists()
