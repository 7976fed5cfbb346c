"""Help that a family tells of: what it is, for whom, since when, and who told it. The law may be unknown."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.access.parts import Law
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class HelpWords:
    """`until` is the first day without it. What is under an unknown law stands under `Law.OTHER`."""

    subject: UUID
    law: Law
    product: str
    since: date
    told_by: str
    provider: str = ""
    until: date | None = None


def can_tell_help(words: HelpWords, today: date) -> Verdict:
    if not words.product.strip():
        return no(_("Schrijf op welke hulp er is."))
    if not words.told_by.strip():
        return no(_("Schrijf op wie dit vertelde."))
    if words.since > today:
        return no(_("Deze hulp is nog niet begonnen. Schrijf haar op als zij er is."))
    return can_end_help(words.since, words.until)


def can_end_help(since: date, until: date | None) -> Verdict:
    if until is not None and until <= since:
        return no(_("De dag waarop de hulp stopt ligt voor de eerste dag. Kijk de datums na."))
    return YES


def can_change_help(*, is_withdrawn: bool) -> Verdict:
    return no(_("Dit is al ingetrokken.")) if is_withdrawn else YES
