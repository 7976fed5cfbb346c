"""Invented messages: Noor de Boer gets help at home from provider 90000001, municipality 0999 pays."""

from datetime import date, time

from kring.exchange.istandaarden.catalogue import Kind, Law
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

NOOR, DAAN = "999990019", "999990020"
ZEEWAARD, DE_KADE = "0999", "90000001"
MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))

HOME = Contact(
    kind="03",
    address=Address(
        house=House(12, letter="A"),
        postcode="1799ZW",
        street="Duinroosstraat",
        town="Zeewaard",
        country="NL",
    ),
    phones=(Phone("0600000000", "0031"),),
)
NAME = Name(Surname("Boer", "de"), given_names="Noor", initials="N", usage="1")
SHORT_NAME = Name(Surname("Boer", "de"), given_names="Noor", initials="N")
MOTHER = Relation(number="1", kind="10", name=Name(Surname("Bakker"), given_names="Marloes", usage="1"), contact=HOME)
PRODUCT = Product("45", "45A03")
ASSIGNMENT = Assignment(
    number=300201,
    assigned_on=date(2026, 1, 5),
    assigned_at=time(9, 30),
    starts_on=date(2026, 1, 10),
    ends_on=date(2026, 12, 31),
    product=PRODUCT,
    volume=Volume(120, "01", "2"),
)
GROUP_HELP = Assignment(
    number=300202,
    assigned_on=date(2026, 1, 5),
    assigned_at=time(9, 31),
    starts_on=date(2026, 2, 1),
    product=Product("41", "41A01"),
    volume=Volume(8, "16", "4"),
)


def header(kind: Kind, dated: date) -> Header:
    sides = (ZEEWAARD, DE_KADE) if kind is Kind.ASSIGNMENT else (DE_KADE, ZEEWAARD)
    return Header(*sides, identification=f"T{kind}", dated=dated)


def assignment_message(*assignments: Assignment, law: Law = Law.JEUGDWET) -> Message:
    person = Person(birth=PartialDate(2014, 6, 3), sex="2", name=NAME, contacts=(HOME,), relations=(MOTHER,))
    client = Client(NOOR, person, assignments=assignments or (ASSIGNMENT, GROUP_HELP))
    return Message(law, Kind.ASSIGNMENT, header(Kind.ASSIGNMENT, date(2026, 1, 6)), (client,))


def start_message(*starts: Start) -> Message:
    person = Person(birth=PartialDate(2014, 6, 3), sex="2", name=SHORT_NAME)
    first = Start(date(2026, 1, 12), "1", 300201, PRODUCT, date(2026, 1, 10))
    client = Client(NOOR, person, starts=starts or (first,))
    return Message(Law.JEUGDWET, Kind.START, header(Kind.START, date(2026, 1, 13)), (client,))


def stop_message(*stops: Stop) -> Message:
    person = Person(birth=PartialDate(2014, 6, 3), sex="2", name=SHORT_NAME)
    first = Stop(date(2026, 1, 12), date(2026, 6, 30), "31", "1", 300201, PRODUCT, date(2026, 1, 10))
    client = Client(NOOR, person, stops=stops or (first,))
    return Message(Law.JEUGDWET, Kind.STOP, header(Kind.STOP, date(2026, 7, 1)), (client,))


def performance(reference: str, assignment: int = 300201, *, cents: int = 24000) -> Performance:
    return Performance(
        reference=reference,
        assignment=assignment,
        category="45",
        code="45A03",
        period=MARCH,
        volume=cents // 120,
        unit="01",
        amount=Amount(cents),
        tariff=120,
    )


def declaration_message(*clients: Client, cents: int | None = None) -> Message:
    who = clients or (
        Client(NOOR, performances=(performance("R1"),)),
        Client(DAAN, performances=(performance("R2", 300300, cents=12000),)),
    )
    total = sum(each.amount.signed for client in who for each in client.performances)
    declared = Declaration("D202603", MARCH, date(2026, 4, 2), Amount(total if cents is None else cents))
    return Message(Law.JEUGDWET, Kind.DECLARATION, header(Kind.DECLARATION, date(2026, 4, 2)), who, declared)


EXAMPLES = {
    Kind.ASSIGNMENT: assignment_message(),
    Kind.START: start_message(),
    Kind.STOP: stop_message(),
    Kind.DECLARATION: declaration_message(),
}
