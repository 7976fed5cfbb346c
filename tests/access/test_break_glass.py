"""Break-glass (BR-104): for whom, for how long, what opens, who hears of it, and who judges."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from kring.ground.access import compiler, roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.gates import gate
from kring.ground.access.models import BreakGlass, EmergencyPurpose, Judgement, Subject
from kring.ground.access.parts import Part
from kring.ground.access.services import Emergency, assign_role, break_glass, involve, judge, shield
from kring.ground.agenda.queries import my_notices
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.households.emergency import emergency_dossier, tell_emergency
from kring.practice.plans.models import Goal
from tests.access.people import actor_of, give_role, make_dossier, make_subject
from tests.audit.lines import all_lines, lines_for, reads
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family, make_plan

pytestmark = pytest.mark.django_db

WHY = "Finn belde: zijn vader staat te schreeuwen."
MARLOES = ("Marloes Bakker", date(1991, 3, 12))


@pytest.fixture
def family(now: datetime) -> Family:
    """Henk works for another family of the town; Fatima watches over safety, Bram is privacy officer too."""
    made = make_family(now)
    make_plan(made)
    town = made.town
    other = make_dossier(town, "Gezin Prins", [(make_subject(town.municipality, "Ria Prins"), "moeder")])
    give_role(town, other, town.henk, roles.TEAM_PROFESSIONAL)
    system = system_actor(now - timedelta(days=1))
    with recording("test"), acting(system):
        for account, role in ((town.fatima, roles.SAFEGUARDING), (town.mark, roles.PRIVACY_OFFICER)):
            assign_role(
                actor=system,
                account=account.id,
                role=role.code,
                organisation=town.municipality.id,
                ground="aanstelling",
            )
    return made


def opens(
    family: Family,
    who: str = "henk",
    *,
    hours: int = 4,
    reason: str = WHY,
    purpose: EmergencyPurpose = EmergencyPurpose.CHILD,
) -> BreakGlass:
    actor = family.actor(who)
    with recording("test.emergency") as trail, acting(actor):
        opened = break_glass(actor=actor, dossier=family.id, emergency=Emergency(purpose, reason, hours))
        tell_emergency(family.id)
        write(trail)
    return opened


def sees(actor: Actor, *, at: datetime | None = None) -> tuple[int, int]:
    """Goals and people of the family, as this account sees them at a moment."""
    with acting(actor), connection.cursor() as cursor:
        cursor.execute("select set_config('kring.test_now', %s, true)", [(at or actor.at).isoformat()])
        return Goal.objects.count(), Subject.objects.exclude(kind="network").count()


def test_the_dossier_opens_at_once_and_closes_by_itself(family: Family, now: datetime) -> None:
    henk = family.actor("henk")
    before = sees(henk)
    opens(family, hours=4)
    assert sees(henk, at=now + timedelta(hours=3, minutes=59)) == (before[0] + 1, before[1] + 4)
    assert sees(henk, at=now + timedelta(hours=4)) == before


def test_what_opens_is_the_plan_and_who_they_are_and_no_care_of_any_law(family: Family) -> None:
    opens(family)
    with acting(family.actor("henk")), connection.cursor() as cursor:
        cursor.execute(
            "select distinct part from access_grant where source = 'noodknop' and dossier_id = %s", [family.id]
        )
        parts = {row[0] for row in cursor.fetchall()}
    assert {Part.PLAN, Part.PERSON_CONTACT, Part.DOSSIER_FACE} <= parts
    assert not parts & {Part.PROVISION, Part.PROVISION_COST, Part.PERSON_BSN, Part.SHARING, Part.DOCUMENT}


def test_a_nightly_recompile_finds_no_difference(family: Family) -> None:
    opens(family)
    with acting(family.actor("henk")), gate():
        assert compiler.differences() == 0


@pytest.mark.parametrize(
    ("who", "may"),
    [("henk", True), ("fatima", True), ("annet", False), ("mark", False), ("bram", False), ("marloes", False)],
)
def test_who_may(family: Family, who: str, may: bool) -> None:
    if may:
        assert opens(family, who).account_id == family.actor(who).id
    else:
        with pytest.raises(Refused):
            opens(family, who)


@pytest.fixture
def annet(family: Family, now: datetime) -> str:
    """A second privacy officer, with nothing to do with this family."""
    system = system_actor(now - timedelta(days=1))
    with recording("test"), acting(system):
        assign_role(
            actor=system,
            account=family.town.annet.id,
            role=roles.PRIVACY_OFFICER.code,
            organisation=family.town.municipality.id,
            ground="aanstelling",
        )
    return "annet"


@pytest.mark.parametrize("who", ["henk", "fatima", "bram", "marloes"])
def test_oversight_is_the_privacy_officers_alone(family: Family, annet: str, who: str) -> None:
    """Handbook §5, condition 9."""
    assert opens(family, annet, purpose=EmergencyPurpose.OVERSIGHT).account_id == family.actor(annet).id
    with pytest.raises(Refused):
        opens(family, who, purpose=EmergencyPurpose.OVERSIGHT)


def test_nobody_judges_the_own_use(family: Family, annet: str) -> None:
    mine = opens(family, annet, purpose=EmergencyPurpose.OVERSIGHT)
    officer = family.actor(annet)
    with recording("test"), acting(officer), pytest.raises(Refused, match="andere functionaris"):
        judge(actor=officer, emergency=mine, judgement=Judgement.JUSTIFIED, words="Dit was echt nodig.")


def test_who_administers_may_not_even_with_a_task(family: Family) -> None:
    other = make_dossier(family.town, "Gezin Smit", [(make_subject(family.town.municipality, "Bo Smit"), "vader")])
    give_role(family.town, other, family.town.bram, roles.TEAM_PROFESSIONAL)
    with pytest.raises(Refused, match="Met een beheerrol"):
        opens(family, "bram")


@pytest.mark.parametrize(("hours", "reason"), [(0, WHY), (25, WHY), (4, "spoed")])
def test_a_day_at_most_and_with_a_reason(family: Family, hours: int, reason: str) -> None:
    with pytest.raises(Refused, match=r"uren|tien letters"):
        opens(family, hours=hours, reason=reason)


def test_the_database_itself_holds_the_day(family: Family, now: datetime) -> None:
    opened = opens(family, hours=24)
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        with pytest.raises(DatabaseError, match="emergency_of_a_day_at_most"), transaction.atomic():
            cursor.execute(
                "update access_breakglass set ends_at = ends_at + interval '1 second' where id = %s", [opened.id]
            )


def test_who_leads_and_the_privacy_officer_are_told_and_nobody_else(family: Family) -> None:
    opens(family)
    told = {
        who
        for who in ("jorien", "naima", "henk", "fatima", "mark", "annet", "marloes")
        for notice in _notices(family, who)
        if notice == "emergency"
    }
    assert told == {"jorien", "mark"}


def _notices(family: Family, who: str) -> list[str]:
    actor = family.actor(who)
    with recording("test"), acting(actor):
        return [str(notice.kind) for notice in my_notices(actor)]


def test_everything_that_is_read_carries_the_mark_and_the_reason(family: Family) -> None:
    opens(family)
    line = reads(family.actor("henk"), Part.PLAN, dossier=family.id)
    assert (line.break_glass, line.roles) == (True, ["noodknop"])
    assert line.ground == f"een kind is nu niet veilig: {WHY}"
    assert reads(family.actor("jorien"), Part.PLAN, dossier=family.id).break_glass is False


def test_the_family_reads_it_a_day_later(family: Family, now: datetime) -> None:
    opens(family)
    marloes = family.actor("marloes")
    assert not [line for line in lines_for(marloes) if line.break_glass]
    with connection.cursor() as cursor:
        cursor.execute("select set_config('kring.test_now', %s, true)", [(now + timedelta(hours=25)).isoformat()])
    assert [line for line in lines_for(marloes) if line.break_glass]


def test_the_privacy_officer_judges_once_and_with_words(family: Family) -> None:
    opened = opens(family)
    mark = family.actor("mark")
    for words, said in (("ja", "Leg uw oordeel uit"), ("Het was terecht: het kind belde zelf.", "")):
        with recording("test") as trail, acting(mark):
            if said:
                with pytest.raises(Refused, match=said):
                    judge(actor=mark, emergency=opened, judgement=Judgement.JUSTIFIED, words=words)
            else:
                judge(actor=mark, emergency=opened, judgement=Judgement.JUSTIFIED, words=words)
                write(trail)
    with acting(mark):
        again = BreakGlass.objects.get(id=opened.id)
        assert (again.judgement, again.judged_by) == (Judgement.JUSTIFIED, mark.id)
    with recording("test"), acting(mark), pytest.raises(Refused, match="al beoordeeld"):
        judge(actor=mark, emergency=again, judgement=Judgement.UNJUSTIFIED, words="Bij nader inzien toch niet.")
    assert all_lines(what="access.emergency_judged")


@pytest.mark.parametrize("who", ["henk", "jorien", "fatima", "annet"])
def test_nobody_else_judges(family: Family, who: str) -> None:
    opened, actor = opens(family), family.actor(who)
    with recording("test"), acting(actor), pytest.raises(Refused, match="functionaris gegevensbescherming"):
        judge(actor=actor, emergency=opened, judgement=Judgement.JUSTIFIED, words="Het was echt nodig.")


def test_a_shielded_dossier_does_not_open_and_is_as_unknown_as_nobody(family: Family) -> None:
    with family.acting("fatima") as fatima:
        shield(actor=fatima, dossier=family.dossier, people=[], level=Level.PROTECTED, ground="veiligheid")
    with pytest.raises(Refused, match="Bel de aandachtsfunctionaris"):
        opens(family)
    assert found(family, "henk") is None
    assert "shielded_search" in _notices(family, "fatima")


def found(family: Family, who: str, name: str = MARLOES[0]) -> object:
    with acting(family.actor(who)):
        return emergency_dossier(name, MARLOES[1], WHY)


def test_a_dossier_is_found_by_name_and_birth_date_where_one_has_a_task_and_the_search_is_logged(
    family: Family,
) -> None:
    assert found(family, "henk") == family.id
    assert found(family, "henk", "Marloes Nergens") is None
    assert found(family, "annet") is None
    lines = all_lines(what="breakglass.search")
    assert [(line.dossier, line.ground) for line in lines] == [(family.id, WHY), (None, WHY), (None, WHY)]


def test_five_searches_an_hour(family: Family) -> None:
    for _turn in range(5):
        found(family, "henk", "Marloes Nergens")
    with pytest.raises(Refused, match="vijf keer"):
        found(family, "henk")


def test_who_works_there_already_needs_no_button(family: Family) -> None:
    with pytest.raises(Refused, match="al toegang"):
        opens(family, "jorien")


def test_the_role_is_not_given_by_appointing(family: Family) -> None:
    with family.acting("mark") as mark, pytest.raises(ValueError, match="Onbekende rol"):
        involve(actor=mark, dossier=family.dossier, account=family.town.henk, role="noodknop", ground="test")


def test_nobody_tells_of_an_emergency_that_is_none(family: Family) -> None:
    with acting(actor_of(family.town.henk.id, family.town.at)):
        tell_emergency(family.id)
    assert "emergency" not in _notices(family, "jorien")


def test_the_application_cannot_open_one_by_itself(family: Family) -> None:
    for deed in ("INSERT", "UPDATE", "DELETE"):
        with connection.cursor() as cursor:
            cursor.execute("select has_table_privilege('kring_app', 'access_breakglass', %s)", [deed])
            assert cursor.fetchone() == (False,)
