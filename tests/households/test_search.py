"""Searching: one's own by name; of a team's, initials and area; of the shielded nothing, but a notice elsewhere."""

from datetime import date, datetime
from uuid import UUID

import pytest
from django.db import connection, transaction

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account, Dossier, Subject
from kring.ground.agenda.models import Notice
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import PersonAddress
from kring.practice.households.rules.searching import Reason
from kring.practice.households.search import Found, Known, find_own, known_here
from tests.access.people import actor_of, give_role, make_dossier
from tests.conftest import speaking_as
from tests.exchange_store.town import Register, make_register
from tests.households.people import SANDRA, deliver_persons, family, subject_of
from tests.studies.world import Desk, Resident, make_desk, make_person

pytestmark = pytest.mark.django_db

BORN = date(1984, 5, 17)
REASON = "Moeder belde over school"


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def make_samira(desk: Desk) -> tuple[Dossier, Subject]:
    """Samira El Amrani, whose regisseur is Jorien of team Noord."""
    samira = make_person(desk, Resident("Samira El Amrani", 1984, "V"))
    dossier = make_dossier(desk.town, "Gezin El Amrani", [(samira, "moeder")])
    give_role(desk.town, dossier, desk.town.jorien, roles.REGISSEUR)
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("update access_dossier set area = %s", [desk.area])
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    return dossier, samira


def own(actor: Actor, words: str) -> list[tuple[str, tuple[str, ...]]]:
    with recording("search.own"), acting(actor):
        found: tuple[Found, ...] = find_own(words)
    return [(each.label, each.people) for each in found]


def known(actor: Actor, name: str = "Samira El Amrani", born: date = BORN, reason: str = REASON) -> tuple[Known, ...]:
    with recording("search.known"), transaction.atomic(), acting(actor):
        return known_here(name, born, reason)


def log() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("select actor, dossier, subjects, ground from audit_logline where what = 'search.known_here'")
        found = cursor.fetchall()
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    return list(found)


def told(account: UUID) -> list[tuple[str, UUID | None]]:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        found = list(Notice.objects.filter(account_id=account).values_list("kind", "dossier"))
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    return found


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("samira", True),
        ("SAMIRA amr", True),
        ("el", True),
        ("Sámira", True),
        ("gezin", True),
        ("amira", False),
        ("samira jansen", False),
        ("   ", False),
        ("%", False),
        ("'; drop", False),
    ],
)
def test_own_dossiers_are_found_by_the_beginning_of_names(desk: Desk, words: str, finds: bool) -> None:
    make_samira(desk)
    assert bool(own(desk.actor(desk.town.jorien), words)) is finds


@pytest.mark.parametrize(
    ("stored", "words"),
    [
        ("Güneş Yıldız", "gunes yildiz"),
        ("Çağla Øster", "Cagla oster"),
        ("Zoë d'Hondt", "zoe hondt"),
        ("Ł. Đukić", "l dukic"),
    ],
)
def test_accents_and_foreign_letters_are_no_hindrance(desk: Desk, stored: str, words: str) -> None:
    person = make_person(desk, Resident(stored, 1990))
    dossier = make_dossier(desk.town, "A", [(person, "")])
    give_role(desk.town, dossier, desk.town.jorien, roles.REGISSEUR)
    assert own(desk.actor(desk.town.jorien), words) == [("A", (stored,))]


def test_a_colleague_and_a_stranger_find_nothing_by_name(desk: Desk) -> None:
    """Twin: the regisseur finds her."""
    make_samira(desk)
    assert own(desk.actor(desk.town.jorien), "samira") == [("Gezin El Amrani", ("Samira El Amrani",))]
    for account in (desk.town.henk, desk.town.naima, desk.town.fatima, desk.town.annet, desk.lonneke):
        assert own(desk.actor(account), "samira") == []


def test_a_shielded_name_is_not_found_by_search_even_by_the_regisseur(desk: Desk) -> None:
    _dossier, samira = make_samira(desk)
    with speaking_as(DatabaseRole.IMPORT):
        Subject.objects.filter(id=samira.id).update(shield=3)
    assert own(desk.actor(desk.town.jorien), "samira") == []


def test_a_colleague_of_the_team_gets_initials_and_area_and_it_is_logged(desk: Desk) -> None:
    dossier, samira = make_samira(desk)
    henk = desk.actor(desk.town.henk)
    assert known(henk) == (Known("S.E.A.", "Zeewaard-Noord"),)
    assert log() == [(henk.id, dossier.id, [samira.id], REASON)]


@pytest.mark.parametrize(
    ("name", "born"),
    [("Samira El Amrani", date(1984, 5, 18)), ("Samira Jansen", BORN), ("", BORN)],
)
def test_name_and_birth_date_must_both_be_right(desk: Desk, name: str, born: date) -> None:
    make_samira(desk)
    assert known(desk.actor(desk.town.henk), name, born) == ()


def test_another_team_and_another_organisation_get_nothing_and_it_is_logged(desk: Desk) -> None:
    """Twin: Henk of the same team is told. Lonneke has no team; Fatima works elsewhere."""
    make_samira(desk)
    for account in (desk.lonneke, desk.town.fatima, desk.petra):
        assert known(desk.actor(account)) == ()
    assert known(desk.actor(desk.town.henk)) != ()
    assert [line[1] is None for line in log()] == [True, True, True, False]


@pytest.mark.parametrize("level", [3, 4])
def test_of_a_shielded_person_nothing_is_found_and_the_safeguarding_officer_is_told(desk: Desk, level: int) -> None:
    dossier, samira = make_samira(desk)
    with speaking_as(DatabaseRole.IMPORT):
        Subject.objects.filter(id=samira.id).update(shield=level)
    assert known(desk.actor(desk.town.henk)) == known(desk.actor(desk.town.henk), "Niemand Anders") == ()
    assert told(desk.petra.id) == [("shielded_search", dossier.id)]
    assert log()[0][1:3] == (dossier.id, [samira.id])


def test_someone_of_another_organisation_who_searches_a_shielded_person_tells_nothing_by_it(desk: Desk) -> None:
    _dossier, samira = make_samira(desk)
    with speaking_as(DatabaseRole.IMPORT):
        Subject.objects.filter(id=samira.id).update(shield=4)
    assert known(desk.actor(desk.town.fatima)) == ()
    assert told(desk.petra.id) == []


def test_a_search_needs_a_reason(desk: Desk) -> None:
    make_samira(desk)
    with pytest.raises(Refused, match="waarom"):
        known(desk.actor(desk.town.henk), reason="zomaar")


def test_after_twenty_searches_in_an_hour_one_has_to_wait(desk: Desk) -> None:
    henk = desk.actor(desk.town.henk)
    for _time in range(20):
        known(henk, "Iemand Anders")
    with pytest.raises(Refused, match="twintig"):
        known(henk)
    with connection.cursor() as cursor:
        cursor.execute("select set_config('kring.test_now', %s, true)", ["2026-11-01 11:00:01+01"])
    assert known(henk) == ()


def test_when_the_colleague_no_longer_works_with_the_family_the_team_no_longer_knows_it(desk: Desk) -> None:
    make_samira(desk)
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("update access_involvement set ended_at = %s", [desk.town.at])
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    assert known(desk.actor(desk.town.henk)) == ()


@pytest.fixture
def found_in(now: datetime) -> Register:
    """Sandra Bakker-de Vries, whose file Jorien leads."""
    made = make_register(now)
    deliver_persons(made, *family().values())
    sandra = subject_of(made, SANDRA)
    dossier = make_dossier(made.town, "Gezin Bakker", [(sandra, "moeder")])
    give_role(made.town, dossier, made.town.jorien, roles.REGISSEUR)
    return made


def why(register: Register, account: Account, words: str) -> list[Reason]:
    with recording("search.own"), acting(actor_of(account.id, register.town.at)):
        return [reason for each in find_own(words) for reason in each.why]


@pytest.mark.parametrize(
    ("words", "reasons"),
    [
        ("bakker", [Reason.NAME]),
        ("Backer", [Reason.SOUND]),
        ("van bakker", [Reason.NAME]),
        ("zandra", [Reason.SOUND]),
        ("12-03-1984", [Reason.BIRTH]),
        ("bakker 12-03-1984", [Reason.NAME, Reason.BIRTH]),
        ("1781 AB 12", [Reason.ADDRESS]),
        ("1781ab", [Reason.ADDRESS]),
        ("gezin", [Reason.FAMILY]),
        (SANDRA, [Reason.BSN]),
        ("bakker 13-03-1984", []),
        ("1781 AB 14", []),
        ("999990056", []),
    ],
)
def test_a_person_is_found_by_name_sound_birth_address_or_number(
    found_in: Register, words: str, reasons: list[Reason]
) -> None:
    assert why(found_in, found_in.town.jorien, words)[: len(reasons) or None] == reasons


@pytest.mark.parametrize("words", ["bakker", "12-03-1984", "1781 AB 12", SANDRA])
def test_who_does_not_work_with_her_finds_her_by_nothing(found_in: Register, words: str) -> None:
    """Twin: Jorien finds her by each of these."""
    assert why(found_in, found_in.town.jorien, words)
    assert why(found_in, found_in.town.henk, words) == []


def test_who_works_with_her_without_the_statutory_task_does_not_find_her_by_number(found_in: Register) -> None:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("update access_involvement set role = 'extern' where role = 'regisseur'")
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    assert why(found_in, found_in.town.jorien, "bakker")
    assert why(found_in, found_in.town.jorien, SANDRA) == []


def test_a_shielded_address_finds_nobody(found_in: Register) -> None:
    with speaking_as(DatabaseRole.IMPORT):
        PersonAddress.objects.update(level=4)
    assert why(found_in, found_in.town.jorien, "1781 AB 12") == []


def test_every_search_is_logged_also_of_nobody(found_in: Register) -> None:
    jorien = actor_of(found_in.town.jorien.id, found_in.town.at)
    for words in ("nobody", SANDRA):
        with recording("search.own") as trail, acting(jorien):
            find_own(words)
            write(trail)
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("select event, parts, dossier is null from audit_logline where what = 'search.own' order by id")
        found = cursor.fetchall()
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    assert found == [("search", ["person"], True), ("search", ["person_bsn"], False)]
