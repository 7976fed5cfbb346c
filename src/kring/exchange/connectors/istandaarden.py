"""Messages of iJw and iWmo: assignments, starts, stops and declarations to the provisions of the register zone.

A client is known by BSN; an unknown client is never made, but left to the data steward.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.exchange.connectors.message_facts import (
    envelope_of,
    grant_of,
    performed,
    person_facts,
    receipt_of,
    started,
    stopped,
)
from kring.exchange.connectors.outcomes import MARK, finding_of, leave_to_steward, new_person
from kring.exchange.connectors.person_rows import doubt, facts_of_row, identity_of
from kring.exchange.findings import Finding, Severity
from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.messages import Amount, Client, Declaration, Message
from kring.exchange.istandaarden.reader import Status, read_message
from kring.exchange.istandaarden.writer import write_message
from kring.exchange.models import DeliveryKind
from kring.exchange.registry import Incoming, Reading, Row
from kring.exchange.session import Doubt, Outcome, Rejected, Session
from kring.practice.care.rules.breaches import IDENTIFICATION_TWICE, IDENTIFICATION_USED, Breach
from kring.practice.care.rules.incoming import Stored
from kring.practice.care.services import (
    Receipt,
    note_received,
    received_before,
    store_grants,
    store_performances,
    store_reports,
)
from kring.practice.households.identity import sealed, unsealed
from kring.practice.households.matching import match, subjects_by_bsn

_MESSAGE, _FIRST = "_bericht", "_eerste"
_KIND = re.compile(rb"/(?:jw|wmo)(\d{3})/schema")
_DATED = re.compile(rb"Dagtekening>\s*(\d{4}-\d{2}-\d{2})")
_HEAD = 4096
"""Kind and date of a message stand in its first bytes."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a message brings for one client. `first` is the place of its first performance in the message."""

    client: Client
    line: int
    first: int


class Messages:
    """XML of iJw and iWmo 3.2."""

    kind = DeliveryKind.ISTANDAARDEN
    title: Promise = gettext_lazy("Berichten (iJw en iWmo)")
    suffixes: tuple[str, ...] = (".xml",)

    def rank(self, file: Incoming) -> tuple[int, str]:
        """By day; on one day assignments before starts, stops and declarations."""
        kind, dated = _KIND.search(file.content[:_HEAD]), _DATED.search(file.content[:_HEAD])
        return _ordinal(dated[1] if dated else b""), f"{kind[1].decode() if kind else ''} {file.name}"

    def read(self, file: Incoming) -> Reading:
        read = read_message(file.content, file.name)
        if read.message is None:
            return Reading(1, read.findings, refused=read.status is Status.REFUSED, store=_not_processed)
        return Reading(len(read.message.clients), read.findings, False, partial(_store, file, read.message))

    def resume(self, row: Row, subject: UUID | None, session: Session) -> None:
        """The part of one client, now that it is certain who that is."""
        read = read_message(unsealed(str(row[_MESSAGE])).encode(), str(row[MARK]))
        if read.message is None:
            return
        facts = facts_of_row(row)
        known = subject or match(session.controller.id, [identity_of(facts)])[0].subject
        part = Part(read.message.clients[0], facts.line, int(str(row[_FIRST])))
        stored = _store_parts(read.message, [(part, known or new_person(session, facts))], session)
        session.findings += [finding_of(str(row[MARK]), each) for each in (*stored.breaches, *stored.notes)]


def _ordinal(day: bytes) -> int:
    try:
        return date.fromisoformat(day.decode("ascii")).toordinal()
    except ValueError:
        return 0


def _not_processed(session: Session) -> None:
    session.count(Outcome.UNCHANGED)


def _store(file: Incoming, message: Message, session: Session) -> None:
    _enforce_ours(file, message, session)
    receipt = receipt_of(message, session.controller.id)
    taken = _taken_before(file, receipt, session)
    if taken and message.kind is not Kind.DECLARATION:
        session.count(Outcome.UNCHANGED)
        return
    parts = _parts(message)
    known, doubts, left = _recognised(message, parts, session)
    if not taken:
        note_received(ledger=session.journal, receipt=receipt)
    _tell(file.name, _store_parts(message, known, session), known, session)
    session.findings += [_unknown_client(file.name, part) for part in parts if part.line in {d.line for d in doubts}]
    leave_to_steward(session, doubts)
    session.count(Outcome.UNCHANGED, left)
    session.step(len(parts))


def _taken_before(file: Incoming, receipt: Receipt, session: Session) -> bool:
    """Whether this very message was taken. A sender who gives another message the same name is refused (TR056)."""
    earlier = received_before(receipt)
    line = _line_of(file, b"Identificatie>")
    same_day = next((each for each in earlier if each.dated == receipt.dated), None)
    if same_day is not None and same_day.digest != receipt.digest:
        raise Rejected([finding_of(file.name, Breach(IDENTIFICATION_USED, line, line))])
    if same_day is None and earlier:
        session.report(finding_of(file.name, Breach(IDENTIFICATION_TWICE, line, line)))
    return same_day is not None


def _enforce_ours(file: Incoming, message: Message, session: Session) -> None:
    """A message is to or from the municipality whose register it goes into, and not of tomorrow."""
    ours = session.controller.cbs_code
    if message.municipality != ours:
        field = "Header/Afzender" if message.kind is Kind.ASSIGNMENT else "Header/Ontvanger"
        what = _("Dit bericht is van of voor een andere gemeente.")
        why = _("De levering is voor gemeente %(code)s.") % {"code": ours}
        todo = _("Lever het aan bij de gemeente die in het bericht staat.")
        line = _line_of(file, field.removeprefix("Header/").encode() + b">")
        raise Rejected([Finding(file.name, line, field, "GEMEENTE", what, why, todo)])
    if message.header.dated > session.today:
        raise Rejected(read_message(file.content, file.name, today=session.today).findings)


def _line_of(file: Incoming, mark: bytes) -> int:
    return file.content.count(b"\n", 0, max(file.content.find(mark), 0)) + 1


def _parts(message: Message) -> list[Part]:
    """Each client gets a line of his own, also when the file is one long line."""
    parts: list[Part] = []
    first, line = 1, 0
    for client in message.clients:
        line = max(client.line, line + 1)
        parts.append(Part(client, line, first))
        first += len(client.performances)
    return parts


def _recognised(
    message: Message, parts: Sequence[Part], session: Session
) -> tuple[list[tuple[Part, UUID]], list[Doubt], int]:
    """The clients who are certain, those for the data steward, and how many he decided to leave."""
    found = subjects_by_bsn(session.controller.id, [part.client.bsn for part in parts])
    known = [(part, found[part.client.bsn]) for part in parts if part.client.bsn in found]
    unknown = [part for part in parts if part.client.bsn not in found]
    if not unknown:
        return known, [], 0
    identities = [identity_of(person_facts(part.client, part.line)) for part in unknown]
    decided = session.decided(identity.fingerprint for identity in identities)
    doubts, left = [], 0
    for part, identity, it in zip(unknown, identities, match(session.controller.id, identities), strict=True):
        decision = decided.get(identity.fingerprint)
        subject = it.subject or (decision.subject if decision else None)
        if subject is not None:
            known.append((part, subject))
        elif decision is not None:
            left += 1
        else:
            doubts.append(_doubt(message, part, it.candidates))
    return known, doubts, left


def _doubt(message: Message, part: Part, candidates: Sequence[UUID]) -> Doubt:
    reason = _("Deze cliënt is niet bekend in het register.")
    return doubt(person_facts(part.client, part.line), reason, candidates, _row(message, part))


def _row(message: Message, part: Part) -> dict[str, str | int]:
    """What the data steward sees of the message, and the part of this client to store later, sealed."""
    alone = replace(message, clients=(part.client,), declaration=_declared_by(message, part.client))
    name = f"{message.type.name} {message.header.sender} {message.header.identification}"
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


def _store_parts(message: Message, known: Sequence[tuple[Part, UUID]], session: Session) -> Stored:
    envelope, ledger, law = envelope_of(message, session.controller.id), session.journal, message.law
    if message.kind is Kind.ASSIGNMENT:
        grants = [grant_of(law, one, who, part.line) for part, who in known for one in part.client.assignments]
        return store_grants(ledger=ledger, envelope=envelope, grants=grants)
    if message.kind is Kind.DECLARATION:
        performances = [
            performed(one, who, part.first + index, part.line)
            for part, who in known
            for index, one in enumerate(part.client.performances)
        ]
        return store_performances(ledger=ledger, envelope=envelope, performances=performances)
    told = [started(one, who, part.line) for part, who in known for one in part.client.starts]
    told += [stopped(one, who, part.line) for part, who in known for one in part.client.stops]
    return store_reports(ledger=ledger, envelope=envelope, told=told)


def _tell(file: str, stored: Stored, known: Sequence[tuple[Part, UUID]], session: Session) -> None:
    """A message of which no client can be taken is refused as a whole; else it says which clients were kept out."""
    refused = {breach.line for breach in stored.breaches}
    findings = [finding_of(file, breach) for breach in (*stored.breaches, *stored.notes)]
    lines = [part.line for part, _who in known]
    if refused and refused >= set(lines):
        raise Rejected(findings)
    session.findings += findings
    session.count(Outcome.REFUSED, len(refused))
    session.settle([line for line in lines if line not in refused], stored.created)


def _unknown_client(file: str, part: Part) -> Finding:
    return Finding(
        file,
        part.client.line,
        "Client/Bsn",
        "CLIENT",
        _("Deze cliënt is niet bekend in het register. Er is niets van opgeslagen."),
        _("Kring maakt geen persoon uit een bericht."),
        _("De gegevensbeheerder beslist; het wacht op de lijst met te beoordelen regels."),
        Severity.WARNING,
    )
