"""Every message that the standard allows, as far as Hypothesis can reach: both laws, four kinds."""

import calendar
from datetime import date, time

from hypothesis import strategies as st

from kring.exchange.bsn import passes_eleven_test
from kring.exchange.istandaarden import codes
from kring.exchange.istandaarden.catalogue import Kind, Law
from kring.exchange.istandaarden.codes import CodeList
from kring.exchange.istandaarden.messages import (
    Address,
    Amount,
    Assignment,
    Client,
    Contact,
    Declaration,
    Header,
    House,
    Message,
    Name,
    Performance,
    Person,
    Phone,
    Product,
    Relation,
    Span,
    Start,
    Stop,
    Surname,
    Volume,
)
from kring.exchange.partial_date import PartialDate

DATED = date(2026, 11, 1)
BSNS = tuple(n for n in (f"99999{tail:04d}" for tail in range(2000)) if passes_eleven_test(n))
_LETTERS = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"))

days = st.dates(date(2021, 1, 1), DATED)
numbers = st.integers(0, 999_999_999)
times = st.times(time(0), time(23, 59, 59, 999_999))
versions = st.tuples(*[st.integers(0, 30)] * 3).map(lambda parts: ".".join(map(str, parts)))


def text(longest: int) -> st.SearchStrategy[str]:
    return st.text(_LETTERS, min_size=1, max_size=longest).filter(lambda value: bool(value.strip(" ")))


def code(law: Law, codes: CodeList) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(codes.labels[law]))


@st.composite
def headers(draw: st.DrawFn, kind: Kind) -> Header:
    municipality = draw(st.from_regex(r"[0-9]{4}", fullmatch=True, alphabet="0123456789"))
    provider = draw(st.from_regex(r"[0-9]{8}", fullmatch=True, alphabet="0123456789"))
    sides = (municipality, provider) if kind is Kind.ASSIGNMENT else (provider, municipality)
    return Header(*sides, draw(text(12)), DATED, draw(versions), draw(versions))


@st.composite
def births(draw: st.DrawFn) -> PartialDate:
    born = draw(st.dates(date(1907, 1, 1), DATED))
    known = draw(st.integers(0, 3))
    return PartialDate(*((born.year, born.month, born.day)[:known]))


surnames = st.builds(Surname, text(200), st.none() | text(10))
initials = st.text("ABCÉabcő", min_size=1, max_size=6)
short_names = st.builds(Name, surnames, given_names=st.none() | text(200), initials=st.none() | initials)


@st.composite
def full_names(draw: st.DrawFn) -> Name:
    partner = draw(st.none() | surnames)
    usage = "1" if partner is None else draw(st.sampled_from("1234"))
    short = draw(short_names)
    return Name(short.surname, partner, short.given_names, short.initials, usage)


houses = st.builds(
    House,
    st.integers(0, 99_999),
    st.none() | text(1),
    st.none() | text(4),
    st.none() | code(Law.WMO, codes.HOUSE_DESIGNATION),
)
dutch_postcodes = st.from_regex(r"[1-9][0-9]{3}[A-Z]{2}", fullmatch=True)
dutch_addresses = st.builds(Address, houses, dutch_postcodes, st.none() | text(24), st.none() | text(80), st.just("NL"))
foreign_addresses = st.builds(
    Address, houses, text(8), st.none() | text(24), st.none() | text(80), st.sampled_from(["AD", "BE"])
)
phones = st.builds(Phone, st.from_regex(r"[0-9]{1,15}", fullmatch=True, alphabet="0123456789"), text(4))


@st.composite
def contacts(draw: st.DrawFn, kind: str) -> Contact:
    period = sorted(draw(st.tuples(days, days))) if kind == "04" else [None, None]
    return Contact(
        kind=kind,
        address=draw(dutch_addresses | foreign_addresses),
        organisation=draw(st.none() | text(35)),
        phones=tuple(draw(st.lists(phones, max_size=2))),
        email=draw(st.none() | text(80)),
        begins_on=period[0],
        ends_on=period[1],
    )


@st.composite
def relations(draw: st.DrawFn, number: int) -> Relation:
    return Relation(
        number=str(number),
        kind=draw(code(Law.WMO, codes.RELATION)),
        name=draw(full_names()),
        contact=draw(contacts(draw(st.sampled_from(["01", "02", "03", "04"])))),
        order=draw(st.none() | st.integers(0, 99)),
        birth=draw(st.none() | births()),
        sex=draw(st.none() | st.sampled_from("012")),
    )


@st.composite
def persons(draw: st.DrawFn, kind: Kind, law: Law) -> Person:
    if kind is not Kind.ASSIGNMENT:
        return Person(draw(births()), draw(st.sampled_from("012")), draw(short_names))
    communication = draw(st.none() | code(law, codes.COMMUNICATION))
    others = draw(st.lists(st.sampled_from(["02", "03", "04"]), unique=True))
    return Person(
        birth=draw(births()),
        sex=draw(st.sampled_from("012")),
        name=draw(full_names()),
        contacts=tuple(draw(contacts(each)) for each in ("01", *others)),
        relations=tuple(draw(relations(number)) for number in range(draw(st.integers(0, 2)))),
        communication=communication,
        language=draw(text(25)) if communication == "1" else None,
        legal_status=draw(st.none() | code(law, codes.LEGAL_STATUS)),
        representation=draw(st.none() | code(law, codes.REPRESENTATION)),
        comment=draw(st.none() | text(300)),
    )


@st.composite
def assignments(draw: st.DrawFn, law: Law, number: int) -> Assignment:
    """One assignment; each number has its own year, so that no two of them overlap (TR302)."""
    first, last = sorted(draw(st.tuples(*[st.dates(date(2021 + number, 1, 1), date(2021 + number, 12, 31))] * 2)))
    category = draw(code(law, codes.PRODUCT_CATEGORY))
    form = draw(st.sampled_from(["volume", "budget", "category"]))
    volume = Volume(draw(st.integers(0, 99_999_999)), draw(code(law, codes.UNIT)), draw(st.sampled_from("246")))
    return Assignment(
        number=number,
        assigned_on=draw(days),
        assigned_at=draw(times),
        starts_on=first,
        ends_on=last,
        product=Product(category, draw(text(5)) if form == "volume" else None),
        volume=volume if form == "volume" else None,
        budget=draw(st.integers(0, 99_999_999)) if form == "budget" else None,
        change_reason=draw(st.none() | st.sampled_from(["02", "03", "04", "14"])),
        provider_reference=draw(st.none() | text(36)),
        comment=draw(st.none() | text(300)),
    )


@st.composite
def products(draw: st.DrawFn, law: Law) -> Product:
    return Product(draw(code(law, codes.PRODUCT_CATEGORY)), draw(st.none() | text(5)))


@st.composite
def starts(draw: st.DrawFn, law: Law, number: int) -> Start:
    product, since = draw(st.none() | products(law)), draw(st.none() | days)
    return Start(draw(days), draw(st.sampled_from("123")), number, product, since)


@st.composite
def stops(draw: st.DrawFn, law: Law, number: int) -> Stop:
    first, last = sorted(draw(st.tuples(days, days)))
    reason, status = draw(code(law, codes.STOP_REASON)), draw(st.sampled_from("123"))
    return Stop(first, last, reason, status, number, draw(st.none() | products(law)), draw(st.none() | days))


def month_of(day: date) -> Span:
    last = calendar.monthrange(day.year, day.month)[1]
    return Span(day.replace(day=1), day.replace(day=last))


@st.composite
def performances(draw: st.DrawFn, law: Law, number: int) -> Performance:
    unit, volume = draw(code(law, codes.UNIT)), draw(st.integers(0, 1000))
    tariff = None if unit == "83" else draw(st.integers(0, 1000))
    cents = volume if tariff is None else volume * tariff
    credit = cents > 0 and draw(st.booleans())
    return Performance(
        reference=f"R{number}",
        assignment=number,
        category=draw(code(law, codes.PRODUCT_CATEGORY)),
        code=draw(text(5)),
        period=month_of(draw(st.dates(date(2022, 1, 1), date(2026, 9, 30)))),
        volume=volume,
        unit=unit,
        amount=Amount(cents, credit),
        tariff=tariff,
        previous_reference=f"P{number}" if credit else None,
    )


@st.composite
def declarations(draw: st.DrawFn, law: Law) -> Message:
    bsns = draw(st.lists(st.sampled_from(BSNS), min_size=1, max_size=3, unique=True))
    clients = tuple(
        Client(bsn, performances=tuple(draw(performances(law, 10 * place + n)) for n in range(draw(_few))))
        for place, bsn in enumerate(bsns)
    )
    total = sum(each.amount.signed for client in clients for each in client.performances)
    amount = Amount(abs(total), total < 0)
    number = draw(st.from_regex(r"[A-Za-z0-9]{1,12}", fullmatch=True))
    declared = Declaration(number, month_of(date(2026, 9, 1)), DATED, amount)
    return Message(law, Kind.DECLARATION, draw(headers(Kind.DECLARATION)), clients, declared)


_few = st.integers(1, 3)


@st.composite
def personal_messages(draw: st.DrawFn, law: Law, kind: Kind) -> Message:
    count = range(draw(_few))
    client = Client(
        draw(st.sampled_from(BSNS)),
        draw(persons(kind, law)),
        assignments=tuple(draw(assignments(law, n)) for n in count) if kind is Kind.ASSIGNMENT else (),
        starts=tuple(draw(starts(law, n)) for n in count) if kind is Kind.START else (),
        stops=tuple(draw(stops(law, n)) for n in count) if kind is Kind.STOP else (),
    )
    return Message(law, kind, draw(headers(kind)), (client,))


@st.composite
def messages(draw: st.DrawFn) -> Message:
    law, kind = draw(st.sampled_from(Law)), draw(st.sampled_from(Kind))
    return draw(declarations(law) if kind is Kind.DECLARATION else personal_messages(law, kind))
