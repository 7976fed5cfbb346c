"""A lost second factor: the functional administrator takes all of them away, and the account starts anew."""

from allauth.mfa.models import Authenticator
from django.db.models import F
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Account, Login
from kring.ground.access.policy import may_administer
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.jobs import defer
from kring.ground.shared.verdict import Refused


def reset_factors(*, actor: Actor, account: Account, ground: str) -> None:
    """Factors and recovery codes go, every session ends, and the owner gets a notice. The password stays."""
    with gate():
        subject = account.subject
        responsible = account.organisation_id or (subject.controller_id if subject else None)
    may_administer(actor, responsible).enforce()
    if not ground.strip():
        raise Refused(_("Schrijf op waarom de tweede stap wordt weggehaald, en hoe u weet dat dit de eigenaar is."))
    Authenticator.objects.filter(user_id=account.id).delete()
    Login.objects.filter(id=account.id).update(session_round=F("session_round") + 1)
    note_deed("access.factors_reset", "settings", event=Event.RIGHTS, ground=ground)
    defer("agenda.tell_sign_in_reset", account=account.id)
