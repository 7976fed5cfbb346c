"""The same family drawn for each of its readers: no name that is hidden from a reader is anywhere in that page."""

from datetime import datetime
from uuid import UUID

import pytest

from kring.ground.access import roles
from kring.ground.access.parts import Part
from kring.ground.access.services import hide_from
from kring.practice.drawings.models import Drawing
from tests.access.people import give_role, make_family_account, make_subject
from tests.drawings.kinfolk import grown
from tests.plans.family import Family
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db

KIN = ("Truus", "Piet")
MEMBERS = ("Marloes", "Stefan", "Finn", "Lotte")
OPEN = 200
PAGES = ("stamboom/", "kring/", "")


@pytest.fixture
def family(now: datetime) -> Family:
    """Oma Truus is hidden from Marloes; Dave, a father without authority, is nobody in this dossier."""
    family, truus = grown(now)
    with family.acting("jorien") as jorien:
        hide_from(actor=jorien, dossier=family.id, subject=truus, reader=family.subject("Marloes Bakker"))
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL)
    give_role(family.town, family.dossier, family.town.fatima, roles.EXTERNAL)
    return family


def pages_of(family: Family, account: UUID) -> str:
    """The source of every page that draws the family, one after the other; of a page that is not there, nothing."""
    found = ""
    for page in PAGES:
        answer = signed_in(account).get(f"/dossier/{family.id}/{page}")
        body: bytes = getattr(answer.response, "content", b"")
        found += body.decode() if answer.status == OPEN else ""
    return found


def test_who_leads_sees_everybody(family: Family) -> None:
    found = pages_of(family, family.town.jorien.id)
    assert [name for name in (*MEMBERS, *KIN) if f">{name}" not in found] == []


def test_a_professional_with_a_task_sees_who_there_are(family: Family) -> None:
    found = pages_of(family, family.town.henk.id)
    assert [name for name in MEMBERS if name not in found] == []


def test_who_is_hidden_from_a_reader_is_in_none_of_that_readers_drawings(family: Family) -> None:
    found = pages_of(family, family.marloes.id)
    assert "Truus" not in found
    assert "Piet" in found, "the twin: he is not hidden"
    assert "Truus" in pages_of(family, family.stefan.id), "the twin: she is there for Stefan"


def test_a_school_that_reads_by_name_gets_no_drawing_and_no_name(family: Family) -> None:
    found = pages_of(family, family.town.fatima.id)
    assert [name for name in (*MEMBERS, *KIN) if f">{name}" in found] == []
    assert "kd-symbol" not in found


def test_a_volunteer_reads_neither_the_circle_nor_a_tie(family: Family) -> None:
    """The role cannot be given yet; what it will open is decided."""
    assert not {Part.NETWORK, Part.RELATION} & roles.VOLUNTEER.parts.keys()
    assert {Part.NETWORK, Part.RELATION} <= roles.REGISSEUR.parts.keys()
    assert pages_of(family, family.town.bram.id) == ""


def test_a_father_without_authority_gets_nothing_at_all(family: Family) -> None:
    dave = make_family_account(family.town, make_subject(family.town.municipality, "Dave Mulder"), "Dave Mulder")
    assert pages_of(family, dave.id) == ""


def test_no_row_of_a_kept_drawing_is_open_to_another_reader(family: Family) -> None:
    for account in (family.town.jorien, family.marloes, family.stefan):
        pages_of(family, account.id)
    for who in ("jorien", "marloes", "stefan", "henk", "fatima"):
        with family.acting(who) as actor:
            assert set(Drawing.objects.values_list("viewer_id", flat=True)) <= {actor.id}
