"""The iJw and iWmo messages of a town: assigned, started, stopped, with here and there a correction or a withdrawal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from kring.demo.days import Days
from kring.demo.files.clients import client_person, header, short_person
from kring.demo.files.declarations import declarations
from kring.demo.model import Care, Human, Town
from kring.exchange.istandaarden.catalogue import Kind, Law
from kring.exchange.istandaarden.messages import Assignment, Client, Message, Product, Start, Stop, Volume
from kring.exchange.istandaarden.writer import file_name, write_message

Humans = Mapping[str, Human]
NEW, WITHDRAWN = "1", "3"
PLANNED = {Law.JEUGDWET: "31", Law.WMO: "19"}
"""The stop reason: ended as planned."""
CORRECTED_EVERY, TAKEN_BACK_EVERY, UNSTARTED_EVERY = 17, 23, 29
"""So often a start was reported on a wrong day, a stop was a mistake, and help was assigned and never began."""


@dataclass(frozen=True, slots=True)
class Told:
    """One provision as messages tell it: `number` is its assignment number, `turn` its place in the town."""

    care: Care
    human: Human
    law: Law
    sides: tuple[str, str]
    turn: int

    @property
    def number(self) -> int:
        return 300000 + int(self.sides[0]) % 10 * 1000 + self.turn

    @property
    def product(self) -> Product:
        assert self.care.product is not None, "only what comes by message is told"
        return Product(*self.care.product)

    @property
    def starts(self) -> bool:
        return self.turn % UNSTARTED_EVERY != 0

    def began(self, today: date) -> date:
        """The day on which it really began: some time later where the first report was mistaken."""
        late = self.care.since + timedelta(days=7)
        mistaken = self.turn % CORRECTED_EVERY == 0 and late <= today - timedelta(days=20)
        return late if mistaken else self.care.since


def message_files(town: Town, humans: Humans, agb: Mapping[str, str], days: Days) -> Iterator[tuple[str, bytes]]:
    """Name and content of each message, in an order in which a start goes before its stop."""
    told = [
        Told(care, humans[care.person], Law(care.law), (town.code, agb[care.provider]), turn)
        for turn, care in enumerate((care for care in town.cares if care.product is not None), start=1)
    ]
    for one in told:
        for message in _course(one, days.today):
            yield file_name(message), write_message(message)
    for message in declarations(told, days):
        yield file_name(message), write_message(message)


def _course(told: Told, today: date) -> Iterator[Message]:
    yield _assigned(told)
    if not told.starts or told.care.since > today:
        return
    began = told.began(today)
    yield from _started(told, began)
    until = told.care.until
    if until is not None and until <= today:
        yield _stop(told, began, until, NEW, "S1")
    elif told.turn % TAKEN_BACK_EVERY == 0:
        mistaken = max(began, today - timedelta(days=10))
        yield _stop(told, began, mistaken, NEW, "S1")
        yield _stop(told, began, mistaken, WITHDRAWN, "S2")


def _assigned(told: Told) -> Message:
    care = told.care
    decided = care.since - timedelta(days=12)
    assignment = Assignment(
        number=told.number,
        assigned_on=decided,
        assigned_at=time(9, told.turn % 60),
        starts_on=care.since,
        ends_on=care.until,
        product=told.product,
        volume=Volume(60 + told.turn % 9 * 60, "01", "4"),
    )
    client = Client(told.human.bsn, client_person(told.human), assignments=(assignment,))
    dated = decided + timedelta(days=1)
    return Message(told.law, Kind.ASSIGNMENT, header(Kind.ASSIGNMENT, told.sides, f"T{told.number}", dated), (client,))


def _started(told: Told, began: date) -> Iterator[Message]:
    """A start that was reported on a wrong day is withdrawn and reported anew."""
    reported = told.care.since
    yield _start(told, reported, NEW, "B1")
    if began != reported:
        yield _start(told, reported, WITHDRAWN, "B2")
        yield _start(told, began, NEW, "B3")


def _start(told: Told, began: date, status: str, mark: str) -> Message:
    start = Start(began, status, told.number, told.product, told.care.since)
    dated = told.care.since + timedelta(days=1 if mark == "B1" else 10)
    return _reported(told, Kind.START, mark, dated, Client(told.human.bsn, short_person(told.human), starts=(start,)))


def _stop(told: Told, began: date, ended: date, status: str, mark: str) -> Message:
    stop = Stop(began, ended, PLANNED[told.law], status, told.number, told.product, began)
    dated = ended + timedelta(days=1)
    return _reported(told, Kind.STOP, mark, dated, Client(told.human.bsn, short_person(told.human), stops=(stop,)))


def _reported(told: Told, kind: Kind, mark: str, dated: date, client: Client) -> Message:
    return Message(told.law, kind, header(kind, told.sides, f"{mark}{told.number}", dated), (client,))
