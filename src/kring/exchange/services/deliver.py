"""One file, one transaction: all of it is stored with its report and its journal, or nothing is.

The same file again changes nothing. Two deliveries of one municipality never run at the same time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from kring.exchange.findings import Finding
from kring.exchange.journal import Journal
from kring.exchange.models import Delivery, DeliveryKind, DeliveryState
from kring.exchange.policy import may_deliver
from kring.exchange.registry import Incoming, Reading, connector_for
from kring.exchange.services.report import reads_the_same, write_report
from kring.exchange.services.reviewed import store_certain
from kring.exchange.session import Outcome, Rejected, Session, silent
from kring.ground.access.actor import Actor, acting
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed, recording, write
from kring.ground.organisations.models import Organisation
from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole


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
    with recording(f"import.{kind}") as trail, acting(actor):
        one_at_a_time(controller.id)
        delivery = new_delivery(actor, controller, kind, file)
        earlier = processed_before(delivery)
        if earlier is not None:
            return Result(earlier.number, DeliveryState.UNCHANGED, earlier.rows, {Outcome.UNCHANGED: earlier.rows}, ())
        result = _first_time_or_again(delivery, file, Session(actor, controller, delivery, Journal(delivery), step))
        if result.number == delivery.number:
            write(trail)
        return result


def _first_time_or_again(delivery: Delivery, file: Incoming, session: Session) -> Result:
    """Process; when the same file with the same report did all this before, leave no second record of it."""
    before = same_file(delivery).filter(state__in=[DeliveryState.DONE, DeliveryState.REFUSED]).order_by("-number")
    earlier = before.first()
    with transaction.atomic():
        delivery.number = next_number()
        delivery.save(force_insert=True)
        result = process(delivery, connector_for(delivery.kind).read(file), session)
        changed = session.journal.writes or session.counts[Outcome.TO_REVIEW]
        if changed or earlier is None or not reads_the_same(earlier, result.findings):
            return result
        transaction.set_rollback(True)
    state = DeliveryState.UNCHANGED if result.state is DeliveryState.DONE else result.state
    return replace(result, number=earlier.number, state=state)


def new_delivery(actor: Actor, controller: Organisation, kind: DeliveryKind, file: Incoming) -> Delivery:
    """Without its number, and not saved."""
    return Delivery(
        organisation=controller,
        kind=kind,
        file_name=file.name[-200:],
        sha256=sha256(file.content).hexdigest(),
        brought_by=actor.id,
        brought_at=actor.at,
    )


def process(delivery: Delivery, reading: Reading, session: Session) -> Result:
    """Store what was read, then the report and the counts. Inside the transaction of the delivery."""
    reading = _stored(reading, session)
    findings = (*reading.findings, *session.findings)
    write_report(delivery, findings)
    delivery.state = DeliveryState.REFUSED if reading.refused else DeliveryState.DONE
    delivery.done_at = session.actor.at
    delivery.rows = reading.rows
    for outcome in Outcome:
        setattr(delivery, outcome, session.counts[outcome])
    delivery.save(force_update=True)
    if session.journal.writes:
        store_certain(session.actor, delivery.organisation_id, newest=delivery)
    note_deed("exchange.delivery_processed", "delivery", event=Event.CHANGE, ground=f"levering {delivery.number}")
    return Result(delivery.number, DeliveryState(delivery.state), reading.rows, dict(session.counts), findings)


def _stored(reading: Reading, session: Session) -> Reading:
    """Store the rows; a file that turns out to be refused leaves nothing behind."""
    if not reading.refused:
        try:
            with transaction.atomic():
                reading.store(session)
                session.journal.flush()
        except Rejected as rejected:
            session.counts.clear()
            session.findings.clear()
            reading = replace(reading, refused=True, findings=(*reading.findings, *rejected.findings))
    refused = {finding.line for finding in reading.findings if finding.refuses and finding.line is not None}
    session.count(Outcome.REFUSED, reading.rows if reading.refused else len(refused))
    return reading


def next_number() -> int:
    """Given out once, also when the delivery comes to nothing."""
    with connection.cursor() as cursor:
        cursor.execute("select nextval('exchange_delivery_number')")
        return int(cursor.fetchone()[0])


def one_at_a_time(controller: UUID) -> None:
    """Wait until no other transaction changes the register of this municipality."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"register {controller}"])


def processed_before(delivery: Delivery) -> Delivery | None:
    """The delivery of this very file of which every row was taken; rows that were refused may be tried again."""
    return same_file(delivery).filter(state=DeliveryState.DONE, refused=0).order_by("number").first()


def same_file(delivery: Delivery) -> QuerySet[Delivery]:
    """The other deliveries of this very file for this municipality."""
    same = Delivery.objects.filter(organisation=delivery.organisation_id, kind=delivery.kind, sha256=delivery.sha256)
    return same.exclude(id=delivery.id)
