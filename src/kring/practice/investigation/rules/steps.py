"""Which way an investigation goes (handbook §3.3): from the report of a need to a decision, or to none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.investigation.rules.blocks import Lacking
from kring.practice.investigation.rules.clocks import Clock


class State(Labelled):
    REPORTED = "reported", _("gemeld")
    CONFIRMED = "confirmed", _("melding bevestigd")
    INVESTIGATING = "investigating", _("onderzoek loopt")
    SENT = "sent", _("verslag verstuurd")
    APPLIED = "applied", _("aanvraag ontvangen")
    DECIDED = "decided", _("besluit genomen")
    NO_APPLICATION = "no_application", _("geen aanvraag")
    STOPPED = "stopped", _("gestopt")


STEPS: Final[Mapping[str, frozenset[str]]] = {
    State.REPORTED: frozenset({State.CONFIRMED, State.STOPPED}),
    State.CONFIRMED: frozenset({State.INVESTIGATING, State.APPLIED, State.STOPPED}),
    State.INVESTIGATING: frozenset({State.SENT, State.APPLIED, State.STOPPED}),
    State.SENT: frozenset({State.APPLIED, State.NO_APPLICATION}),
    State.APPLIED: frozenset({State.DECIDED, State.STOPPED}),
    State.NO_APPLICATION: frozenset({State.APPLIED}),
}
"""An application is possible before the report only when its term has passed: `can_apply` (BR-005)."""
NEEDS_REASON: Final = frozenset({State.STOPPED, State.NO_APPLICATION})
OPEN: Final = frozenset({State.CONFIRMED, State.INVESTIGATING})
"""While these last, what is found can be written down."""
RUNNING: Final = OPEN | {State.REPORTED, State.APPLIED}
"""In these a term of the law runs, or must begin."""


class Safety(Labelled):
    """What the check of basic care and safety gave."""

    SAFE = "safe", _("in orde")
    WORRIES = "worries", _("er zijn zorgen")
    UNSAFE = "unsafe", _("onveilig")


class Identity(Labelled):
    """By which document somebody showed who it is: the kind, never a copy (Wmo 2015 art. 2.3.4)."""

    PASSPORT = "passport", _("paspoort")
    CARD = "card", _("identiteitskaart")
    LICENCE = "licence", _("rijbewijs")
    PERMIT = "permit", _("verblijfsdocument")


class Decision(Labelled):
    GRANTED = "granted", _("toegekend")
    PARTLY = "partly", _("deels toegekend")
    REFUSED = "refused", _("afgewezen")


@dataclass(frozen=True, slots=True)
class Support:
    """Free client support: on what day it was offered and what the answer was (Wmo 2015 art. 2.3.2 lid 3)."""

    offered_on: date | None
    answer: str

    @property
    def is_answered(self) -> bool:
        return self.offered_on is not None and bool(self.answer.strip())


def can_step(now: str, then: State) -> Verdict:
    if then in STEPS.get(now, frozenset()):
        return YES
    return no(_("Deze stap kan niet vanuit de stand waarin dit onderzoek is. Ververs de bladzijde en kijk opnieuw."))


def can_write(now: str) -> Verdict:
    """What was sent stays as it was sent."""
    if now in OPEN:
        return YES
    return no(_("Het onderzoek is afgerond. Wat er staat, verandert niet meer."))


def can_confirm(caller: str, call_by: date, today: date) -> Verdict:
    """The confirmation says who will call and by which day (BR-001)."""
    if not caller.strip():
        return no(_("Schrijf op wie er belt. Dat staat in de bevestiging."))
    if call_by < today:
        return no(_("De dag waarop er gebeld wordt is al geweest. Kies vandaag of een latere dag."))
    return YES


def is_confirmed_in_time(reported_on: date, confirmed_on: date | None) -> bool:
    """The same day (BR-001)."""
    return confirmed_on is not None and confirmed_on <= reported_on


def can_triage(safety: str) -> Verdict:
    """The check of basic care and safety comes first (BR-002)."""
    if safety in set(Safety):
        return YES
    return no(_("Vul eerst in hoe het staat met basiszorg en veiligheid."))


def can_start(client: Support, carer: Support | None) -> Verdict:
    """Client support is offered to the person, and to the carer where there is one, before anything else (BR-007)."""
    if not client.is_answered:
        return no(_("Bied eerst gratis cliëntondersteuning aan, en schrijf de datum en het antwoord op."))
    if carer is not None and not carer.is_answered:
        return no(_("Bied ook de mantelzorger gratis cliëntondersteuning aan, en schrijf de datum en het antwoord op."))
    return YES


def can_provide_urgently(now: str, what: str, since: date, reported_on: date) -> Verdict:
    """At once, before the investigation ends (Wmo 2015 art. 2.3.3, BR-003)."""
    if now not in RUNNING:
        return no(_("Tijdelijke hulp met spoed is er zolang het onderzoek of het besluit nog loopt."))
    if not what.strip():
        return no(_("Schrijf op welke hulp er meteen komt."))
    if since < reported_on:
        return no(_("De hulp met spoed begint op of na de dag van de melding."))
    return YES


def can_send_report(missing: Sequence[Lacking]) -> Verdict:
    """Only when no block is empty (BR-006)."""
    if not missing:
        return YES
    return no(_("Het verslag kan nog niet weg: niet alle onderdelen zijn ingevuld."))


def can_apply(sent_on: date | None, investigating: Clock, on: date) -> Verdict:
    """After the report, or when its six weeks have passed without one (Wmo 2015 art. 2.3.2 lid 9, BR-005)."""
    if sent_on is not None and on >= sent_on:
        return YES
    if sent_on is None and on > investigating.until:
        return YES
    return no(_("Een aanvraag kan pas na het verslag, of als de zes weken voor het onderzoek voorbij zijn."))


def can_run_term(now: str) -> Verdict:
    if now in RUNNING:
        return YES
    return no(_("Er loopt nu geen termijn."))


def can_happen_on(on: date, after: date | None, today: date) -> Verdict:
    """What is written down has happened, and not before what it follows on."""
    if on > today:
        return no(_("Deze dag is nog niet geweest."))
    if after is not None and on < after:
        return no(_("Deze dag ligt voor de stap ervoor. Kijk de datum na."))
    return YES
