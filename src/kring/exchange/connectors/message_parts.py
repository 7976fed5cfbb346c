"""The part that a message brings for one client: it is stored in its whole or not at all, now or later."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from kring.exchange.connectors.message_facts import number_of, person_facts
from kring.exchange.connectors.outcomes import MARK
from kring.exchange.connectors.person_rows import doubt
from kring.exchange.istandaarden.messages import Amount, Client, Declaration, Message
from kring.exchange.istandaarden.reader import read_message
from kring.exchange.istandaarden.writer import write_message
from kring.exchange.registry import Row
from kring.exchange.session import Doubt
from kring.practice.households.identity import sealed, unsealed
from kring.practice.households.rules.facts import PersonFacts

_MESSAGE, _FIRST = "_bericht", "_eerste"


@dataclass(frozen=True, slots=True)
class Part:
    """What a message brings for one client. `first` is the place of its first performance in the message."""

    client: Client
    line: int
    first: int

    @property
    def facts(self) -> PersonFacts:
        return person_facts(self.client, self.line)

    @property
    def numbers(self) -> Iterator[str]:
        """The assignments that it names; empty for a report without one."""
        client = self.client
        yield from (str(one.number) for one in client.assignments)
        yield from (number_of(one.assignment) for one in client.starts)
        yield from (number_of(one.assignment) for one in client.stops)
        yield from (str(one.assignment) for one in client.performances)


def parts_of(message: Message) -> list[Part]:
    """Each client gets a line of his own, also when the file is one long line."""
    parts: list[Part] = []
    first, line = 1, 0
    for client in message.clients:
        line = max(client.line, line + 1)
        parts.append(Part(client, line, first))
        first += len(client.performances)
    return parts


def doubt_about(message: Message, part: Part, candidates: Sequence[UUID]) -> Doubt:
    reason = _("Deze cliënt is niet bekend in het register.")
    return doubt(part.facts, reason, candidates, _row(message, part))


def part_of_row(row: Row, line: int) -> tuple[Message, Part] | None:
    """What `doubt_about` put away; None when it is no message any more."""
    message = read_message(unsealed(str(row[_MESSAGE])).encode(), str(row[MARK])).message
    return None if message is None else (message, Part(message.clients[0], line, int(str(row[_FIRST]))))


def _row(message: Message, part: Part) -> dict[str, str | int]:
    """What the data steward sees of the message, and the part of this client to store later, sealed."""
    alone = replace(message, clients=(part.client,), declaration=_declared_by(message, part.client))
    header = message.header
    name = f"{message.type.name} {header.sender} {header.identification} {header.dated:%y%m%d}"
    return {
        "bericht": message.type.name,
        "aanbieder": message.provider,
        MARK: f"{name} {part.line}",
        _FIRST: part.first,
        _MESSAGE: sealed(write_message(alone).decode()),
    }


def _declared_by(message: Message, client: Client) -> Declaration | None:
    if message.declaration is None:
        return None
    total = sum(each.amount.signed for each in client.performances)
    return replace(message.declaration, total=Amount(abs(total), credit=total < 0))


def lines_of(parts: Iterable[Part]) -> list[int]:
    return [part.line for part in parts]
