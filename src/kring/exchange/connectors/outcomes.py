"""What the connectors of care share: rules that do not hold as lines of the report, and rows for the review list."""

from collections.abc import Sequence
from uuid import UUID

from kring.exchange.findings import Finding, Severity
from kring.exchange.models import ReviewItem, ReviewState
from kring.exchange.session import Doubt, Outcome, Session
from kring.practice.care.rules.breaches import Breach
from kring.practice.households.rules.facts import PersonFacts, Source
from kring.practice.households.services import Batch, Placed, store_persons

MARK = "_kenmerk"
"""Of a row on the review list: which row of which delivery it is, so that it is not asked twice."""


def finding_of(file: str, breach: Breach) -> Finding:
    rule = breach.rule
    severity = Severity.REFUSED if rule.refuses else Severity.WARNING
    return Finding(file, breach.at, rule.field, rule.code, rule.what, rule.why, rule.todo, severity)


def leave_to_steward(session: Session, doubts: Sequence[Doubt]) -> None:
    """Put rows on the review list that are not on it yet."""
    if not doubts:
        return
    waiting = ReviewItem.objects.filter(
        organisation=session.controller,
        state=ReviewState.OPEN,
        fingerprint__in={each.fingerprint for each in doubts},
    )
    asked = {str(row.get(MARK)) for row in waiting.values_list("row", flat=True)}
    fresh = [each for each in doubts if str(each.row[MARK]) not in asked]
    session.count(Outcome.UNCHANGED, len(doubts) - len(fresh))
    session.review(fresh)


def new_person(session: Session, facts: PersonFacts) -> UUID:
    """The data steward said that this is somebody new."""
    batch = Batch(session.controller.id, Source.DELIVERY, session.journal)
    stored = store_persons(actor=session.actor, batch=batch, persons=[Placed(facts, None)])
    return stored.subjects[0]
