"""Which iJw and iWmo 3.2 messages exist, who sends them, and how a root element tells which one it is."""

import re
from dataclasses import dataclass
from enum import StrEnum

_NAMESPACE = re.compile(
    r"http://www\.istandaarden\.nl/(?P<standard>ijw|iwmo)/(?P<release>\d+_\d+)/"
    r"(?P<prefix>jw|wmo)(?P<number>\d{3})/schema"
)
RELEASE = "3_2"
ROOT = "Bericht"


class Law(StrEnum):
    """The two laws with iStandaarden messages for municipalities."""

    JEUGDWET = "jeugdwet"
    WMO = "wmo"

    @property
    def standard(self) -> str:
        return "ijw" if self is Law.JEUGDWET else "iwmo"

    @property
    def prefix(self) -> str:
        return "jw" if self is Law.JEUGDWET else "wmo"

    @property
    def base_namespace(self) -> str:
        """The namespace of what all messages of this law share."""
        return f"http://www.istandaarden.nl/{self.standard}/{RELEASE}/basisschema/schema"


class Kind(StrEnum):
    """The four messages that Kring reads in full."""

    ASSIGNMENT = "301"
    START = "305"
    STOP = "307"
    DECLARATION = "323"


class Sender(StrEnum):
    """Who is in Afzender; the other one is in Ontvanger. A return message keeps them as they were."""

    MUNICIPALITY = "gemeente"
    PROVIDER = "aanbieder"


@dataclass(frozen=True, slots=True)
class MessageType:
    """One message of one law. `code` is None where no public source confirms the BerichtCode."""

    law: Law
    number: str
    sender: Sender
    code: str | None

    @property
    def name(self) -> str:
        return f"{self.law.prefix.upper()}{self.number}"

    @property
    def namespace(self) -> str:
        return f"http://www.istandaarden.nl/{self.law.standard}/{RELEASE}/{self.law.prefix}{self.number}/schema"

    @property
    def kind(self) -> Kind | None:
        """The kind when Kring reads it in full, else None: valid, not processed yet."""
        return Kind(self.number) if self.number in set(Kind) else None


# number: (sender, BerichtCode of the iJw, BerichtCode of the iWmo)
_MESSAGES: dict[str, tuple[Sender, str, str | None]] = {
    "301": (Sender.MUNICIPALITY, "436", "414"),
    "302": (Sender.MUNICIPALITY, "437", None),
    "305": (Sender.PROVIDER, "438", "418"),
    "306": (Sender.PROVIDER, "439", None),
    "307": (Sender.PROVIDER, "440", "420"),
    "308": (Sender.PROVIDER, "441", None),
    "315": (Sender.PROVIDER, "446", "444"),
    "316": (Sender.PROVIDER, "447", None),
    "317": (Sender.PROVIDER, "486", "480"),
    "318": (Sender.PROVIDER, "487", "481"),
    "319": (Sender.MUNICIPALITY, "488", "482"),
    "320": (Sender.MUNICIPALITY, "489", None),
    "323": (Sender.PROVIDER, "490", "484"),
    "325": (Sender.MUNICIPALITY, "491", None),
}

MESSAGE_TYPES = tuple(
    MessageType(law, number, sender, jeugdwet if law is Law.JEUGDWET else wmo)
    for number, (sender, jeugdwet, wmo) in _MESSAGES.items()
    for law in Law
)
_BY_NAMESPACE = {message.namespace: message for message in MESSAGE_TYPES}


def message_type(law: Law, number: str) -> MessageType:
    return next(message for message in MESSAGE_TYPES if (message.law, message.number) == (law, number))


def recognise(namespace: str) -> MessageType | None:
    """The message that a root element in this namespace is, or None."""
    return _BY_NAMESPACE.get(namespace)


def other_release(namespace: str) -> bool:
    """Whether this is an iJw or iWmo message of a release that Kring does not read."""
    found = _NAMESPACE.fullmatch(namespace)
    return found is not None and found["release"] != RELEASE
