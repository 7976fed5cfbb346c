"""One file, one transaction: all of it is stored with its report and its journal, or nothing is.

The same file again changes nothing. Two deliveries of one municipality never run at the same time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from django.db import connection

from kring.exchange.findings import Finding
from kring.exchange.journal import Journal
from kring.exchange.models import Delivery, DeliveryKind, DeliveryState
from kring.exchange.policy import may_deliver
from kring.exchange.registry import Incoming, Reading, connector_for
from kring.exchange.services.report import reads_the_same, write_report
from kring.exchange.services.reviewed import TELLS_WHO, store_certain
from kring.exchange.session import Outcome, Rejected, Session, silent
from kring.ground.access.actor import Actor, acting
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed, recording, write
from kring.ground.organisations.models import Organisation
from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole

_PROCESSED = frozenset({DeliveryState.DONE, DeliveryState.REFUSED})


@dataclass(frozen=True, slots=True)
class Result:
    """How it went with one file. `number` is that of the earlier delivery when nothing changed."""

    number: int
    state: DeliveryState
    rows: int
    counts: dict[Outcome, int]
    findings: Sequence[Finding]


@contextmanager
def in_the_register() -> Iterator[None]:
    """Work as the database role that writes the register zone. Not inside a transaction."""
    with database.connected_as(DatabaseRole.IMPORT):
        yield


def deliver(
    *,
    actor: Actor,
    controller: Organisation,
    kind: DeliveryKind,
    file: Incoming,
    step: Callable[[int], object] = silent,
) -> Result:
    """Process one file for one municipality. To be called `in_the_register`."""
    may_deliver(actor, controller.id).enforce()
    delivery = new_delivery(actor, controller, kind, file)
    session = Session(actor, controller, delivery, Journal(delivery), step)
    alike, read = partial(same_file, delivery), partial(connector_for(kind).read, file)
    return take(session, alike, read)


def take(
    session: Session, alike: Callable[[], Sequence[Delivery]], read: Callable[[], Reading], *, lasting: bool = True
) -> Result:
    """One new delivery in a transaction of its own. Not `lasting`: the disk is not waited for, as more will follow."""
    with recording(f"import.{session.delivery.kind}") as trail, acting(session.actor):
        one_at_a_time(session.controller.id, lasting=lasting)
        before = alike()
        unchanged = unchanged_since(before)
        if unchanged is not None:
            return unchanged
        reading = store(read(), session)
        again = _same_again(before, reading, session)
        if again is not None:
            return again
        result = record(session.delivery, reading, session)
        write(trail)
        return result


def unchanged_since(alike: Sequence[Delivery]) -> Result | None:
    """What there is to tell of a file of which every row was taken before."""
    earlier = processed_before(alike)
    if earlier is None:
        return None
    return Result(earlier.number, DeliveryState.UNCHANGED, earlier.rows, {Outcome.UNCHANGED: earlier.rows}, ())


def _same_again(alike: Sequence[Delivery], reading: Reading, session: Session) -> Result | None:
    """The earlier delivery of this file when this one brought nothing new: there is no second record of it."""
    earlier = next((each for each in reversed(alike) if each.state in _PROCESSED), None)
    if earlier is None or session.has_written or not reads_the_same(earlier, reading.findings):
        return None
    state = DeliveryState.REFUSED if reading.refused else DeliveryState.UNCHANGED
    return Result(earlier.number, state, reading.rows, dict(session.counts), reading.findings)


def new_delivery(actor: Actor, controller: Organisation, kind: DeliveryKind, file: Incoming) -> Delivery:
    """Without its number, and not saved."""
    return Delivery(
        organisation=controller,
        kind=kind,
        file_name=file.name[-200:],
        sha256=file.sha256,
        brought_by=actor.id,
        brought_at=actor.at,
    )


def process(delivery: Delivery, reading: Reading, session: Session) -> Result:
    """Store what was read and write it down, inside the transaction of the delivery."""
    return record(delivery, store(reading, session), session)


def store(reading: Reading, session: Session) -> Reading:
    """Store the rows. What turned up while storing is added to the findings of the reading."""
    if not reading.refused:
        try:
            reading.store(session)
            session.journal.flush()
        except Rejected as rejected:
            session.start_again()
            reading = replace(reading, refused=True, findings=(*reading.findings, *rejected.findings))
    refused = {finding.line for finding in reading.findings if finding.refuses and finding.line is not None}
    session.count(Outcome.REFUSED, reading.rows if reading.refused else len(refused))
    return replace(reading, findings=(*reading.findings, *session.findings))


def record(delivery: Delivery, reading: Reading, session: Session) -> Result:
    """Write the delivery down with its report; then store what became certain by it."""
    delivery.number = delivery.number or next_number()
    delivery.state = DeliveryState.REFUSED if reading.refused else DeliveryState.DONE
    delivery.done_at = session.actor.at
    delivery.rows = reading.rows
    for outcome in Outcome:
        setattr(delivery, outcome, session.counts[outcome])
    delivery.save()
    write_report(delivery, reading.findings)
    if session.journal.models & TELLS_WHO:
        store_certain(session.actor, delivery.organisation_id, newest=delivery)
    note_deed("exchange.delivery_processed", "delivery", event=Event.CHANGE, ground=f"levering {delivery.number}")
    return Result(delivery.number, DeliveryState(delivery.state), reading.rows, dict(session.counts), reading.findings)


def next_number() -> int:
    """Given out once, also when the delivery comes to nothing."""
    with connection.cursor() as cursor:
        cursor.execute("select nextval('exchange_delivery_number')")
        return int(cursor.fetchone()[0])


def one_at_a_time(controller: UUID, *, lasting: bool = True) -> None:
    """Wait until no other transaction changes the register of this municipality."""
    lock = "select pg_advisory_xact_lock(hashtextextended(%s, 0))"
    no_waiting_for_the_disk = "" if lasting else ", set_config('synchronous_commit', 'off', true)"
    with connection.cursor() as cursor:
        cursor.execute(lock + no_waiting_for_the_disk, [register_lock(controller)])


def register_lock(controller: UUID) -> str:
    return f"register {controller}"


def same_file(delivery: Delivery) -> list[Delivery]:
    """The other deliveries of this very file for this municipality, the oldest first."""
    same = Delivery.objects.filter(organisation=delivery.organisation_id, kind=delivery.kind, sha256=delivery.sha256)
    return sorted((each for each in same if each.id != delivery.id), key=lambda each: each.number)


def processed_before(alike: Sequence[Delivery]) -> Delivery | None:
    """The delivery of this file of which every row was taken; rows that were refused may be tried again."""
    return next((each for each in alike if each.state == DeliveryState.DONE and not each.refused), None)
