"""Every address of Kring, each way of asking, signed in and not: no answer breaks a policy of the table."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from kring.ground.access.models import RoleAssignment
from kring.ground.shared.database import DatabaseRole
from kring.practice.leads.models import Lead, LeadKind
from kring.web.statements import views as statements
from tests.conftest import speaking_as
from tests.security.house import behind_https, browser
from tests.security.policies import POLICIES, Answer, broken
from tests.web.addresses import Address, addresses, borrowed_addresses, family_with_a_plan, ids_of_a_family
from tests.web.visitor import Visitor

ROLES = ("functioneel_beheerder", "gegevensbeheerder", "onderzoeker", "beleid")
FILE = "/static/kring.css"
NEVER_CHANGED = "Fri, 01 Jan 2100 00:00:00 GMT"


@pytest.fixture(autouse=True)
def _https(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with behind_https(monkeypatch):
        yield


def everything() -> list[Address]:
    with speaking_as(DatabaseRole.OWNER):
        return addresses(ids_of_a_family(family_with_a_plan())) + borrowed_addresses()


def people() -> list[UUID]:
    """The regisseur of the family first, and one with each role that opens another part of the house."""
    with speaking_as(DatabaseRole.OWNER):
        lead = Lead.objects.get(dossier=family_with_a_plan(), kind=LeadKind.LEAD, ended_at=None).account_id
        holders = [RoleAssignment.objects.filter(role=role).order_by("account_id").first() for role in ROLES]
    return [lead, *(one.account_id for one in holders if one is not None)]


def asked(visitor: Visitor, address: Address, way: str, who: str) -> Answer:
    ask = getattr(visitor.client, way)
    response: HttpResponseBase = ask(address.url, {}) if way == "post" else ask(address.url)
    return Answer(f"{way.upper()} {address.url} by {who}", response)


@pytest.mark.usefixtures("demo")
def test_whoever_asks_whatever() -> None:
    """Opened, sent with nothing filled in, and asked in a way that no page knows."""
    places, faults, seen = everything(), list[str](), set[tuple[str, int]]()
    assert len(places) > 140
    askers = [(browser(one), f"person {number}") for number, one in enumerate(people())]
    for visitor, who in [(browser(), "nobody"), *askers]:
        ways = ("get", "post", "delete") if who in {"nobody", "person 0"} else ("get",)
        for way in ways:
            for address in sorted(places, key=lambda one: one.name == "account_logout"):
                answer = asked(visitor, address, way, who)
                seen.add((way, answer.response.status_code))
                faults += broken(answer)
    assert faults == []
    assert {way for way, status in seen if status >= 500} == set()
    assert {("get", 200), ("get", 302), ("get", 403), ("get", 404), ("get", 405)} <= seen
    assert {("post", 200), ("post", 302), ("post", 405), ("post", 422), ("delete", 405)} <= seen


@pytest.mark.usefixtures("demo")
def test_what_has_no_address_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that breaks, an address that is not there, files of the look, http, another host, and too much."""
    visitor = browser()
    monkeypatch.setattr(statements, "render", _breaks)
    elsewhere, plain = {"Host": "elders.test"}, {"X-Forwarded-Proto": "http"}
    answers = [
        (500, Answer("GET /privacy/", visitor.client.get("/privacy/"))),
        (404, Answer("GET /bestaat-niet/", visitor.client.get("/bestaat-niet/"))),
        (404, Answer("GET /static/bestaat-niet.css", visitor.client.get("/static/bestaat-niet.css"))),
        (301, Answer("GET /zoeken", visitor.client.get("/zoeken"))),
        (200, Answer(f"GET {FILE}", visitor.client.get(FILE))),
        (304, Answer(f"GET {FILE}", visitor.client.get(FILE, headers={"If-Modified-Since": NEVER_CHANGED}))),
        (200, Answer("GET /static/icons.svg", visitor.client.get("/static/icons.svg"))),
        (405, Answer(f"POST {FILE}", visitor.client.post(FILE))),
        (413, Answer("POST /taal/", visitor.client.post("/taal/", b"x" * 3_000_000, "text/plain"))),
        (301, Answer("http: GET /", visitor.client.get("/", headers=plain))),
        (400, Answer("GET / at another host", visitor.client.get("/", headers=elsewhere))),
        (400, Answer("http: / elsewhere", visitor.client.get("/", headers=plain | elsewhere))),
    ]
    for _status, answer in answers:
        answer.response.close()
    assert [broken(answer) for _status, answer in answers if broken(answer)] == []
    assert [answer.response.status_code for _status, answer in answers] == [status for status, _answer in answers]


@pytest.mark.usefixtures("demo")
def test_a_page_that_breaks_tells_nothing_of_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "render", _breaks)
    text = browser().get("/privacy/").text
    assert "Er ging iets mis" in text
    assert not [word for word in ("gezin Duinstra", "RuntimeError", "statements", ".py") if word in text]


def _breaks(*_: object, **__: object) -> None:
    raise RuntimeError("gezin Duinstra")


@pytest.mark.usefixtures("demo")
def test_nothing_is_changed_without_the_token_of_a_form_of_ours() -> None:
    """Whoever is lured to another site sends no form of Kring: not one address takes it."""
    visitor = browser(people()[0], csrf=True)
    taken = {}
    for address in everything():
        answer = visitor.client.post(address.url, {"reden": "gelokt"})
        if answer.status_code != 403:
            taken[address.name] = answer.status_code
    assert taken == {}


@pytest.mark.usefixtures("demo")
def test_reading_changes_nothing() -> None:
    """Every page reads in a transaction that cannot write; what is not a page takes no GET, or is one of these."""
    writes = {one.name for one in everything() if one.kind == "action"}
    visitor = browser(people()[0])
    opened = {one.name for one in everything() if one.name in writes and visitor.client.get(one.url).status_code != 405}
    assert writes
    assert opened == set()


@pytest.mark.usefixtures("demo")
def test_who_signs_out_leaves_nothing_in_the_browser() -> None:
    visitor = browser(people()[0])
    assert "Clear-Site-Data" not in visitor.client.get("/").headers
    assert visitor.client.cookies[settings.FORM_COOKIE_NAME].value
    answer = visitor.client.post("/account/logout/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not answer.cookies[settings.FORM_COOKIE_NAME].value


@pytest.mark.parametrize(
    ("policy", "response"),
    [
        ("nothing inline", HttpResponse('<p style="color: red">rood</p>')),
        ("nothing inline", HttpResponse("<script>alert(1)</script>")),
        ("nothing inline", HttpResponse('<svg onload="alert(1)"></svg>')),
        ("nothing inline", HttpResponse('<a href=" javascript:alert(1)">klik</a>')),
        ("sources of our own", HttpResponse('<img src="https://elders.test/a.png">')),
        ("sources of our own", HttpResponse('<form action="//elders.test/"></form>')),
        ("redirects stay here", HttpResponse(status=302, headers={"Location": "https://elders.test/"})),
        ("redirects stay here", HttpResponse(status=302, headers={"Location": "//elders.test/"})),
        ("Cache-Control: no-store", HttpResponse(headers={"Cache-Control": "private, max-age=60"})),
        ("text says its characters", HttpResponse("Zoë", content_type="text/plain")),
        ("no other site reads this", HttpResponse(headers={"Access-Control-Allow-Origin": "*"})),
        (
            "a file is an attachment with a neutral name",
            HttpResponse(b"%PDF", content_type="application/pdf", headers={"Content-Disposition": "inline"}),
        ),
        (
            "a file is an attachment with a neutral name",
            HttpResponse(
                content_type="text/csv", headers={"Content-Disposition": 'attachment; filename="Gezin Duinstra.csv"'}
            ),
        ),
    ],
)
def test_a_broken_policy_would_be_found(policy: str, response: HttpResponse) -> None:
    assert f"GET / {response.status_code}: {policy}" in broken(Answer("GET /", response))


def test_a_bare_answer_breaks_every_header() -> None:
    found = " ".join(broken(Answer("GET /", HttpResponse("<p>kaal</p>"))))
    names = {policy.name.split(":")[0] for policy in POLICIES}
    headers = {name for name in names if "-" in name and " " not in name}
    assert len(headers) == 10
    assert {name for name in headers if name not in found} == set()


@pytest.mark.parametrize(
    "wrong", [{"secure": False}, {"httponly": False}, {"samesite": "None"}, {"domain": "test"}, {"path": "/a"}]
)
def test_a_careless_cookie_would_be_found(wrong: dict[str, bool | str]) -> None:
    right: dict[str, bool | str] = {"secure": True, "httponly": True, "samesite": "Lax", "path": "/"}
    for given, faulty in ((right, False), (right | wrong, True)):
        response = HttpResponse()
        response.set_cookie("__Host-proef", "1", **given)  # type: ignore[arg-type]  # as a row of the table
        assert ("GET / 200: cookies" in broken(Answer("GET /", response))) is faulty
