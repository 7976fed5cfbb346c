"""Declared performances (323): the part of a client is taken whole or not at all; the sum goes to the cost."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from kring.ground.audit.trail import note_deed
from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import Declaration, Provision
from kring.practice.care.rules.breaches import WAITS_TO_BE_DECLARED, Breach
from kring.practice.care.rules.declared import Performed, broken
from kring.practice.care.rules.incoming import Envelope, Performance, Stored
from kring.practice.care.services.casebook import CaseBook
from kring.practice.care.services.rows import add_cost, as_assigned, as_performed, belonging, unit_of


def store_performances(
    *, ledger: Ledger, envelope: Envelope, book: CaseBook, performances: Sequence[Performance]
) -> Stored:
    """The performances of one message; those of it that are there already stay as they are."""
    fresh = [one for one in performances if not _is_there(envelope, book, one)]
    found = _judge(envelope, book, fresh)
    breaches = tuple(breach for breach in found if breach.rule.refuses)
    refused = {breach.line for breach in breaches}
    taken = [one for one in fresh if one.line not in refused]
    if not taken:
        return Stored(breaches=breaches)
    for one in taken:
        _add(ledger, envelope, book, one)
    _add_up(ledger, envelope, book, taken)
    note_deed(
        "care.declarations_stored", "provision_cost", subjects={one.subject for one in taken}, ground=envelope.source
    )
    notes = tuple(breach for breach in found if breach.line not in refused)
    return Stored(frozenset(one.line for one in taken), breaches, notes)


def _is_there(envelope: Envelope, book: CaseBook, one: Performance) -> bool:
    rows = book.performed(envelope, one.case_number, one.subject)
    return any((row.message, row.position) == (envelope.message, one.position) for row in rows)


def _judge(envelope: Envelope, book: CaseBook, fresh: Sequence[Performance]) -> list[Breach]:
    """Of each performance the first rule that keeps it out, or what there is to say; in the order of the message.

    Credits are judged first: a credit and a second debit may stand in one message (IV086).
    """
    found: list[Breach] = []
    pasts: dict[tuple[str, UUID], list[Performed]] = {}
    for one in sorted(fresh, key=lambda one: one.cents >= 0):
        provision = book.provision(envelope, one.case_number)
        past = pasts.setdefault((one.case_number, one.subject), _past(envelope, book, one, provision))
        performed = _performed(envelope, one)
        rules = broken(as_assigned(provision) if provision else None, past, performed)
        waits = [] if provision else [WAITS_TO_BE_DECLARED]
        refusing = [rule for rule in rules if rule.refuses]
        found += [Breach(rule, one.line, one.at) for rule in refusing[:1] or [*waits, *rules]]
        past.append(performed)
    return sorted(found, key=lambda breach: breach.at)


def _past(envelope: Envelope, book: CaseBook, one: Performance, provision: Provision | None) -> list[Performed]:
    rows = book.performed(envelope, one.case_number, one.subject)
    return [as_performed(row) for row in belonging(rows, provision)]


def _performed(envelope: Envelope, one: Performance) -> Performed:
    return Performed(
        client=one.subject,
        provider=envelope.provider,
        category=one.category,
        code=one.code,
        first=one.first,
        last=one.last,
        volume=one.volume,
        unit=one.unit,
        cents=one.cents,
        reference=one.reference,
        previous=one.previous,
        until=envelope.declared_until,
    )


def _add(ledger: Ledger, envelope: Envelope, book: CaseBook, one: Performance) -> None:
    provision = book.provision(envelope, one.case_number)
    row = Declaration(
        provision=provision,
        subject_id=one.subject,
        law=envelope.law,
        reference=one.reference,
        previous=one.previous,
        message=envelope.message,
        position=one.position,
        case_number=one.case_number,
        category_code=one.category,
        product_code=one.code,
        began_on=one.first,
        ended_on=one.last,
        volume=one.volume,
        unit=one.unit,
        cents=one.cents,
        sender=envelope.provider,
    )
    ledger.add(row, unit=unit_of(provision) if provision else f"prestatie {row.id}", line=one.line)
    book.declared[envelope.law, envelope.provider, one.case_number].append(row)


def _add_up(ledger: Ledger, envelope: Envelope, book: CaseBook, taken: Sequence[Performance]) -> None:
    """What was declared on each provision, up to now and with these."""
    sums, lines = defaultdict[str, int](int), dict[str, int]()
    for one in taken:
        sums[one.case_number] += one.cents
        lines[one.case_number] = one.line
    for number, cents in sums.items():
        provision = book.provision(envelope, number)
        if provision is not None:
            add_cost(ledger, book, provision, cents, lines[number])
