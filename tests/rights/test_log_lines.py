"""Who looked, in the package as on the page of the own log: not yet what is shielded or withheld (BR-073, BR-103)."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from kring.ground.access.actor import acting
from kring.ground.access.models import SecondAnswer, Subject, Withholding
from kring.ground.access.parts import Part
from kring.ground.access.services import represent
from kring.ground.audit.trail import note_read, recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.oversight.rights.making import collect, whose
from kring.oversight.rights.making.machine import as_json
from kring.oversight.rights.making.paper import values
from kring.practice.households.models import PersonContact
from tests.access.levels import superuser
from tests.audit.lines import lines_for, reads, something_shielded
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db

REPORT = uuid4()
"""A document about Stefan."""
LOOKED = "test.looked"
SENTENCE = "Wat voorlopig wordt achtergehouden"


@pytest.fixture
def family(now: datetime) -> Family:
    """Stefan has authority over Finn."""
    made = make_family(now)
    with made.acting("mark", ago=timedelta(days=2)) as mark:
        holder, child = made.subject("Stefan de Wit"), made.subject("Finn")
        represent(actor=mark, dossier=made.dossier, holder=holder, child=child, until=None, source="BRP")
    return made


def looks(family: Family, about: str, part: Part, *, level: int = 0, thing: UUID | None = None) -> None:
    """Jorien has it before her eyes."""
    with recording(LOOKED) as trail, acting(family.actor("jorien")):
        note_read(part, dossier=family.id, subjects=[family.subject(about)], level=level, thing=thing)
        write(trail)


def packed(family: Family, about: str) -> str:
    """What Stefan gets when he asks about himself or Finn."""
    subject, at = family.subject(about), family.town.at
    with speaking_as(DatabaseRole.RIGHTS):
        person = whose(subject, family.stefan.id, by_self=about == "Stefan de Wit", at=at)
        return as_json(collect(person, about=about, at=at)).decode()


def in_package(family: Family, about: str = "Stefan de Wit") -> int:
    sections = {one["code"]: one["rijen"] for one in json.loads(packed(family, about))["onderdelen"]}
    return sum(row["what"]["waarde"] == LOOKED for row in sections.get("audit.LogLine", ()))


def on_page(family: Family, about: str = "Stefan de Wit") -> int:
    subject = family.subject(about)
    return sum(line.what == LOOKED and subject in line.subjects for line in lines_for(family.actor("stefan")))


def both(family: Family, about: str = "Stefan de Wit") -> tuple[int, int]:
    return in_package(family, about), on_page(family, about)


def withhold(family: Family, **what: object) -> Withholding:
    """From Stefan, asked by Henk and agreed by Jorien."""
    at = family.town.at
    row = Withholding(
        dossier_id=family.id,
        member_id=family.subject("Stefan de Wit"),
        reason="Dat brengt Marloes in gevaar.",
        asked_by=family.town.henk.id,
        asked_at=at - timedelta(days=2),
        second_id=family.town.jorien.id,
        answer=SecondAnswer.AGREES,
        review_on=at.date() + timedelta(days=30),
        started_at=at - timedelta(days=1),
        ended_at=at + timedelta(days=30),
    )
    for name, value in what.items():
        setattr(row, name, value)
    with superuser():
        row.save(force_insert=True)
    return row


def end(family: Family, row: Withholding) -> None:
    with superuser():
        Withholding.objects.filter(id=row.id).update(ended_at=family.town.at)


def law_of(family: Family, about: str) -> dict[str, object]:
    return {"subject_id": family.subject(about), "law": "participatiewet"}


@pytest.mark.parametrize("level", [Level.PROTECTED, Level.SHIELDED])
def test_a_line_about_something_shielded_waits_for_the_end_of_the_shield(family: Family, level: Level) -> None:
    something_shielded(family.subject("Finn"))
    looks(family, "Stefan de Wit", Part.DOCUMENT, level=level)
    looks(family, "Stefan de Wit", Part.DOCUMENT, level=Level.DOMAIN_FILE)
    assert both(family) == (1, 1)
    with speaking_as(DatabaseRole.IMPORT):
        PersonContact.objects.update(level=Level.CONTACT)
    assert both(family) == (2, 2)


def test_a_line_about_a_withheld_document_waits_for_the_end_of_it(family: Family) -> None:
    looks(family, "Stefan de Wit", Part.DOCUMENT, thing=REPORT)
    looks(family, "Stefan de Wit", Part.DOCUMENT, thing=uuid4())
    row = withhold(family, document=REPORT)
    assert both(family) == (1, 1)
    end(family, row)
    assert both(family) == (2, 2)


@pytest.mark.parametrize("about", ["Stefan de Wit", "Finn"])
@pytest.mark.parametrize("part", [part for part in Part if part.by_law])
def test_a_line_about_help_of_which_a_law_is_withheld_waits_for_the_end_of_it(
    family: Family, about: str, part: Part
) -> None:
    """Which law a colleague looked at does not stand in a line: all help of that person, and nothing else."""
    looks(family, about, part)
    looks(family, about, Part.PERSON_ADDRESS)
    row = withhold(family, **law_of(family, about))
    assert both(family, about) == (1, 1)
    end(family, row)
    assert both(family, about) == (2, 2)


def test_help_of_somebody_else_stays_in_the_own_log(family: Family) -> None:
    looks(family, "Stefan de Wit", Part.PROVISION)
    withhold(family, **law_of(family, "Finn"))
    assert both(family) == (1, 1)


def test_what_is_asked_and_has_not_begun_hides_nothing(family: Family) -> None:
    looks(family, "Stefan de Wit", Part.PROVISION)
    withhold(family, started_at=None, answer="", **law_of(family, "Stefan de Wit"))
    assert both(family) == (1, 1)


def test_marloes_reads_what_is_withheld_from_stefan_only(family: Family) -> None:
    subjects = [family.subject("Marloes Bakker"), family.subject("Stefan de Wit")]
    reads(family.actor("jorien"), Part.PROVISION, dossier=family.id, subjects=subjects, what=LOOKED)
    withhold(family, **law_of(family, "Stefan de Wit"))
    assert both(family) == (0, 0)
    assert [line.what for line in lines_for(family.actor("marloes"))].count(LOOKED) == 1


def the_child_is_shielded(family: Family) -> None:
    with superuser():
        Subject.objects.filter(id=family.subject("Finn")).update(shield=Level.SHIELDED)


def a_document_is_withheld(family: Family) -> None:
    withhold(family, document=REPORT)


@pytest.mark.parametrize("hidden", [the_child_is_shielded, a_document_is_withheld])
def test_a_parent_does_not_get_what_a_child_itself_opened_of_it(
    family: Family, hidden: Callable[[Family], None]
) -> None:
    """Finn, by an account of his own."""
    with superuser():
        type(family.marloes).objects.filter(id=family.marloes.id).update(subject_id=family.subject("Finn"))
    with recording(LOOKED) as trail, acting(family.actor("marloes")):
        note_read(Part.DOCUMENT, dossier=family.id, subjects=[family.subject("Finn")], thing=REPORT)
        write(trail)
    assert in_package(family, "Finn") == 1, "an own deed"
    hidden(family)
    assert in_package(family, "Finn") == 0


@pytest.mark.parametrize("is_withheld", [True, False])
def test_every_package_says_it_on_which_ground_so_that_it_tells_nobody(family: Family, is_withheld: bool) -> None:
    if is_withheld:
        withhold(family, document=REPORT)
    told = [one for one in json.loads(packed(family, "Stefan de Wit"))["altijd"] if one.startswith(SENTENCE)]
    assert len(told) == 1
    assert "Jeugdwet artikel 7.3.2 lid 4" in told[0]
    with speaking_as(DatabaseRole.RIGHTS):
        at = family.town.at
        person = whose(family.subject("Stefan de Wit"), family.stefan.id, by_self=True, at=at)
        paper = values(collect(person, about="Stefan de Wit", at=at), house="Zeewaard")
    assert SENTENCE in json.dumps(paper, ensure_ascii=False, default=str)


def test_a_look_at_what_could_be_shielded_has_no_name_that_tells_it(family: Family) -> None:
    """Jorien reads an open number of Stefan on the page where she might shield it."""
    with speaking_as(DatabaseRole.IMPORT):
        PersonContact.objects.create(
            subject_id=family.subject("Stefan de Wit"), kind="phone", value="06 0006 8317", source="Kring"
        )
    page = signed_in(family.town.jorien.id).get(reverse("shield", args=[family.id]))
    assert page.status == 200
    told = packed(family, "Stefan de Wit")
    assert "family.family" in told
    assert "shield." not in told
