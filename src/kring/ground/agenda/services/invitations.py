"""The mail of an invitation: a link, and no word about who or what."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from kring.ground.access.links import link_of
from kring.ground.access.models import Dossier, Invitation, InvitationKind
from kring.ground.access.queries import mail_addresses
from kring.ground.agenda.mail import Message, Smtp, installation_address
from kring.ground.agenda.models import OutboxMail
from kring.ground.agenda.rules import INVITATION
from kring.ground.configuration.queries.texts import text_of


def mail_invitation(*, invitation: UUID, at: datetime, post: Smtp | None) -> bool:
    """Send it, or without `post` put it in the demo's outbox. Not when it was used or withdrawn in the meantime."""
    found = Invitation.objects.filter(id=invitation, used_at=None, withdrawn_at=None, expires_at__gt=at).first()
    if found is None:
        return False
    known = mail_addresses([found.account_id])
    with override(known[0].language if known else "nl"):
        message = _message(found)
    if post is None:
        OutboxMail.objects.create(address=message.to, subject=message.subject, body=message.body, at=at)
    else:
        post.send(message)
    return True


def _message(found: Invitation) -> Message:
    is_reset = found.kind == InvitationKind.RESET
    subject = _("Een nieuw wachtwoord voor Kring") if is_reset else _("Uitnodiging voor Kring")
    lasts = _("De link werkt een uur, en één keer.") if is_reset else _("De link werkt acht dagen, en één keer.")
    place = reverse("invitation", kwargs={"link": link_of(found.id)}).removeprefix("/")
    own = "" if is_reset else _own_words(found)
    lines = (f"{subject}.", own, f"{installation_address()}{place}", lasts)
    return Message(found.email, subject, "\n\n".join(filter(None, lines)) + "\n")


def _own_words(found: Invitation) -> str:
    """Of the municipality that invites, or that is responsible for the family."""
    organisation = found.organisation_id
    if found.dossier_id:
        organisation = Dossier.objects.values_list("controller_id", flat=True).get(id=found.dossier_id)
    return text_of(INVITATION, organisation) if organisation else ""
