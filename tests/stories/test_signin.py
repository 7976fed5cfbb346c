"""Coming in without the demo's door: by invitation, with an app, a passkey and the municipality's own provider."""

import time
from collections.abc import Iterator

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, Page, expect

from tests.signin.provider import running_provider
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, shows
from tests.stories.serving import command, serving

pytestmark = pytest.mark.browser

ADDRESS = "jorien@zeewaard.test"
PASSWORD = "een lang verzonnen wachtwoord"


@pytest.fixture
def front_door(chromium: Browser, demo_url: str) -> Iterator[House]:
    """The people of the demo in an ordinary installation; by name, because a passkey belongs to a name."""
    with serving(demo_url, demo=False) as address:
        house = House(chromium, address.replace("127.0.0.1", "localhost"))
        yield house
        house.close()
        assert house.faults == []


def code(secret: str, ahead: int = 0) -> str:
    """What the app shows now, or half a minute from now: a code works once."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead)))


def invited(page: Page, database_url: str) -> None:
    page.goto(command(database_url, "tests.stories.inviting", "Jorien Smit", ADDRESS))
    expect(page.get_by_text("nodigt u uit")).to_be_visible()
    shows(page, "invitation")
    page.get_by_label("Kies een wachtwoord").fill(PASSWORD)
    page.get_by_label("Wachtwoord, nog een keer").fill(PASSWORD)
    page.get_by_role("button", name="Wachtwoord opslaan").click()
    page.wait_for_url("/account/login/")


def signs_in(page: Page, password: str = PASSWORD) -> None:
    page.goto("/account/login/")
    page.get_by_label("E-mailadres").fill(ADDRESS)
    page.get_by_label("Wachtwoord", exact=True).fill(password)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def shows_who(page: Page) -> None:
    """Before something about signing in changes."""
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()


def couples_app(page: Page) -> str:
    expect(page.get_by_text("Kies eerst een tweede stap")).to_be_visible()
    shows(page, "second-step")
    page.get_by_role("link", name="App koppelen").click()
    shows_who(page)
    page.get_by_text("Lukt scannen niet?").click()
    secret = page.locator("code").inner_text()
    shows(page, "app")
    page.get_by_label("Code").fill(code(secret))
    page.get_by_role("button", name="App koppelen").click()
    expect(page.get_by_role("heading", name="Herstelcodes")).to_be_visible()
    page.get_by_role("link", name="Verder naar Kring").click()
    expect(page.get_by_role("heading", name="Mijn dag")).to_be_visible()
    return secret


def signs_out(page: Page) -> None:
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("/account/login/")


@pytest.mark.parametrize("width", WIDTHS)
def test_by_invitation_with_an_app(front_door: House, demo_url: str, width: int) -> None:
    page = front_door.door(width)
    invited(page, demo_url)
    signs_in(page)
    secret = couples_app(page)
    signs_out(page)
    shows(page, "sign-in")
    signs_in(page)
    expect(page.get_by_role("heading", name="Tweede stap")).to_be_visible()
    shows(page, "code")
    page.get_by_label("Code").fill(code(secret, ahead=1))
    page.get_by_role("button", name="Inloggen", exact=True).click()
    expect(page.get_by_role("heading", name="Mijn dag")).to_be_visible()


def test_with_a_passkey_and_no_password(front_door: House, demo_url: str) -> None:
    page = front_door.door()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    invited(page, demo_url)
    signs_in(page)
    page.get_by_role("link", name="Passkey toevoegen").click()
    shows_who(page)
    shows(page, "passkey")
    page.get_by_role("button", name="Passkey toevoegen").click()
    expect(page.get_by_role("heading", name="Herstelcodes")).to_be_visible()
    signs_out(page)
    page.get_by_role("button", name="Inloggen met een passkey").click()
    expect(page.get_by_role("heading", name="Mijn dag")).to_be_visible()


def test_five_wrong_passwords_lock_the_address_for_a_while(front_door: House, demo_url: str) -> None:
    page = front_door.door()
    invited(page, demo_url)
    for _turn in range(5):
        signs_in(page, "niet het goede wachtwoord")
        expect(page.get_by_text("horen niet bij elkaar").first).to_be_visible()
    signs_in(page)
    expect(page.get_by_text("Over 15 minuten kunt u het weer proberen.").first).to_be_visible()
    shows(page, "locked")


def test_at_the_provider_of_the_municipality(front_door: House, demo_url: str) -> None:
    with running_provider() as provider:
        shown = command(
            demo_url,
            *("django", "oidc", "zeewaard", "--naam", "Gemeente Zeewaard", "--adres", provider, "--client", "kring"),
            DJANGO_SETTINGS_MODULE="kring.config.settings",
            KRING_OIDC_SECRET="een-geheim",
        )
        assert "Gemeente Zeewaard" in shown
        page = front_door.door()
        page.context.route("**/pico.min.css", lambda route: route.fulfill(body="", content_type="text/css"))
        invited(page, demo_url)
        page.goto("/account/login/")
        shows(page, "providers")
        page.get_by_role("button", name="Inloggen bij Gemeente Zeewaard").click()
        page.wait_for_url(f"{provider}/**")
        page.get_by_role("button", name="jorien", exact=True).first.click()
        page.wait_for_url("/account/2fa/")
        couples_app(page)
