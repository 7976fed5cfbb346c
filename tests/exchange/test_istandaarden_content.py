"""Every content rule, broken on purpose by Noor's messages: the reader names that rule."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kring.exchange.findings import Finding, Severity
from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.content.table import RULES
from kring.exchange.istandaarden.messages import (
    Address,
    Amount,
    Assignment,
    Client,
    Contact,
    Message,
    Name,
    Performance,
    Person,
    Product,
    Span,
    Start,
    Stop,
    Surname,
    Volume,
)
from kring.exchange.istandaarden.reader import read_message
from kring.exchange.istandaarden.writer import UnwritableMessageError, write_message
from kring.exchange.partial_date import PartialDate
from tests.exchange.examples import (
    ASSIGNMENT,
    GROUP_HELP,
    HOME,
    MARCH,
    MOTHER,
    NAME,
    NOOR,
    PRODUCT,
    assignment_message,
    declaration_message,
    performance,
    start_message,
    stop_message,
)

A, B, E, D = Kind.ASSIGNMENT, Kind.START, Kind.STOP, Kind.DECLARATION
BUILDERS: dict[Kind, Callable[[], Message]] = {
    A: assignment_message,
    B: start_message,
    E: stop_message,
    D: declaration_message,
}


def with_client(kind: Kind, change: Callable[[Client], Client]) -> Message:
    message = BUILDERS[kind]()
    return replace(message, clients=(change(message.clients[0]), *message.clients[1:]))


def with_bsn(kind: Kind, bsn: str) -> Message:
    return with_client(kind, lambda client: replace(client, bsn=bsn))


def with_person(kind: Kind, change: Callable[[Person], Person]) -> Message:
    def changed(client: Client) -> Client:
        assert client.person is not None
        return replace(client, person=change(client.person))

    return with_client(kind, changed)


def born(kind: Kind, year: int, month: int, day: int) -> Message:
    return with_person(kind, lambda person: replace(person, birth=PartialDate(year, month, day)))


def named(name: Name) -> Message:
    return with_person(A, lambda person: replace(person, name=name))


def reached(*contacts: Contact) -> Message:
    return with_person(A, lambda person: replace(person, contacts=contacts))


def at(address: Address, kind: str = "03") -> Message:
    return reached(replace(HOME, address=address, kind=kind))


def lasting(first: date, last: date | None) -> Assignment:
    return replace(ASSIGNMENT, starts_on=first, ends_on=last)


def declared(*performances: Performance, cents: int | None = None, credit: bool = False) -> Message:
    message = declaration_message(Client(NOOR, performances=performances))
    assert message.declaration is not None
    signed = sum(each.amount.signed for each in performances) if cents is None else cents
    total = Amount(abs(signed), credit or signed < 0)
    return replace(message, declaration=replace(message.declaration, total=total))


def during(first: date, last: date) -> Performance:
    return replace(performance("R1"), period=Span(first, last))


def declared_over(first: date, last: date) -> Message:
    message = declaration_message()
    assert message.declaration is not None
    return replace(message, declaration=replace(message.declaration, period=Span(first, last)))


STREET = Address(None, None, "Duinroosstraat", "Zeewaard")
CREDIT = replace(performance("R9"), amount=Amount(24000, credit=True), previous_reference="P1")
EURO = replace(performance("R1"), unit="83", tariff=None, volume=24000)
NEXT_YEAR = date(2027, 1, 1)
START = Start(date(2026, 1, 12), "1", 300201, PRODUCT)
STOP = Stop(date(2026, 1, 12), date(2026, 6, 30), "31", "1", 300201, PRODUCT)

BROKEN: list[tuple[str, Kind, Message]] = [
    *(("CS002", kind, with_bsn(kind, "123456789")) for kind in Kind),
    *(("TR002", kind, born(kind, 1905, 12, 31)) for kind in (A, B, E)),
    *(("TR134", kind, born(kind, 2027, 1, 1)) for kind in (A, B, E)),
    ("CS050", A, named(replace(NAME, partner=Surname("Vries", "de"), usage="6"))),
    ("CS050", A, named(replace(NAME, usage="3"))),
    ("CS318", A, named(replace(NAME, usage="6"))),
    ("CD007", A, with_person(A, lambda person: replace(person, communication="1"))),
    ("CD007", A, with_person(A, lambda person: replace(person, communication="2", language="Fries"))),
    ("CD005", A, at(replace(HOME.address or STREET, country=None))),
    ("CD005", A, at(replace(STREET, country="BE"))),
    ("CD009", A, reached(replace(HOME, begins_on=date(2026, 1, 1)))),
    ("CD025", A, at(replace(HOME.address or STREET, house=None))),
    ("CD034", A, at(STREET)),
    ("CS089", A, at(replace(HOME.address or STREET, postcode="0999XX"))),
    ("TR006", A, reached(HOME, Contact("02", STREET))),
    ("TR061", A, reached(replace(HOME, kind="04"))),
    ("TR061", A, reached(replace(HOME, address=None))),
    ("TR101", A, reached(HOME, HOME)),
    ("TR101", A, with_person(A, lambda person: replace(person, relations=(MOTHER, MOTHER)))),
    ("CS003", A, reached(HOME, replace(HOME, kind="04", begins_on=NEXT_YEAR, ends_on=date(2026, 1, 1)))),
    ("CD041", A, assignment_message(replace(ASSIGNMENT, volume=None))),
    ("CD075", A, assignment_message(replace(ASSIGNMENT, product=None, volume=None, budget=5, ends_on=None))),
    ("CD076", A, assignment_message(lasting(date(2026, 1, 10), None))),
    ("CD077", A, assignment_message(replace(ASSIGNMENT, budget=500))),
    ("CD078", A, assignment_message(replace(ASSIGNMENT, budget=500))),
    ("CD079", A, assignment_message(replace(ASSIGNMENT, product=None, volume=None))),
    ("CD080", A, assignment_message(replace(ASSIGNMENT, product=Product("45")))),
    ("CS003", A, assignment_message(lasting(NEXT_YEAR, date(2026, 12, 31)))),
    ("CS335", A, assignment_message(replace(ASSIGNMENT, change_reason="13"))),
    ("CS336", A, assignment_message(replace(ASSIGNMENT, change_reason="01"))),
    ("CS338", A, assignment_message(replace(ASSIGNMENT, volume=Volume(1, "16", "1")))),
    ("TR134", A, assignment_message(replace(ASSIGNMENT, assigned_on=NEXT_YEAR))),
    ("TR101", A, assignment_message(ASSIGNMENT, lasting(NEXT_YEAR, date(2027, 2, 1)))),
    ("TR302", A, assignment_message(ASSIGNMENT, replace(ASSIGNMENT, number=1))),
    ("TR134", B, start_message(replace(START, starts_on=NEXT_YEAR))),
    ("TR134", E, stop_message(replace(STOP, ends_on=NEXT_YEAR))),
    ("TR018", E, stop_message(replace(STOP, ends_on=date(2026, 1, 11)))),
    ("CS058", B, start_message(replace(START, status="9"))),
    ("CS058", E, stop_message(replace(STOP, status="9"))),
    ("TR101", B, start_message(START, replace(START, status="3"))),
    ("TR101", E, stop_message(STOP, replace(STOP, assigned_from=date(2026, 1, 1)))),
    ("CD060", D, declared(replace(performance("R1"), previous_reference="P1"))),
    ("CD060", D, declared(performance("R1"), replace(CREDIT, previous_reference=None))),
    ("CD087", D, declared(replace(performance("R1"), tariff=None))),
    ("CD087", D, declared(replace(EURO, tariff=1))),
    ("CS100", D, declared_over(date(2020, 12, 1), date(2020, 12, 31))),
    ("CS100", D, declared(during(date(2020, 12, 1), date(2020, 12, 31)))),
    ("CS325", D, declared(replace(CREDIT, amount=Amount(0, credit=True), tariff=0))),
    ("CS325", D, declared(replace(performance("R1"), amount=Amount(0), volume=0), credit=True)),
    ("CS337", D, declared(during(date(2026, 2, 1), date(2026, 3, 31)))),
    ("CS339", D, declared(replace(EURO, volume=23999))),
    ("CS340", D, declared_over(date(2026, 3, 2), date(2026, 3, 31))),
    ("TR101", D, declaration_message(*[Client(NOOR, performances=(performance(n),)) for n in ("R1", "R2")])),
    ("TR101", D, declared(performance("R1"), performance("R1"))),
    ("TR134", D, declared(during(date(2026, 5, 1), date(2026, 5, 31)))),
    ("TR137", D, declared(during(date(2026, 4, 1), date(2026, 4, 30)))),
    ("TR137", D, declared(during(date(2026, 3, 31), date(2026, 3, 1)))),
    ("TR315", D, declared(CREDIT, replace(CREDIT, reference="R8"), cents=-48000)),
    ("TR316", D, declared(performance("P1"), CREDIT)),
    ("TR335", D, declared(during(date(2021, 3, 1), date(2021, 3, 31)))),
    ("TR358", D, declared(performance("R1"), cents=24001)),
    ("TR358", D, declared(performance("R1"), CREDIT, cents=48000)),
    ("TR416", D, declared(performance("R1"), performance("R2"))),
]  # fmt: skip
WARNED: list[tuple[str, Kind, Message]] = [
    ("CS058", B, start_message(replace(START, status="2"))),
    ("CS058", E, stop_message(replace(STOP, status="2"))),
    ("TR314", D, declared(performance("R1"), replace(performance("R1"), assignment=2))),
    ("TR346", D, declared(replace(performance("R1"), unit="04", volume=199))),
]


def findings(message: Message) -> tuple[Finding, ...]:
    try:
        return read_message(write_message(message), "inhoud.xml").findings
    except UnwritableMessageError as refusal:
        return refusal.findings


@pytest.mark.parametrize(("code", "kind", "message"), BROKEN, ids=lambda part: str(part)[:5])
def test_a_broken_rule_refuses_the_message(code: str, kind: Kind, message: Message) -> None:
    assert message.kind is kind
    assert (code, Severity.REFUSED) in [(each.rule, each.severity) for each in findings(message)]


@pytest.mark.parametrize(("code", "kind", "message"), WARNED, ids=lambda part: str(part)[:5])
def test_a_rule_that_warns_lets_the_message_through(code: str, kind: Kind, message: Message) -> None:
    assert message.kind is kind
    assert [(each.rule, each.severity) for each in findings(message)] == [(code, Severity.WARNING)]


def test_every_rule_of_the_table_is_broken_once_or_more() -> None:
    missing = {(rule.code, kind, rule.severity) for rule in RULES for kind in rule.kinds}
    missing -= {(code, kind, Severity.REFUSED) for code, kind, _ in BROKEN}
    missing -= {(code, kind, Severity.WARNING) for code, kind, _ in WARNED}

    assert missing == {("CS139", kind, Severity.REFUSED) for kind in (A, B, E)}  # see the next test


@pytest.mark.parametrize("kind", [A, B, E])
@pytest.mark.parametrize(("use", "day"), [("3", "1953-01-01"), ("2", "2014-02-01"), ("1", "2014-06-03")])
def test_a_date_of_birth_agrees_with_what_is_known_of_it(kind: Kind, use: str, day: str) -> None:
    """CS139; the model cannot hold the contradiction, so it is put in the file."""
    whole = b"<ijw:Datum>2014-06-03</ijw:Datum>"
    part = f"<ijw:Datum>{day}</ijw:Datum><ijw:DatumGebruik>{use}</ijw:DatumGebruik>".encode()
    data = write_message(BUILDERS[kind]()).replace(whole, part)

    assert [each.rule for each in read_message(data, "geboorte.xml").findings] == ["CS139"]


@pytest.mark.parametrize("birth", [PartialDate(), PartialDate(1953), PartialDate(1949, 9)])
def test_a_partly_unknown_date_of_birth_is_allowed(birth: PartialDate) -> None:
    assert findings(with_person(A, lambda person: replace(person, birth=birth))) == ()


JANUARY, FEBRUARY, MAY = date(2026, 1, 1), date(2026, 2, 1), date(2026, 5, 1)


@pytest.mark.parametrize(
    ("one", "other", "stacked"),
    [
        (("45", "A", JANUARY, MAY), ("45", "A", FEBRUARY, None), True),
        (("45", "A", JANUARY, MAY), ("45", "A", MAY, MAY), True),
        (("45", "A", JANUARY, FEBRUARY), ("45", "A", MAY, None), False),
        (("45", "A", JANUARY, MAY), ("45", "B", FEBRUARY, MAY), False),
        (("45", "A", JANUARY, MAY), ("45", None, FEBRUARY, MAY), True),
        (("45", None, JANUARY, MAY), ("45", "A", FEBRUARY, MAY), True),
        (("45", None, JANUARY, MAY), ("41", None, FEBRUARY, MAY), False),
        ((None, None, JANUARY, MAY), ("45", "A", FEBRUARY, MAY), True),
        (("45", "A", JANUARY, MAY), (None, None, FEBRUARY, MAY), True),
    ],
)
def test_products_may_not_overlap(
    one: tuple[str | None, str | None, date, date | None],
    other: tuple[str | None, str | None, date, date | None],
    stacked: bool,
) -> None:
    """TR302, in either order: without code the category counts, without category everything does."""
    products = [
        Assignment(
            number=number,
            assigned_on=JANUARY,
            assigned_at=ASSIGNMENT.assigned_at,
            starts_on=starts,
            ends_on=ends,
            product=None if category is None else Product(category, code),
        )
        for number, (category, code, starts, ends) in enumerate((one, other))
    ]

    for ordered in (products, products[::-1]):
        rules = [each.rule for each in findings(assignment_message(*ordered))]
        assert ("TR302" in rules) is stacked


def test_a_removed_assignment_does_not_overlap() -> None:
    removed = replace(ASSIGNMENT, number=1, ends_on=ASSIGNMENT.starts_on, change_reason="13")

    assert findings(assignment_message(ASSIGNMENT, GROUP_HELP, removed)) == ()


def test_a_credit_of_last_month_is_subtracted_from_the_total() -> None:
    assert findings(declared(performance("R1"), replace(CREDIT, period=MARCH))) == ()
