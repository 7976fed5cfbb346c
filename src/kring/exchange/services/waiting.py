"""What was asked on a page and is done by the worker: process an upload, undo, and store what was decided."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.exchange.findings import Finding
from kring.exchange.journal import Journal
from kring.exchange.models import Delivery, DeliveryKind, DeliveryState, WaitingFile
from kring.exchange.policy import may_deliver
from kring.exchange.registry import Incoming, Reading, connector_for
from kring.exchange.services.deliver import (
    in_the_register,
    new_delivery,
    next_number,
    one_at_a_time,
    process,
    processed_before,
    same_file,
)
from kring.exchange.services.reviewed import store_decided
from kring.exchange.services.undo import undo
from kring.exchange.session import Session
from kring.ground.access.actor import SYSTEM_ID, Actor, acting, roles_of, system_actor
from kring.ground.access.models import AccountKind
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed, recording, write
from kring.ground.organisations.models import Organisation
from kring.ground.shared.jobs import defer
from kring.ground.shared.verdict import Refused

LARGEST_UPLOAD = 50 * 1024 * 1024


def upload(*, actor: Actor, controller: Organisation, kind: DeliveryKind, file: Incoming) -> Delivery:
    """Keep a file until the worker processes it. A file that was processed or waits already is refused."""
    may_deliver(actor, controller.id).enforce()
    delivery = new_delivery(actor, controller, kind, file)
    alike = same_file(delivery)
    waiting = next((each for each in alike if each.state == DeliveryState.WAITING), None)
    if waiting is not None:
        raise Refused(_("Dit bestand wacht al op verwerking, als levering %(number)s.") % {"number": waiting.number})
    earlier = processed_before(alike)
    if earlier is not None:
        raise Refused(_("Dit bestand is al verwerkt, als levering %(number)s.") % {"number": earlier.number})
    delivery.number = next_number()
    delivery.save(force_insert=True)
    WaitingFile.objects.bulk_create([WaitingFile(delivery=delivery, organisation=controller, content=file.content)])
    note_deed("exchange.delivery_brought", "delivery", event=Event.CREATE)
    defer("exchange.process_waiting", delivery=delivery.id, account=actor.id)
    return delivery


def request_undo(*, actor: Actor, delivery: Delivery) -> None:
    """Ask the worker to undo this delivery."""
    may_deliver(actor, delivery.organisation_id).enforce()
    asked = Delivery.objects.filter(id=delivery.id, state=DeliveryState.DONE).update(state=DeliveryState.UNDOING)
    if not asked:
        raise Refused(_("Alleen een verwerkte levering kan worden teruggedraaid."))
    note_deed("exchange.undo_requested", "delivery", event=Event.DELETE, ground=f"levering {delivery.number}")
    defer("exchange.process_waiting", delivery=delivery.id, account=actor.id)


def process_waiting(delivery: UUID, account: UUID, at: datetime) -> None:
    """Do what waits with this delivery, with the rights that the account has now. Not inside a transaction."""
    with in_the_register():
        found = Delivery.objects.select_related("organisation").get(id=delivery)
        actor = _actor(account, at)
        match found.state:
            case DeliveryState.WAITING:
                _process_upload(actor, found)
            case DeliveryState.UNDOING:
                undo(actor=actor, delivery=found)
            case DeliveryState.DONE:
                _store_decided(actor, found)


def _actor(account: UUID, at: datetime) -> Actor:
    if account == SYSTEM_ID:
        return system_actor(at)
    return Actor(account, AccountKind.ACCOUNT, at, roles_of(account, at))


def _process_upload(actor: Actor, delivery: Delivery) -> None:
    try:
        _store_upload(actor, delivery)
    except Refused as refusal:
        _refuse_upload(actor, delivery, str(refusal), _("Laat iemand met die rol het bestand aanleveren."))
    except Exception:
        why = _("De oorzaak staat in het logboek van de server.")
        _refuse_upload(actor, delivery, why, _("Meld dit bij de technisch beheerder en lever daarna opnieuw aan."))
        raise


def _store_upload(actor: Actor, delivery: Delivery) -> None:
    may_deliver(actor, delivery.organisation_id).enforce()
    with recording(f"import.{delivery.kind}") as trail, acting(actor):
        one_at_a_time(delivery.organisation_id)
        delivery.refresh_from_db()
        waiting = WaitingFile.objects.filter(delivery=delivery).first()
        if waiting is None:
            return
        if (earlier := processed_before(same_file(delivery))) is not None:
            delivery.state, delivery.done_at = DeliveryState.UNCHANGED, actor.at
            delivery.rows = delivery.unchanged = earlier.rows
            delivery.save(force_update=True)
        else:
            reading = connector_for(delivery.kind).read(Incoming(delivery.file_name, bytes(waiting.content)))
            process(delivery, reading, _session(actor, delivery))
        waiting.delete()
        notify(account=delivery.brought_by, kind=NoticeKind.IMPORT_DONE)
        write(trail)


def _refuse_upload(actor: Actor, delivery: Delivery, why: str, todo: str) -> None:
    """Nothing was stored, and the report says so instead of waiting for ever."""
    what = _("Het bestand is niet verwerkt. Er is niets opgeslagen.")
    finding = Finding(file=delivery.file_name, line=None, field="", rule="KRING", what=what, why=why, todo=todo)
    with recording(f"import.{delivery.kind}") as trail, acting(actor):
        delivery.refresh_from_db()
        process(delivery, Reading(0, (finding,), refused=True, store=_nothing), _session(actor, delivery))
        WaitingFile.objects.filter(delivery=delivery).delete()
        notify(account=delivery.brought_by, kind=NoticeKind.IMPORT_DONE)
        write(trail)


def _nothing(_session: Session) -> None:
    """A file that is refused as a whole stores nothing."""


def _session(actor: Actor, delivery: Delivery) -> Session:
    return Session(actor, delivery.organisation, delivery, Journal(delivery))


def _store_decided(actor: Actor, delivery: Delivery) -> None:
    with recording("import.beoordeling") as trail, acting(actor):
        one_at_a_time(delivery.organisation_id)
        delivery.refresh_from_db()
        store_decided(actor, delivery)
        write(trail)
