"""Writes a message as the standard wants it: UTF-8 without byte order mark, lines that end in CR LF (OP192).

The same message always gives the same bytes. What the reader would refuse is not written.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from kring.exchange.findings import Finding
from kring.exchange.istandaarden import to_nodes
from kring.exchange.istandaarden.catalogue import MessageType
from kring.exchange.istandaarden.messages import Message
from kring.exchange.istandaarden.node import Node
from kring.exchange.istandaarden.reader import Status, read_message
from kring.exchange.istandaarden.structure import Field, Group, structure

_INDENT = "  "
_CARRIAGE_RETURN = {"\r": "&#13;"}


class UnwritableMessageError(ValueError):
    """The message breaks the standard; `findings` tells where and why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(f"{finding.field} [{finding.rule}] {finding.what}" for finding in findings))
        self.findings = findings


def write_message(message: Message) -> bytes:
    """The file of one message. Raises UnwritableMessageError when it would be refused."""
    data = _serialise(message).encode()
    back = read_message(data, file_name(message))
    if back.status is not Status.READ:
        raise UnwritableMessageError(back.findings)
    return data


def file_name(message: Message) -> str:
    """A neutral name: kind, sender and identification; no person."""
    header = message.header
    return f"{message.type.name}_{header.sender}_{header.identification}.xml"


def _serialise(message: Message) -> str:
    kind = message.type
    law = message.law
    root = Field("Bericht", structure(kind, message.kind))
    names = f' xmlns:{law.standard}="{law.base_namespace}" xmlns:{_prefix(kind)}="{kind.namespace}"'
    lines = _element(to_nodes.message(message), root, message.type, _prefix(kind), "")
    first = next(lines).replace(">", f"{names}>", 1)
    return "\r\n".join(('<?xml version="1.0" encoding="UTF-8"?>', first, *lines, ""))


def _prefix(kind: MessageType) -> str:
    return kind.name.lower()


def _element(node: Node, field: Field, kind: MessageType, prefix: str, indent: str) -> Iterator[str]:
    """The lines of one element; `prefix` is that of the group it stands in."""
    name = f"{prefix}:{node.name}"
    if not isinstance(field.content, Group):
        yield f"{indent}<{name}>{escape(node.text, _CARRIAGE_RETURN)}</{name}>"
        return
    inner = kind.law.standard if field.content.shared else _prefix(kind)
    fields = {each.name: each for each in field.content.fields}
    yield f"{indent}<{name}>"
    for child in node.children:
        yield from _element(child, fields[child.name], kind, inner, indent + _INDENT)
    yield f"{indent}</{name}>"
