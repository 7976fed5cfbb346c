"""Inviting somebody of the family: by whom, from which age, and which parent (BR-078, BR-080, BR-085)."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import acting
from kring.ground.access.models import Invitation, Involvement, Login, Representation
from kring.ground.access.queries import OwnAccess, own_access
from kring.ground.access.services import NewMember, link_subject
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import Authority, PersonIdentity, Relation
from kring.practice.leads.rules import can_let_in
from kring.practice.leads.services.inviting import Wanted, end_access, invite_member
from kring.practice.plans.models import Plan
from tests.access.people import actor_of, give_role, make_dossier, make_subject
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family, make_plan

pytestmark = pytest.mark.django_db

ADDRESS = "karima@voorbeeld.test"


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def karima(family: Family) -> UUID:
    """Lives with them, thirty years old, and has no account."""
    return comes_to_live(family, "Karima Haddou", date(1996, 4, 2))


def comes_to_live(family: Family, name: str, born: date) -> UUID:
    subject = make_subject(family.town.municipality, name)
    with speaking_as(DatabaseRole.IMPORT):
        PersonIdentity.objects.create(
            subject=subject, birth_year=born.year, birth_month=born.month, birth_day=born.day
        )  # fmt: skip
    with family.acting("mark", ago=timedelta(days=2)) as mark:
        link_subject(actor=mark, dossier=family.dossier, member=NewMember(subject.id, "huisgenoot"), ground="woont er")
    return subject.id


def is_parent(family: Family, parent: UUID, child: str, *, has_authority: bool) -> None:
    with speaking_as(DatabaseRole.IMPORT):
        Relation.objects.create(subject_id=parent, other_id=family.subject(child), kind="parent", source="BRP")
        if has_authority:
            Authority.objects.create(
                subject_id=family.subject(child), holder_id=parent, kind="joint_parents", source="BRP",
                checked_on=date(2026, 10, 1),
            )  # fmt: skip


def invite(family: Family, subject: UUID, *, by: str = "jorien", told: bool = False) -> Invitation | None:
    with family.acting(by, ago=timedelta(minutes=5)) as actor:
        wanted = Wanted(subject, ADDRESS, by_mail=False, told=told)
        return invite_member(actor=actor, dossier=family.dossier, wanted=wanted)


def signs_in(account: UUID, email: str) -> None:
    login = Login(id=account, email=email)
    login.set_unusable_password()
    login.save(force_insert=True)


def access(family: Family) -> dict[UUID, OwnAccess]:
    with family.acting("jorien"):
        return own_access(family.id)


def sees_plan(family: Family, account: UUID) -> bool:
    with recording("test"), acting(actor_of(account, family.town.at)):
        return Plan.objects.filter(dossier=family.dossier).exists()


@pytest.mark.parametrize(
    ("age", "children", "over", "told", "may"),
    [
        (None, 0, 0, True, False),
        (11, 0, 0, True, False),
        (12, 0, 0, False, False),
        (12, 0, 0, True, True),
        (15, 0, 0, True, True),
        (16, 0, 0, False, True),
        (34, 2, 0, True, False),
        (34, 2, 1, False, True),
        (34, 0, 0, False, True),
    ],
)
def test_who_may_have_an_own_account(age: int | None, children: int, over: int, told: bool, may: bool) -> None:
    assert bool(can_let_in(age, children=children, authority_over=over, told=told)) is may


def test_who_leads_invites_and_the_plan_opens_with_the_link(family: Family, karima: UUID) -> None:
    make_plan(family)
    made = invite(family, karima)
    assert made is not None
    assert (made.email, made.dossier_id) == (ADDRESS, family.id)
    assert access(family)[karima].invited_at is not None
    assert access(family)[karima].since is None
    signs_in(made.account_id, ADDRESS)
    assert access(family)[karima].since is not None
    assert sees_plan(family, made.account_id)


def test_a_parent_with_authority_reads_for_the_child_until_its_sixteenth_birthday(family: Family, karima: UUID) -> None:
    is_parent(family, karima, "Finn", has_authority=True)
    invite(family, karima)
    with speaking_as(DatabaseRole.GATE):
        held = Representation.objects.get(holder=karima)
    assert (held.child_id, held.ended_at and held.ended_at.date()) == (family.subject("Finn"), date(2031, 1, 19))


def test_a_parent_without_authority_gets_no_portal_and_who_leads_reads_why(family: Family, karima: UUID) -> None:
    is_parent(family, karima, "Finn", has_authority=False)
    with pytest.raises(Refused, match="geen gezag"):
        invite(family, karima)
    assert karima not in access(family)


def test_a_child_of_eleven_has_no_account_and_one_of_thirteen_after_it_was_talked_over(family: Family) -> None:
    with pytest.raises(Refused, match="jonger dan 12"):
        invite(family, family.subject("Finn"), told=True)
    sanne = comes_to_live(family, "Sanne Haddou", date(2013, 3, 1))
    with pytest.raises(Refused, match="Bespreek dit eerst"):
        invite(family, sanne)
    made = invite(family, sanne, told=True)
    assert made is not None
    with speaking_as(DatabaseRole.GATE):
        given = Involvement.objects.filter(account=made.account_id).order_by("started_at")
        assert [one.role for one in given] == [roles.YOUNG.code, roles.YOUTH.code, roles.ADULT.code]


@pytest.mark.parametrize("name", ["henk", "marloes", "stefan"])
def test_only_who_leads_reads_who_has_own_access(family: Family, name: str) -> None:
    assert access(family)
    with family.acting(name):
        assert own_access(family.id) == {}


@pytest.mark.parametrize("name", ["henk", "marloes", "bram"])
def test_nobody_else_invites(family: Family, karima: UUID, name: str) -> None:
    with pytest.raises(Refused, match="nodigt iemand van het gezin uit"):
        invite(family, karima, by=name)


def test_two_people_do_not_share_an_address(family: Family, karima: UUID) -> None:
    signs_in(family.stefan.id, ADDRESS)
    with pytest.raises(Refused, match="hoort al bij een ander account"):
        invite(family, karima)


def test_who_signs_in_already_needs_no_link_for_a_second_plan(family: Family) -> None:
    signs_in(family.marloes.id, "marloes@voorbeeld.test")
    second = make_dossier(family.town, "Haddou", [(family.subjects["Marloes Bakker"], "tante")])
    give_role(family.town, second, family.town.henk, roles.REGISSEUR)
    wanted = Wanted(family.subject("Marloes Bakker"), "marloes@voorbeeld.test")
    with family.acting("henk", ago=timedelta(minutes=5)) as henk:
        assert invite_member(actor=henk, dossier=second, wanted=wanted) is None


def test_inviting_again_makes_the_first_link_worthless_and_nobody_a_second_role(family: Family, karima: UUID) -> None:
    first, second = invite(family, karima), invite(family, karima)
    assert first is not None
    assert second is not None
    with speaking_as(DatabaseRole.GATE):
        assert Invitation.objects.get(id=first.id).withdrawn_at is not None
        assert Involvement.objects.filter(account=second.account_id).count() == 1


def test_withdrawing_ends_the_link_and_the_access_and_needs_a_reason(family: Family, karima: UUID) -> None:
    make_plan(family)
    made = invite(family, karima)
    assert made is not None
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="waarom"):
        end_access(actor=jorien, dossier=family.dossier, subject=karima, ground=" ")
    assert sees_plan(family, made.account_id)
    with family.acting("jorien") as jorien:
        end_access(actor=jorien, dossier=family.dossier, subject=karima, ground="woont er niet meer")
    with speaking_as(DatabaseRole.GATE):
        assert Invitation.objects.get(id=made.id).withdrawn_at is not None
    assert not sees_plan(family, made.account_id)
    assert karima not in access(family)
