"""What Zeewaard writes itself: Bram writes it on the page, and it stands where people read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account, Invitation
from kring.ground.agenda.models import OutboxMail
from kring.ground.agenda.rules import INVITATION
from kring.ground.agenda.services import mail_invitation
from kring.ground.audit.trail import recording
from kring.ground.configuration.models import TextValue
from kring.ground.configuration.rules.texts import CONTACT, PRIVACY, OwnText, can_write, declare_text
from kring.ground.configuration.services import write_text
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.steering.figures.documents import as_docx, as_pdf
from kring.steering.figures.rules.letter import FOOT
from tests.access.people import Town, actor_of, make_town
from tests.administration.test_organisations import give
from tests.conftest import speaking_as
from tests.figures.letters import OPEN
from tests.plans.family import make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db


SENTENCE = "Bel het wijkteam: 088 000 30 30, elke werkdag."


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def bram(town: Town) -> Visitor:
    return signed_in(town.bram.id)


@contextmanager
def as_account(account: Account, at: datetime) -> Iterator[Actor]:
    actor = actor_of(account.id, at)
    with recording("test"), acting(actor):
        yield actor


def place(town: Town, text: OwnText, name: str = "own_text") -> str:
    return reverse(name, args=[town.municipality.id, text.code])


def written(bram: Visitor, town: Town, text: OwnText, words: str, reason: str = "") -> Page:
    page = bram.get(place(town, text, "own_text_change"))
    return bram.press(page, "Bewaar", {"words": words, "reason": reason})


def test_a_text_is_declared_once() -> None:
    with pytest.raises(ValueError, match="al opgegeven"):
        declare_text(CONTACT)


@pytest.mark.parametrize(
    ("words", "present", "allowed"), [("Bel ons.", "", True), ("Bel ons.", "Bel ons.", False), ("", "Bel ons.", True),
                                      ("x" * 301, "", False)]
)  # fmt: skip
def test_a_text_is_no_longer_than_its_place_and_something_new(words: str, present: str, allowed: bool) -> None:
    assert bool(can_write(CONTACT, words, present)) is allowed


def test_a_family_reads_under_its_plan_where_to_ask(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    marloes = signed_in(family.marloes.id)
    assert SENTENCE not in marloes.get("/").text
    written(signed_in(family.town.bram.id), family.town, CONTACT, SENTENCE)
    assert f"Vragen? {SENTENCE}" in marloes.get("/").text


def test_anybody_reads_what_the_municipality_adds_about_privacy(town: Town, bram: Visitor) -> None:
    assert "Zeewaard" not in Visitor().get("/privacy/").tree.xpath("string(//article)")
    written(bram, town, PRIVACY, "De toezichthouder is Petra Vos.\n\nZij antwoordt binnen een week.")
    text = Visitor().get("/privacy/").text
    assert "Zeewaard De toezichthouder is Petra Vos. Zij antwoordt binnen een week." in text


def test_html_in_a_text_is_shown_and_not_obeyed(town: Town, bram: Visitor) -> None:
    written(bram, town, PRIVACY, "<script>alert(1)</script>")
    assert b"<script>alert" not in Visitor().client.get("/privacy/").content


def test_the_mail_with_the_link_says_it(town: Town, bram: Visitor, now: datetime) -> None:
    written(bram, town, INVITATION, SENTENCE)
    page = bram.get(reverse("staff_account_invite", args=[town.henk.id]))
    bram.press(page, "Verstuur de uitnodiging", {"email": "henk@voorbeeld.test"})
    with speaking_as(DatabaseRole.JOBS):
        mail_invitation(invitation=_newest().id, at=now, post=None)
        body = OutboxMail.objects.get().body
    assert SENTENCE in body
    assert body.index("Uitnodiging voor Kring.") < body.index(SENTENCE) < body.index("http")


def _newest() -> Invitation:
    return Invitation.objects.order_by("-made_at")[0]


def test_the_letter_to_the_council_has_it_on_every_page() -> None:
    letter = replace(OPEN, texts=replace(OPEN.texts, foot="Postbus 1, Zeewaard"))
    pages = [page.extract_text() for page in PdfReader(BytesIO(as_pdf(letter))).pages]
    assert all("Postbus 1, Zeewaard" in page for page in pages)
    word = Document(BytesIO(as_docx(letter)))
    assert word.sections[0].footer.paragraphs[0].text == "Postbus 1, Zeewaard"


def test_the_history_is_the_table(town: Town, bram: Visitor) -> None:
    written(bram, town, FOOT, "Postbus 1", "verhuisd")
    text = written(bram, town, FOOT, "").text
    assert "Postbus 1" in text
    assert "Bram Kok · verhuisd" in text
    with as_account(town.bram, town.at):
        assert sorted(TextValue.objects.values_list("text", flat=True)) == ["", "Postbus 1"]


def test_a_text_that_is_too_long_comes_back(town: Town, bram: Visitor) -> None:
    assert written(bram, town, FOOT, "x" * 201).status == 422


def test_the_texts_of_a_municipality_are_its_own(town: Town, now: datetime) -> None:
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    assert signed_in(town.fatima.id).get(place(town, CONTACT)).status == 403
    with as_account(town.fatima, now) as fatima:
        with pytest.raises(Refused):
            write_text(actor=fatima, text=CONTACT, organisation=town.municipality.id, words="x")
        row = TextValue(organisation=town.municipality, code="contact", text="x", started_at=now, written_by=fatima.id)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            row.save(force_insert=True)


@pytest.mark.parametrize("name", ["own_text", "own_text_change"])
def test_a_page_about_texts_costs_ten_statements_at_most(name: str, town: Town, bram: Visitor) -> None:
    with statements() as asked:
        assert bram.get(place(town, CONTACT, name)).status == 200
    assert len(asked) <= 10, asked.of_page


def test_the_list_of_texts_is_searched(town: Town, bram: Visitor) -> None:
    page = bram.get("/beheer/teksten/")
    assert "Voettekst van de brief Zeewaard" in page.text
    page = bram.press(page, "Zoek in de lijst", {"q": "voettekst"})
    assert "Privacytekst" not in page.tree.xpath("string(//table)")
