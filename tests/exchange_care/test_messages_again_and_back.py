"""The same messages again change nothing, and taking a delivery back leaves the register as it was."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.messages import Message
from kring.exchange.istandaarden.writer import write_message
from kring.exchange.journal import Journal
from kring.exchange.models import Delivery, DeliveryKind, DeliveryState, ReviewItem, ReviewState
from kring.exchange.registry import connector_for
from kring.exchange.services import in_the_register
from kring.exchange.session import Session
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Subject
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation
from kring.practice.care.models import Provision, ProvisionCost
from tests.conftest import TODAY
from tests.exchange.examples import ASSIGNMENT, EXAMPLES
from tests.exchange_care import stage
from tests.exchange_care.stage import bring, bring_file, count, dump, numbered, provision, take_back
from tests.exchange_care.test_message_refusals import UNKNOWN, of
from tests.exchange_care.test_messages import LAST, assigned, changed, credited, declared, started, stopped

pytestmark = pytest.mark.django_db

STORY: tuple[Callable[[], Message], ...] = (assigned, started, stopped, lambda: declared(24000))


@pytest.fixture
def zeewaard() -> Organisation:
    controller = stage.make_municipality()
    stage.settle(controller, stage.NOOR, stage.DAAN)
    return controller


def test_the_same_files_again_change_nothing(zeewaard: Organisation) -> None:
    first = bring(zeewaard, *(message() for message in STORY))
    was = dump()

    again = bring(zeewaard, *(message() for message in STORY))

    assert [result.state for result in again] == [DeliveryState.UNCHANGED] * len(STORY)
    assert [result.number for result in again] == [result.number for result in first]
    assert dump() == was


def test_the_same_message_laid_out_otherwise_changes_nothing(zeewaard: Organisation) -> None:
    bring(zeewaard, *(message() for message in STORY))
    was = dump()

    for make in STORY:
        content = write_message(make()).replace(b"\r\n", b"\n").replace(b"  ", b"\t")
        result = bring_file(zeewaard, DeliveryKind.ISTANDAARDEN, "anders.xml", content)
        assert (count(result, "unchanged"), count(result, "created")) == (1, 0)

    assert dump() == was


def test_a_file_of_one_line_keeps_its_clients_apart(zeewaard: Organisation) -> None:
    content = b"".join(line.strip() for line in write_message(EXAMPLES[Kind.DECLARATION]).split(b"\r\n"))
    result = bring_file(zeewaard, DeliveryKind.ISTANDAARDEN, "regel.xml", content)
    assert (result.state, result.rows, count(result, "created")) == (DeliveryState.DONE, 2, 2)


BACK: list[tuple[str, list[Callable[[], Message]], Callable[[], Message]]] = [
    ("toewijzing", [], assigned),
    ("gewijzigde toewijzing", [assigned], lambda: changed(replace(ASSIGNMENT, ends_on=LAST, change_reason="05"))),
    ("start", [assigned], started),
    ("wachtende start", [], started),
    ("stop", [assigned, started], stopped),
    ("verwijderde start", [assigned, started], lambda: started(status="3", name="S2")),
    ("vervangen stop", [assigned, started, stopped], lambda: stopped(status="2", name="E2")),
    ("declaratie", [assigned], lambda: declared(24000)),
    ("credit", [assigned, lambda: declared(24000)], lambda: credited(6000)),
    ("toewijzing waarop alles wachtte", [stopped, started, lambda: declared(24000)], assigned),
    ("onbekende cliënt", [assigned], lambda: of(started(), UNKNOWN)),
]


@pytest.mark.parametrize(("before", "message"), [each[1:] for each in BACK], ids=[each[0] for each in BACK])
def test_taking_a_delivery_back_restores_every_row(
    zeewaard: Organisation, before: list[Callable[[], Message]], message: Callable[[], Message]
) -> None:
    bring(zeewaard, *(make() for make in before))
    was = dump()
    (result,) = bring(zeewaard, message())
    assert dump() != was

    undone = take_back(result.number)

    assert undone.left == ()
    assert dump() == was


def test_after_taking_back_the_same_message_may_come_again(zeewaard: Organisation) -> None:
    (first,) = bring(zeewaard, assigned())
    take_back(first.number)
    (second,) = bring(zeewaard, assigned())
    assert (second.state, count(second, "created")) == (DeliveryState.DONE, 1)


def test_what_a_later_delivery_changed_stays_and_is_named(zeewaard: Organisation) -> None:
    first, later = bring(zeewaard, assigned(), started())

    undone = take_back(first.number)

    assert provision().state == "running"
    assert any(str(later.number) in left.why for left in undone.left)


def resumed(zeewaard: Organisation, subject: Subject | None) -> None:
    """What the worker does after the data steward decided."""
    with in_the_register(), recording("test"), acting(system_actor(TODAY)):
        item = ReviewItem.objects.get(state=ReviewState.OPEN)
        session = Session(system_actor(TODAY), zeewaard, item.delivery, Journal(item.delivery))
        row = json.loads(json.dumps(item.row))
        connector_for(DeliveryKind.ISTANDAARDEN).resume(row, subject.id if subject else None, session)
        session.journal.flush()


@pytest.mark.parametrize("make", STORY[:1])
def test_a_client_whom_the_steward_recognised_gets_the_provision(
    zeewaard: Organisation, make: Callable[[], Message]
) -> None:
    (lotte,) = stage.settle(zeewaard, replace(stage.NOOR, bsn="", given="Lotte"))
    bring(zeewaard, of(make(), UNKNOWN))

    resumed(zeewaard, lotte)

    assert provision().subject_id == lotte.id


def test_a_client_who_is_new_is_made_when_the_steward_says_so(zeewaard: Organisation) -> None:
    bring(zeewaard, of(assigned(), UNKNOWN))
    resumed(zeewaard, None)
    with in_the_register():
        assert Provision.objects.exclude(subject=None).count() == 1
        assert Subject.objects.count() == 3


def test_the_part_of_one_client_of_a_declaration_is_stored_later(zeewaard: Organisation) -> None:
    bring(zeewaard, assigned(), of(declared(24000), UNKNOWN))
    with in_the_register():
        assert Delivery.objects.order_by("-number")[0].to_review == 1
        noor = Provision.objects.get().subject
    resumed(zeewaard, noor)
    with in_the_register():
        assert ProvisionCost.objects.get().cents_declared == 24000


def test_a_message_of_another_day_under_the_same_name_waits_too(zeewaard: Organisation) -> None:
    """TR056 is told; the sender's mistake does not lose what he said."""
    later = numbered(of(started(), UNKNOWN), "S1", started().header.dated + timedelta(days=9))
    bring(zeewaard, of(started(), UNKNOWN), later)
    with in_the_register():
        assert ReviewItem.objects.filter(state=ReviewState.OPEN).count() == 2


def test_a_second_message_about_the_same_unknown_client_is_asked_too(zeewaard: Organisation) -> None:
    bring(zeewaard, of(assigned(), UNKNOWN), of(started(), UNKNOWN), numbered(of(started(), UNKNOWN), "S9"))
    with in_the_register():
        assert ReviewItem.objects.filter(state=ReviewState.OPEN).count() == 3
        assert len(set(ReviewItem.objects.values_list("fingerprint", flat=True))) <= 2
