"""Levels 3 and 4 go by name only: for every role what it reads at each level, in raw SQL; and for who is named."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Account, NamedReader, RoleAssignment
from kring.ground.access.parts import LEVELLED_PARTS, Part
from kring.ground.access.roles import DOSSIER_ROLES, EMERGENCY, ORGANISATION_ROLES
from kring.ground.access.services import (
    Naming,
    assign_role,
    count_grant_differences,
    end_involvement,
    end_named_reader,
    link_subject,
    name_reader,
    named_readers,
)
from kring.ground.access.services.accounts import end_role
from kring.ground.access.services.dossiers import NewMember
from kring.ground.agenda.models import Task, TaskState
from kring.ground.audit.trail import recording
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.households.services.readers import end_with_review, name_with_review
from tests.access.levels import TABLES, Rows, seen, tables_with_a_level, write_rows
from tests.access.nowak import Nowak, make_nowak
from tests.access.people import give_role, make_family_account, make_subject

pytestmark = pytest.mark.django_db

WHY = "Brengt de kinderen naar school en moet weten waar."
REVIEW = date(2027, 2, 1)
FILE, SHARED = {0, 1, 2}, {0, 1}
EVERYTHING = dict.fromkeys(LEVELLED_PARTS, FILE)
OF_THE_FAMILY = dict.fromkeys((Part.QUESTION, Part.PLAN, Part.ACTION, Part.SCORE, Part.DOCUMENT), SHARED) | {
    Part.CONTACT_NOTE: FILE
}
BY_ROLE: dict[str, dict[Part, set[int]]] = {
    "regisseur": EVERYTHING,
    "achtervang": EVERYTHING,
    "teamprofessional": EVERYTHING,
    "gezinslid": OF_THE_FAMILY,
    "jongere": OF_THE_FAMILY,
    "jongere_16": OF_THE_FAMILY,
    "geraadpleegd": dict.fromkeys((Part.PLAN, Part.ACTION, Part.DOCUMENT, Part.CONTACT_NOTE), FILE),
    "procesregisseur": dict.fromkeys((Part.PLAN, Part.ACTION), FILE),
}
"""What a role reads of these parts; a role that is not here reads none of them. Never 3 or 4.

The member of the family is Tomasz: what stands here about one person is about Agnieszka.
"""


@pytest.fixture
def nowak(now: datetime) -> Nowak:
    return make_nowak(now)


def naming(
    account: Account, level: Level = Level.SHIELDED, subject: UUID | None = None, review: date = REVIEW
) -> Naming:
    return Naming(account.id, level, WHY, review, subject)


def name(nowak: Nowak, who: str, given: Naming) -> NamedReader:
    actor = nowak.actor(who)
    with recording("test"), acting(actor):
        return name_reader(actor=actor, dossier=nowak.dossier, naming=given)


def end(nowak: Nowak, who: str, reader: NamedReader) -> None:
    actor = nowak.actor(who)
    with recording("test"), acting(actor):
        end_named_reader(actor=actor, dossier=nowak.dossier, reader=reader.id, reason="Niet meer nodig.")


def rows_about(nowak: Nowak, subject: UUID | None = None) -> Rows:
    return write_rows(nowak.dossier.id, subject, nowak.agnieszka.id, nowak.town.at)


def no_differences(nowak: Nowak) -> bool:
    with recording("test"), acting(nowak.actor("jorien")):
        return count_grant_differences() == 0


def test_every_table_with_a_level_is_tried() -> None:
    assert set(TABLES) == set(LEVELLED_PARTS)
    assert tables_with_a_level() == set(TABLES.values())


@pytest.mark.parametrize(
    "role", [role for role in DOSSIER_ROLES.values() if role is not EMERGENCY], ids=lambda role: role.code
)
def test_no_role_in_a_dossier_opens_level_three_or_four(nowak: Nowak, role: roles.Role) -> None:
    there = {"regisseur": nowak.town.jorien, "achtervang": nowak.town.naima, "teamprofessional": nowak.town.henk}
    account = there.get(role.code) or _newcomer(nowak, role)
    assert seen(nowak.town.actor(account), rows_about(nowak)) == BY_ROLE.get(role.code, {})


def test_the_person_itself_reads_the_own_secret_address_and_telephone(nowak: Nowak) -> None:
    agnieszka = make_family_account(nowak.town, nowak.agnieszka, "Agnieszka Nowak")
    give_role(nowak.town, nowak.dossier, agnieszka, roles.ADULT)
    own = seen(nowak.town.actor(agnieszka), rows_about(nowak))
    assert own == OF_THE_FAMILY | dict.fromkeys((Part.PERSON_ADDRESS, Part.PERSON_CONTACT), SHARED | {4})


@pytest.mark.parametrize("role", ORGANISATION_ROLES.values(), ids=lambda role: role.code)
def test_no_role_in_an_organisation_opens_any_of_it(nowak: Nowak, role: roles.Role) -> None:
    system = system_actor(nowak.town.at - timedelta(days=3))
    town = nowak.town
    with recording("test"), acting(system):
        assign_role(actor=system, account=town.annet.id, role=role.code, organisation=town.municipality.id, ground="-")
    assert seen(town.actor(town.annet), rows_about(nowak)) == {}


@pytest.mark.parametrize("level", [Level.PROTECTED, Level.SHIELDED])
def test_who_is_named_reads_exactly_that_level_besides(nowak: Nowak, level: Level) -> None:
    rows = rows_about(nowak)
    henk = nowak.actor("henk")
    assert seen(henk, rows) == EVERYTHING
    name(nowak, "jorien", naming(nowak.town.henk, level))
    assert seen(henk, rows) == {part: FILE | {level} for part in LEVELLED_PARTS}
    assert seen(nowak.actor("jorien"), rows) == EVERYTHING
    assert no_differences(nowak)


def test_named_for_one_member_is_not_for_another(nowak: Nowak) -> None:
    rows = rows_about(nowak, nowak.agnieszka.id)
    name(nowak, "jorien", naming(nowak.town.henk, subject=nowak.tomasz.id))
    assert seen(nowak.actor("henk"), rows) == EVERYTHING
    name(nowak, "jorien", naming(nowak.town.henk, subject=nowak.agnieszka.id))
    assert seen(nowak.actor("henk"), rows) == {part: FILE | {4} for part in LEVELLED_PARTS}


def test_a_member_who_comes_later_is_one_of_all(nowak: Nowak) -> None:
    name(nowak, "jorien", naming(nowak.town.henk))
    zuzanna = make_subject(nowak.town.municipality, "Zuzanna Nowak")
    mark = nowak.actor("mark")
    with recording("test"), acting(mark):
        link_subject(actor=mark, dossier=nowak.dossier, member=NewMember(zuzanna.id), ground="geboren")
    rows = write_rows(nowak.dossier.id, zuzanna.id, zuzanna.id, nowak.town.at)
    assert seen(nowak.actor("henk"), rows)[Part.PERSON_ADDRESS] == FILE | {4}
    assert no_differences(nowak)


def test_the_safeguarding_officer_is_named_without_working_with_the_family(nowak: Nowak) -> None:
    rows = rows_about(nowak)
    fatima = nowak.actor("fatima")
    assert seen(fatima, rows) == {}
    name(nowak, "jorien", naming(nowak.town.fatima))
    assert seen(fatima, rows) == {part: {4} for part in LEVELLED_PARTS}
    assert no_differences(nowak)


def test_it_ends_with_the_involvement(nowak: Nowak) -> None:
    rows = rows_about(nowak)
    name(nowak, "jorien", naming(nowak.town.henk))
    mark = nowak.actor("mark")
    with recording("test"), acting(mark):
        end_involvement(
            actor=mark,
            dossier=nowak.dossier,
            account=nowak.town.henk.id,
            role=roles.TEAM_PROFESSIONAL.code,
            ground="klaar",
        )
    assert seen(nowak.actor("henk"), rows) == {}
    assert no_differences(nowak)


def test_it_ends_with_the_role_of_safeguarding_officer(nowak: Nowak) -> None:
    rows = rows_about(nowak)
    name(nowak, "jorien", naming(nowak.town.fatima))
    system = system_actor(nowak.town.at)
    with recording("test"), acting(system):
        held = RoleAssignment.objects.get(account_id=nowak.town.fatima.id, role=roles.SAFEGUARDING.code)
        end_role(actor=system, assignment=held, ground="andere functie")
    assert seen(nowak.actor("fatima"), rows) == {}
    assert no_differences(nowak)


def test_it_ends_when_it_is_ended(nowak: Nowak) -> None:
    rows = rows_about(nowak)
    reader = name(nowak, "jorien", naming(nowak.town.henk))
    end(nowak, "naima", reader)
    assert seen(nowak.actor("henk"), rows) == EVERYTHING
    with pytest.raises(Refused, match="al gestopt"):
        end(nowak, "naima", reader)
    assert no_differences(nowak)


def test_only_an_officer_stops_an_officer(nowak: Nowak) -> None:
    reader = name(nowak, "jorien", naming(nowak.town.fatima))
    with pytest.raises(Refused, match="Alleen de aandachtsfunctionaris"):
        end(nowak, "jorien", reader)
    end(nowak, "fatima", reader)


@pytest.mark.parametrize("who", ["henk", "mark", "bram", "annet"])
def test_nobody_else_names_or_sees_who_is_named(nowak: Nowak, who: str) -> None:
    with pytest.raises(Refused, match="regisseur, de achtervang en de aandachtsfunctionaris"):
        name(nowak, who, naming(nowak.town.naima))
    actor = nowak.actor(who)
    with recording("test"), acting(actor), pytest.raises(Refused, match="regisseur, de achtervang"):
        named_readers(actor=actor, dossier=nowak.dossier)


def test_who_leads_sees_who_reads_and_the_reader_the_own_row_only(nowak: Nowak) -> None:
    name(nowak, "jorien", naming(nowak.town.henk))
    jorien = nowak.actor("jorien")
    with recording("test"), acting(jorien):
        [reader] = named_readers(actor=jorien, dossier=nowak.dossier)
        assert NamedReader.objects.count() == 0
    assert (reader.name, reader.level, reader.ground, reader.review_on) == ("Henk Prins", 4, WHY, REVIEW)
    with acting(nowak.actor("henk")):
        assert NamedReader.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"level": Level.DOMAIN_FILE}, "beschermd of afgeschermd"),
        ({"review": date(2026, 11, 1)}, "Kies een dag"),
        ({"review": date(2028, 11, 1)}, "Kies een dag"),
    ],
)
def test_a_naming_that_is_not_in_order_is_refused(nowak: Nowak, given: dict[str, object], why: str) -> None:
    with pytest.raises(Refused, match=why):
        name(nowak, "jorien", naming(nowak.town.henk, **given))  # type: ignore[arg-type]  # a table of faults


def test_nobody_names_oneself_a_stranger_or_the_same_again(nowak: Nowak) -> None:
    for account, why in ((nowak.town.jorien, "uzelf niet"), (nowak.town.annet, "met dit gezin werkt")):
        with pytest.raises(Refused, match=why):
            name(nowak, "jorien", naming(account))
    name(nowak, "jorien", naming(nowak.town.henk))
    with pytest.raises(Refused, match="mag dit al"):
        name(nowak, "jorien", naming(nowak.town.henk, subject=nowak.kacper.id))


@pytest.mark.parametrize("who", ["jorien", "fatima"])
def test_who_names_gets_a_task_without_content_for_the_day(nowak: Nowak, who: str) -> None:
    actor = nowak.actor(who)
    with recording("test"), acting(actor):
        name_with_review(actor=actor, dossier=nowak.dossier, naming=naming(nowak.town.henk))
        [task] = Task.objects.filter(account_id=actor.id)
    assert (task.title, task.due_on) == ("Kijk na wie beschermde gegevens op naam leest", REVIEW)
    assert (task.dossier_id is None) is (who == "fatima")


@pytest.mark.parametrize("who", ["jorien", "fatima"])
def test_who_stops_it_need_not_look_at_it_again(nowak: Nowak, who: str) -> None:
    actor = nowak.actor(who)
    with recording("test"), acting(actor):
        reader = name_with_review(actor=actor, dossier=nowak.dossier, naming=naming(nowak.town.henk))
        end_with_review(actor=actor, dossier=nowak.dossier, reader=reader.id, reason="Doet dit niet meer.")
        [task] = Task.objects.filter(account_id=actor.id)
    assert task.state == TaskState.DONE


def _newcomer(nowak: Nowak, role: roles.Role) -> Account:
    """Somebody with this role only: of the family, or a colleague."""
    if role.code in roles.FAMILY_ROLES:
        account = make_family_account(nowak.town, nowak.tomasz, "Tomasz Nowak")
    else:
        account = nowak.town.annet
    until = nowak.town.at + timedelta(days=7) if role.code in roles.NEEDS_AN_END else None
    give_role(nowak.town, nowak.dossier, account, role, until=until)
    return account
