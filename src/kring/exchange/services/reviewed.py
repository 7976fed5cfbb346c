"""Rows of the review list that are certain now: decided by the data steward, or their person has come in since.

They belong to the delivery that brought them, and are undone with it.
"""

from uuid import UUID

from kring.exchange.connectors.person_rows import SEALED, facts_of_row, identity_of, shown
from kring.exchange.journal import Journal
from kring.exchange.models import Delivery, ReviewItem, ReviewState
from kring.exchange.registry import connector_for
from kring.exchange.services.report import write_report
from kring.exchange.session import Outcome, Session
from kring.ground.access.actor import Actor
from kring.ground.audit.trail import note_deed
from kring.practice.households.matching import match
from kring.practice.households.models import Person, PersonAddress, PersonBsn, PersonIdentity

TELLS_WHO = frozenset({Person, PersonIdentity, PersonBsn, PersonAddress})
"""The tables that say who somebody is: only a change there makes a row on the review list certain."""


def store_decided(actor: Actor, delivery: Delivery) -> None:
    """Store what was decided about the rows of this delivery."""
    decided = ReviewItem.objects.filter(delivery=delivery, applied_at=None).exclude(state=ReviewState.OPEN)
    for item in decided.order_by("line", "id"):
        _store(actor, delivery, item)
    delivery.save(force_update=True)


def store_certain(actor: Actor, organisation: UUID, *, newest: Delivery) -> None:
    """After a delivery: rows that waited for somebody whom it brought; of the others, who it may be by now."""
    waiting = ReviewItem.objects.filter(organisation=organisation, state=ReviewState.OPEN).exclude(delivery=newest)
    items = [item for item in waiting.select_related("delivery").order_by("delivery", "line") if SEALED in item.row]
    if not items:
        return
    deliveries = {item.delivery_id: item.delivery for item in items}
    matches = match(organisation, [identity_of(facts_of_row(item.row)) for item in items])
    for item, found in zip(items, matches, strict=True):
        if found.subject is not None:
            item.state, item.chosen = ReviewState.MATCHED, found.subject
            item.decided_by, item.decided_at = actor.id, actor.at
            _store(actor, deliveries[item.delivery_id], item)
        elif {str(subject) for subject in found.candidates} != {each["subject"] for each in item.candidates}:
            item.candidates = shown(found.candidates)
            item.save(update_fields=["candidates"])
    for delivery in deliveries.values():
        delivery.save(force_update=True)


def _store(actor: Actor, delivery: Delivery, item: ReviewItem) -> None:
    outcome = Outcome.UNCHANGED if item.state == ReviewState.DROPPED else _resume(actor, delivery, item)
    delivery.to_review -= 1
    setattr(delivery, outcome, getattr(delivery, outcome) + 1)
    item.applied_at = actor.at
    item.save(update_fields=["state", "chosen", "decided_by", "decided_at", "applied_at"])


def _resume(actor: Actor, delivery: Delivery, item: ReviewItem) -> Outcome:
    session = Session(actor, delivery.organisation, delivery, Journal(delivery))
    connector_for(delivery.kind).resume(item.row, item.chosen, session)
    session.journal.flush()
    write_report(delivery, session.findings)
    note_deed("exchange.review_stored", "register", subjects=[item.chosen] if item.chosen else [])
    if item.state == ReviewState.NEW:
        return Outcome.CREATED
    return Outcome.CHANGED if session.journal.writes else Outcome.UNCHANGED
