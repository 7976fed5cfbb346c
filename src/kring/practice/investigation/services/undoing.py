"""One's own last step is taken back within ten minutes, and the tasks of its terms with it."""

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.audit.undoing import before_last
from kring.practice.investigation.models import Investigation
from kring.practice.investigation.rules.steps import State
from kring.practice.investigation.services.writing import change, enforce

KEPT = (
    "reported_on", "reported_by", "need", "caller", "call_by", "confirmed_on", "safety", "safety_words",
    "client_offered_on", "client_answer", "carer_name", "carer_offered_on", "carer_answer", "identity",
    "identity_seen_on", "plan_received_on", "plan_words", "urgent_from", "urgent_what", "started_on", "sent_on",
    "applied_on", "decided_on", "decision", "ended_on", "ended_because", "state",
)  # fmt: skip
"""What a service here may have changed."""


def undo(*, actor: Actor, row: Investigation) -> None:
    """As it was before; what was just reported is stopped."""
    enforce(actor, row)
    was = before_last(Investigation, row.id, KEPT, by=actor.id, at=actor.at)
    if was is None or was["state"] == State.REPORTED:
        was = {"state": State.STOPPED.value, "ended_on": actor.today, "ended_because": _("ongedaan gemaakt")}
    change(actor, row, "undone", **was)
