"""The way of a list: drawn up, decided on line by line, approved by somebody else, carried out (BR-110)."""

from collections.abc import Mapping
from datetime import date

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

ON_REQUEST = "verzoek"
"""The category of a line that does not wait for its term: somebody asked, and that was granted."""
NEXT: Mapping[str, frozenset[str]] = {
    "drawn": frozenset({"approved"}),
    "approved": frozenset({"running"}),
    "running": frozenset({"done"}),
}
OPEN = frozenset(NEXT)
MAY_BE_KEPT = frozenset({"drawn", "approved"})


def can_draw_up(*, is_open: bool) -> Verdict:
    if is_open:
        return no(_("Er ligt al een lijst die nog niet is afgerond. Rond die eerst af."))
    return YES


def can_keep(state: str, line: str, words: str, *, until: date, today: date, category: str) -> Verdict:
    """Until the moment of destruction; with a reason and a day, for nothing is kept longer without an end."""
    if category == ON_REQUEST:
        return no(_("Dit verzoek is al toegewezen. Langer bewaren kan niet meer."))
    if state not in MAY_BE_KEPT or line in {"kept", "done"}:
        return no(_("Over deze regel is al beslist."))
    if not words.strip():
        return no(_("Schrijf op waarom dit langer bewaard blijft. Noem geen namen."))
    return YES if until > today else no(_("Kies een dag in de toekomst."))


def can_approve(state: str, *, drawn_by: object, approved_by: object) -> Verdict:
    if "approved" not in NEXT.get(state, frozenset()):
        return no(_("Deze lijst is al goedgekeurd of afgerond."))
    if drawn_by == approved_by:
        return no(_("U maakte deze lijst zelf op. Een ander keurt haar goed."))
    return YES


def can_carry_out(state: str, approved: int) -> Verdict:
    if "running" not in NEXT.get(state, frozenset()):
        return no(_("Alleen een goedgekeurde lijst kan worden uitgevoerd, en maar één keer."))
    return YES if approved else no(_("Op deze lijst staat niets dat vernietigd mag worden."))
