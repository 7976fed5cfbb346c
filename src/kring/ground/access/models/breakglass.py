"""Break-glass (BR-104): somebody without a role in a dossier opened it, because it could not wait; to be judged."""

import uuid
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models.accounts import Account
from kring.ground.access.models.anchors import Dossier
from kring.ground.organisations.models import Organisation


class EmergencyPurpose(models.TextChoices):
    """What could not wait; chosen on entry (handbook §5)."""

    DANGER = "danger", _("iemand is in acuut gevaar")
    CHILD = "child", _("een kind is nu niet veilig")
    HEALTH = "health", _("iemand heeft met spoed zorg nodig")
    ABSENT = "absent", _("er is haast, en regisseur en achtervang zijn niet te bereiken")
    OVERSIGHT = "oversight", _("toezicht door de functionaris gegevensbescherming")


class Judgement(models.TextChoices):
    JUSTIFIED = "justified", _("terecht")
    UNJUSTIFIED = "unjustified", _("niet terecht")


class BreakGlass(models.Model):
    """Who opened which dossier, why and until when; and what the privacy officer thought of it afterwards."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("verwerkingsverantwoordelijke")
    )
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name=_("wie"))
    purpose = models.CharField(_("doel"), max_length=10, choices=EmergencyPurpose)
    reason = models.CharField(_("reden"), max_length=300)
    started_at = models.DateTimeField(_("vanaf"))
    ends_at = models.DateTimeField(_("tot"))
    judgement = models.CharField(_("oordeel"), max_length=12, choices=Judgement, blank=True)
    words = models.CharField(_("toelichting bij het oordeel"), max_length=800, blank=True)
    judged_at = models.DateTimeField(_("beoordeeld op"), null=True, blank=True)
    judged_by = models.UUIDField(_("beoordeeld door"), null=True, blank=True)

    personal = ("dossier", "account", "reason", "words", "judged_by")
    plain = ("id", "organisation", "purpose", "started_at", "ends_at", "judgement", "judged_at")

    class Meta:
        verbose_name = _("gebruik van de noodknop")
        verbose_name_plural = _("gebruik van de noodknop")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__lte=models.F("started_at") + timedelta(hours=24)),
                name="emergency_of_a_day_at_most",
            )
        ]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M} {self.purpose}"
