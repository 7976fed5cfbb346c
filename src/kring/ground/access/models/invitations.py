"""A link that opens an account once: sent to a new colleague, to a member of a family, or by who lost a password."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models.accounts import Account
from kring.ground.access.models.anchors import Dossier
from kring.ground.organisations.models import Organisation


class InvitationKind(models.TextChoices):
    INVITED = "invited", _("uitnodiging")
    RESET = "reset", _("nieuw wachtwoord")


class Invitation(models.Model):
    """For one account and one address, used once. Of an organisation, or of a dossier when it is for its family."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("soort"), max_length=10, choices=InvitationKind, default=InvitationKind.INVITED)
    account = models.ForeignKey(Account, models.PROTECT, related_name="invitations", verbose_name=_("account"))
    email = models.EmailField(_("e-mailadres"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("organisatie")
    )
    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="invitations", null=True, blank=True, verbose_name=_("dossier")
    )
    made_by = models.UUIDField(_("gemaakt door"))
    made_at = models.DateTimeField(_("gemaakt op"))
    expires_at = models.DateTimeField(_("verloopt op"))
    used_at = models.DateTimeField(_("gebruikt op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    personal = ("account", "email", "dossier")
    plain = ("id", "kind", "organisation", "made_by", "made_at", "expires_at", "used_at", "withdrawn_at")

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        indexes = [models.Index(fields=["account", "made_at"], name="invitation_of_account")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation=None) | models.Q(dossier=None), name="invitation_of_one_side"
            )
        ]

    def __str__(self) -> str:
        return self.kind
