"""How a family is reached: who writes it down, at which level, and what each reader sees of it."""

from datetime import date, datetime

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import acting
from kring.ground.access.models import Account, Subject
from kring.ground.access.services import Naming, name_reader
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import ContactKind, PersonAddress, PersonContact, PersonIdentity
from kring.practice.households.reaching import Reach, reach_of, shielded_rows
from kring.practice.households.rules.reaching import can_be_contact, can_change_level
from kring.practice.households.services import (
    ContactWords,
    add_contact,
    correct_contact,
    end_contact,
    shield_people,
    shield_row,
)
from tests.access.nowak import WHY, Nowak, make_nowak
from tests.access.people import give_role, make_family_account
from tests.conftest import speaking_as

pytestmark = pytest.mark.django_db

PHONE = ContactWords(ContactKind.PHONE, "06 0006 8317")
SCHOOL = ContactWords(ContactKind.SCHOOL, "Basisschool De Kruidentuin")


@pytest.fixture
def nowak(now: datetime) -> Nowak:
    return make_nowak(now)


def add(nowak: Nowak, who: str, words: ContactWords = PHONE, subject: Subject | None = None) -> PersonContact:
    actor = nowak.actor(who)
    with recording("test"), acting(actor):
        return add_contact(actor=actor, dossier=nowak.dossier.id, subject=(subject or nowak.agnieszka).id, words=words)


def live(nowak: Nowak, *, secret: bool) -> None:
    """Agnieszka at an address as an import leaves it."""
    with speaking_as(DatabaseRole.IMPORT):
        PersonIdentity.objects.create(subject=nowak.agnieszka, secrecy=secret)
        PersonAddress.objects.create(
            subject=nowak.agnieszka,
            level=Level.SHIELDED if secret else Level.CONTACT,
            kind="full",
            street="Kruisbessenhof",
            number="8317",
            postcode="9996QZ",
            place="Zeewaard",
            source="BRP",
        )


def reach(nowak: Nowak, who: str) -> list[tuple[str, str | None]]:
    return [(row.kind, row.text) for row in rows(nowak, getattr(nowak.town, who))]


def rows(nowak: Nowak, account: Account) -> tuple[Reach, ...]:
    actor = nowak.town.actor(account)
    with recording("test"), acting(actor, dossier=nowak.dossier.id):
        return reach_of(actor, nowak.dossier.id, [nowak.agnieszka.id])[nowak.agnieszka.id]


def named(nowak: Nowak, who: str, level: Level = Level.SHIELDED) -> None:
    actor = nowak.actor("naima")
    account: Account = getattr(nowak.town, who)
    naming = Naming(account.id, level, "Gaat bij het gezin langs.", date(2027, 1, 5))
    with recording("test"), acting(actor):
        name_reader(actor=actor, dossier=nowak.dossier, naming=naming)


def shielded(nowak: Nowak, who: str, row: Reach, level: Level, why: str = WHY) -> None:
    actor = nowak.actor(who)
    with recording("test"), acting(actor):
        shield_row(actor=actor, dossier=nowak.dossier, row=row, level=level, ground=why)


def test_who_leads_writes_it_down_and_who_works_with_the_family_reads_it(nowak: Nowak) -> None:
    add(nowak, "jorien")
    add(nowak, "naima", SCHOOL)
    wanted = [("phone", PHONE.value), ("school", SCHOOL.value)]
    assert reach(nowak, "henk") == reach(nowak, "jorien") == wanted
    assert reach(nowak, "annet") == []


@pytest.mark.parametrize("who", ["henk", "mark", "fatima", "annet", "bram"])
def test_nobody_else_writes_it_down(nowak: Nowak, who: str) -> None:
    with pytest.raises(Refused, match="regisseur en de achtervang"):
        add(nowak, who)


def test_it_is_put_right_and_ended_and_what_was_stays(nowak: Nowak) -> None:
    contact = add(nowak, "jorien")
    jorien = nowak.actor("jorien")
    with recording("test"), acting(jorien):
        correct_contact(actor=jorien, dossier=nowak.dossier.id, contact=contact, value="06 0006 8318")
    assert reach(nowak, "jorien") == [("phone", "06 0006 8318")]
    with recording("test"), acting(jorien):
        end_contact(actor=jorien, dossier=nowak.dossier.id, contact=contact)
        assert PersonContact.objects.get().ended_on == jorien.today
    assert reach(nowak, "jorien") == []


@pytest.mark.parametrize(
    ("kind", "value", "good"),
    [
        ("phone", "06 1234 5678", True),
        ("phone", "+31 6 12345678", True),
        ("phone", "1234", False),
        ("phone", "bel mij maar", False),
        ("email", "agnieszka@voorbeeld.nl", True),
        ("email", "agnieszka", False),
        ("school", "De Kruidentuin", True),
        ("school", "  ", False),
        ("school", "x" * 201, False),
    ],
)
def test_what_a_number_an_address_and_a_school_look_like(kind: str, value: str, good: bool) -> None:
    assert bool(can_be_contact(kind, value)) is good


def test_a_secret_number_is_written_by_who_reads_it_and_read_by_who_is_named(nowak: Nowak) -> None:
    secret = ContactWords(ContactKind.PHONE, PHONE.value, Level.SHIELDED)
    with pytest.raises(Refused, match="mag u zelf niet lezen"):
        add(nowak, "jorien", secret)
    named(nowak, "jorien")
    add(nowak, "jorien", secret)
    assert reach(nowak, "jorien") == [("phone", PHONE.value)]
    assert reach(nowak, "henk") == [("phone", None)]


def test_a_secret_address_is_said_to_be_secret_to_who_would_else_read_it(nowak: Nowak) -> None:
    live(nowak, secret=True)
    assert reach(nowak, "henk") == reach(nowak, "jorien") == [("address", None)]
    tomasz = make_family_account(nowak.town, nowak.tomasz, "Tomasz Nowak")
    give_role(nowak.town, nowak.dossier, tomasz, roles.ADULT)
    assert rows(nowak, tomasz) == ()
    agnieszka = make_family_account(nowak.town, nowak.agnieszka, "Agnieszka Nowak")
    give_role(nowak.town, nowak.dossier, agnieszka, roles.ADULT)
    [own] = rows(nowak, agnieszka)
    assert own.text == "Kruisbessenhof 8317, 9996QZ Zeewaard"


def test_what_is_protected_leaves_no_gap_but_for_who_watches_over_it(nowak: Nowak) -> None:
    add(nowak, "jorien")
    [row] = rows(nowak, nowak.town.jorien)
    shielded(nowak, "jorien", row, Level.PROTECTED)
    assert reach(nowak, "henk") == []
    assert reach(nowak, "jorien") == reach(nowak, "fatima") == [("phone", None)]


def test_who_leads_raises_and_only_the_safeguarding_officer_lowers(nowak: Nowak) -> None:
    add(nowak, "jorien")
    [row] = rows(nowak, nowak.town.jorien)
    for who in ("henk", "mark", "annet"):
        with pytest.raises(Refused, match="aandachtsfunctionaris"):
            shielded(nowak, who, row, Level.SHIELDED)
    shielded(nowak, "naima", row, Level.SHIELDED)
    [hidden] = rows(nowak, nowak.town.jorien)
    assert (hidden.text, hidden.level) == (None, Level.SHIELDED)
    with pytest.raises(Refused, match="Alleen de aandachtsfunctionaris"):
        shielded(nowak, "jorien", hidden, Level.CONTACT)
    shielded(nowak, "fatima", hidden, Level.CONTACT)
    assert reach(nowak, "henk") == [("phone", PHONE.value)]


def test_the_secrecy_mark_of_the_brp_is_nobodys_to_lower(nowak: Nowak) -> None:
    live(nowak, secret=True)
    with acting(nowak.actor("fatima")):
        [row] = shielded_rows(nowak.dossier.id)
    assert row.by_register
    with pytest.raises(Refused, match="BRP"):
        shielded(nowak, "fatima", row, Level.CONTACT)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"level": 2}, "Kies open"),
        ({"level": 0, "before": 0}, "al op dit niveau"),
        ({"ground": " "}, "Schrijf op"),
    ],
)
def test_a_change_of_level_that_is_not_in_order(change: dict[str, object], why: str) -> None:
    given: dict[str, object] = {"before": 0, "level": 4, "by_register": False, "ground": WHY} | change
    verdict = can_change_level(**given)  # type: ignore[arg-type]  # a table of faults
    assert not verdict
    assert why in str(verdict.reason)


def test_shielding_a_person_shields_where_she_is(nowak: Nowak) -> None:
    live(nowak, secret=False)
    add(nowak, "jorien")
    add(nowak, "jorien", SCHOOL, nowak.tomasz)
    jorien = nowak.actor("jorien")
    with recording("test"), acting(jorien):
        found = reach_of(jorien, nowak.dossier.id, [nowak.agnieszka.id, nowak.tomasz.id])
        together = [row for one in found.values() for row in one]
        people = [nowak.agnieszka.id]
        shield_people(
            actor=jorien, dossier=nowak.dossier, people=people, level=Level.SHIELDED, ground=WHY, rows=together
        )
        after = reach_of(jorien, nowak.dossier.id, [nowak.agnieszka.id, nowak.tomasz.id])
    assert [row.text for row in after[nowak.agnieszka.id]] == [None, None]
    assert [row.text for row in after[nowak.tomasz.id]] == [SCHOOL.value]
