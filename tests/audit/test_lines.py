"""What a line says (BR-100, NEN 7513): who, for whom, from where, in which role, about whom, on which ground."""

from datetime import datetime, timedelta

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Involvement
from kring.ground.access.parts import Part
from kring.ground.access.services import assign_role
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed, note_read, recording, write
from tests.access.people import actor_of, give_role
from tests.audit.lines import all_lines, reads
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def test_a_line_has_all_that_the_norm_asks(family: Family, now: datetime) -> None:
    jorien, finn = family.actor("jorien"), family.subject("Finn")
    line = reads(jorien, Part.PERSON_ADDRESS, dossier=family.id, subjects=[finn])
    assert (line.event, line.at, line.subjects, line.dossier) == ("read", now, [finn], family.id)
    assert (line.actor, line.actor_kind, line.responsible) == (jorien.id, "account", jorien.id)
    assert line.organisation == line.controller == family.town.municipality.id
    assert (line.roles, line.parts, line.break_glass, line.level) == (["regisseur"], ["person_address"], False, 0)
    with acting(jorien):
        assert line.ground == Involvement.objects.get(account=jorien.id, dossier=family.id).ground


def test_a_deputy_works_under_the_responsibility_of_the_regisseur(family: Family) -> None:
    line = reads(family.actor("naima"), Part.PLAN, dossier=family.id)
    assert (line.roles, line.responsible) == (["achtervang"], family.town.jorien.id)


def test_an_external_professional_looks_from_an_own_organisation(family: Family) -> None:
    give_role(family.town, family.dossier, family.town.fatima, roles.TEAM_PROFESSIONAL)
    line = reads(family.actor("fatima"), Part.PLAN, dossier=family.id)
    assert (line.organisation, line.controller) == (family.town.provider.id, family.town.municipality.id)
    assert (line.roles, line.ground) == (["teamprofessional"], "aangewezen door de procesregisseur")


def test_outside_a_dossier_the_roles_are_those_in_the_organisation(family: Family, now: datetime) -> None:
    assert reads(family.actor("mark"), Part.STUDY).roles == ["toewijzer"]
    assert reads(family.actor("jorien"), Part.STAFF).roles == ["collega"]
    system = system_actor(now)
    with recording("test"), acting(system):
        assign_role(
            actor=system,
            account=family.town.jorien.id,
            role=roles.POLICY.code,
            organisation=family.town.municipality.id,
            ground="aanstelling",
            until=now + timedelta(days=1),
        )
    assert reads(family.actor("jorien"), Part.FIGURES).roles == ["beleid"]


def test_what_concerns_the_whole_dossier_concerns_each_of_its_members(family: Family) -> None:
    line = reads(family.actor("jorien"), Part.PLAN, dossier=family.id)
    assert set(line.subjects) == {subject.id for subject in family.subjects.values()}


def test_nobodys_line_tells_of_somebody_else(family: Family) -> None:
    """Provisions of Marloes and the plan of all are two lines: Stefan's log has the plan only."""
    marloes, jorien = family.subject("Marloes Bakker"), family.actor("jorien")
    with recording("test.both") as trail, acting(jorien):
        note_read(Part.PLAN, dossier=family.id)
        note_read(Part.PROVISION, dossier=family.id, subjects=[marloes])
        note_read(Part.PROVISION_COST, dossier=family.id, subjects=[marloes])
        write(trail)
    plan, provision = all_lines(what="test.both")
    assert (plan.parts, len(plan.subjects)) == (["plan"], 4)
    assert (provision.parts, provision.subjects) == (["provision", "provision_cost"], [marloes])


def test_the_reason_that_somebody_gave_goes_before_the_ground_of_the_role(family: Family) -> None:
    jorien = family.actor("jorien")
    with recording("test") as trail, acting(jorien):
        note_deed("test.moved", Part.TASK, event=Event.CHANGE, dossier=family.id, ground="Zij is op vakantie.")
        write(trail)
    assert all_lines(what="test.moved")[0].ground == "Zij is op vakantie."


def test_the_installation_itself_has_no_organisation_and_no_responsible_user(family: Family, now: datetime) -> None:
    line = reads(system_actor(now), Part.PROVISION, subjects=[family.subject("Lotte")])
    assert (line.actor_kind, line.organisation, line.responsible, line.roles) == ("system", None, None, ["beheerder"])
    assert line.controller == family.town.municipality.id


def test_a_role_that_has_ended_is_not_on_the_line(family: Family, now: datetime) -> None:
    before = actor_of(family.town.jorien.id, now)
    stranger = Actor(family.town.henk.id, before.kind, now)
    assert reads(stranger, Part.DOSSIER_FACE, dossier=family.id).roles == ["collega"]
