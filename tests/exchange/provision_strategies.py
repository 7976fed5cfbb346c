"""Every delivery of provisions that can be written down."""

from datetime import date

from hypothesis import strategies as st

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
from tests.exchange.person_strategies import bsns, partial_dates

_CHARACTERS = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S"))
texts = st.lists(st.text(_CHARACTERS, min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)
some_text = st.none() | texts
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
amounts = st.integers(0, 10**12)
deliveries = st.builds(
    Delivery,
    st.from_regex(r"[0-9]{4}", fullmatch=True, alphabet="0123456789"),
    texts,
    st.sampled_from(DeliveryScope),
    days,
)
addresses = st.tuples(st.from_regex(r"[0-9]{4}[A-Z]{2}", fullmatch=True), st.integers(1, 99_999))


@st.composite
def people(draw: st.DrawFn) -> PersonReference:
    bsn = draw(st.none() | bsns)
    postcode, number = draw(addresses)
    return (
        PersonReference(
            bsn=bsn,
            surname=draw(texts),
            prefix=draw(st.none() | st.sampled_from(["de", "van der"])),
            given_names=draw(some_text),
            birth=draw(partial_dates()),
            postcode=postcode,
            house_number=number,
            house_letter=draw(st.none() | st.sampled_from("Ab")),
            house_addition=draw(st.none() | st.sampled_from(["bis", "2-hoog"])),
        )
        if bsn is None or draw(st.booleans())
        else PersonReference(bsn)
    )


@st.composite
def costs(draw: st.DrawFn) -> Cost:
    status = draw(st.sampled_from(CostStatus))
    match status:
        case CostStatus.UNKNOWN:
            return Cost(status)
        case CostStatus.ELSEWHERE:
            return Cost(status, draw(st.none() | amounts), draw(st.none() | amounts))
        case _:
            return Cost(status, draw(amounts), draw(st.none() | amounts))


professionals = st.lists(
    st.builds(Professional, texts, some_text, some_text),
    max_size=3,
    unique_by=lambda each: (each.name, each.organisation),
).map(tuple)


@st.composite
def cases(draw: st.DrawFn, key: str) -> ProvisionRow:
    starts, ends = sorted(draw(st.tuples(days, days)))
    return ProvisionRow(
        key=key,
        law=draw(st.sampled_from(ServiceLaw)),
        provision=draw(texts),
        person=draw(people()),
        starts_on=starts,
        cost=draw(costs()),
        provider=draw(texts),
        ends_on=draw(st.sampled_from([ends, None])),
        provider_agb=draw(st.none() | st.from_regex(r"[0-9]{8}", fullmatch=True, alphabet="0123456789")),
        professionals=draw(professionals),
    )


@st.composite
def files(draw: st.DrawFn) -> tuple[Delivery, tuple[ProvisionRow, ...]]:
    keys = draw(st.lists(texts, min_size=1, max_size=4, unique=True))
    return draw(deliveries), tuple(draw(cases(key)) for key in keys)
