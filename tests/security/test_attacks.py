"""What somebody with an account, or with none, tries against the front door; each attempt ends where it should."""

import re
from datetime import datetime, timedelta

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from psycopg.errors import CheckViolation, ExclusionViolation
from pytest_django import Settings

from kring.ground.access.models import Login
from kring.ground.access.roles import REGISSEUR
from kring.ground.shared import clock
from kring.web.kit.downloads import attachment
from kring.web.kit.middleware import SPAN
from kring.web.signin.providers import joinable
from tests.access.people import Town, give_role, make_dossier, make_subject, make_town
from tests.signin.people import give_login, sign_in
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "jorien@zeewaard.test"


@pytest.fixture
def town(now: datetime) -> Town:
    cache.clear()
    return make_town(now)


def test_signing_in_gives_a_new_session_and_a_new_token(town: Town) -> None:
    """A session that somebody planted in the browser is not the one that is signed in."""
    give_login(town, town.jorien, ADDRESS)
    visitor = Visitor()
    visitor.client.cookies["sessionid"] = "geplant" * 5
    visitor.get("/account/login/")
    token = visitor.client.cookies["csrftoken"].value
    sign_in(visitor, ADDRESS)
    assert visitor.client.session["_auth_user_id"] == str(town.jorien.id)
    assert visitor.client.cookies["sessionid"].value != "geplant" * 5
    assert visitor.client.cookies["csrftoken"].value != token


@pytest.mark.parametrize("place", ["https://elders.test/", "//elders.test/", "/\\elders.test/", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(town: Town, place: str) -> None:
    give_login(town, town.jorien, ADDRESS)
    page = sign_in(Visitor(), ADDRESS, start=f"/account/login/?next={place}")
    assert page.url.startswith("/account/2fa/") or page.url == "/"


@pytest.mark.parametrize("email", [ADDRESS, "niemand@elders.test"])
def test_a_wrong_password_takes_one_sum_for_a_known_and_for_an_unknown_address(
    town: Town, email: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the time that it takes tells nobody who has an account."""
    give_login(town, town.jorien, ADDRESS)
    sums, real = [], PBKDF2PasswordHasher.encode

    def counted(self: PBKDF2PasswordHasher, password: str, salt: str, iterations: int | None = None) -> str:
        sums.append(iterations or self.iterations)
        return real(self, password, salt, iterations)

    monkeypatch.setattr(PBKDF2PasswordHasher, "encode", counted)
    sign_in(Visitor(), email, password="een verkeerd wachtwoord")
    assert sums == [PBKDF2PasswordHasher.iterations]


def test_signing_out_ends_the_session_in_the_house_too(town: Town) -> None:
    visitor = signed_in(town.jorien.id)
    stolen = visitor.client.cookies["sessionid"].value
    visitor.client.handler.enforce_csrf_checks = False
    visitor.client.post("/account/logout/")
    thief = Client()
    thief.cookies["sessionid"] = stolen
    assert thief.get("/").status_code == 302


def test_an_account_that_is_closed_is_out_at_its_next_page(town: Town) -> None:
    visitor = signed_in(town.jorien.id)
    assert visitor.client.get("/").status_code == 200
    Login.objects.filter(id=town.jorien.id).update(is_active=False)
    assert visitor.client.get("/").status_code == 302


def test_another_password_ends_the_sessions_that_were_open(town: Town) -> None:
    login = give_login(town, town.jorien, ADDRESS)
    visitor = signed_in(town.jorien.id)
    assert visitor.client.get("/").status_code == 200
    login.set_password("een heel ander lang wachtwoord")
    login.save()
    assert visitor.client.get("/").status_code == 302


def test_before_the_second_step_changes_the_password_is_asked_again(town: Town) -> None:
    give_login(town, town.jorien, ADDRESS)
    visitor = signed_in(town.jorien.id)
    for place in ("mfa_activate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn"):
        answer = visitor.client.get(reverse(place))
        assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/account/reauthenticate/")


@pytest.mark.parametrize(
    ("visits", "still_in"),
    [
        ([timedelta(minutes=50), timedelta(minutes=100)], True),
        ([timedelta(minutes=67)], False),
        ([timedelta(minutes=45 * turn) for turn in range(1, 12)], False),
    ],
    ids=["used in between", "an hour unused", "used all day and longer"],
)
def test_a_session_ends_by_itself(
    town: Town, visits: list[timedelta], still_in: bool, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    visitor = signed_in(town.jorien.id)
    visitor.client.get("/privacy/")
    assert visitor.client.session[SPAN]
    for later in visits:
        monkeypatch.setattr(clock, "now", lambda moment=now + later: moment)
        visitor.client.get("/privacy/")
    assert ("_auth_user_id" in visitor.client.session) is still_in


def test_two_who_appoint_at_once_one_is_told_that_another_was_first(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the database says when both come at the same moment; nothing of the later one is left."""
    assert _appointed(town, ExclusionViolation(), monkeypatch) == (409, True)


def test_what_is_no_race_is_no_conflict(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _appointed(town, CheckViolation(), monkeypatch) == (500, False)


def _appointed(town: Town, said: Exception, monkeypatch: pytest.MonkeyPatch) -> tuple[int, bool]:
    dossier = make_dossier(town, "Gezin Pinas", [(make_subject(town.municipality, "Shirley Pinas"), "moeder")])

    def clash(**_: object) -> None:
        raise IntegrityError from said

    visitor = signed_in(town.mark.id)
    page = visitor.get(reverse("family_appoint", args=[dossier.id]))
    monkeypatch.setattr("kring.practice.leads.services.appoint", clash)
    visitor.client.raise_request_exception = False
    answers = {
        "lead": str(town.jorien.id),
        "deputy": str(town.naima.id),
        "chosen": "no",
        "reason": "Zij is met verlof.",
    }
    after = visitor.press(page, "Aanwijzen", answers)
    return after.status, "Iemand anders was u voor" in after.text


@pytest.mark.parametrize("name", ["brief\r\nSet-Cookie: a=b", 'brief"; filename="lek.exe', "briéf.pdf"])
def test_a_name_of_a_file_adds_no_header_and_no_second_name(name: str) -> None:
    header = attachment(b"", "application/pdf", name).headers["Content-Disposition"]
    assert re.fullmatch(
        r"""attachment; filename(="[^"\\\r\n]*(\\"[^"\\\r\n]*)*"|\*=utf-8''[A-Za-z0-9%.~_-]+)""", header
    )


def test_the_id_of_a_session_cannot_be_guessed() -> None:
    """32 signs out of 36: 165 bits."""
    client = Client()
    store = client.session
    store.create()
    assert re.fullmatch(r"[a-z0-9]{32}", store.session_key or "")
    assert isinstance(store, SessionStore)


def test_a_second_provider_takes_over_no_account_that_another_opens(town: Town) -> None:
    """Who is known at one provider is not let in on the word of another."""
    login = give_login(town, town.jorien, ADDRESS)
    assert joinable(ADDRESS.upper()) == login
    SocialAccount.objects.create(user_id=login.pk, provider="zeewaard", uid="jorien")
    assert joinable(ADDRESS) is None
    assert joinable("niemand@elders.test") is None


@pytest.mark.parametrize(
    "place", ["/.git/HEAD", "/.env", "/static/.git/HEAD", "/static/../.git/HEAD", "/static/%2e%2e/run"]
)
def test_nothing_of_the_house_itself_is_served(place: str) -> None:
    assert Client().get(place).status_code == 404


@pytest.mark.parametrize("words", ["' or true --", "'; delete from access_dossier; --", "%' or label like '%"])
def test_words_that_are_sql_are_words(town: Town, words: str) -> None:
    """Searched for and written, they are found as they stand and do nothing else."""
    dossier = make_dossier(town, "Gezin Pinas", [(make_subject(town.municipality, "Shirley Pinas"), "moeder")])
    give_role(town, dossier, town.jorien, REGISSEUR)
    visitor = signed_in(town.jorien.id)
    there = visitor.press(visitor.get(reverse("families")), "Zoek in de lijst", {"q": "pinas"})
    assert "Gezin Pinas" in there.text
    found = visitor.press(there, "Zoek in de lijst", {"q": words})
    assert (found.status, "Gezin Pinas" in found.text) == (200, False)
    assert "Gezin Pinas" in visitor.get(reverse("families")).text


@pytest.mark.parametrize("demo", [False, True])
def test_the_accounts_of_the_demo_are_offered_in_the_demo_only(demo: bool, settings: Settings) -> None:
    settings.DEMO = demo
    assert (Client().get(reverse("demo")).status_code == 200) is demo
