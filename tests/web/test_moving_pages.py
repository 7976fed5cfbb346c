"""Verplaatsen: by real pages and real buttons, to the family where it belongs."""

from datetime import date, datetime

import pytest

from kring.ground.access import roles
from kring.ground.access.models import Dossier
from kring.ground.documents.models import Document, DocumentKind
from kring.ground.documents.services import Description, add_document
from kring.practice.statements.rules import Disputed
from kring.practice.statements.services import Said, add_statement
from tests.access.people import give_role, make_dossier, make_subject
from tests.documents import files
from tests.notes.contact import CALLED, make_contact, write
from tests.plans.family import Family
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime) -> Family:
    return make_contact(now)


@pytest.fixture
def other(family: Family) -> Dossier:
    samira = make_subject(family.town.municipality, "Samira El Amrani")
    found = make_dossier(family.town, "El Amrani", [(samira, "moeder")])
    give_role(family.town, found, family.town.jorien, roles.REGISSEUR)
    return found


@pytest.fixture
def letter(family: Family) -> Document:
    with family.acting("jorien") as jorien:
        about = Description(DocumentKind.LETTER, "Breif van school", date(2026, 10, 20))
        return add_document(actor=jorien, dossier=family.id, content=files.PDF, description=about)


def moved(visitor: Visitor, start: str, other: Dossier) -> Page:
    page = visitor.press(visitor.get(start), "Verder", {"gezin": str(other.id)})
    return visitor.press(page, "Verplaats naar El Amrani")


def test_a_note_goes_in_two_steps_and_a_line_stays(family: Family, other: Dossier) -> None:
    visitor, note = signed_in(family.town.jorien.id), write(family, "jorien")
    page = moved(visitor, f"/verplaatsen/contact/{note.id}/", other)
    assert "Het is verplaatst naar El Amrani." in page.text
    assert page.url == f"/dossier/{other.id}/contact/{note.id}/"
    assert CALLED.said in page.text
    left = signed_in(family.marloes.id).get(f"/dossier/{family.id}/contact/").text
    assert "Op 1 november 2026 is hier iets weggehaald dat bij een ander gezin hoorde." in left
    assert (CALLED.said in left, "El Amrani" in left) == (False, False)


def test_a_document_goes_the_same_way(family: Family, other: Dossier, letter: Document) -> None:
    visitor = signed_in(family.town.jorien.id)
    [link] = [link for link in visitor.get(f"/dossier/{family.id}/documenten/").links() if "/verplaatsen/" in link]
    assert "Breif van school" in moved(visitor, link, other).text
    assert "iets weggehaald" in visitor.get(f"/dossier/{family.id}/documenten/").text


def test_what_the_family_disputes_is_talked_over_first(family: Family, other: Dossier, letter: Document) -> None:
    with family.acting("marloes") as marloes:
        said = Said(
            family.subject("Marloes Bakker"), Disputed.DOCUMENT, letter.id, "Dit klopt niet.", date(2026, 11, 1)
        )
        add_statement(actor=marloes, dossier=family.id, said=said)
    page = moved(signed_in(family.town.jorien.id), f"/verplaatsen/document/{letter.id}/", other)
    assert (page.status, "Er staat een eigen verklaring bij." in page.text) == (422, True)


def test_without_another_family_the_page_says_what_to_do(family: Family) -> None:
    note = write(family, "henk")
    page = signed_in(family.town.henk.id).get(f"/verplaatsen/contact/{note.id}/")
    assert "U werkt niet met een ander gezin" in page.text


@pytest.mark.parametrize(("who", "status"), [("fatima", 403), ("mark", 404)])
def test_nobody_moves_what_is_anothers(family: Family, other: Dossier, who: str, status: int) -> None:
    note = write(family, "jorien")
    assert signed_in(getattr(family.town, who).id).get(f"/verplaatsen/contact/{note.id}/").status == status


def test_a_family_that_is_not_ones_own_cannot_be_chosen(family: Family, other: Dossier) -> None:
    note = write(family, "henk")
    give_role(family.town, other, family.town.naima, roles.TEAM_PROFESSIONAL)
    assert signed_in(family.town.henk.id).get(f"/verplaatsen/contact/{note.id}/?gezin={other.id}").status == 422


def test_what_stands_beside_a_document_is_put_right(family: Family, letter: Document) -> None:
    visitor = signed_in(family.town.jorien.id)
    [link] = [link for link in visitor.get(f"/dossier/{family.id}/documenten/").links() if "/verbeteren/" in link]
    assert visitor.press(visitor.get(link), "Opslaan", {"dated_on": "02-11-2026"}).status == 422
    page = visitor.press(visitor.get(link), "Opslaan", {"title": "Brief van school"})
    assert "Het document is verbeterd." in page.text
    assert "Brief van school" in page.text


def test_at_most_ten_statements(family: Family, other: Dossier, letter: Document) -> None:
    visitor, note = signed_in(family.town.jorien.id), write(family, "jorien")
    for page in (f"/verplaatsen/contact/{note.id}/", f"/dossier/{family.id}/documenten/{letter.id}/verbeteren/",
                 f"/dossier/{family.id}/documenten/", f"/dossier/{family.id}/contact/"):  # fmt: skip
        with statements() as asked:
            assert visitor.get(page).status == 200
        assert len(asked) <= 10, (page, asked.tables)


@pytest.mark.parametrize("who", ["jorien", "naima"])
def test_the_second_step_too(family: Family, other: Dossier, who: str) -> None:
    """Naima wrote it, and leads neither."""
    give_role(family.town, other, family.town.naima, roles.TEAM_PROFESSIONAL)
    visitor, note = signed_in(family.actor(who).id), write(family, who)
    with statements() as asked:
        assert visitor.get(f"/verplaatsen/contact/{note.id}/?gezin={other.id}").status == 200
    assert len(asked) <= 10, asked.tables


def test_a_move_is_undone_and_both_families_are_as_they_were(family: Family, other: Dossier) -> None:
    visitor, note = signed_in(family.town.jorien.id), write(family, "jorien")
    back = visitor.press(moved(visitor, f"/verplaatsen/contact/{note.id}/", other), "Ongedaan maken")
    assert back.url == f"/dossier/{family.id}/contact/{note.id}/"
    assert CALLED.said in back.text
    for dossier in (family.id, other.id):
        assert "iets weggehaald" not in visitor.get(f"/dossier/{dossier}/contact/").text


def test_of_a_document_too(family: Family, other: Dossier, letter: Document) -> None:
    visitor = signed_in(family.town.jorien.id)
    back = visitor.press(moved(visitor, f"/verplaatsen/document/{letter.id}/", other), "Ongedaan maken")
    assert back.url == f"/dossier/{family.id}/documenten/"
    assert "Breif van school" in back.text
    assert "iets weggehaald" not in back.text
