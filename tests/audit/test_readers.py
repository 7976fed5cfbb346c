"""Who reads which lines, in the database itself: oneself, one's child, the privacy officer, and nobody else."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.access.services import assign_role, represent, shield
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.practice.households.models import PersonContact
from kring.practice.plans.models import Goal
from tests.access.levels import superuser
from tests.access.people import Town, make_subject
from tests.audit.lines import lines_for, reads, something_shielded
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family, make_plan

pytestmark = pytest.mark.django_db


def give(town: Town, account: Account, role: roles.Role, organisation: UUID) -> None:
    system = system_actor(town.at - timedelta(days=1))
    with recording("test"), acting(system):
        assign_role(actor=system, account=account.id, role=role.code, organisation=organisation, ground="aanstelling")


@pytest.fixture
def family(now: datetime) -> Family:
    """Marloes has authority over Finn; Naima is privacy officer of the municipality, Fatima safeguards."""
    made = make_family(now)
    with made.acting("mark", ago=timedelta(days=2)) as mark:
        represent(
            actor=mark,
            dossier=made.dossier,
            holder=made.subject("Marloes Bakker"),
            child=made.subject("Finn"),
            until=None,
            source="BRP",
        )
    give(made.town, made.town.bram, roles.PRIVACY_OFFICER, made.town.municipality.id)
    give(made.town, made.town.fatima, roles.SAFEGUARDING, made.town.municipality.id)
    return made


def read(family: Family, who: str, level: int = 0) -> int:
    """How many of four lines: about Marloes, Stefan, Finn, and the plan of all."""
    jorien = family.actor("jorien")
    for name in ("Marloes Bakker", "Stefan de Wit", "Finn"):
        reads(jorien, Part.PERSON, dossier=family.id, subjects=[family.subject(name)], level=level, what="test.looked")
    reads(jorien, Part.PLAN, dossier=family.id, level=level, what="test.looked")
    return seen(family, who)


def seen(family: Family, who: str) -> int:
    return len([line for line in lines_for(family.actor(who)) if line.what == "test.looked"])


@pytest.mark.parametrize(
    ("who", "lines"),
    [("marloes", 3), ("stefan", 2), ("bram", 4), ("jorien", 0), ("henk", 0), ("mark", 0), ("fatima", 0)],
)
def test_oneself_the_own_child_and_the_privacy_officer(family: Family, who: str, lines: int) -> None:
    assert read(family, who) == lines


def test_what_a_relative_looked_at_is_not_in_my_log(family: Family) -> None:
    reads(family.actor("stefan"), Part.PLAN, dossier=family.id, what="test.looked")
    assert seen(family, "marloes") == 0
    assert seen(family, "bram") == 1


def test_what_kring_itself_did_is_in_my_log(family: Family, now: datetime) -> None:
    reads(system_actor(now), Part.PROVISION, subjects=[family.subject("Stefan de Wit")], what="test.looked")
    assert seen(family, "stefan") == 1


@pytest.mark.parametrize(("level", "lines"), [(Level.DOMAIN_FILE, 3), (Level.PROTECTED, 0), (Level.SHIELDED, 0)])
def test_a_line_about_something_protected_is_for_the_privacy_officer_only(
    family: Family, level: Level, lines: int
) -> None:
    something_shielded(family.subject("Finn"))
    assert read(family, "marloes", level) == lines
    assert seen(family, "bram") == 4


@pytest.mark.parametrize("level", [Level.PROTECTED, Level.SHIELDED])
def test_such_a_line_opens_when_nothing_is_protected_any_more(family: Family, level: Level) -> None:
    """BR-103: hidden until the shield ends, and then shown as any other; a relative's own lines stay hers."""
    something_shielded(family.subject("Finn"))
    assert read(family, "marloes", level) == 0
    with speaking_as(DatabaseRole.IMPORT):
        PersonContact.objects.update(level=Level.CONTACT)
    assert (seen(family, "marloes"), seen(family, "stefan"), seen(family, "bram")) == (3, 2, 4)


def test_such_a_line_stays_closed_while_another_object_is_protected(family: Family) -> None:
    goal = make_plan(family)
    with superuser():
        Goal.objects.filter(id=goal.id).update(level=Level.PROTECTED)
    assert read(family, "marloes", Level.PROTECTED) == 0
    with superuser():
        Goal.objects.filter(id=goal.id).update(level=Level.SHARED_PLAN)
    assert seen(family, "marloes") == 3


def test_while_the_shield_stands_the_others_read_nothing_and_afterwards_they_do(family: Family) -> None:
    """Marloes and Finn are protected from Stefan. She reads her own log and her child's; he reads none of his."""
    protected = [family.subject("Marloes Bakker"), family.subject("Finn")]

    def put(level: Level) -> None:
        with family.acting("fatima") as fatima:
            shield(actor=fatima, dossier=family.dossier, people=protected, level=level, ground="veiligheid")

    read(family, "stefan")
    put(Level.SHIELDED)
    assert (seen(family, "stefan"), seen(family, "marloes"), seen(family, "bram")) == (0, 3, 4)
    put(Level.CONTACT)
    assert seen(family, "stefan") == 2


def test_the_privacy_officer_of_another_organisation_reads_the_lines_of_its_own_people_only(family: Family) -> None:
    give(family.town, family.town.henk, roles.PRIVACY_OFFICER, family.town.provider.id)
    assert read(family, "henk") == 0
    client = make_subject(family.town.provider, "Wim Jansen")
    reads(family.actor("fatima"), Part.PERSON, subjects=[client.id], what="test.looked")
    assert seen(family, "henk") == 1
    assert seen(family, "bram") == 4
