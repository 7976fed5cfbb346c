"""Who may ask for whom, the term of the law, and which step follows which (BR-084, BR-105, BR-106)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kring.ground.agenda.rules import Term, Unit, clock_of, due_on
from kring.ground.shared.marking import mark as _
from kring.ground.shared.period import age_on
from kring.ground.shared.verdict import YES, Verdict, no

ADULT_RIGHTS_FROM, OWN_RIGHTS_FROM = 16, 12
CLOCK: Mapping[str, str] = {
    "access": "inzageverzoek", "correction": "correctieverzoek", "deletion": "vernietigingsverzoek",
}  # fmt: skip
EXTENDED = Term(3, Unit.MONTHS)
"""A month and two more, counted from the day on which it was received."""
KEPT_DAYS = 30
"""How long a package can be fetched. A house rule: it can be made again."""

OPEN = frozenset({"received", "checked", "collected"})
NEXT: Mapping[str, frozenset[str]] = {
    "received": frozenset({"checked", "refused", "withdrawn"}),
    "checked": frozenset({"collected", "given", "partly", "refused", "withdrawn"}),
    "collected": frozenset({"collected", "given", "partly", "refused", "withdrawn"}),
}


def can_ask(capacity: str, born: date | None, today: date) -> Verdict:
    """A child under twelve through who represents it; a parent until the sixteenth birthday."""
    age = age_on(born, today) if born else None
    if capacity == "self" and age is not None and age < OWN_RIGHTS_FROM:
        return no(_("Voor een kind jonger dan 12 vraagt een ouder met gezag of een andere vertegenwoordiger dit."))
    if capacity == "parent" and age is not None and age >= ADULT_RIGHTS_FROM:
        return no(_("Vanaf 16 jaar vraagt de jongere dit zelf."))
    return YES


def first_due_on(right: str, received: date) -> date:
    return due_on(clock_of(CLOCK[right]), received)


def extended_due_on(right: str, received: date) -> date:
    return due_on(replace(clock_of(CLOCK[right]), term=EXTENDED), received)


def can_be_longer(right: str) -> Verdict:
    """The Wmo gives three months to decide and to destroy, and not a day more (BR-105)."""
    return no(_("De wet geeft drie maanden, en die termijn kan niet langer.")) if right == "deletion" else YES


def can_extend(state: str, already: str, reason: str, *, today: date, first_due: date) -> Verdict:
    """Once, before the month is over, and the person hears why."""
    if state not in OPEN:
        return no(_("Op dit verzoek is al besloten."))
    if already:
        return no(_("Dit verzoek is al verlengd. Langer mag niet van de wet."))
    if today > first_due:
        return no(_("De maand is voorbij. Verlengen moet binnen de eerste maand."))
    return YES if reason.strip() else no(_("Schrijf op waarom er meer tijd nodig is."))


def can_step(state: str, following: str) -> Verdict:
    if following in NEXT.get(state, frozenset()):
        return YES
    return no(_("Deze stap kan nu niet. Iemand anders heeft het verzoek al verder gebracht."))


def can_decide(state: str, decision: str, *, answer: str, weighed: str, right: str, ground: str = "") -> Verdict:
    """Nothing is given before somebody weighed the interest of others; whatever is not given has a reason (BR-086)."""
    if right == "deletion":
        found = _can_decide_deletion(decision, weighed, ground)
        if not found:
            return found
    if right == "access" and decision in {"given", "partly"} and state != "collected":
        return no(_("De gegevens zijn nog niet verzameld."))
    if decision in {"given", "partly"} and right == "access" and not weighed.strip():
        return no(_("Schrijf op hoe u hebt gelet op anderen en op ieders veiligheid."))
    if decision in {"partly", "refused"} and not answer.strip():
        return no(_("Schrijf voor wie het vroeg op waarom niet alles wordt gegeven, en op welke grond."))
    return can_step(state, decision)


def _can_decide_deletion(decision: str, weighed: str, ground: str) -> Verdict:
    """All of it goes, or it stays on a ground of the law (BR-105)."""
    if decision == "partly":
        return no(_("Vernietigen gaat over alle gegevens van deze persoon. Kies wel of niet."))
    if decision == "refused" and not ground:
        return no(_("Kies de grond waarop de gegevens blijven."))
    return YES if weighed.strip() else no(_("Schrijf op hoe u het belang van anderen hebt gewogen."))
