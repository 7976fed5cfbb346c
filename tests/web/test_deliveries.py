"""Deliveries by real pages and real buttons: bringing, reading the report, undoing, and deciding about a person."""

from dataclasses import replace
from datetime import date, datetime
from typing import cast

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from kring.exchange import services
from kring.exchange.models import Delivery, DeliveryKind, DeliveryState, ReviewItem, ReviewState
from tests.exchange_store.town import Register, importing, make_register
from tests.households.people import SANDRA, deliver_persons, family, person
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

LIST = "/leveringen/"
HEAD = "postcode;huisnummer;x;y;buurtcode;buurt;gemeentecode;gebied\n"
DIJK = HEAD + "1781AB;12;114000;552000;BU09990001;Oude Dijk;0999;Noord\n"
NAMELESS = person(None, "Alexandra", "Bakker", date(1984, 3, 12))


@pytest.fixture
def register(now: datetime) -> Register:
    return make_register(now)


@pytest.fixture
def ruben(register: Register) -> Visitor:
    """The data steward."""
    return signed_in(register.ruben.id)


@pytest.fixture
def bram(register: Register) -> Visitor:
    """The functional administrator."""
    return signed_in(register.town.bram.id)


def bring(visitor: Visitor, content: bytes, name: str = "adressen.csv", kind: str = "adressen") -> Page:
    """As a browser posts the form with a chosen file."""
    page = visitor.get(f"{LIST}nieuw/")
    [form] = page.tree.xpath("//form[@enctype='multipart/form-data']")
    [token] = form.xpath(".//input[@name='csrfmiddlewaretoken']/@value")
    [town] = form.xpath(".//input[@name='organisation']/@value")
    given = {"csrfmiddlewaretoken": token, "organisation": town, "kind": kind}
    parts = [
        f'--grens\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{text}\r\n' for key, text in given.items()
    ]
    head = f'--grens\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = "".join([*parts, head]).encode() + content + b"\r\n--grens--\r\n"
    answer = visitor.client.generic("POST", form.get("action"), body, "multipart/form-data; boundary=grens")
    if answer.status_code == 302:
        return visitor.get(answer["Location"])
    return Page(cast("HttpResponse", answer), form.get("action"))


def work(register: Register) -> None:
    """What the worker does with everything that waits."""
    with importing():
        waiting = list(Delivery.objects.order_by("number").values_list("id", flat=True))
    for delivery in waiting:
        services.process_waiting(delivery, register.ruben.id, register.town.at)


def test_a_file_is_brought_processed_and_reported(ruben: Visitor, register: Register) -> None:
    page = bring(ruben, DIJK.encode())
    assert "Het bestand is aangeleverd." in page.text
    assert "wacht op verwerking" in page.text
    work(register)
    page = ruben.get(page.url)
    assert "verwerkt" in page.text
    assert "Niets te melden" in page.text
    assert "Ruben Kuiper" in page.text


def test_who_brought_it_gets_a_notice_when_it_is_done(ruben: Visitor, register: Register) -> None:
    bring(ruben, DIJK.encode())
    work(register)
    assert "Een levering is verwerkt." in ruben.get("/berichten/").text


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "adressen.csv", "Dit bestand is leeg."),
        (b"PK\x03\x04\x00", "adressen.csv", "Hier hoort een bestand op .csv bij."),
        (DIJK.encode(), "adressen.xlsx", "Hier hoort een bestand op .csv bij."),
        (b"x" * (services.LARGEST_UPLOAD + 1), "adressen.csv", "groter dan 50 MB"),
    ],
    ids=["empty", "not text", "another type", "too large"],
)
def test_a_file_that_cannot_be_it_is_refused_at_once(
    ruben: Visitor, register: Register, content: bytes, name: str, says: str
) -> None:
    page = bring(ruben, content, name)
    assert page.status == 422
    assert says in page.text
    with importing():
        assert not Delivery.objects.exists()


def test_the_same_file_again_is_refused_with_its_number(ruben: Visitor, register: Register) -> None:
    bring(ruben, DIJK.encode())
    page = bring(ruben, DIJK.encode())
    assert page.status == 422
    assert "Dit bestand wacht al op verwerking, als levering" in page.text


def test_a_refused_file_says_what_where_why_and_what_to_do(bram: Visitor, register: Register) -> None:
    page = bring(bram, DIJK.replace("Noord", "Nord").encode())
    work(register)
    text = bram.get(page.url).text
    assert "geweigerd" in text
    assert "regel 2" in text
    assert "Het gebied «Nord» bestaat niet in deze gemeente." in text
    assert "Gebieden maakt de functioneel beheerder." in text


def test_a_delivery_is_undone_after_a_confirmation(ruben: Visitor, register: Register) -> None:
    page = bring(ruben, DIJK.encode())
    work(register)
    page = ruben.get(page.url)
    [undo] = [link for link in page.links() if link.endswith("/terugdraaien/")]
    page = ruben.get(undo)
    refused = ruben.press(page, "Draai terug")
    assert refused.status == 422
    assert "Zet het vinkje" in refused.text
    page = ruben.press(page, "Draai terug", {"sure": "on"})
    assert "wordt teruggedraaid" in page.text
    work(register)
    assert "teruggedraaid" in ruben.get(page.url).text
    with importing():
        assert Delivery.objects.get().state == DeliveryState.UNDONE


def test_the_list_is_searched_and_sorted(ruben: Visitor, register: Register) -> None:
    register.bring(DeliveryKind.ADDRESSES, DIJK, "adressen-noord.csv")
    deliver_persons(register, family()[SANDRA])
    page = ruben.get(LIST)
    assert [cell.text_content().split()[1] for cell in page.tree.xpath("//tbody/tr/th")] == [
        "personen.json",
        "adressen-noord.csv",
    ]
    page = ruben.get(f"{LIST}?sort=number")
    assert page.tree.xpath("//tbody/tr/th")[0].text_content().split()[1] == "adressen-noord.csv"
    for words in ("noord", "buurten", "verwerkt noord"):
        page = ruben.get(f"{LIST}?q={words}")
        assert len(page.tree.xpath("//tbody/tr")) == 1
    assert "Niets gevonden" in ruben.get(f"{LIST}?q=1234567890123456789").text


def test_without_deliveries_the_next_step_is_there(ruben: Visitor) -> None:
    page = ruben.get(LIST)
    assert "Er zijn nog geen leveringen" in page.text
    assert f"{LIST}nieuw/" in page.links()


def test_others_are_told_for_whom_deliveries_are(register: Register) -> None:
    jorien = signed_in(register.town.jorien.id)
    for url in (LIST, f"{LIST}nieuw/", f"{LIST}beoordelen/"):
        assert jorien.get(url).status == 403


def test_another_organisation_finds_no_delivery(register: Register) -> None:
    register.bring(DeliveryKind.ADDRESSES, DIJK)
    with importing():
        delivery = Delivery.objects.get()
    assert signed_in(register.town.fatima.id).get(f"{LIST}{delivery.id}/").status == 404
    assert signed_in(register.ruben.id).get(f"{LIST}{delivery.id}/").status == 200


# --- the review list -------------------------------------------------------------------------------


@pytest.fixture
def item(register: Register) -> ReviewItem:
    """Sandra is in the register, with a secret address; a row about her without BSN waits."""
    deliver_persons(register, replace(family()[SANDRA], secrecy=True))
    deliver_persons(register, NAMELESS)
    with importing():
        return ReviewItem.objects.get()


def test_the_data_steward_matches_a_row_with_a_candidate(ruben: Visitor, item: ReviewItem, register: Register) -> None:
    page = ruben.get(LIST)
    assert "1 regel wacht op uw beoordeling" in page.text
    page = ruben.get(f"{LIST}beoordelen/")
    assert "Alexandra Bakker, 12-03-1984" in page.text
    page = ruben.get(f"{LIST}beoordelen/{item.id}/")
    assert "Sandra Bakker, geboren 12-03-1984, adres afgeschermd" in page.text
    page = ruben.press(page, "Leg vast", {"decision": str(item.candidates[0]["subject"])})
    assert "Er is niets te beoordelen" in page.text
    work(register)
    with importing():
        stored = ReviewItem.objects.get()
    assert (stored.state, stored.applied_at is not None) == (ReviewState.MATCHED, True)


def test_a_decision_must_be_made(ruben: Visitor, item: ReviewItem) -> None:
    page = ruben.get(f"{LIST}beoordelen/{item.id}/")
    page = ruben.press(page, "Leg vast")
    assert page.status == 422
    assert "Kies wat er met deze regel moet gebeuren." in page.text


def test_no_name_stands_in_a_title_or_an_address(ruben: Visitor, item: ReviewItem) -> None:
    page = ruben.get(f"{LIST}beoordelen/{item.id}/")
    assert page.tree.findtext(".//title") == "Regel beoordelen – Kring"
    assert not any("Sandra" in link for link in page.links())


def test_the_administrator_sees_the_report_and_no_person(bram: Visitor, item: ReviewItem) -> None:
    page = bram.get(f"{LIST}{item.delivery_id}/")
    assert "Het BSN ontbreekt." in page.text
    assert "Bakker" not in page.text
    assert bram.get(f"{LIST}beoordelen/").status == 403
    assert bram.get(f"{LIST}beoordelen/{item.id}/").status == 403


def test_who_the_steward_looked_at_is_logged(ruben: Visitor, item: ReviewItem) -> None:
    ruben.get(f"{LIST}beoordelen/{item.id}/")
    with importing(), connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("select subjects::text from audit_logline where what = 'deliveries.reviews.show_review'")
        (subjects,) = cursor.fetchone()
        cursor.execute("set session authorization kring_import")
    assert item.candidates[0]["subject"] in subjects


def test_the_list_takes_as_many_queries_for_one_delivery_as_for_twenty(ruben: Visitor, register: Register) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert ruben.get(LIST).status == 200
        return len(captured)

    register.bring(DeliveryKind.ADDRESSES, DIJK)
    ruben.get(LIST)
    one = queries()
    for number in range(19):
        register.bring(DeliveryKind.ADDRESSES, DIJK.replace("114000", str(114001 + number)))
    assert queries() == one
