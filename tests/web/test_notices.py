"""Notices and the demo's outbox, by real pages and real buttons."""

from datetime import datetime

import pytest
from pytest_django import Settings

from kring.ground.access.services import end_involvement
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import mail_notices, notify
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def tell(family: Family, *kinds: NoticeKind) -> None:
    with family.acting("mark"):
        for kind in kinds:
            notify(account=family.town.naima.id, kind=kind, dossier=family.id)


def test_new_notices_stand_above_and_are_read_one_by_one_or_all_at_once(family: Family) -> None:
    tell(family, NoticeKind.PLAN_AGREED, NoticeKind.TASK)
    visitor = signed_in(family.town.naima.id)
    page = visitor.get("/berichten/")
    assert "Er is een nieuw plan vastgesteld. Gezin De Wit-Bakker" in page.text
    page = visitor.press(page, "Gelezen: Er is een nieuw plan vastgesteld. Gezin De Wit-Bakker")
    assert "Eerder" in page.text
    assert "Gelezen: Er staat een nieuwe taak voor u klaar. Gezin De Wit-Bakker" in page.buttons()
    page = visitor.press(page, "Alles is gelezen")
    assert not [button for button in page.buttons() if button.startswith("Gelezen")]


@pytest.mark.parametrize(
    ("kind", "place"),
    [(NoticeKind.PLAN_AGREED, "/plan/"), (NoticeKind.TASK, "/"), (NoticeKind.SHIELDED_SEARCH, "/berichten/")],
)
def test_a_notice_leads_to_its_place_and_is_read_then(family: Family, kind: NoticeKind, place: str) -> None:
    visitor = signed_in(family.town.naima.id)
    visitor.press(visitor.get("/berichten/"), "Alles is gelezen")
    tell(family, kind)
    page = visitor.press(visitor.get("/berichten/"), f"Bekijken: {kind.label} Gezin De Wit-Bakker")
    assert page.url.endswith(place)
    assert not [button for button in visitor.get("/berichten/").buttons() if button.startswith("Gelezen")]


def test_a_family_reads_its_new_plan_on_its_own_pages(family: Family) -> None:
    with family.acting("mark"):
        notify(account=family.marloes.id, kind=NoticeKind.PLAN_AGREED, dossier=family.id)
    visitor = signed_in(family.marloes.id)
    page = visitor.press(visitor.get("/berichten/"), "Bekijken: Er is een nieuw plan vastgesteld. Gezin De Wit-Bakker")
    assert page.url.endswith(f"/ons-plan/{family.id}/")


def test_a_notice_of_somebody_else_leads_nowhere(family: Family) -> None:
    tell(family, NoticeKind.PLAN_AGREED)
    naima, henk = signed_in(family.town.naima.id), signed_in(family.town.henk.id)
    [address, *_] = naima.get("/berichten/").tree.xpath("//button/@formaction")
    [token, *_] = henk.get("/").tree.xpath("//input[@name='csrfmiddlewaretoken']/@value")
    assert henk.client.post(address, {"csrfmiddlewaretoken": token}).status_code == 404


def test_the_number_of_new_notices_stands_in_the_menu(family: Family) -> None:
    visitor = signed_in(family.town.naima.id)
    visitor.press(visitor.get("/berichten/"), "Alles is gelezen")
    tell(family, NoticeKind.PLAN_AGREED)
    counts = visitor.get("/").tree.xpath("//nav//a[contains(@href, '/berichten/')]/span[@class='k-count']/text()")
    assert set(counts) == {"1"}


def test_without_any_the_page_says_what_will_come_here(family: Family) -> None:
    assert "Er zijn nog geen berichten" in signed_in(family.town.henk.id).get("/berichten/").text


def test_a_dossier_that_closed_to_me_is_not_named_any_more(family: Family) -> None:
    tell(family, NoticeKind.PLAN_AGREED)
    with family.acting("mark") as mark:
        end_involvement(
            actor=mark, dossier=family.dossier, account=family.town.naima.id, role="achtervang", ground="ander werk"
        )
    page = signed_in(family.town.naima.id).get("/berichten/")
    assert "Er is een nieuw plan vastgesteld." in page.text
    assert "De Wit-Bakker" not in page.text


def test_a_notice_that_is_no_id_or_not_mine_changes_nothing(family: Family) -> None:
    tell(family, NoticeKind.PLAN_AGREED)
    visitor = signed_in(family.town.naima.id)
    [token, *_] = visitor.get("/berichten/").tree.xpath("//input[@name='csrfmiddlewaretoken']/@value")
    answer = visitor.client.post("/berichten/gelezen/", {"csrfmiddlewaretoken": token, "notice": "1 or 1=1"})
    assert answer.status_code == 404
    [theirs] = visitor.get("/berichten/").tree.xpath("//button[@name='notice']/@value")[:1]
    henk = signed_in(family.town.henk.id)
    [token, *_] = henk.get("/").tree.xpath("//input[@name='csrfmiddlewaretoken']/@value")
    henk.client.post("/berichten/gelezen/", {"csrfmiddlewaretoken": token, "notice": theirs})
    assert "Gelezen: Er is een nieuw plan" in " ".join(visitor.get("/berichten/").buttons())


def test_the_outbox_exists_in_the_demo_only_and_shows_mail_without_content(
    family: Family, now: datetime, settings: Settings
) -> None:
    tell(family, NoticeKind.PLAN_AGREED)
    visitor = signed_in(family.town.naima.id, "naima@zeewaard.test")
    assert visitor.get("/berichten/uit/").status == 404
    settings.DEMO = True
    with recording("test"), speaking_as(DatabaseRole.JOBS):
        mail_notices(at=now, post=None)
    page = visitor.get("/berichten/uit/")
    assert "naima@zeewaard.test" in page.text
    assert "Er staat iets nieuws klaar" in page.text
    assert "De Wit-Bakker" not in page.text


def test_the_demo_leads_to_its_outbox(family: Family, settings: Settings) -> None:
    settings.DEMO = True
    assert "/berichten/uit/" in signed_in(family.town.henk.id).get("/berichten/").links()
