"""When two people of the register may become one, and which of the two stays."""

from dataclasses import dataclass
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

SHORTEST_REASON = 10
PERSON = "person"


@dataclass(frozen=True, slots=True)
class Side:
    """What decides about one of the two."""

    subject: UUID
    kind: str
    controller: UUID
    has_bsn: bool
    has_account: bool
    dossiers: int


def can_decide(reason: str) -> Verdict:
    if len(reason.strip()) < SHORTEST_REASON:
        return no(_("Schrijf op waaraan u het ziet, in ten minste tien letters."))
    return YES


def can_merge(one: Side, other: Side) -> Verdict:
    """Two numbers are two people; two accounts have each their own sign-in and log."""
    if one.subject == other.subject or one.controller != other.controller or {one.kind, other.kind} != {PERSON}:
        return no(_("Alleen twee personen van dezelfde gemeente kunnen worden samengevoegd."))
    if one.has_bsn and other.has_bsn:
        return no(_("Deze twee personen hebben ieder een eigen BSN. Dan zijn het twee mensen."))
    if one.has_account and other.has_account:
        return no(_("Beide personen hebben een eigen account. Sluit eerst het account dat niet meer gebruikt wordt."))
    return YES


def staying(one: Side, other: Side) -> UUID:
    """Who has the BSN, else the account, else the most dossiers; else the first."""
    order = sorted((one, other), key=lambda side: (not side.has_bsn, not side.has_account, -side.dossiers))
    return order[0].subject
