"""Cases of a CSV of provisions: who gets what from whom, at which cost, and which professionals are known by name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from kring.ground.audit.trail import note_deed
from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import Helper, Provider, Provision, ProvisionCost
from kring.practice.care.rules.breaches import Breach, Rule
from kring.practice.care.rules.incoming import Batch, Case, Stored
from kring.practice.care.rules.standing import on_day
from kring.practice.care.services.rows import nameless, unit_of

OTHER_CASE = Rule(
    "CSV-WISSEL",
    "zaaknummer",
    "Deze zaak was eerder van een andere persoon of wet.",
    "Een zaaknummer blijft bij de bron altijd bij dezelfde zaak.",
    "Geef de voorziening een eigen zaaknummer, of draai de eerdere levering terug.",
)


@dataclass(slots=True)
class _Known:
    """What there is already of the cases in this file."""

    provisions: dict[str, Provision]
    costs: dict[UUID, ProvisionCost]
    helpers: dict[UUID, list[Helper]]
    providers: dict[tuple[str, str], Provider] = field(default_factory=dict)


def store_cases(*, ledger: Ledger, batch: Batch, cases: Sequence[Case]) -> Stored:
    """Each case on its own: one that cannot be stored keeps no other from it."""
    known = _known(batch, cases)
    breaches = tuple(
        Breach(OTHER_CASE, case.line, case.line)
        for case in cases
        if (there := known.provisions.get(case.number)) and (there.subject_id, there.law) != (case.subject, case.law)
    )
    refused = {breach.line for breach in breaches}
    taken = [case for case in cases if case.line not in refused]
    known.providers = _providers(ledger, taken)
    created = frozenset(case.line for case in taken if case.number not in known.provisions)
    for case in taken:
        provision = _provision(ledger, batch, case, known)
        _cost(ledger, case, provision, known.costs.get(provision.id))
        _helpers(ledger, case, provision, known.helpers.get(provision.id, []))
    ledger.flush()
    note_deed("care.cases_stored", "provision", subjects={case.subject for case in taken}, ground=batch.source)
    return Stored(created, breaches)


def end_missing(*, ledger: Ledger, batch: Batch, present: Collection[str]) -> int:
    """A full delivery was true on its day: what this source does not name any more had ended before. How many."""
    last = batch.as_of - timedelta(days=1)
    running = Provision.objects.filter(
        subject__controller_id=batch.controller, source=batch.source, municipality_code=batch.municipality
    ).exclude(ended_on__lte=last)
    missing = [row for row in running.order_by("source_key") if row.case_number not in present]
    for row in missing:
        ended = max(last, row.started_on)
        values = {"ended_on": ended, "state": on_day(row.started_on, ended, batch.as_of).value}
        ledger.put(row, values, unit=unit_of(row))
    ledger.flush()
    return len(missing)


def _known(batch: Batch, cases: Sequence[Case]) -> _Known:
    keys = [batch.source_key(case.number) for case in cases]
    rows = list(Provision.objects.filter(source=batch.source, source_key__in=keys))
    helpers: dict[UUID, list[Helper]] = defaultdict(list)
    for helper in Helper.objects.filter(provision__in=rows).order_by("name"):
        helpers[helper.provision_id].append(helper)
    costs = {cost.provision_id: cost for cost in ProvisionCost.objects.filter(provision__in=rows)}
    return _Known({row.case_number: row for row in rows}, costs, helpers)


def _providers(ledger: Ledger, cases: Iterable[Case]) -> dict[tuple[str, str], Provider]:
    """By AGB code, or by name where none is given. A provider known by its code only gets its name."""
    asked = {(case.provider, case.provider_agb) for case in cases}
    by_code = {row.agb_code: row for row in Provider.objects.filter(agb_code__in={agb for _, agb in asked if agb})}
    by_name = {row.name: row for row in Provider.objects.filter(agb_code="", name__in={name for name, _ in asked})}
    found = {}
    for name, agb in sorted(asked):
        row = by_code.get(agb) if agb else by_name.get(name)
        if row is None:
            row = Provider(name=name, agb_code=agb)
            ledger.add(row, unit=f"aanbieder {row.id}")
            (by_code if agb else by_name)[agb or name] = row
        elif row.name == nameless(agb):
            ledger.put(row, {"name": name}, unit=f"aanbieder {row.id}")
        found[name, agb] = row
    return found


def _provision(ledger: Ledger, batch: Batch, case: Case, known: _Known) -> Provision:
    values = {
        "product": case.product,
        "provider_id": known.providers[case.provider, case.provider_agb].id,
        "started_on": case.started_on,
        "ended_on": case.ended_on,
        "state": on_day(case.started_on, case.ended_on, batch.as_of).value,
    }
    there = known.provisions.get(case.number)
    if there is not None:
        ledger.put(there, values, unit=unit_of(there), line=case.line)
        return there
    provision = Provision(
        subject_id=case.subject,
        law=case.law,
        municipality_code=batch.municipality,
        case_number=case.number,
        source=batch.source,
        source_key=batch.source_key(case.number),
        **values,
    )
    ledger.add(provision, unit=unit_of(provision), line=case.line)
    return provision


def _cost(ledger: Ledger, case: Case, provision: Provision, known: ProvisionCost | None) -> None:
    values = {
        "state": case.cost.state.value,
        "cents_per_year": case.cost.per_year,
        "cents_once": case.cost.once,
    }
    if known is not None:
        ledger.put(known, values, unit=unit_of(provision), line=case.line)
        return
    cost = ProvisionCost(provision=provision, subject_id=case.subject, law=case.law, **values)
    ledger.add(cost, unit=unit_of(provision), line=case.line)


def _helpers(ledger: Ledger, case: Case, provision: Provision, known: Sequence[Helper]) -> None:
    """The professionals as they are named now; who is named no more helps no more."""
    named = {(one.name, one.organisation): one for one in case.professionals}
    there = {(row.name, row.organisation_name): row for row in known}
    for key, row in there.items():
        if key not in named:
            ledger.remove(row, unit=unit_of(provision), line=case.line)
    for key, one in named.items():
        if key in there:
            ledger.put(there[key], {"function": one.function}, unit=unit_of(provision), line=case.line)
            continue
        helper = Helper(
            provision=provision,
            subject_id=case.subject,
            law=case.law,
            name=one.name,
            function=one.function,
            organisation_name=one.organisation,
        )
        ledger.add(helper, unit=unit_of(provision), line=case.line)
