"""Somebody of the circle is told of it: by letter or in person, and who was not told yet is found (BR-059)."""

import io
import re
from datetime import datetime
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from kring.ground.audit.models import Event, LogLine
from kring.ground.shared.database import DatabaseRole
from kring.oversight.rights.making.notice import NoticeTo, letter, letter_pdf
from kring.practice.circle.rules.content import MemberWords
from kring.practice.circle.rules.words import Sector
from tests.circle.round import RIA, add
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family
from tests.web.statements import statements
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db

GRANDFATHER = MemberWords("Opa Bakker", "opa", Sector.FAMILY, deceased=True)


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def to(now: datetime, *, is_kin: bool = True) -> NoticeTo:
    return NoticeTo(
        "Truus Bakker", "oma", is_kin, "Gezin De Wit-Bakker", "Zeewaard", "Jorien Smit, 0612345678", "", now.date()
    )


def printed(given: NoticeTo) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(letter_pdf(given)))
    text = " ".join(page.extract_text() for page in reader.pages)
    return reader, re.sub(r"\s+", " ", text)


def test_the_letter_says_who_what_why_from_whom_and_what_one_may_ask(now: datetime) -> None:
    _reader, text = printed(to(now))
    for said in (
        "Beste Truus Bakker,",
        "Gezin De Wit-Bakker maakt met hulp van Zeewaard een plan.",
        "Het gezin heeft u daar genoemd: oma.",
        "Wat er over u staat",
        "niets over uw gezondheid, uw geloof of de politie",
        "Het gezin heeft dit zelf verteld.",
        "u kunt vragen om u er eerder uit te halen",
        "een klacht indienen bij de Autoriteit Persoonsgegevens",
        "Jorien Smit, 0612345678",
        "1 november 2026",
    ):
        assert said in text


def test_it_is_one_tagged_dutch_page_whose_title_names_nobody(now: datetime) -> None:
    reader, _text = printed(to(now))
    assert str(reader.root_object["/Lang"]) == "nl-NL"
    assert len(reader.pages) == 1
    assert reader.metadata is not None
    assert reader.metadata.title == "U staat in de kring van een gezin"


def test_years_are_kept_of_relatives_only(now: datetime) -> None:
    assert "geboortejaar" in printed(to(now))[1]
    assert "geboortejaar" not in printed(to(now, is_kin=False))[1]


def test_it_is_in_dutch_for_who_reads_english_too(now: datetime) -> None:
    with translation.override("en"):
        assert letter(to(now)).greeting == "Beste Truus Bakker,"


def address(name: str, family: Family, somebody: UUID) -> str:
    return reverse(name, args=[family.id, somebody])


def test_from_the_panel_one_reads_the_letter_gives_it_and_says_so(family: Family) -> None:
    member = add(family)
    marloes = signed_in(family.actor("marloes").id)
    panel = marloes.get(reverse("circle", args=[family.id]) + f"?wie={member.pk}")
    assert address("circle_notice", family, member.pk) in panel.links()
    shown = marloes.get(address("circle_notice", family, member.pk))
    assert "Beste Truus Bakker," in shown.text
    assert address("circle_letter", family, member.pk) in shown.links()
    told = marloes.press(shown, "Verteld opslaan", {"informed_on": "01-11-2026", "how": "letter"})
    assert "sinds 1 november 2026, brief gegeven of gestuurd" in told.text


def test_the_file_names_nobody_and_the_log_says_that_it_was_printed(family: Family) -> None:
    member = add(family)
    answer = signed_in(family.actor("marloes").id).get(address("circle_letter", family, member.pk)).response
    assert answer["Content-Disposition"] == 'attachment; filename="brief.pdf"'
    with speaking_as(DatabaseRole.OWNER):
        assert LogLine.objects.filter(event=Event.PRINT, dossier=family.id, actor=family.marloes.id).count() == 1


def test_who_was_not_told_is_named_until_it_is_told(family: Family) -> None:
    member = add(family)
    add(family, RIA)
    marloes = signed_in(family.actor("marloes").id)
    circle = marloes.get(reverse("circle", args=[family.id]))
    assert "Weten nog niet dat zij hier staan: Ria Groen, Truus Bakker." in circle.text
    shown = marloes.get(address("circle_notice", family, member.pk))
    marloes.press(shown, "Verteld opslaan", {"informed_on": "", "how": "", "because": "niet veilig"})
    assert "Weten nog niet dat zij hier staan: Ria Groen." in marloes.get(circle.url).text


def test_the_dead_get_no_letter(family: Family) -> None:
    member = add(family, GRANDFATHER, None)
    assert signed_in(family.actor("marloes").id).get(address("circle_notice", family, member.pk)).status == 404


@pytest.mark.parametrize("who", ["henk", "mark", "annet"])
def test_who_keeps_no_circle_gives_no_letter(family: Family, who: str) -> None:
    member = add(family)
    assert signed_in(family.actor("jorien").id).get(address("circle_notice", family, member.pk)).status == 200
    for name in ("circle_notice", "circle_letter"):
        assert signed_in(family.actor(who).id).get(address(name, family, member.pk)).status in {403, 404}


def test_it_costs_ten_statements_at_most(family: Family) -> None:
    member = add(family)
    jorien = signed_in(family.actor("jorien").id)
    for name in ("circle_notice", "circle_letter"):
        jorien.get(address(name, family, member.pk))
        with statements() as asked:
            jorien.get(address(name, family, member.pk))
        assert len(asked) <= 10, asked
