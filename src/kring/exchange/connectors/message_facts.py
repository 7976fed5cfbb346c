"""A message of iJw or iWmo in the terms of `care` and of the register zone."""

from collections.abc import Iterator
from dataclasses import Field, fields, is_dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from kring.exchange.istandaarden import codes
from kring.exchange.istandaarden.catalogue import Law
from kring.exchange.istandaarden.messages import (
    Assignment,
    Client,
    Contact,
    Message,
    Person,
    Product,
    Start,
    Stop,
    Volume,
)
from kring.exchange.istandaarden.messages import Performance as DeclaredPerformance
from kring.exchange.istandaarden.products import product_name
from kring.ground.shared.period import HERE
from kring.practice.care.rules.allowance import Volume as AssignedVolume
from kring.practice.care.rules.incoming import Envelope, Grant, Performance, Told
from kring.practice.care.rules.reports import Kind as ReportKind
from kring.practice.care.rules.reports import Report, Status
from kring.practice.care.services import Receipt
from kring.practice.households.models import AddressKind
from kring.practice.households.rules.births import UNKNOWN, Birth
from kring.practice.households.rules.facts import AddressFacts, PersonFacts
from kring.practice.households.rules.names import Name, Surname

NAMELESS = "naam onbekend"
"""Who is known by a BSN only: a declaration (323) gives no name."""
_HOME, _NETHERLANDS = ("01", "03", "04"), "NL"


def envelope_of(message: Message, controller: UUID) -> Envelope:
    header = message.header
    return Envelope(
        controller=controller,
        municipality=message.municipality,
        law=message.law.value,
        provider=message.provider,
        message=" ".join(
            (message.type.name, message.municipality, message.provider, header.identification, f"{header.dated:%y%m%d}")
        ),
        dated=header.dated,
        declared_until=message.declaration.period.last if message.declaration else None,
    )


def receipt_of(message: Message, controller: UUID) -> Receipt:
    receipt = Receipt(controller, *name_of(message), message.header.dated, _digest(message))
    if message.declaration is None:
        return receipt
    return replace(receipt, declared_as=message.declaration.number, declared_from=message.declaration.period.first)


def name_of(message: Message) -> tuple[str, str, str]:
    """What a message is known by: a sender uses an identification once per kind (TR056)."""
    return message.type.name, message.header.sender, message.header.identification


def _digest(message: Message) -> str:
    """Equal for messages that say the same; how the XML was laid out does not count."""
    return sha256("\x1f".join(_said(message)).encode()).hexdigest()


def _said(value: object) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, type):
        compared: list[Field[object]] = [each for each in fields(value) if each.compare]
        for each in compared:
            yield each.name
            yield from _said(getattr(value, each.name))
    elif isinstance(value, tuple):
        yield str(len(value))
        for item in value:
            yield from _said(item)
    else:
        yield repr(value)


def person_facts(client: Client, line: int) -> PersonFacts:
    """What the message tells of the person; enough to find candidates by, or to begin with."""
    person = client.person
    if person is None:
        return PersonFacts(line, client.bsn, Name("", Surname(NAMELESS)))
    surname = person.name.surname
    return PersonFacts(
        line=line,
        bsn=client.bsn,
        name=Name(person.name.given_names or "", Surname(surname.name, surname.prefix or "")),
        birth=Birth(person.birth.year, person.birth.month, person.birth.day) if person.birth.year else UNKNOWN,
        sex={"1": "M", "2": "V"}.get(person.sex, ""),
        address=_address(person),
    )


def _address(person: Person) -> AddressFacts | None:
    """The address of the BRP if it is there, else where the person stays."""
    homes = [contact for kind in _HOME for contact in person.contacts if _is_home(contact, kind)]
    address = homes[0].address if homes else None
    if address is None or address.house is None:
        return None
    suffix = f"{address.house.letter or ''} {address.house.addition or ''}".strip()
    return AddressFacts(
        kind=AddressKind.FULL.value,
        street=address.street or "",
        number=str(address.house.number),
        suffix=suffix,
        postcode=address.postcode or "",
        place=address.town or "",
    )


def _is_home(contact: Contact, kind: str) -> bool:
    address = contact.address
    if contact.kind != kind or address is None:
        return False
    return bool(address.house and address.postcode) and address.country in {None, _NETHERLANDS}


def grant_of(law: Law, assignment: Assignment, subject: UUID, line: int) -> Grant:
    stated = datetime.combine(assignment.assigned_on, assignment.assigned_at, HERE)
    product = assignment.product
    return Grant(
        subject=subject,
        case_number=str(assignment.number),
        product=product_name(law, product),
        category=product.category if product else "",
        code=(product.code or "") if product else "",
        volume=_volume(law, assignment.volume, assignment.budget),
        assigned=_assigned(assignment.volume),
        budget=assignment.budget,
        started_on=assignment.starts_on,
        ended_on=assignment.ends_on,
        stated_at=stated.astimezone(UTC),
        removed=assignment.is_removed,
        line=line,
        at=assignment.line,
    )


def _assigned(volume: Volume | None) -> AssignedVolume | None:
    return None if volume is None else AssignedVolume(volume.amount, volume.unit, volume.frequency)


def _volume(law: Law, volume: Volume | None, budget: int | None) -> str:
    if volume is not None:
        unit, frequency = codes.UNIT.label(law, volume.unit), codes.FREQUENCY.label(law, volume.frequency)
        return f"{volume.amount} {unit} {frequency}"[:60]
    if budget is None:
        return ""
    euros = f"{budget // 100:,}".replace(",", ".")
    return f"budget € {euros},{budget % 100:02}"


def started(start: Start, subject: UUID, line: int) -> Told:
    category, code = _product(start.product)
    report = Report(ReportKind.START, start.starts_on, category, code)
    return Told(subject, number_of(start.assignment), report, Status(start.status), line, start.line)


def stopped(stop: Stop, subject: UUID, line: int) -> Told:
    category, code = _product(stop.product)
    report = Report(ReportKind.STOP, stop.starts_on, category, code, stop.ends_on, stop.reason)
    return Told(subject, number_of(stop.assignment), report, Status(stop.status), line, stop.line)


def performed(one: DeclaredPerformance, subject: UUID, position: int, line: int) -> Performance:
    return Performance(
        subject=subject,
        case_number=str(one.assignment),
        reference=one.reference,
        position=position,
        category=one.category,
        code=one.code,
        first=one.period.first,
        last=one.period.last,
        volume=one.volume,
        unit=one.unit,
        cents=one.amount.signed,
        line=line,
        at=one.line,
        previous=one.previous_reference or "",
    )


def _product(product: Product | None) -> tuple[str, str]:
    return (product.category, product.code or "") if product else ("", "")


def number_of(assignment: int | None) -> str:
    """Empty for a report that names no assignment."""
    return "" if assignment is None else str(assignment)
