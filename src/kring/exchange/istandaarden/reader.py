"""Reads one iJw or iWmo message: safely parsed, held against the standard, checked on content, then modelled.

A technical or content fault refuses the whole message (OP286): it then counts as never sent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from lxml import etree

from kring.exchange.findings import Finding, Severity, any_refusal
from kring.exchange.istandaarden import from_nodes
from kring.exchange.istandaarden.catalogue import (
    RELEASE,
    ROOT,
    Kind,
    MessageType,
    Sender,
    other_release,
    recognise,
)
from kring.exchange.istandaarden.checking import Misfit, StructureCheck
from kring.exchange.istandaarden.content.rule import Scene
from kring.exchange.istandaarden.content.table import broken_rules
from kring.exchange.istandaarden.messages import Message
from kring.exchange.istandaarden.node import Node
from kring.exchange.istandaarden.parsing import Unreadable, has_byte_order_mark, line_of, parse
from kring.exchange.istandaarden.structure import structure
from kring.exchange.istandaarden.unprocessed import check_unprocessed

MOST_FINDINGS = 200
_STUF = "http://www.stufstandaarden.nl/"


class Status(StrEnum):
    """What became of a file."""

    READ = "gelezen"
    NOT_PROCESSED = "geldig bericht, wordt nog niet verwerkt"
    REFUSED = "afgekeurd"


@dataclass(frozen=True, slots=True)
class ReadMessage:
    """`message` is there when the status is READ; `type` as soon as the root element is known."""

    status: Status
    findings: tuple[Finding, ...]
    type: MessageType | None = None
    message: Message | None = None


def read_message(data: bytes, file: str, *, today: date | None = None) -> ReadMessage:
    """Reads one file. Never raises on bad input; with `today`, no dagtekening after it (TR135)."""
    root = parse(data)
    if isinstance(root, Unreadable):
        return _refused([_unreadable(root, file)])
    message = recognise(etree.QName(root).namespace or "")
    if message is None or etree.QName(root).localname != ROOT:
        return _refused([_unknown(root, file)])
    notes = [_byte_order_mark(file)] if has_byte_order_mark(data) else []
    if message.kind is None:
        return _not_processed(root, message, file, notes)
    return _read(root, message, message.kind, _Report(file, today, notes))


@dataclass(frozen=True, slots=True)
class _Report:
    file: str
    today: date | None
    notes: list[Finding]


def _read(root: etree._Element, message: MessageType, kind: Kind, report: _Report) -> ReadMessage:
    check = StructureCheck(message)
    tree = check.walk(root, structure(message, kind))
    if check.misfits:
        return _refused([*report.notes, *_misfits(check.misfits, message, report.file)], message)
    findings = [*report.notes, *_limited(_content(tree, message, kind, report), message, report.file)]
    if any_refusal(findings):
        return _refused(findings, message)
    return ReadMessage(Status.READ, tuple(findings), message, from_nodes.message(tree, message, kind))


def _not_processed(root: etree._Element, message: MessageType, file: str, notes: list[Finding]) -> ReadMessage:
    misfits = check_unprocessed(root, message)
    if misfits:
        return _refused([*notes, *_misfits(misfits, message, file)], message)
    finding = Finding(
        file,
        None,
        "",
        "BERICHTSOORT",
        f"Dit is een geldig bericht {message.name}; het wordt nog niet verwerkt.",
        "Kring verwerkt toewijzing (301), start (305), stop (307) en declaratie (323).",
        "U hoeft niets te doen; verwerk het bericht in uw eigen systeem.",
        Severity.NOTE,
    )
    return ReadMessage(Status.NOT_PROCESSED, (*notes, finding), message)


def _content(tree: Node, message: MessageType, kind: Kind, report: _Report) -> Iterator[Finding]:
    dated = tree.day("Header/BerichtIdentificatie/Dagtekening") or date.max
    if report.today is not None and dated > report.today:
        yield Finding(
            report.file,
            tree.line_of("Header/BerichtIdentificatie/Dagtekening"),
            "Header/BerichtIdentificatie/Dagtekening",
            "TR135",
            "De dagtekening ligt in de toekomst.",
            "Een bericht kan niet later zijn gemaakt dan vandaag.",
            _ask_sender(message),
        )
    for rule, node in broken_rules(Scene(kind, tree, dated)):
        where = f"{node.path}/{rule.field}".strip("/")
        line = node.line_of(rule.field) if rule.field else node.line
        yield Finding(report.file, line, where, rule.code, rule.what, rule.why, _ask_sender(message), rule.severity)


def _misfits(misfits: Iterable[Misfit], message: MessageType, file: str) -> Iterator[Finding]:
    findings = (
        Finding(file, misfit.line, misfit.path, misfit.rule, misfit.what, misfit.why, _ask_sender(message))
        for misfit in misfits
    )
    return _limited(findings, message, file)


def _limited(findings: Iterator[Finding], message: MessageType, file: str) -> Iterator[Finding]:
    """The first findings, and a last one that tells how many there are more."""
    yield from islice(findings, MOST_FINDINGS)
    rest = list(findings)
    if rest:
        what = f"Er zijn nog {len(rest)} bevindingen in dit bestand."
        why = f"Kring noemt de eerste {MOST_FINDINGS}."
        severity = Severity.REFUSED if any_refusal(rest) else Severity.WARNING
        yield Finding(file, rest[0].line, "", "OP286", what, why, _ask_sender(message), severity)


def _refused(findings: list[Finding], message: MessageType | None = None) -> ReadMessage:
    return ReadMessage(Status.REFUSED, tuple(findings), message)


def _ask_sender(message: MessageType) -> str:
    if message.sender is Sender.MUNICIPALITY:
        return "Verbeter de toewijzing in het eigen systeem en lever het bericht opnieuw aan."
    return "Vraag de aanbieder om een verbeterd bericht; noem de regelcode."


def _unreadable(reason: Unreadable, file: str) -> Finding:
    todo = "Lever het bestand opnieuw aan zoals het is verstuurd: één bericht, in XML."
    return Finding(file, reason.line, "", reason.rule, reason.what, reason.why, todo)


def _unknown(root: etree._Element, file: str) -> Finding:
    namespace = etree.QName(root).namespace or ""
    what, why = "Dit is geen bericht dat Kring kent.", "Het begint niet als een bericht van iJw of iWmo."
    todo = "Controleer of dit het goede bestand is."
    if other_release(namespace):
        what = "Dit bericht is van een andere versie van iJw of iWmo."
        why = f"Kring leest versie {RELEASE.replace('_', '.')}."
        todo = "Vraag de afzender om het bericht in deze versie."
    elif namespace.startswith(_STUF):
        what, why = "Dit is een StUF-envelop.", "Het bericht zelf zit erin verpakt."
        todo = "Laat de berichtenmakelaar het bericht uitpakken en lever dat aan."
    return Finding(file, line_of(root), "", "BERICHTSOORT", what, why, todo)


def _byte_order_mark(file: str) -> Finding:
    return Finding(
        file,
        1,
        "",
        "OP192",
        "Het bestand begint met een byte order mark.",
        "De standaard staat dat niet toe; Kring leest er overheen.",
        "Meld het de afzender.",
        Severity.WARNING,
    )
