"""Families in the register zone as deliveries of the BRP leave them, one after the other."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from kring.exchange.brp.records import (
    AuthorityHolder,
    AuthorityKind,
    AuthorityRecord,
    Coded,
    FamilyMember,
    HolderRole,
    Suspension,
)
from kring.exchange.models import Delivery, DeliveryKind
from kring.exchange.partial_date import PartialDate
from kring.exchange.services import undo
from kring.exchange.session import Outcome
from kring.ground.areas.queries import areas_by_name
from kring.ground.shared.levels import Level
from kring.practice.households.models import (
    Authority,
    Household,
    HouseholdMember,
    Person,
    PersonAddress,
    PersonBsn,
    Relation,
)
from kring.practice.households.models import (
    AuthorityKind as Kind,
)
from tests.access.people import make_dossier
from tests.exchange_store.town import Register, importing, make_register
from tests.households.people import DIJK, KARIM, NOOR, SANDRA, at, deliver_persons, family, person, subject_of

pytestmark = pytest.mark.django_db

KADE = at("1781AC", 3, date(2026, 9, 1))
EVERYONE = {"Sandra Bakker", "Karim El Amrani", "Noor El Amrani", "Yara El Amrani"}


@pytest.fixture
def register(now: datetime) -> Register:
    return make_register(now)


@pytest.fixture
def settled(register: Register) -> Register:
    deliver_persons(register, *family().values())
    return register


def test_a_family_at_one_address_is_one_household_since_each_came_to_live_there(settled: Register) -> None:
    assert present_households() == [EVERYONE]
    with importing():
        assert set(HouseholdMember.objects.values_list("started_on", flat=True)) == {date(2019, 5, 1)}


def test_a_neighbour_at_the_same_number_is_another_household(settled: Register) -> None:
    deliver_persons(settled, person("999990056", "Piet", "Mol", date(1950, 1, 1)))
    assert present_households() == [{"Piet Mol"}, EVERYONE]


def test_family_at_another_address_is_another_household(settled: Register) -> None:
    grandmother = replace(person("999990056", "Fatma", "El Amrani", date(1950, 1, 1), at("1781AB", 14)))
    deliver_persons(settled, replace(grandmother, children=(member(KARIM),)))
    assert present_households() == [{"Fatma El Amrani"}, EVERYONE]


def test_an_addition_makes_another_home(settled: Register) -> None:
    upstairs = replace(person("999990056", "Fatma", "El Amrani", date(1950, 1, 1), at("1781AB", 12, letter="A")))
    deliver_persons(settled, replace(upstairs, children=(member(KARIM),)))
    assert len(present_households()) == 2


def test_moving_closes_the_old_membership_and_opens_a_new_one(settled: Register) -> None:
    deliver_persons(settled, replace(family()[KARIM], address=KADE))

    assert present_households() == [{"Karim El Amrani"}, EVERYONE - {"Karim El Amrani"}]
    with importing():
        karim = HouseholdMember.objects.filter(subject=subject_of(settled, KARIM)).order_by("started_on")
        periods = [(row.started_on, row.ended_on) for row in karim]
    assert periods == [(date(2019, 5, 1), date(2026, 9, 1)), (date(2026, 9, 1), None)]


def test_the_others_stay_in_the_household_they_were_in(settled: Register) -> None:
    before = household_of(settled, SANDRA)
    deliver_persons(settled, replace(family()[KARIM], address=KADE))
    assert household_of(settled, SANDRA) == household_of(settled, NOOR) == before


def test_a_family_that_moves_together_is_together_again(settled: Register) -> None:
    deliver_persons(settled, *(replace(one, address=KADE) for one in family().values()))
    assert present_households() == [EVERYONE]
    with importing():
        assert HouseholdMember.objects.filter(ended_on=date(2026, 9, 1)).count() == 4


def test_who_comes_back_opens_a_third_membership(settled: Register) -> None:
    deliver_persons(settled, replace(family()[KARIM], address=KADE))
    deliver_persons(settled, replace(family()[KARIM], address=replace(DIJK, since=PartialDate(2026, 10, 1))))
    assert present_households() == [EVERYONE]
    with importing():
        assert HouseholdMember.objects.filter(subject=subject_of(settled, KARIM)).count() == 3


def test_undoing_a_move_puts_everyone_back(settled: Register) -> None:
    moved = deliver_persons(settled, replace(family()[KARIM], address=KADE))
    with importing():
        undone = undo(actor=settled.system, delivery=Delivery.objects.get(number=moved.number))
    assert undone.left == ()
    assert present_households() == [EVERYONE]
    with importing():
        assert not HouseholdMember.objects.exclude(ended_on=None).exists()
        assert PersonAddress.objects.count() == 4


def test_undoing_an_earlier_move_leaves_what_came_after_it(settled: Register) -> None:
    """Karim moved twice; undoing the first move would put him in two places at once."""
    first = deliver_persons(settled, replace(family()[KARIM], address=KADE))
    second = deliver_persons(settled, replace(family()[KARIM], address=at("1781AD", 8, date(2026, 10, 1))))
    with importing():
        undone = undo(actor=settled.system, delivery=Delivery.objects.get(number=first.number))
        assert PersonAddress.objects.filter(subject=subject_of(settled, KARIM), ended_on=None).count() == 1
    assert {left.line for left in undone.left} >= {2}
    assert f"Levering {second.number} heeft de rij daarna gewijzigd." in {left.why for left in undone.left}


def test_undoing_puts_back_a_tie_that_was_taken_away(settled: Register) -> None:
    apart = deliver_persons(settled, *(replace(one, partners=()) for one in family().values()))
    with importing():
        assert undo(actor=settled.system, delivery=Delivery.objects.get(number=apart.number)).left == ()
        assert Relation.objects.filter(kind="partner").count() == 2


def test_a_family_of_which_someone_is_in_a_dossier_stays_when_its_delivery_is_undone(settled: Register) -> None:
    """The database refuses to let go of a person that a dossier refers to; what belongs together stays together."""
    stranger = person("999990056", "Piet", "Mol", date(1950, 1, 1))
    deliver_persons(settled, stranger, *(replace(one, sex="M") for one in family().values()))
    make_dossier(settled.town, "Bakker – El Amrani", [(subject_of(settled, SANDRA), "moeder")])
    with importing():
        first = Delivery.objects.order_by("number").first()
        assert first is not None
        last = Delivery.objects.order_by("-number").first()
        assert last is not None
        assert undo(actor=settled.system, delivery=last).left == ()
        undone = undo(actor=settled.system, delivery=first)
        names = set(Person.objects.values_list("display_name", flat=True))
    assert "Sandra Bakker" in names
    assert "Piet Mol" not in names
    assert "De rij wordt inmiddels gebruikt." in {left.why for left in undone.left}


def test_who_died_leaves_the_household_on_that_day(settled: Register) -> None:
    dead = replace(family()[KARIM], death=PartialDate(2026, 8, 5), suspension=Suspension(Coded("O", "overlijden")))
    deliver_persons(settled, dead)
    assert present_households() == [EVERYONE - {"Karim El Amrani"}]
    with importing():
        karim = HouseholdMember.objects.get(subject=subject_of(settled, KARIM))
    assert karim.ended_on == date(2026, 8, 5)


def test_a_divorce_at_the_same_address_parts_people_without_children(register: Register, now: datetime) -> None:
    sandra, karim = (replace(family()[bsn], children=()) for bsn in (SANDRA, KARIM))
    deliver_persons(register, sandra, karim)
    assert len(present_households()) == 1
    divorced = PartialDate.of(now.date() - timedelta(days=10))
    deliver_persons(
        register, *(replace(one, partners=(replace(one.partners[0], until=divorced),)) for one in (sandra, karim))
    )
    assert present_households() == [{"Karim El Amrani"}, {"Sandra Bakker"}]


def test_someone_with_a_letter_address_lives_with_nobody(settled: Register) -> None:
    deliver_persons(settled, replace(family()[KARIM], address=replace(DIJK, function="B")))
    assert present_households() == [{"Karim El Amrani"}, EVERYONE - {"Karim El Amrani"}]


def test_a_secrecy_mark_shields_the_address_and_stays_when_the_mark_goes(settled: Register) -> None:
    """The import raises a level and never lowers it: the address may be shielded for another reason."""
    deliver_persons(settled, replace(family()[SANDRA], secrecy=True))
    assert level_of(settled, SANDRA) is Level.SHIELDED
    result = deliver_persons(settled, replace(family()[SANDRA], address=KADE))
    assert level_of(settled, SANDRA) is Level.SHIELDED
    assert [finding.rule for finding in result.findings] == ["BRP-GEHEIM"]


def test_authority_is_kept_per_child_with_kind_source_and_day(settled: Register, now: datetime) -> None:
    with importing():
        rows = Authority.objects.filter(subject=subject_of(settled, NOOR))
        assert {(row.holder_id, row.kind, row.source, row.checked_on) for row in rows} == {
            (subject_of(settled, bsn).id, Kind.JOINT_PARENTS, "BRP", now.date()) for bsn in (SANDRA, KARIM)
        }


def test_authority_that_is_no_longer_stated_ends_and_is_not_lost(settled: Register, now: datetime) -> None:
    alone = AuthorityRecord(AuthorityKind.ONE_PARENT, NOOR, (AuthorityHolder(HolderRole.PARENT, SANDRA),))
    deliver_persons(settled, replace(family()[NOOR], authority=(alone,)))
    with importing():
        rows = Authority.objects.filter(subject=subject_of(settled, NOOR))
        assert {(row.kind, row.ended_on) for row in rows} == {
            (Kind.JOINT_PARENTS, now.date()),
            (Kind.ONE_PARENT, None),
        }


def test_a_guardian_we_hold_no_data_of_is_kept_without_a_holder(register: Register) -> None:
    guardian = AuthorityRecord(AuthorityKind.GUARDIANSHIP, NOOR, ())
    deliver_persons(register, replace(family()[NOOR], authority=(guardian,)))
    with importing():
        assert [(row.kind, row.holder_id) for row in Authority.objects.all()] == [(Kind.GUARDIAN, None)]


def test_of_relatives_outside_the_register_nothing_is_kept(register: Register) -> None:
    deliver_persons(register, family()[NOOR])
    with importing():
        assert (Person.objects.count(), Relation.objects.count()) == (1, 0)


def test_a_relative_who_comes_later_is_tied_by_either_record(register: Register) -> None:
    deliver_persons(register, family()[NOOR])
    deliver_persons(register, family()[SANDRA])
    assert present_households() == [{"Noor El Amrani", "Sandra Bakker"}]


def test_a_tie_that_both_records_no_longer_state_is_taken_away(settled: Register) -> None:
    without = [replace(one, partners=()) for one in family().values()]
    deliver_persons(settled, *without)
    with importing():
        assert not Relation.objects.filter(kind="partner").exists()


def test_a_tie_that_one_of_two_records_states_stays(settled: Register) -> None:
    deliver_persons(settled, replace(family()[KARIM], partners=()))
    with importing():
        assert Relation.objects.filter(kind="partner").count() == 2


def test_a_person_without_bsn_goes_to_the_review_list_and_into_no_household(settled: Register) -> None:
    result = deliver_persons(settled, person(None, "Onbekend", "Bakker", date(1990, 1, 1)))
    assert result.counts == {Outcome.TO_REVIEW: 1}
    assert present_households() == [EVERYONE]


def test_a_person_without_bsn_of_whom_all_details_fit_one_is_certain(settled: Register) -> None:
    spelled = replace(family()[SANDRA].name, given_names="SANDRA maria")
    result = deliver_persons(settled, replace(family()[SANDRA], bsn=None, name=spelled))
    assert result.counts == {Outcome.CHANGED: 1}
    with importing():
        assert (Person.objects.count(), PersonBsn.objects.count()) == (4, 4)


def test_addresses_that_come_later_lay_people_and_households_in_their_area(settled: Register) -> None:
    settled.bring(
        DeliveryKind.ADDRESSES,
        "postcode;huisnummer;x;y;buurtcode;buurt;gemeentecode;gebied\n"
        "1781AB;12;114000;552000;BU09990001;Oude Dijk;0999;Noord\n",
    )
    with importing():
        noord = areas_by_name(settled.controller.id)["Noord"]
        assert set(PersonAddress.objects.values_list("area", flat=True)) == {noord}
        assert [row.area for row in Household.objects.all()] == [noord]


def member(bsn: str) -> FamilyMember:
    return FamilyMember(bsn)


def present_households() -> list[set[str]]:
    """By the names of their members, the smallest first."""
    found: dict[UUID, set[str]] = defaultdict(set)
    with importing():
        names = dict(Person.objects.values_list("subject_id", "display_name"))
        for house, subject in HouseholdMember.objects.filter(ended_on=None).values_list("household_id", "subject_id"):
            found[house].add(names[subject])
    return sorted(found.values(), key=lambda members: (len(members), min(members)))


def household_of(register: Register, bsn: str) -> UUID:
    with importing():
        return HouseholdMember.objects.get(subject=subject_of(register, bsn), ended_on=None).household_id


def level_of(register: Register, bsn: str) -> Level:
    with importing():
        return Level(PersonAddress.objects.get(subject=subject_of(register, bsn), ended_on=None).level)
