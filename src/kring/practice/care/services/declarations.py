"""Declared performances (323): the part of a client is taken whole or not at all; the sum goes to the cost."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from kring.ground.audit.trail import note_deed
from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import CostState, Declaration, Provision, ProvisionCost
from kring.practice.care.rules.breaches import WAITS_TO_BE_DECLARED, Breach, Rule
from kring.practice.care.rules.declared import DECLARED_BEFORE, Assigned, Performed, broken
from kring.practice.care.rules.incoming import Envelope, Performance, Stored
from kring.practice.care.rules.standing import Standing
from kring.practice.care.services.rows import agb_of, provisions_of, unit_of


def store_performances(*, ledger: Ledger, envelope: Envelope, performances: Sequence[Performance]) -> Stored:
    """The performances of one message; those of it that are there already stay as they are."""
    there = set(Declaration.objects.filter(message=envelope.message).values_list("position", flat=True))
    fresh = [one for one in performances if one.position not in there]
    numbers = {one.case_number for one in fresh}
    provisions = provisions_of(envelope, numbers)
    balance = _balance(envelope, numbers)
    breaches = tuple(
        Breach(rule, one.line, one.at)
        for one in fresh
        if (rule := _broken(envelope, one, provisions.get(one.case_number), balance)) is not None
    )
    refused = {breach.line for breach in breaches}
    taken = [one for one in fresh if one.line not in refused]
    if not taken:
        return Stored(breaches=breaches)
    for one in taken:
        _add(ledger, envelope, one, provisions.get(one.case_number))
    _add_up(ledger, taken, provisions)
    ledger.flush()
    note_deed(
        "care.declarations_stored", "provision_cost", subjects={one.subject for one in taken}, ground=envelope.source
    )
    notes = tuple(Breach(WAITS_TO_BE_DECLARED, one.line, one.at) for one in taken if one.case_number not in provisions)
    return Stored(frozenset(one.line for one in taken), breaches, notes)


def _what(case_number: str, category: str, code: str, first: date, last: date) -> Hashable:
    """What may be declared once (TR389)."""
    return case_number, category, code, first, last


def _balance(envelope: Envelope, numbers: Iterable[str]) -> Counter[Hashable]:
    """What stands declared and not credited."""
    rows = Declaration.objects.filter(
        subject__controller_id=envelope.controller,
        law=envelope.law,
        sender=envelope.provider,
        case_number__in=set(numbers),
    ).values_list("subject_id", "case_number", "category_code", "product_code", "began_on", "ended_on", "cents")
    balance: Counter[Hashable] = Counter()
    for subject, number, category, code, first, last, cents in rows:
        balance[subject, _what(number, category, code, first, last)] += cents
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


def _add(ledger: Ledger, envelope: Envelope, one: Performance, provision: Provision | None) -> None:
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


def _add_up(ledger: Ledger, taken: Sequence[Performance], provisions: dict[str, Provision]) -> None:
    """What was declared on each provision, up to now and with these."""
    sums: dict[str, int] = defaultdict(int)
    lines = {one.case_number: one.line for one in taken if one.case_number in provisions}
    for one in taken:
        sums[one.case_number] += one.cents
    known = {cost.provision_id: cost for cost in ProvisionCost.objects.filter(provision__in=provisions.values())}
    for number, line in lines.items():
        provision = provisions[number]
        cost = known.get(provision.id)
        if cost is None:
            cost = ProvisionCost(
                provision=provision,
                subject_id=provision.subject_id,
                law=provision.law,
                state=CostState.KNOWN,
                cents_declared=sums[number],
            )
            ledger.add(cost, unit=unit_of(provision), line=line)
        else:
            values = {"state": CostState.KNOWN.value, "cents_declared": (cost.cents_declared or 0) + sums[number]}
            ledger.put(cost, values, unit=unit_of(provision), line=line)
