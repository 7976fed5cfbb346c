"""Declared performances (323): the part of a client is taken whole or not at all; the sum goes to the cost."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from kring.ground.audit.trail import note_deed
from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import Declaration, Provision
from kring.practice.care.rules.breaches import WAITS_TO_BE_DECLARED, Breach, Rule
from kring.practice.care.rules.declared import DECLARED_BEFORE, Assigned, Performed, broken
from kring.practice.care.rules.incoming import Envelope, Performance, Stored
from kring.practice.care.rules.standing import Standing
from kring.practice.care.services.casebook import CaseBook
from kring.practice.care.services.rows import add_cost, agb_of, unit_of


def store_performances(
    *, ledger: Ledger, envelope: Envelope, book: CaseBook, performances: Sequence[Performance]
) -> Stored:
    """The performances of one message; those of it that are there already stay as they are."""
    fresh = [one for one in performances if not _is_there(envelope, book, one)]
    provisions = {one.case_number: book.provision(envelope, one.case_number) for one in fresh}
    balance = _balance(envelope, book, fresh)
    breaches = tuple(
        Breach(rule, one.line, one.at)
        for one in fresh
        if (rule := _broken(envelope, one, provisions[one.case_number], balance)) is not None
    )
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
    notes = tuple(Breach(WAITS_TO_BE_DECLARED, one.line, one.at) for one in taken if not provisions[one.case_number])
    return Stored(frozenset(one.line for one in taken), breaches, notes)


def _is_there(envelope: Envelope, book: CaseBook, one: Performance) -> bool:
    rows = book.performed(envelope, one.case_number, one.subject)
    return any((row.message, row.position) == (envelope.message, one.position) for row in rows)


def _what(case_number: str, category: str, code: str, first: date, last: date) -> Hashable:
    """What may be declared once (TR389)."""
    return case_number, category, code, first, last


def _balance(envelope: Envelope, book: CaseBook, performances: Iterable[Performance]) -> Counter[Hashable]:
    """What stands declared and not credited."""
    balance: Counter[Hashable] = Counter()
    for number, client in {(one.case_number, one.subject) for one in performances}:
        for row in book.performed(envelope, number, client):
            what = _what(number, row.category_code, row.product_code, row.began_on, row.ended_on)
            balance[client, what] += row.cents
    return balance


def _broken(
    envelope: Envelope, one: Performance, provision: Provision | None, balance: Counter[Hashable]
) -> Rule | None:
    what = one.subject, _what(one.case_number, one.category, one.code, one.first, one.last)
    if one.cents > 0 and balance[what] > 0:
        return DECLARED_BEFORE
    if provision is None:
        return None
    performed = Performed(one.subject, envelope.provider, one.category, one.code, one.first, one.last, one.cents)
    return broken(_assigned(provision), performed)


def _assigned(provision: Provision) -> Assigned:
    return Assigned(
        client=provision.subject_id,
        provider=agb_of(provision),
        category=provision.category_code,
        code=provision.product_code,
        started_on=provision.started_on,
        ended_on=provision.ended_on,
        removed=provision.state == Standing.WITHDRAWN,
    )


def _add(ledger: Ledger, envelope: Envelope, book: CaseBook, one: Performance) -> None:
    provision = book.provision(envelope, one.case_number)
    row = Declaration(
        provision=provision,
        subject_id=one.subject,
        law=envelope.law,
        reference=one.reference,
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
