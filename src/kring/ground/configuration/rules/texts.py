"""Texts of a municipality: declared by the domain that uses them, with what stands there as long as it says nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text with one sentence on where it stands, and how long it may be. `lines`: more than one is possible."""

    code: str
    title: str
    meaning: str
    longest: int
    lines: bool = False


_declared: dict[str, OwnText] = {}
TEXTS: Mapping[str, OwnText] = MappingProxyType(_declared)
"""Every text of the product that a municipality can write. Until it does there stands nothing."""


def declare_text(text: OwnText) -> OwnText:
    """By the domain that uses it, once."""
    if text.code in _declared:
        raise ValueError(f"Tekst {text.code} is al opgegeven.")
    _declared[text.code] = text
    return text


def can_write(text: OwnText, words: str, present: str) -> Verdict:
    """Something else than what stands there; empty takes it away."""
    if len(words) > text.longest:
        return no(_("Deze tekst is te lang."))
    if words == present:
        return no(_("Dit is de tekst die er nu al staat."))
    return YES


CONTACT = declare_text(
    OwnText(
        "contact",
        _("Contact voor vragen"),
        _("Waar gezinnen terechtkunnen met een vraag. Staat onder hun plan en op de bladzijde over privacy."),
        300,
    )
)
PRIVACY = declare_text(
    OwnText(
        "privacy",
        _("Privacytekst"),
        _("Wat uw gemeente toevoegt aan de bladzijde over privacy, zoals hoe men de toezichthouder bereikt."),
        4000,
        lines=True,
    )
)
