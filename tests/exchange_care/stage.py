"""Noor de Boer and her brother Daan in the register of Zeewaard, and files brought by the functional administrator."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.apps import apps
from django.db import connection

from kring.exchange.istandaarden.messages import Header, Message
from kring.exchange.istandaarden.writer import file_name, write_message
from kring.exchange.models import Delivery, DeliveryKind
from kring.exchange.registry import Incoming
from kring.exchange.services import Result, deliver, in_the_register, undo
from kring.exchange.services.undo import Undone
from kring.exchange.session import Outcome
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Subject
from kring.ground.access.services import found, register_organisation
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation, OrganisationKind
from kring.ground.shared.database import DatabaseRole
from kring.practice.care.models import Provision
from kring.practice.households.identity import bsn_hash, encrypted
from kring.practice.households.models import Person, PersonAddress, PersonBsn, PersonIdentity
from tests.conftest import TODAY, speaking_as

ZEEWAARD = "0999"
DUMPED = ("care", "access.subject", "households")
TOLD = frozenset({"households.stay", "households.toldauthority", "care.toldhelp", "care.helpanswer", "care.plananswer"})
"""What a family tells, and what is said of its help, is of its dossier: a delivery has no right to those tables."""


@dataclass(frozen=True, slots=True)
class Resident:
    """Who is in the register; `bsn` may be unknown."""

    bsn: str
    surname: str
    given: str
    born: date
    postcode: str = "1799ZW"
    number: str = "12"


NOOR = Resident("999990019", "Boer", "Noor", date(2014, 6, 3))
DAAN = Resident("999990020", "Boer", "Daan", date(2011, 2, 9))


def make_municipality(code: str = ZEEWAARD, at: datetime = TODAY) -> Organisation:
    system = system_actor(at)
    with recording("test.town"), acting(system):
        return found(actor=system, co_operation="Samen in Zeewaard", municipality="Zeewaard", cbs_code=code)


def make_neighbour(code: str, at: datetime = TODAY) -> Organisation:
    system = system_actor(at)
    other = Organisation(kind=OrganisationKind.MUNICIPALITY, name=f"Gemeente {code}", cbs_code=code)
    with recording("test.town"), acting(system):
        return register_organisation(actor=system, organisation=other)


def settle(controller: Organisation, *people: Resident) -> list[Subject]:
    """Put people in the register."""
    with speaking_as(DatabaseRole.IMPORT):
        return [_settle(controller, one) for one in people]


def _settle(controller: Organisation, one: Resident) -> Subject:
    subject = Subject.objects.create(controller=controller)
    name = f"{one.given} {one.surname}"
    Person.objects.create(
        subject=subject,
        display_name=name,
        sort_name=name.lower(),
        first_names=one.given,
        surname=one.surname,
    )
    born = {"birth_year": one.born.year, "birth_month": one.born.month, "birth_day": one.born.day}
    PersonIdentity.objects.create(subject=subject, **born)
    PersonAddress.objects.create(subject=subject, kind="full", postcode=one.postcode, number=one.number, source="BRP")
    if one.bsn:
        PersonBsn.objects.create(
            subject=subject, controller=controller, bsn_encrypted=encrypted(one.bsn), bsn_hmac=bsn_hash(one.bsn)
        )
    return subject


def numbered(message: Message, identification: str, dated: date | None = None) -> Message:
    """The message under another identification; a declaration also under another number."""
    header: Header = replace(message.header, identification=identification, dated=dated or message.header.dated)
    declaration = message.declaration and replace(message.declaration, number=f"D{identification}")
    return replace(message, header=header, declaration=declaration)


def bring(controller: Organisation, *messages: Message) -> list[Result]:
    return [
        bring_file(controller, DeliveryKind.ISTANDAARDEN, file_name(message), write_message(message))
        for message in messages
    ]


def bring_file(controller: Organisation, kind: DeliveryKind, name: str, content: bytes) -> Result:
    with in_the_register():
        return deliver(actor=system_actor(TODAY), controller=controller, kind=kind, file=Incoming(name, content))


def take_back(number: int) -> Undone:
    with in_the_register():
        return undo(actor=system_actor(TODAY), delivery=Delivery.objects.get(number=number))


def provision(case_number: str = "300201") -> Provision:
    with in_the_register():
        return Provision.objects.select_related("provider").get(case_number=case_number)


def dump(*labels: str) -> dict[str, list[str]]:
    """Every row of the register and of care, as text: to compare before and after."""
    wanted = labels or DUMPED
    models = [
        model
        for model in apps.get_models()
        if {model._meta.label_lower, model._meta.app_label} & set(wanted) and model._meta.label_lower not in TOLD
    ]
    found: dict[str, list[str]] = {}
    with speaking_as(DatabaseRole.IMPORT), connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"select to_jsonb(t)::text from {model._meta.db_table} t")
            found[model._meta.label] = sorted(row[0] for row in cursor.fetchall())
    return found


def row_count(dumped: dict[str, list[str]]) -> int:
    return sum(map(len, dumped.values()))


def count(result: Result, outcome: str) -> int:
    return result.counts.get(Outcome(outcome), 0)


def rules(result: Result) -> Sequence[str]:
    return [finding.rule for finding in result.findings]
