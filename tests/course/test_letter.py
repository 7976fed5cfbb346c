"""The letter at closing holds what PDF/UA-1 asks, and says in plain words what stays and whom to call (BR-023)."""

import io
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from pypdf import PdfReader

from kring.ground.access.models import DossierState
from kring.practice.course.documents import closing_pdf
from kring.practice.course.queries import AfterCareView, ClosingView
from kring.practice.course.services import close
from kring.practice.leads.queries import DossierHead, Member
from kring.practice.plans.queries import TextsView, WorkingPlan
from tests.course.test_rules import WHOLE
from tests.plans.family import lay_down, make_family, make_plan
from tests.web.visitor import signed_in

SANNE, NOBODY = UUID(int=1), UUID(int=0)
HEAD = DossierHead(
    NOBODY, "Gezin Hendriks-Osei", DossierState.CLOSED, NOBODY, "Zeewaard", "Zeewaard-Zuid", None, None,
    (Member(SANNE, "Sanne Hendriks", "moeder", 34), Member(UUID(int=2), "Abena Osei", "moeder", 33)),
    frozenset(), "Naima Haddou",
)  # fmt: skip
PLAN = WorkingPlan(None, TextsView("", "", "", None, "", "", None, ""), (), 1, date(2026, 3, 1))
CLOSING = ClosingView(
    NOBODY, date(2026, 7, 20), "Iris wandelt mee.", "Drie zware ochtenden? Samen bellen.", "Naima Haddou, 06 0000 0002",
    by_agreement=True, agreement_words="", without="", reopened_on=None, reopened_because="",
    after_care=(AfterCareView(NOBODY, date(2026, 8, 31), None, ""),),
)  # fmt: skip


def closing_letter(remains: str) -> bytes:
    return closing_pdf(HEAD, PLAN, replace(CLOSING, remains=remains))


def said(closing: ClosingView = CLOSING) -> str:
    reader = PdfReader(io.BytesIO(closing_pdf(HEAD, PLAN, closing)))
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def test_it_says_what_stays_whom_to_call_and_when_somebody_asks() -> None:
    text = said()
    for words in (
        "Beste Sanne Hendriks en Abena Osei,",
        "samen besloten",
        "Iris wandelt mee.",
        "Bel Naima Haddou, 06 0000 0002.",
        "31 augustus 2026",
        "U mag altijd terugkomen.",
    ):
        assert words in text


def test_who_does_not_agree_stands_in_it() -> None:
    text = said(replace(CLOSING, by_agreement=False, agreement_words="Abena wil doorgaan."))
    assert "Abena wil doorgaan." in text
    assert "samen besloten" not in text


def test_it_is_pdf_ua_in_dutch_with_a_title_that_names_nobody() -> None:
    reader = PdfReader(io.BytesIO(closing_pdf(HEAD, PLAN, CLOSING)))
    assert reader.xmp_metadata is not None
    assert b"<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data()
    assert str(reader.root_object["/Lang"]) == "nl-NL"
    assert reader.metadata is not None
    assert reader.metadata.title == "Uw plan stopt"


@pytest.mark.django_db
def test_the_page_gives_it_once_the_plan_is_closed(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    lay_down(family, ago=timedelta(hours=2))
    marloes, address = signed_in(family.marloes.id), reverse("course_letter", args=[family.id])
    assert marloes.get(address).status == 404
    with family.acting("jorien") as jorien:
        close(actor=jorien, dossier=family.id, words=WHOLE)
    given = marloes.get(address).response
    assert (given.status_code, given["content-type"]) == (200, "application/pdf")
