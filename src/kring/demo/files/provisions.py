"""The CSVs of a town: one per source system, each a full delivery on the reference day."""

from collections.abc import Iterator, Mapping

from kring.demo.days import Days
from kring.demo.help import VOLUNTEERS
from kring.demo.model import Amount, Care, Human, Price, Town
from kring.exchange.partial_date import PartialDate
from kring.exchange.voorzieningen.records import (
    Cost,
    CostStatus,
    Delivery,
    DeliveryScope,
    PersonReference,
    Professional,
    ProvisionRow,
    ServiceLaw,
)
from kring.exchange.voorzieningen.writer import write_provisions

Humans = Mapping[str, Human]


def csv_files(town: Town, humans: Humans, agb: Mapping[str, str], days: Days) -> Iterator[tuple[str, bytes]]:
    """Per source system its name and its file."""
    by_csv = [care for care in town.cares if care.product is None]
    for system in sorted({care.system for care in by_csv}):
        rows = [_row(care, humans[care.person], agb) for care in by_csv if care.system == system]
        delivery = Delivery(town.code, system, DeliveryScope.FULL, days.today)
        yield system.lower().replace(" ", "-"), write_provisions(delivery, rows)


def _row(care: Care, human: Human, agb: Mapping[str, str]) -> ProvisionRow:
    return ProvisionRow(
        key=care.ref,
        law=ServiceLaw(care.law),
        provision=care.title,
        person=_named(human) if care.system == VOLUNTEERS else PersonReference(bsn=human.bsn),
        starts_on=care.since,
        ends_on=care.until,
        cost=_cost(care.amount),
        provider=care.provider,
        provider_agb=agb.get(care.provider),
        professionals=tuple(Professional(one.name, one.function, one.organisation or None) for one in care.helping),
    )


def _named(human: Human) -> PersonReference:
    """A volunteer organisation holds no BSN: surname, birth, postcode and number together say who it is (BR-092)."""
    birth = PartialDate(human.born.year) if human.only_year else PartialDate.of(human.born)
    return PersonReference(
        surname=human.name.surname,
        prefix=human.name.prefix or None,
        given_names=human.name.given,
        birth=birth,
        postcode=human.home.postcode,
        house_number=human.home.number,
    )


def _cost(amount: Amount) -> Cost:
    status = CostStatus(amount.price)
    per_year = amount.per_year if amount.price in {Price.KNOWN, Price.ESTIMATED} else None
    return Cost(status, _cents(per_year), _cents(amount.once))


def _cents(euros: int | None) -> int | None:
    return None if euros is None else euros * 100
