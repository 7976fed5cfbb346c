"""Rows of the review list that are certain now: decided by the data steward, or their person has come in since.

They belong to the delivery that brought them, and are undone with it.
"""

from uuid import UUID

from kring.exchange.connectors.person_rows import SEALED, facts_of_row, identity_of, shown
from kring.exchange.findings import any_refusal
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
    """Store what was decided about the rows of this delivery; a new person makes other rows certain."""
    decided = ReviewItem.objects.filter(delivery=delivery, applied_at=None).exclude(state=ReviewState.OPEN)
    items = list(decided.order_by("line", "id"))
    for item in items:
        _store(actor, delivery, item)
    if any(item.state == ReviewState.NEW for item in items):
        store_certain(actor, delivery.organisation_id)


def store_certain(actor: Actor, organisation: UUID, *, newest: Delivery | None = None) -> None:
    """Rows that waited for somebody who is there now; of the others, who it may be by now. Those of the newest
    delivery were judged with it.
    """
    waiting = ReviewItem.objects.filter(organisation=organisation, state=ReviewState.OPEN).select_related("delivery")
    found = waiting.exclude(delivery=newest) if newest else waiting
    items = [item for item in found.order_by("delivery__number", "line", "id") if SEALED in item.row]
    matches = match(organisation, [identity_of(facts_of_row(item.row)) for item in items])
    deliveries = {item.delivery_id: item.delivery for item in items}
    for item, found_now in zip(items, matches, strict=True):
        if found_now.subject is not None:
            item.state, item.chosen = ReviewState.MATCHED, found_now.subject
            item.decided_by, item.decided_at = actor.id, actor.at
            _store(actor, deliveries[item.delivery_id], item)
        elif {str(subject) for subject in found_now.candidates} != {each["subject"] for each in item.candidates}:
            item.candidates = shown(found_now.candidates)
            item.save(update_fields=["candidates"])


def _store(actor: Actor, delivery: Delivery, item: ReviewItem) -> None:
    outcome = Outcome.UNCHANGED if item.state == ReviewState.DROPPED else _resume(actor, delivery, item)
    delivery.to_review -= 1
    setattr(delivery, outcome, getattr(delivery, outcome) + 1)
    delivery.save(update_fields=["to_review", outcome])
    item.applied_at = actor.at
    item.save(update_fields=["state", "chosen", "decided_by", "decided_at", "applied_at"])


def _resume(actor: Actor, delivery: Delivery, item: ReviewItem) -> Outcome:
    session = Session(actor, delivery.organisation, delivery, Journal(delivery))
    connector_for(delivery.kind).resume(item.row, item.chosen, session)
    session.journal.flush()
    write_report(delivery, session.findings)
    note_deed("exchange.review_stored", "register", subjects=[item.chosen] if item.chosen else [])
    if any_refusal(session.findings):
        return Outcome.REFUSED
    if item.state == ReviewState.NEW:
        return Outcome.CREATED
    return Outcome.CHANGED if session.journal.writes else Outcome.UNCHANGED
