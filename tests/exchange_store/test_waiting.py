"""What is asked on a page waits for the worker: an upload, an undo, a decision about a person."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction

from kring.exchange.connectors.addresses import Addresses
from kring.exchange.models import (
    Delivery,
    DeliveryKind,
    DeliveryLine,
    DeliveryState,
    ReviewItem,
    ReviewState,
    WaitingFile,
)
from kring.exchange.registry import Incoming
from kring.exchange.services import Choice, decide, process_waiting, request_undo, upload
from kring.exchange.session import Outcome
from kring.ground.access.actor import Actor, acting
from kring.ground.audit.trail import recording
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.households.models import Person, PersonBsn
from tests.access.people import actor_of
from tests.exchange_store.town import Register, importing, make_register
from tests.households.people import SANDRA, deliver_persons, family, person, subject_of

pytestmark = pytest.mark.django_db

HEAD = "postcode;huisnummer;x;y;buurtcode;buurt;gemeentecode;gebied\n"
DIJK = HEAD + "1781AB;12;114000;552000;BU09990001;Oude Dijk;0999;Noord\n"
NAMELESS = person(None, "Alexandra", "Bakker", date(1984, 3, 12))
"""Sandra by another given name than the register has, and without her BSN: no step of the cascade fits."""


@pytest.fixture
def register(now: datetime) -> Register:
    return make_register(now)


@pytest.fixture
def ruben(register: Register) -> Actor:
    return actor_of(register.ruben.id, register.town.at)


def deed(actor: Actor, do: Callable[[], object]) -> None:
    """As a page does it: one transaction with a trail."""
    with recording("test.deed"), transaction.atomic(), acting(actor):
        do()


def bring(register: Register, actor: Actor, content: str = DIJK) -> Delivery:
    file = Incoming("adressen.csv", content.encode())
    kind, brought = DeliveryKind.ADDRESSES, list[Delivery]()
    deed(actor, lambda: brought.append(upload(actor=actor, controller=register.controller, kind=kind, file=file)))
    return brought[0]


def work(register: Register, delivery: Delivery, actor: Actor) -> Delivery:
    """What the worker does."""
    process_waiting(delivery.id, actor.id, register.town.at)
    with importing():
        return Delivery.objects.get(id=delivery.id)


def test_an_upload_waits_and_is_then_processed_and_not_kept(register: Register, ruben: Actor) -> None:
    brought = bring(register, ruben)
    assert brought.state == DeliveryState.WAITING
    done = work(register, brought, ruben)
    assert (done.state, done.created, done.number) == (DeliveryState.DONE, 1, brought.number)
    with importing():
        assert not WaitingFile.objects.exists()


def test_the_application_can_put_a_waiting_file_down_and_never_read_it(register: Register, ruben: Actor) -> None:
    bring(register, ruben)
    with pytest.raises(ProgrammingError, match="permission denied"), acting(ruben):
        WaitingFile.objects.first()
    with importing():
        assert WaitingFile.objects.count() == 1


def test_a_file_that_waits_or_was_processed_is_not_taken_again(register: Register, ruben: Actor) -> None:
    brought = bring(register, ruben)
    with pytest.raises(Refused, match=f"wacht al op verwerking, als levering {brought.number}"):
        bring(register, ruben)
    work(register, brought, ruben)
    with pytest.raises(Refused, match=f"al verwerkt, als levering {brought.number}"):
        bring(register, ruben)


def test_a_file_that_was_processed_in_the_meantime_is_unchanged(register: Register, ruben: Actor) -> None:
    brought = bring(register, ruben)
    register.bring(DeliveryKind.ADDRESSES, DIJK)
    assert work(register, brought, ruben).state == DeliveryState.UNCHANGED


def test_processing_twice_does_it_once(register: Register, ruben: Actor) -> None:
    brought = bring(register, ruben)
    first, again = work(register, brought, ruben), work(register, brought, ruben)
    assert (first.done_at, first.created) == (again.done_at, again.created)


def test_rights_are_taken_when_the_job_runs(register: Register, ruben: Actor) -> None:
    """Jorien's name on the job opens nothing: she has no role with deliveries."""
    brought = bring(register, ruben)
    done = work(register, brought, actor_of(register.town.jorien.id, register.town.at))
    assert done.state == DeliveryState.REFUSED
    with importing():
        assert "gegevensbeheerder" in DeliveryLine.objects.get(delivery=brought).why


def test_a_failure_of_kring_itself_is_reported_and_stores_nothing(
    register: Register, ruben: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    brought = bring(register, ruben)
    monkeypatch.setattr(Addresses, "read", broken)
    with pytest.raises(ZeroDivisionError):
        work(register, brought, ruben)
    with importing():
        assert Delivery.objects.get().state == DeliveryState.REFUSED
        assert "niets opgeslagen" in DeliveryLine.objects.get().what


def test_an_undo_that_was_asked_for_is_done_by_the_worker(register: Register, ruben: Actor) -> None:
    done = work(register, bring(register, ruben), ruben)
    deed(ruben, lambda: request_undo(actor=ruben, delivery=done))
    assert work(register, done, ruben).state == DeliveryState.UNDONE


def test_only_a_processed_delivery_can_be_undone(register: Register, ruben: Actor) -> None:
    brought = bring(register, ruben)
    with pytest.raises(Refused, match="Alleen een verwerkte levering"):
        deed(ruben, lambda: request_undo(actor=ruben, delivery=brought))


# --- the review list -------------------------------------------------------------------------------


@pytest.fixture
def item(register: Register) -> ReviewItem:
    """Sandra is in the register; a row about her without BSN waits."""
    deliver_persons(register, family()[SANDRA])
    deliver_persons(register, NAMELESS)
    with importing():
        return ReviewItem.objects.select_related("delivery").get()


def test_the_data_steward_sees_the_person_of_the_row_and_who_it_may_be(item: ReviewItem, ruben: Actor) -> None:
    with acting(ruben):
        seen = ReviewItem.objects.get()
    assert (seen.row["voornamen"], seen.row["geslachtsnaam"]) == ("Alexandra", "Bakker")
    assert [candidate["naam"] for candidate in seen.candidates] == ["Sandra Bakker"]


def test_the_administrator_sees_row_and_reason_and_no_person(item: ReviewItem, register: Register) -> None:
    bram = actor_of(register.town.bram.id, register.town.at)
    with acting(bram):
        assert not ReviewItem.objects.exists()
        assert not Person.objects.exists()
        delivery = Delivery.objects.get(id=item.delivery_id)
        lines = list(DeliveryLine.objects.filter(delivery=delivery))
    assert delivery.to_review == 1
    assert [(line.line, line.rule) for line in lines] == [(2, "BRP-BSN")]
    assert not any("Bakker" in f"{line.what}{line.why}{line.todo}" for line in lines)


def test_a_regisseur_sees_no_delivery_at_all(item: ReviewItem, register: Register) -> None:
    with acting(actor_of(register.town.jorien.id, register.town.at)):
        assert not Delivery.objects.exists()
        assert not ReviewItem.objects.exists()


def test_no_bsn_stands_readable_on_the_review_list(register: Register) -> None:
    deliver_persons(register, family()[SANDRA])
    row = provisions("999990056", "Sandra", "Bakker")
    register.bring(DeliveryKind.PROVISIONS, row)
    with importing():
        waiting = ReviewItem.objects.get()
    assert "999990056" not in str(waiting.row)
    assert waiting.row["geslachtsnaam"] == "Bakker"


def test_a_match_brings_the_row_to_that_person(item: ReviewItem, register: Register, ruben: Actor) -> None:
    sandra = subject_of(register, SANDRA).id
    choose(ruben, item, ReviewState.MATCHED, sandra)
    done = work(register, item.delivery, ruben)
    assert (done.to_review, done.changed) == (0, 1)
    with importing():
        assert Person.objects.get().first_names == "Alexandra"


def test_a_new_person_is_made_only_after_the_decision(item: ReviewItem, register: Register, ruben: Actor) -> None:
    choose(ruben, item, ReviewState.NEW)
    done = work(register, item.delivery, ruben)
    assert (done.to_review, done.created) == (0, 1)
    with importing():
        assert (Person.objects.count(), PersonBsn.objects.count()) == (2, 1)


def test_a_row_that_is_left_changes_nothing(item: ReviewItem, register: Register, ruben: Actor) -> None:
    choose(ruben, item, ReviewState.DROPPED)
    done = work(register, item.delivery, ruben)
    assert (done.to_review, done.unchanged) == (0, 1)
    with importing():
        assert Person.objects.count() == 1


@pytest.mark.parametrize("left", [True, False])
def test_what_was_decided_once_is_not_asked_again(
    item: ReviewItem, register: Register, ruben: Actor, *, left: bool
) -> None:
    """The same row in next month's delivery goes where it went before."""
    if left:
        choose(ruben, item, ReviewState.DROPPED)
    else:
        choose(ruben, item, ReviewState.MATCHED, subject_of(register, SANDRA).id)
    work(register, item.delivery, ruben)
    again = deliver_persons(register, NAMELESS, person("999990056", "Piet", "Mol", date(1950, 1, 1)))
    assert again.counts == {Outcome.UNCHANGED: 1, Outcome.CREATED: 1}


def test_what_was_decided_is_undone_with_its_delivery(item: ReviewItem, register: Register, ruben: Actor) -> None:
    choose(ruben, item, ReviewState.NEW)
    done = work(register, item.delivery, ruben)
    deed(ruben, lambda: request_undo(actor=ruben, delivery=done))
    work(register, done, ruben)
    with importing():
        assert Person.objects.count() == 1


def test_what_still_waits_is_dropped_when_its_delivery_is_undone(
    item: ReviewItem, register: Register, ruben: Actor
) -> None:
    deed(ruben, lambda: request_undo(actor=ruben, delivery=item.delivery))
    assert work(register, item.delivery, ruben).to_review == 0
    with importing():
        assert not ReviewItem.objects.exists()


@pytest.mark.parametrize(
    ("state", "subject"),
    [
        (ReviewState.OPEN, None),
        (ReviewState.MATCHED, UUID(int=7)),
        (ReviewState.MATCHED, None),
        (ReviewState.NEW, UUID(int=7)),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(
    item: ReviewItem, ruben: Actor, state: ReviewState, subject: UUID | None
) -> None:
    with pytest.raises(Refused, match=r"Kies|kiezen"):
        choose(ruben, item, state, subject)


def test_a_decision_is_made_once(item: ReviewItem, ruben: Actor) -> None:
    choose(ruben, item, ReviewState.DROPPED)
    with pytest.raises(Refused, match="al beslist"):
        choose(ruben, item, ReviewState.NEW)


def test_the_administrator_decides_nothing(item: ReviewItem, register: Register) -> None:
    with pytest.raises(Refused, match="Alleen de gegevensbeheerder"):
        choose(actor_of(register.town.bram.id, register.town.at), item, ReviewState.DROPPED)


def test_a_row_whose_person_comes_in_later_is_stored_then(register: Register) -> None:
    """The provisions came before the BRP: nobody has to decide what is certain by now."""
    first = register.bring(DeliveryKind.PROVISIONS, provisions(SANDRA, "Sandra Maria", "Bakker"))
    with importing():
        assert not Provision.objects.exists()
    deliver_persons(register, family()[SANDRA])
    with importing():
        assert Provision.objects.get().subject_id == subject_of(register, SANDRA).id
        delivery = Delivery.objects.get(number=first.number)
        assert (delivery.to_review, delivery.changed) == (0, 1)


def test_a_new_person_lets_in_what_else_waited_for_him(register: Register, ruben: Actor) -> None:
    """Two cases of somebody unknown: the data steward is asked once."""
    first = register.bring(DeliveryKind.PROVISIONS, provisions("999990056", "Piet", "Mol"))
    second = register.bring(DeliveryKind.PROVISIONS, provisions("999990056", "Piet", "Mol", case="S-2"))
    with importing():
        item = ReviewItem.objects.select_related("delivery").get(delivery__number=first.number)
    choose(ruben, item, ReviewState.NEW)
    work(register, item.delivery, ruben)
    with importing():
        other = Delivery.objects.get(number=second.number)
        assert (other.to_review, other.changed) == (0, 1)
        assert (Provision.objects.count(), Person.objects.count()) == (2, 1)


def test_a_row_that_turns_out_to_break_a_rule_is_counted_as_refused(register: Register, ruben: Actor) -> None:
    """The case was given to Sandra in the meantime."""
    waiting = register.bring(DeliveryKind.PROVISIONS, provisions("999990056", "Piet", "Mol"))
    deliver_persons(register, family()[SANDRA])
    register.bring(DeliveryKind.PROVISIONS, provisions(SANDRA, "Sandra Maria", "Bakker"))
    with importing():
        item = ReviewItem.objects.select_related("delivery").get(delivery__number=waiting.number)
    choose(ruben, item, ReviewState.NEW)
    done = work(register, item.delivery, ruben)
    assert (done.to_review, done.refused, done.created) == (0, 1, 0)
    with importing():
        assert DeliveryLine.objects.filter(delivery=done, rule="CSV-WISSEL").exists()


def test_who_it_may_be_is_asked_again_when_more_people_come_in(register: Register) -> None:
    deliver_persons(register, NAMELESS)
    deliver_persons(register, family()[SANDRA])
    with importing():
        assert [each["naam"] for each in ReviewItem.objects.get().candidates] == ["Sandra Bakker"]


def choose(actor: Actor, item: ReviewItem, state: ReviewState, subject: UUID | None = None) -> None:
    deed(actor, lambda: decide(actor=actor, item=item, choice=Choice(state, subject)))


def provisions(bsn: str, given: str, surname: str, *, case: str = "S-1") -> str:
    """A delivery of debt help for one person."""
    row = {
        "gemeente": "0999", "bron": "Schuldhulp", "levering": "aanvullend", "peildatum": "01-11-2026",
        "zaaknummer": case, "wet": "schuldhulp", "voorziening": "schuldregeling",
        "bsn": bsn, "achternaam": surname, "voornamen": given,
        "geboortedatum": "12-03-1984", "postcode": "1781AB", "huisnummer": "12", "begindatum": "01-02-2026",
        "kostenstatus": "onbekend", "aanbieder": "Gemeente Zeewaard",
    }  # fmt: skip
    return ";".join(row) + "\n" + ";".join(row.values()) + "\n"
