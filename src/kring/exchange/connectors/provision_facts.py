"""A case of the CSV of provisions in the terms of `care` and of the register zone."""

from uuid import UUID

from kring.exchange.voorzieningen.records import CostStatus, PersonReference, ProvisionRow
from kring.practice.care.rules.help import CostState
from kring.practice.care.rules.incoming import Case, CaseCost, Professional
from kring.practice.households.models import AddressKind
from kring.practice.households.rules.births import UNKNOWN, Birth
from kring.practice.households.rules.facts import AddressFacts, PersonFacts
from kring.practice.households.rules.names import Name, Surname

COSTS = {
    CostStatus.KNOWN: CostState.KNOWN,
    CostStatus.ESTIMATED: CostState.ESTIMATED,
    CostStatus.UNKNOWN: CostState.UNKNOWN,
    CostStatus.ELSEWHERE: CostState.ELSEWHERE,
}


def person_facts(row: ProvisionRow) -> PersonFacts:
    person = row.person
    return PersonFacts(
        line=row.line,
        bsn=person.bsn,
        name=Name(person.given_names or "", Surname(person.surname or "", person.prefix or "")),
        birth=Birth(person.birth.year, person.birth.month, person.birth.day) if person.birth else UNKNOWN,
        address=_address(person),
    )


def _address(person: PersonReference) -> AddressFacts | None:
    if person.postcode is None or person.house_number is None:
        return None
    return AddressFacts(
        kind=AddressKind.FULL.value,
        number=str(person.house_number),
        suffix=f"{person.house_letter or ''} {person.house_addition or ''}".strip(),
        postcode=person.postcode,
    )


def case_of(row: ProvisionRow, subject: UUID) -> Case:
    """A professional works for the provider, unless another organisation is named."""
    return Case(
        subject=subject,
        number=row.key,
        law=row.law.value,
        product=row.provision,
        provider=row.provider,
        provider_agb=row.provider_agb or "",
        started_on=row.starts_on,
        ended_on=row.ends_on,
        cost=CaseCost(COSTS[row.cost.status], row.cost.cents_per_year, row.cost.cents_once),
        professionals=tuple(
            Professional(one.name, one.function or "", one.organisation or row.provider) for one in row.professionals
        ),
        line=row.line,
    )
