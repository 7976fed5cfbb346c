"""A proposal says why, and proposes something: whoever leads decides on it (handbook §5, condition 15)."""

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.plans.rules.words import ActionWords


def can_propose(words: ActionWords, now: ActionWords | None, because: str) -> Verdict:
    """`now`: the step as it stands in the plan, when it is about one."""
    if not because.strip():
        return no(_("Schrijf op waarom u dit voorstelt."))
    if words == now:
        return no(_("Dit staat al zo in het plan. Verander wat anders moet."))
    return YES
