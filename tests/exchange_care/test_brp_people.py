"""Messages about the test persons of the BRP, by our own writer, end in households with three laws or more."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection

from kring.exchange.bsn import passes_eleven_test
from kring.exchange.istandaarden.catalogue import Kind, Law
from kring.exchange.istandaarden.messages import (
    Assignment,
    Client,
    Header,
    Message,
    Name,
    Person,
    Product,
    Start,
    Surname,
    Volume,
)
from kring.exchange.istandaarden.writer import file_name, write_message
from kring.exchange.models import DeliveryKind, DeliveryState
from kring.exchange.partial_date import PartialDate
from kring.exchange.services import in_the_register
from kring.ground.organisations.models import Organisation
from kring.ground.shared.period import Period
from kring.practice.care.models import Provision
from kring.practice.care.rules.help import Help, Stay, counted, effective
from kring.practice.care.rules.stack import Stack, stack_of
from kring.practice.households.identity import decrypted
from kring.practice.households.models import HouseholdMember, PersonBsn
from tests.exchange.examples import HOME
from tests.exchange.provision_files import CASE, file_of
from tests.exchange_care import stage
from tests.exchange_care.stage import bring, bring_file, count, dump

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

DAY = date(2026, 11, 1)
HOUSEHOLDS = 12
STATEMENTS_PER_FILE = 36
STATEMENTS_PER_CSV = 60
PROVIDER = "90000001"
PRODUCTS = {Law.JEUGDWET: Product("45", "45A48"), Law.WMO: Product("01", "01A01")}
Family = tuple[UUID, list[str]]


@pytest.fixture
def register(shared: Path) -> Organisation:
    controller = stage.make_municipality()
    content = (shared / "standards" / "haalcentraal" / "personen-testset.json").read_bytes()
    assert bring_file(controller, DeliveryKind.BRP, "personen.json", content).state is DeliveryState.DONE
    return controller


def families(least: int = 2) -> list[Family]:
    """Households with the BSNs of their people; one test person has a number that cannot exist."""
    with in_the_register():
        numbers = {row.subject_id: decrypted(row.bsn_encrypted) for row in PersonBsn.objects.all()}
        members: dict[UUID, list[str]] = defaultdict(list)
        for household, subject in HouseholdMember.objects.order_by("household_id", "subject_id").values_list(
            "household_id", "subject_id"
        ):
            if passes_eleven_test(numbers[subject]):
                members[household].append(numbers[subject])
    return [(household, sorted(people)) for household, people in sorted(members.items()) if len(people) >= least]


def person() -> Person:
    """What a provider's system wrote; the BSN says who it is."""
    name = Name(Surname("Boer"), given_names="Noor", initials="N", usage="1")
    return Person(birth=PartialDate(2000, 6, 3), sex="2", name=name, contacts=(HOME,))


def short_person() -> Person:
    return Person(birth=PartialDate(2000, 6, 3), sex="2", name=Name(Surname("Boer"), given_names="Noor", initials="N"))


def assignment(law: Law, bsn: str, number: int) -> Message:
    one = Assignment(
        number=number,
        assigned_on=date(2026, 1, 5),
        assigned_at=time(9, 30),
        starts_on=date(2026, 1, 10),
        ends_on=date(2026, 12, 31),
        product=PRODUCTS[law],
        volume=Volume(120, "01", "2"),
    )
    header = Header(stage.ZEEWAARD, PROVIDER, f"A{number}", date(2026, 1, 6))
    return Message(law, Kind.ASSIGNMENT, header, (Client(bsn, person(), assignments=(one,)),))


def start(law: Law, bsn: str, number: int) -> Message:
    one = Start(date(2026, 1, 12), "1", number, PRODUCTS[law], date(2026, 1, 10))
    header = Header(PROVIDER, stage.ZEEWAARD, f"S{number}", date(2026, 1, 13))
    return Message(law, Kind.START, header, (Client(bsn, short_person(), starts=(one,)),))


def messages(people: Sequence[str]) -> list[Message]:
    """For each person youth care or Wmo, in turn, assigned and started."""
    found = []
    for place, bsn in enumerate(people):
        law = (Law.JEUGDWET, Law.WMO)[place % 2]
        found += [assignment(law, bsn, 700000 + place), start(law, bsn, 700000 + place)]
    return found


def csv_of(people: Sequence[str]) -> bytes:
    base = CASE | {"gemeente": stage.ZEEWAARD}
    return file_of(*({**base, "zaaknummer": f"P-{place}", "bsn": bsn} for place, bsn in enumerate(people)))


def stacks() -> dict[UUID, Stack]:
    """Each household's facts on the day, by the rules of care."""
    with in_the_register():
        stays, helps = defaultdict(list), []
        for row in HouseholdMember.objects.all():
            stays[row.household_id].append(Stay(str(row.subject_id), Period(row.started_on, row.ended_on)))
        for one in Provision.objects.all():
            period = effective(one.started_on, one.ended_on, one.actual_start_on, one.actual_end_on)
            helps.append(Help(str(one.id), str(one.subject_id), one.law, one.product, period, str(one.provider_id)))
    return {household: stack_of(counted(helps, stay), DAY) for household, stay in stays.items()}


def counting(asked: Counter[str]) -> Callable[..., object]:
    """Counts every statement that is sent."""

    def count_and_send(send: Callable[..., object], sql: str, *rest: object) -> object:
        asked[sql.split(" ", 1)[0]] += 1
        return send(sql, *rest)

    return count_and_send


def test_families_of_the_brp_end_with_three_laws(register: Organisation) -> None:
    chosen = families()[:HOUSEHOLDS]
    people = [bsn for _household, members in chosen for bsn in members[:2]]

    results = bring(register, *messages(people))
    provisions = bring_file(register, DeliveryKind.PROVISIONS, "levering.csv", csv_of(people))

    assert {(result.state, count(result, "to_review")) for result in results} == {(DeliveryState.DONE, 0)}
    assert (provisions.state, count(provisions, "created")) == (DeliveryState.DONE, len(people))
    found = stacks()
    assert len(chosen) == HOUSEHOLDS
    assert {found[household].laws for household, _members in chosen} == {("jeugdwet", "participatiewet", "wmo")}


def test_a_delivery_of_messages_and_rows_asks_little_of_the_database(register: Organisation) -> None:
    """100 messages and 400 rows; counted in statements, so that neighbours do not matter."""
    people = [bsn for _household, members in families(1) for bsn in members][:50]
    files = [(file_name(message), DeliveryKind.ISTANDAARDEN, write_message(message)) for message in messages(people)]
    rows = csv_of([people[place % len(people)] for place in range(400)])
    files.append(("levering.csv", DeliveryKind.PROVISIONS, rows))

    asked = Counter[str]()
    with connection.execute_wrapper(counting(asked)):
        results = [bring_file(register, kind, name, content) for name, kind, content in files]

    assert asked.total() <= len(files) * STATEMENTS_PER_FILE
    assert sum(count(result, "created") for result in results) == 500
    was = dump()
    again = [bring_file(register, kind, name, content) for name, kind, content in files]
    assert {result.state for result in again} == {DeliveryState.UNCHANGED}
    assert dump() == was


@pytest.mark.parametrize("rows", [10, 400])
def test_many_cases_take_no_more_statements_than_ten(register: Organisation, rows: int) -> None:
    people = [bsn for _household, members in families(1) for bsn in members]
    asked = Counter[str]()
    with connection.execute_wrapper(counting(asked)):
        bring_file(register, DeliveryKind.PROVISIONS, "levering.csv", csv_of([people[n % 100] for n in range(rows)]))
    assert asked.total() <= STATEMENTS_PER_CSV
