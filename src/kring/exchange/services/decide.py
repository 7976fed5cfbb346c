"""The data steward decides about a row whose person is not certain: this candidate, a new person, or leave it."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kring.exchange.models import ReviewItem, ReviewState
from kring.exchange.policy import may_review
from kring.ground.access.actor import Actor
from kring.ground.audit.trail import note_deed
from kring.ground.shared.jobs import defer
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided; `subject` only with a match."""

    state: ReviewState
    subject: UUID | None = None


def decide(*, actor: Actor, item: ReviewItem, choice: Choice) -> None:
    """Write the decision down; the worker stores the row afterwards. Only once: the row may be stored already."""
    may_review(actor, item.organisation_id).enforce()
    _enforce_possible(item, choice)
    decided = ReviewItem.objects.filter(id=item.id, state=ReviewState.OPEN).update(
        state=choice.state, chosen=choice.subject, decided_by=actor.id, decided_at=actor.at
    )
    if not decided:
        raise Refused(_("Over deze regel is al beslist."))
    note_deed("exchange.review_decided", "register", subjects=[choice.subject] if choice.subject else [])
    defer("exchange.process_waiting", delivery=item.delivery_id, account=actor.id)


def _enforce_possible(item: ReviewItem, choice: Choice) -> None:
    if choice.state is ReviewState.OPEN:
        raise Refused(_("Kies wat er met deze regel moet gebeuren."))
    known = {str(candidate["subject"]) for candidate in item.candidates}
    matched = choice.state is ReviewState.MATCHED
    if matched and str(choice.subject) not in known:
        raise Refused(_("Kies een van de personen die bij deze regel staan."))
    if not matched and choice.subject is not None:
        raise Refused(_("Een persoon kiezen hoort alleen bij koppelen."))
