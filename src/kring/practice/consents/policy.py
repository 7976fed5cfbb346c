"""Who asks and writes down: who leads. Who answers: only the one whose answer it is."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.policy import may_write_answers, roles_in


def may_ask_consent(actor: Actor, dossier: UUID) -> Verdict:
    return may_write_answers(roles_in(actor, dossier))


def may_answer_as(actor: Actor, person: UUID | None) -> Verdict:
    """On the own account, in the own name."""
    if person is not None and Account.objects.filter(id=actor.id, subject_id=person).exists():
        return YES
    return no(_("Dit antwoord is van iemand anders."))
