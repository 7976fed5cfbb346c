"""Documents of a dossier, by real pages, real uploads and real buttons."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import cast
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from kring.ground.access import roles
from kring.ground.documents.models import Document, DocumentKind
from kring.ground.documents.rules import LARGEST
from kring.ground.documents.services import Description, add_document
from kring.ground.shared.levels import Level
from tests.access.people import give_role, make_dossier, make_subject
from tests.documents import files
from tests.plans.family import Family, make_family
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

ANSWERS = {"title": "Brief van school", "kind": "letter", "dated_on": "20-10-2026", "given_by": "Marloes", "level": "1"}


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def place(family: Family) -> str:
    return f"/dossier/{family.id}/documenten/"


def upload(
    visitor: Visitor,
    family: Family,
    content: bytes,
    name: str = "brief.pdf",
    answers: Mapping[str, str] | None = None,
) -> Page:
    """As a browser posts the form with a chosen file, byte for byte: a hostile one does not tidy the name."""
    page = visitor.get(place(family))
    [form] = page.tree.xpath("//form[@enctype='multipart/form-data']")
    [token] = form.xpath(".//input[@name='csrfmiddlewaretoken']/@value")
    given = {**ANSWERS, **(answers or {}), "csrfmiddlewaretoken": token}
    parts = [
        f'--grens\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{text}\r\n' for key, text in given.items()
    ]
    head = f'--grens\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = "".join([*parts, head]).encode() + content + b"\r\n--grens--\r\n"
    answer = visitor.client.generic("POST", form.get("action"), body, "multipart/form-data; boundary=grens")
    if answer.status_code == 302:
        return visitor.get(answer["Location"])
    return Page(cast("HttpResponse", answer), form.get("action"))


def add(family: Family, title: str = "Brief van school", level: Level = Level.SHARED_PLAN) -> Document:
    with family.acting("jorien") as jorien:
        words = Description(DocumentKind.LETTER, title, date(2026, 10, 20), level=level)
        return add_document(actor=jorien, dossier=family.id, content=files.PDF, description=words)


def test_a_document_is_added_opened_and_logged_under_a_neutral_name(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    page = upload(
        visitor, family, files.PDF, "Verslag ruzie Stefan 12 okt.pdf", {"subject": str(family.subject("Finn"))}
    )
    assert "Het document is toegevoegd." in page.text
    assert "Brief van school" in page.text
    assert "over Finn" in page.text
    [address] = set(page.tree.xpath("//a[@download]/@href"))
    answer = visitor.client.get(address)
    with family.acting("jorien"):
        [document] = Document.objects.all()
    assert answer.content == files.PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="document-{document.id.int % 1_000_000:06}.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert "ruzie" not in str(vars(document)), "the name of the file is not kept"


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "brief.pdf\r\nSet-Cookie: a=b",
        'brief"; filename="virus.exe',
        "<script>alert(1)</script>.pdf",
        "brief\u202efdp.exe",
        "a" * 5_000 + ".pdf",
        "..",
        "..\\..\\windows\\system32\\config",
        "brief\x00.exe",
    ],
)
def test_a_hostile_name_goes_nowhere(family: Family, name: str) -> None:
    visitor = signed_in(family.town.jorien.id)
    page = upload(visitor, family, files.PDF, name)
    addresses = page.tree.xpath("//a[@download]/@href")
    if not addresses:
        assert page.status in {400, 422}, "a name that is no name at all: no file came"
        return
    answer = visitor.client.get(addresses[0])
    assert answer["Content-Disposition"].startswith('attachment; filename="document-')
    assert answer["Content-Disposition"].endswith('.pdf"')
    assert "Set-Cookie" not in answer


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (files.EXE, "Dit soort bestand kan Kring niet bewaren"),
        (files.HTML, "Dit soort bestand kan Kring niet bewaren"),
        (files.with_macros(), "zonder macro’s"),
        (b"", "Het bestand is leeg"),
        (files.PDF + b" " * LARGEST, "hoogstens 10 MB"),
    ],
)
def test_wrong_content_is_refused_on_the_same_page_with_what_was_typed(
    family: Family, content: bytes, problem: str
) -> None:
    page = upload(signed_in(family.town.jorien.id), family, content, "onschuldig.pdf")
    assert page.status == 422
    assert problem in page.text
    assert page.tree.xpath("//input[@name='title']/@value") == ["Brief van school"]
    with family.acting("jorien"):
        assert not Document.objects.exists()


def test_an_empty_form_names_every_field_that_is_missing(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    page = visitor.press(visitor.get(place(family)), "Toevoegen", {"dated_on": "", "title": ""})
    assert page.status == 422
    for problem in ("Kies een bestand.", "Geef het document een titel.", "Vul de datum in"):
        assert problem in page.text


def test_a_day_that_is_still_to_come_is_refused(family: Family) -> None:
    page = upload(signed_in(family.town.jorien.id), family, files.PDF, answers={"dated_on": "2-11-2026"})
    assert "Deze datum ligt in de toekomst." in page.text


def test_another_family_is_404_for_the_page_the_file_and_every_deed(family: Family) -> None:
    """Henk has no role here; Jorien opens the same addresses."""
    document = add(family)
    page, file = place(family), f"{place(family)}{document.id}/"
    jorien, henk = signed_in(family.town.jorien.id), signed_in(family.town.henk.id)
    assert [jorien.get(page).status, jorien.client.get(file).status_code] == [200, 200]
    assert [henk.get(page).status, henk.client.get(file).status_code] == [404, 404]
    [token] = set(henk.get("/").tree.xpath("//input[@name='csrfmiddlewaretoken']/@value"))
    for address in (f"{page}toevoegen/", f"{file}intrekken/"):
        assert henk.client.post(address, {"csrfmiddlewaretoken": token}).status_code == 404
    with family.acting("jorien"):
        assert Document.objects.get(id=document.id).withdrawn_at is None


def test_a_file_does_not_open_under_the_address_of_another_dossier(family: Family) -> None:
    document = add(family)
    other = make_dossier(family.town, "Dekker", [(make_subject(family.town.municipality, "Willem Dekker"), "")])
    give_role(family.town, other, family.town.jorien, roles.REGISSEUR)
    visitor = signed_in(family.town.jorien.id)
    assert visitor.client.get(f"/dossier/{other.id}/documenten/{document.id}/").status_code == 404


def test_withdrawing_asks_why_and_keeps_the_answer_in_the_list(family: Family) -> None:
    document = add(family)
    visitor = signed_in(family.town.jorien.id)
    page = visitor.get(place(family))
    button = "Trek “Brief van school” in"
    assert visitor.press(page, button).status == 422
    number = f"{document.id.int % 1_000_000:06}"
    done = visitor.press(page, button, {f"document-{number}-reason": "hoort bij een ander gezin"})
    assert "Het document is ingetrokken." in done.text
    assert "ingetrokken op 1 november 2026: hoort bij een ander gezin" in done.text
    assert visitor.client.get(f"{place(family)}{document.id}/").status_code == 404


def test_who_may_not_withdraw_has_no_button(family: Family) -> None:
    add(family)
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL)
    page = signed_in(family.town.henk.id).get(place(family))
    assert "Brief van school" in page.text
    assert "Trek “Brief van school” in" not in page.buttons()


def test_a_shield_level_says_who_may_see_it(family: Family) -> None:
    add(family, level=Level.DOMAIN_FILE)
    page = signed_in(family.town.jorien.id).get(place(family))
    assert "domeindossier" in page.text
    assert page.tree.xpath("//input[@name='level']/@value") == ["1", "2"]


def test_a_family_member_finds_the_page_without_a_form(family: Family) -> None:
    page = signed_in(family.marloes.id).get(place(family))
    assert "Er zijn nog geen documenten" in page.text
    assert "Geef het aan de regisseur" in page.text
    assert "Toevoegen" not in page.buttons()


def test_a_family_member_opens_what_is_shared_and_not_the_domain_file(family: Family) -> None:
    """Jorien opens both."""
    shared, kept = add(family), add(family, "Verslag intake", Level.DOMAIN_FILE)
    marloes, jorien = signed_in(family.marloes.id), signed_in(family.town.jorien.id)
    page = marloes.get(place(family))
    assert "Brief van school" in page.text
    assert "Verslag intake" not in page.text
    assert not [button for button in page.buttons() if button.startswith("Trek")]
    for visitor, answers in ((marloes, [200, 404]), (jorien, [200, 200])):
        opened = [visitor.client.get(f"{place(family)}{one.id}/") for one in (shared, kept)]
        assert [answer.status_code for answer in opened] == answers


def test_nothing_about_a_person_stands_in_title_or_address(family: Family) -> None:
    page = signed_in(family.town.jorien.id).get(place(family))
    assert "Bakker" not in page.tree.xpath("//title")[0].text
    assert UUID(page.url.split("/")[2]) == family.id


def test_the_number_of_queries_does_not_grow_with_the_documents(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    add(family)
    visitor.get(place(family))
    with CaptureQueriesContext(connection) as few:
        visitor.get(place(family))
    for number in range(5):
        add(family, f"Brief {number}")
    with CaptureQueriesContext(connection) as many:
        visitor.get(place(family))
    assert len(many) == len(few)
