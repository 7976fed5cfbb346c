"""Storing what one message says, for the clients who are certain; the others are left to the data steward."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from kring.exchange.connectors.message_facts import envelope_of, grant_of, performed, receipt_of, started, stopped
from kring.exchange.connectors.message_knowledge import Knowledge
from kring.exchange.connectors.message_parts import Part, doubt_about, lines_of, parts_of
from kring.exchange.connectors.outcomes import finding_of, leave_to_steward
from kring.exchange.findings import Finding, Severity
from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.messages import Message
from kring.exchange.istandaarden.reader import read_message
from kring.exchange.registry import Incoming
from kring.exchange.session import Outcome, Rejected, Session
from kring.practice.care.rules.breaches import IDENTIFICATION_TWICE, IDENTIFICATION_USED, Breach
from kring.practice.care.rules.incoming import Stored
from kring.practice.care.services import (
    CaseBook,
    Inbox,
    Receipt,
    note_received,
    store_grants,
    store_performances,
    store_reports,
)

Known = Sequence[tuple[Part, UUID]]


def store_message(file: Incoming, message: Message, knowledge: Knowledge | None, session: Session) -> None:
    """`knowledge` of more messages than this one, or none yet."""
    _enforce_ours(file, message, session)
    knowledge = knowledge or Knowledge(session.controller, (message,))
    receipt = receipt_of(message, session.controller.id)
    taken = _taken_before(file, knowledge.inbox, receipt, session)
    if taken and message.kind is not Kind.DECLARATION:
        session.count(Outcome.UNCHANGED)
        return
    if not taken:
        _enforce_declarable(file, knowledge.inbox, receipt)
    parts = parts_of(message)
    found = [(part, knowledge.of(part)) for part in parts]
    known = [(part, who.subject) for part, who in found if who.subject is not None]
    if known:
        _tell(file.name, store_parts(message, known, knowledge.cases, session), known, session)
    if not taken:
        note_received(ledger=session.journal, inbox=knowledge.inbox, receipt=receipt)
    unknown = [(part, who) for part, who in found if who.subject is None and not who.left]
    session.findings += [_unknown_client(file.name, part) for part, _who in unknown]
    leave_to_steward(session, [doubt_about(message, part, who.candidates) for part, who in unknown])
    session.count(Outcome.UNCHANGED, sum(who.left for _part, who in found))
    session.step(len(parts))


def store_parts(message: Message, known: Known, book: CaseBook, session: Session) -> Stored:
    envelope, ledger, law = envelope_of(message, session.controller.id), session.journal, message.law
    if message.kind is Kind.ASSIGNMENT:
        grants = [grant_of(law, one, who, part.line) for part, who in known for one in part.client.assignments]
        return store_grants(ledger=ledger, envelope=envelope, book=book, grants=grants)
    if message.kind is Kind.DECLARATION:
        performances = [
            performed(one, who, part.first + index, part.line)
            for part, who in known
            for index, one in enumerate(part.client.performances)
        ]
        return store_performances(ledger=ledger, envelope=envelope, book=book, performances=performances)
    told = [started(one, who, part.line) for part, who in known for one in part.client.starts]
    told += [stopped(one, who, part.line) for part, who in known for one in part.client.stops]
    return store_reports(ledger=ledger, envelope=envelope, book=book, told=told)


def _taken_before(file: Incoming, inbox: Inbox, receipt: Receipt, session: Session) -> bool:
    """Whether this very message was taken. A sender who gives another message the same name is refused (TR056)."""
    earlier = inbox.named(receipt.name)
    line = _line_of(file, b"Identificatie>")
    same_day = next((each for each in earlier if each.dated == receipt.dated), None)
    if same_day is not None and same_day.digest != receipt.digest:
        raise Rejected([finding_of(file.name, Breach(IDENTIFICATION_USED, line, line))])
    if same_day is None and earlier:
        session.report(finding_of(file.name, Breach(IDENTIFICATION_TWICE, line, line)))
    return same_day is not None


def _enforce_declarable(file: Incoming, inbox: Inbox, receipt: Receipt) -> None:
    rule = inbox.objection(receipt)
    if rule is not None:
        line = _line_of(file, rule.field.rpartition("/")[2].encode() + b">")
        raise Rejected([finding_of(file.name, Breach(rule, line, line))])


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


def _tell(file: str, stored: Stored, known: Known, session: Session) -> None:
    """A message of which no client can be taken is refused as a whole; else it says which clients were kept out."""
    refused = {breach.line for breach in stored.breaches}
    findings = [finding_of(file, breach) for breach in (*stored.breaches, *stored.notes)]
    lines = lines_of(part for part, _who in known)
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
