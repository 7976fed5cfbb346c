"""What people write down in an investigation, and what it must hold."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.investigation.rules.steps import Support

LONGEST, LONGEST_NAME, LONGEST_LINE = 4000, 120, 400


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Somebody reports a need: who, when, in which words; and who will call, by which day."""

    subject: UUID
    reported_on: date
    reported_by: str
    need: str
    caller: str
    call_by: date


@dataclass(frozen=True, slots=True)
class BeforeWords:
    """What goes before the investigation. Without a carer there is nobody to offer support to beside the person."""

    safety: str = ""
    safety_words: str = ""
    client: Support = field(default_factory=lambda: Support(None, ""))
    carer_name: str = ""
    carer: Support = field(default_factory=lambda: Support(None, ""))
    identity: str = ""
    identity_seen_on: date | None = None

    @property
    def of_carer(self) -> Support | None:
        return self.carer if self.carer_name.strip() else None


@dataclass(frozen=True, slots=True)
class FindingWords:
    """One block; either the conclusion or why it does not apply."""

    words: str
    conclusion: str
    not_applicable: str = ""
    plan_used: str = ""


def can_report(words: ReportWords, today: date) -> Verdict:
    if words.reported_on > today:
        return no(_("De dag van de melding is nog niet geweest."))
    if not words.reported_by.strip():
        return no(_("Schrijf op wie dit meldt."))
    return YES if words.need.strip() else no(_("Schrijf op wat er gemeld is, in de woorden van wie het meldt."))


def can_prepare(words: BeforeWords, today: date) -> Verdict:
    """May be filled in bit by bit; a day belongs to each thing that happened."""
    days = (words.client.offered_on, words.carer.offered_on, words.identity_seen_on)
    if any(day is not None and day > today for day in days):
        return no(_("Een van deze dagen is nog niet geweest."))
    if bool(words.identity) != (words.identity_seen_on is not None):
        return no(_("Kies welk document u zag en op welke dag. Maak er geen kopie van."))
    return YES


def can_conclude(words: FindingWords) -> Verdict:
    """A block that does not apply has no conclusion beside its reason."""
    if words.conclusion.strip() and words.not_applicable.strip():
        return no(_("Schrijf een conclusie op, of waarom dit niet van toepassing is. Niet allebei."))
    return YES
