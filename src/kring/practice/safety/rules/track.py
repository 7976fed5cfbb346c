"""The meldcode: five steps with their day and outcome, five questions to weigh, and what follows (BR-070, BR-071)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

SIGNALS, CONSULT, TALK, WEIGH, DECIDE = 1, 2, 3, 4, 5
FOLLOWED, CLOSED = "followed", "closed"
TRACK_STEPS: Final[Mapping[str, frozenset[str]]] = {
    "step1": frozenset({"step2", CLOSED}),
    "step2": frozenset({"step3", CLOSED}),
    "step3": frozenset({"step4", CLOSED}),
    "step4": frozenset({"step5"}),
    "step5": frozenset({FOLLOWED}),
    FOLLOWED: frozenset({CLOSED}),
    CLOSED: frozenset(),
}
"""The step that is to be done now. One may stop before weighing; to begin again is a new track that names the old."""

STEP_TITLES: Final[Mapping[int, str]] = {
    SIGNALS: _("Signalen in kaart brengen"),
    CONSULT: _("Overleggen"),
    TALK: _("Praten met wie het aangaat"),
    WEIGH: _("Wegen"),
    DECIDE: _("Beslissen"),
}
STEP_HELP: Final[Mapping[int, str]] = {
    SIGNALS: _("Wat is er gezien of gehoord, door wie en wanneer? Schrijf feiten op en geen oordeel."),
    CONSULT: _("Met een collega of de aandachtsfunctionaris, en zo nodig met Veilig Thuis om advies."),
    TALK: _("Bespreek de zorgen met de ouders en het kind. Sla dit alleen over als het gesprek niet veilig is."),
    WEIGH: _("Beantwoord de vijf vragen, samen met de aandachtsfunctionaris."),
    DECIDE: _("Kies wat er gebeurt: hulp, melden bij Veilig Thuis, of allebei."),
}

NO_SUSPICION, HELP, REPORT, HELP_AND_REPORT = "no_suspicion", "help", "report", "help_and_report"
REPORTS: Final = frozenset({REPORT, HELP_AND_REPORT})


@dataclass(frozen=True, slots=True)
class StepWords:
    """One step as it was done. With `skipped` the talk was not held, for that reason of safety."""

    number: int
    done_on: date
    outcome: str
    consulted: str = ""
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Weighing:
    """The five questions; None has not been answered."""

    suspicion: bool | None = None
    unsafe: bool | None = None
    able: bool | None = None
    accepted: bool | None = None
    effective: bool | None = None

    @property
    def is_answered(self) -> bool:
        """Without a suspicion the others need no answer; with acute or structural unsafety neither."""
        if self.suspicion is False or (self.suspicion and self.unsafe):
            return True
        return None not in {self.suspicion, self.unsafe, self.able, self.accepted, self.effective}


def must_report(weighing: Weighing) -> bool:
    """Acute or structural unsafety is always reported (BR-071)."""
    return weighing.unsafe is True and weighing.suspicion is not False


def is_advised(weighing: Weighing) -> bool:
    """Who cannot help, is not let in, or does not get results in time, reports as well."""
    return must_report(weighing) or (
        weighing.suspicion is True and False in {weighing.able, weighing.accepted, weighing.effective}
    )


def routes(weighing: Weighing, *, overruled: bool) -> tuple[str, ...]:
    """The ways in which step 5 can end; only the aandachtsfunctionaris overrules, with a reason (BR-071)."""
    if weighing.suspicion is False:
        return (NO_SUSPICION,)
    if must_report(weighing) and not overruled:
        return (REPORT, HELP_AND_REPORT)
    return (HELP, REPORT, HELP_AND_REPORT)


def can_do_step(state: str, words: StepWords, reasons: frozenset[str], today: date) -> Verdict:
    """The step that is to be done now, or an earlier one that is put right; only the talk is skipped (BR-070)."""
    if state not in {f"step{number}" for number in range(words.number, DECIDE + 1)}:
        return no(_("Deze stap kan nu niet. Doe eerst de stap die open staat."))
    if words.done_on > today:
        return no(_("Deze dag komt nog. Kies vandaag of een eerdere dag."))
    return _can_skip(words, reasons) and _has_outcome(words)


def _can_skip(words: StepWords, reasons: frozenset[str]) -> Verdict:
    if words.skipped and words.number != TALK:
        return no(_("Alleen het gesprek kan worden overgeslagen, als het niet veilig is."))
    if words.skipped and words.skipped not in reasons:
        return no(_("Kies waarom het gesprek niet veilig is. Een andere reden om het over te slaan is er niet."))
    return YES


def _has_outcome(words: StepWords) -> Verdict:
    if not words.outcome.strip():
        return no(_("Schrijf op wat er uit deze stap kwam."))
    if words.number == CONSULT and not words.consulted.strip():
        return no(_("Schrijf op met wie er is overlegd."))
    return YES


def can_weigh(weighing: Weighing) -> Verdict:
    return YES if weighing.is_answered else no(_("Beantwoord de vragen met ja of nee."))


def can_decide(state: str, weighing: Weighing, decision: str, *, overruled: bool) -> Verdict:
    """With acute or structural unsafety melden is the only way (BR-071)."""
    if state != "step5":
        return no(_("Beslissen kan pas na het wegen."))
    if decision not in routes(weighing, overruled=overruled):
        if must_report(weighing):
            return no(_("Er is acute of structurele onveiligheid. Dan is melden bij Veilig Thuis de enige uitkomst."))
        return no(_("Deze uitkomst past niet bij de antwoorden."))
    return YES


def can_overrule(state: str, weighing: Weighing, reason: str) -> Verdict:
    if state != "step5" or not must_report(weighing):
        return no(_("Er is nu niets om van af te wijken."))
    return YES if reason.strip() else no(_("Schrijf op waarom er niet wordt gemeld."))


def can_follow(state: str, decision: str, number: str) -> Verdict:
    """What was reported has the number under which Veilig Thuis knows it."""
    if state != "step5" or not decision:
        return no(_("Neem eerst de beslissing van stap 5."))
    if decision in REPORTS and not number.strip():
        return no(_("Schrijf het nummer op dat Veilig Thuis gaf."))
    return YES


def can_close(state: str, reason: str) -> Verdict:
    """Before the weighing one may stop; after it, only when the decision was carried out."""
    if CLOSED not in TRACK_STEPS[state]:
        return no(_("Sluiten kan nu niet: rond eerst het wegen en beslissen af."))
    return YES if reason.strip() else no(_("Schrijf op waarom het klaar is."))


def can_restart(state: str) -> Verdict:
    return YES if state == CLOSED else no(_("Dit traject loopt nog."))
