"""What a setting is, which there are, and which value it takes. A term of the law is shown and not ours to change."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no


class Basis(StrEnum):
    """Who sets it: the law, or the house."""

    LEGAL = "legal"
    HOUSE = "house"


class Topic(StrEnum):
    """Under which heading it stands."""

    THRESHOLD = "threshold"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Setting:
    """A whole number with its bounds. Below `norm` it is allowed with a reason; `source` says where it comes from."""

    code: str
    topic: Topic
    title: str
    meaning: str
    unit: str
    default: int
    lowest: int
    highest: int
    source: str
    basis: Basis = Basis.HOUSE
    norm: int | None = None

    @property
    def is_legal(self) -> bool:
        return self.basis is Basis.LEGAL


_declared: dict[str, Setting] = {}
SETTINGS: Mapping[str, Setting] = MappingProxyType(_declared)
"""Every setting of the installation, in the order in which the domains declared them."""


def declare(setting: Setting) -> Setting:
    """By the domain that uses it, once."""
    if setting.code in _declared:
        raise ValueError(f"Instelling {setting.code} is al opgegeven.")
    _declared[setting.code] = setting
    return setting


def can_set(setting: Setting, value: int, present: int, reason: str) -> Verdict:
    if setting.is_legal:
        return no(_("Deze termijn staat in de wet. Kring kan hem niet veranderen."))
    if not setting.lowest <= value <= setting.highest:
        return no(_("Deze waarde valt buiten de grenzen die bij de instelling staan."))
    if value == present:
        return no(_("Dit is de waarde die nu al geldt."))
    if setting.norm is not None and value < setting.norm and not reason.strip():
        return no(_("Dit is lager dan de norm. Schrijf op waarom; de toezichthouder kan het lezen."))
    return YES
