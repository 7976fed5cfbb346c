"""A folder of messages: each a transaction of its own, and together the same as one after another by hand."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction

from kring.exchange.istandaarden.messages import Message
from kring.exchange.istandaarden.writer import file_name, write_message
from kring.exchange.models import Delivery, DeliveryKind, DeliveryState, ReviewItem, ReviewState
from kring.exchange.registry import Incoming
from kring.exchange.services import Result, deliver_all, in_the_register
from kring.ground.access.actor import system_actor
from kring.ground.organisations.models import Organisation
from kring.practice.households.identity import bsn_hash
from kring.practice.households.models import PersonBsn
from tests.conftest import TODAY
from tests.exchange.examples import ASSIGNMENT, DAAN, NOOR, PRODUCT
from tests.exchange_care import stage
from tests.exchange_care.stage import bring_file, numbered
from tests.exchange_care.test_brp_people import counting
from tests.exchange_care.test_message_refusals import OTHER_PROVIDER, UNKNOWN, of, same_name, sent_by
from tests.exchange_care.test_messages import FIRST, LAST, assigned, changed, credited, declared, started, stopped
from tests.exchange_store.dump import dump

pytestmark = pytest.mark.django_db

STATEMENTS_PER_FILE = 14
"""Four of them because the tests nest the transaction of a file in their own."""
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FRESH = re.compile(r'"(id|number)":\d+|"(_bericht|_feiten)": ?"[^"]*"|levering \d+')
MESSAGES = DeliveryKind.ISTANDAARDEN
Files = list[Incoming]
STORIES: list[tuple[str, Callable[[], list[Message]]]] = [
    ("in volgorde", lambda: [assigned(), started(), stopped(), declared(24000), credited(24000)]),
    ("alles wacht", lambda: [stopped(), declared(24000), started(), assigned()]),
    ("gewijzigd en verwijderd", lambda: [assigned(), changed(replace(ASSIGNMENT, ends_on=LAST)), started(status="3")]),
    ("geweigerd", lambda: [assigned(), sent_by(started(), OTHER_PROVIDER), of(started(name="S3"), DAAN), started()]),
    (
        "zelfde kenmerk",
        lambda: [
            assigned(),
            started(),
            same_name(started(FIRST + timedelta(days=1)), started()),
            declared(24000),
            declared(1),
        ],
    ),
    ("twee keer hetzelfde", lambda: [assigned(), assigned(), started(), started()]),
    ("onbekende cliënt", lambda: [of(assigned(), UNKNOWN), of(started(), UNKNOWN), assigned()]),
    ("nummer bezet", lambda: [assigned(), of(numbered(assigned(), "A2"), DAAN), declared(24000)]),
]


@pytest.fixture
def zeewaard() -> Organisation:
    controller = stage.make_municipality()
    stage.settle(controller, stage.NOOR, stage.DAAN)
    return controller


def files_of(messages: list[Message]) -> Files:
    return [Incoming(file_name(message), write_message(message)) for message in messages]


def by_folder(controller: Organisation, files: Files) -> list[Result]:
    with in_the_register():
        return list(deliver_all(actor=system_actor(TODAY), controller=controller, kind=MESSAGES, files=files))


def by_hand(controller: Organisation, files: Files) -> list[Result]:
    return [bring_file(controller, MESSAGES, file.name, file.content) for file in files]


def told(results: list[Result], first: int) -> list[tuple[object, ...]]:
    return [
        (result.number - first, result.state, result.counts, [str(finding) for finding in result.findings])
        for result in results
    ]


def kept() -> dict[str, list[str]]:
    """Everything that is stored, but for keys and seals, which are different each time."""
    without = {table: [UUID.sub("*", row) for row in rows] for table, rows in dump().items()}
    return {table: sorted(FRESH.sub("*", row) for row in rows) for table, rows in without.items()}


def tried(
    bring: Callable[[Organisation, Files], list[Result]], controller: Organisation, files: Files
) -> tuple[object, object]:
    """What is told and kept, and then undone."""
    with transaction.atomic():
        results = bring(controller, files)
        with in_the_register():
            first = Delivery.objects.order_by("number")[0].number
        outcome = told(results, first), kept()
        transaction.set_rollback(True)
    return outcome


@pytest.mark.parametrize("story", [each[1] for each in STORIES], ids=[each[0] for each in STORIES])
def test_a_folder_does_what_its_files_do_one_by_one(zeewaard: Organisation, story: Callable[[], list[Message]]) -> None:
    files = files_of(story())

    assert tried(by_folder, zeewaard, files) == tried(by_hand, zeewaard, files)


def test_a_folder_a_second_time_changes_nothing_and_asks_next_to_nothing(zeewaard: Organisation) -> None:
    files = files_of([assigned(), started(), stopped(), declared(24000)])
    first = by_folder(zeewaard, files)
    was = dump()

    asked = Counter[str]()
    with connection.execute_wrapper(counting(asked)):
        again = by_folder(zeewaard, files)

    assert [result.state for result in again] == [DeliveryState.UNCHANGED] * 4
    assert [result.number for result in again] == [result.number for result in first]
    assert dump() == was
    assert asked.total() <= STATEMENTS_PER_FILE


@pytest.mark.parametrize("families", [5, 40])
def test_each_file_of_a_folder_takes_few_statements(zeewaard: Organisation, families: int) -> None:
    """Two messages for each assignment; what the register holds is asked once, not per file."""
    messages = []
    for number in range(300300, 300300 + families):
        one = numbered(of(assigned(), NOOR), f"A{number}")
        (client,) = one.clients
        messages.append(replace(one, clients=(replace(client, assignments=(replace(ASSIGNMENT, number=number),)),)))
        told_of = numbered(started(), f"S{number}")
        (client,) = told_of.clients
        start = replace(client.starts[0], assignment=number, product=PRODUCT)
        messages.append(replace(told_of, clients=(replace(client, starts=(start,)),)))
    asked = Counter[str]()
    with connection.execute_wrapper(counting(asked)):
        results = by_folder(zeewaard, files_of(messages))
    assert {result.state for result in results} == {DeliveryState.DONE}
    assert asked.total() <= STATEMENTS_PER_FILE * len(messages) + 20


def test_only_the_last_file_of_a_folder_waits_for_the_disk(zeewaard: Organisation) -> None:
    said: list[str] = []

    def listening(send: Callable[..., object], sql: str, *rest: object) -> object:
        said.append(sql)
        return send(sql, *rest)

    with connection.execute_wrapper(listening):
        by_folder(zeewaard, files_of([assigned(), started(), stopped()]))
    assert sum("synchronous_commit" in sql for sql in said) == 2
    said.clear()
    with connection.execute_wrapper(listening):
        by_hand(zeewaard, files_of([declared(24000)]))
    assert not any("synchronous_commit" in sql for sql in said)


def test_a_client_whom_the_steward_pointed_out_is_found_in_the_whole_folder(zeewaard: Organisation) -> None:
    """Daan's other number was matched before: all messages about it go to Daan."""
    by_folder(zeewaard, files_of([of(numbered(assigned(), "A0"), UNKNOWN)]))
    with in_the_register():
        daan = PersonBsn.objects.get(bsn_hmac=bsn_hash(DAAN)).subject_id
        ReviewItem.objects.update(state=ReviewState.MATCHED, chosen=daan, decided_at=TODAY, applied_at=TODAY)

    shortened = changed(replace(ASSIGNMENT, ends_on=LAST))
    results = by_folder(zeewaard, files_of([of(assigned(), UNKNOWN), of(shortened, UNKNOWN)]))

    assert [result.state for result in results] == [DeliveryState.DONE] * 2
    one = stage.provision()
    assert (one.subject_id, one.ended_on) == (daan, LAST)
