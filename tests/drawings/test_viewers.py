"""The same family drawn for each of its readers: no name that is hidden from a reader is anywhere in that page."""

from datetime import datetime
from uuid import UUID

import pytest

from kring.ground.access import roles
from kring.ground.access.parts import Part
from kring.ground.access.services import hide_from
from kring.practice.circle.rules.content import MemberWords
from kring.practice.circle.rules.words import Sector
from kring.practice.drawings.models import Drawing
from tests.access.people import give_role, make_family_account, make_subject
from tests.circle.round import RIA, add
from tests.drawings.kinfolk import grown
from tests.plans.family import Family
from tests.web.statements import statements
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db

KIN = ("Truus", "Piet")
WIM = MemberWords("Wim Schouten", "trainer", Sector.COMMUNITY)
MEMBERS = ("Marloes", "Stefan", "Finn", "Lotte")
OPEN = 200
PAGES = ("stamboom/", "kring/", "kring/ecogram/", "")


@pytest.fixture
def family(now: datetime) -> Family:
    """Oma Truus and buurvrouw Ria are hidden from Marloes; Dave, a father without authority, is nobody here."""
    family, truus = grown(now)
    ria = add(family, RIA, who="jorien").pk
    add(family, WIM, who="jorien")
    with family.acting("jorien") as jorien:
        for hidden in (truus, ria):
            hide_from(actor=jorien, dossier=family.id, subject=hidden, reader=family.subject("Marloes Bakker"))
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


@pytest.mark.parametrize("page", ["kring/", "kring/ecogram/"])
@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("jorien", {"Ria Groen", "Wim Schouten"}),
        ("stefan", {"Ria Groen", "Wim Schouten"}),
        ("marloes", {"Wim Schouten"}),
        ("fatima", set()),
        ("bram", set()),
        ("dave", set()),
    ],
)
def test_the_circle_and_the_ecogram_hold_whom_their_reader_may_see(
    family: Family, page: str, who: str, sees: set[str]
) -> None:
    """Regisseur, father, mother from whom Ria is hidden, school, volunteer, and a father without authority."""
    account = dave_of(family) if who == "dave" else family.actor(who).id
    answer = signed_in(account).get(f"/dossier/{family.id}/{page}")
    source: bytes = getattr(answer.response, "content", b"")
    drawn = "".join(source.decode().split("<svg")[1:])
    assert {name for name in ("Ria Groen", "Wim Schouten") if name in drawn} == sees
    assert {name for name in ("Ria Groen", "Wim Schouten") if name in source.decode()} == sees


def test_an_ecogram_that_is_kept_costs_no_drawing_and_at_most_ten_statements(family: Family) -> None:
    jorien, place = signed_in(family.town.jorien.id), f"/dossier/{family.id}/kring/ecogram/"
    first = jorien.get(place)
    with family.acting("jorien"):
        made = Drawing.objects.get(kind="ecogram").made_at
    with statements() as asked:
        again = jorien.get(place)
    assert len(asked) <= 10, asked.tables
    assert first.text == again.text
    assert f"/dossier/{family.id}/kring/?wie=" in "".join(again.links()), "each leads to where one works"
    with family.acting("jorien"):
        assert Drawing.objects.get(kind="ecogram").made_at == made


def test_an_ecogram_is_drawn_anew_when_somebody_comes_in(family: Family) -> None:
    jorien, place = signed_in(family.town.jorien.id), f"/dossier/{family.id}/kring/ecogram/"
    assert "Anja" not in jorien.get(place).text
    add(family, MemberWords("Anja", "buurvrouw", Sector.FRIENDS), who="jorien")
    assert "Anja" in jorien.get(place).text


def dave_of(family: Family) -> UUID:
    return make_family_account(family.town, make_subject(family.town.municipality, "Dave Mulder"), "Dave Mulder").id


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
    assert pages_of(family, dave_of(family)) == ""


def test_no_row_of_a_kept_drawing_is_open_to_another_reader(family: Family) -> None:
    for account in (family.town.jorien, family.marloes, family.stefan):
        pages_of(family, account.id)
    for who in ("jorien", "marloes", "stefan", "henk", "fatima"):
        with family.acting(who) as actor:
            assert set(Drawing.objects.values_list("viewer_id", flat=True)) <= {actor.id}
