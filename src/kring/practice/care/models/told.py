"""Help that no delivery knows, as the family tells of it. It opens with its law, as delivered help does."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.care.models.provisions import LAWS


class ToldHelp(models.Model):
    """One help for one member: what, from whom in words, from when to when, and who told it.

    Under a law that nobody knows it stands with what is under no other law (`Law.OTHER`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    law = models.CharField(_("wet"), max_length=20, choices=LAWS)
    product = models.CharField(_("wat voor hulp"), max_length=120)
    provider_name = models.CharField(_("van wie"), max_length=120, blank=True)
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("niet meer vanaf"), null=True, blank=True)
    told_by = models.CharField(_("verteld door"), max_length=120)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal = (
        "dossier", "subject", "law", "product", "provider_name", "started_on", "ended_on", "told_by",
        "withdrawn_because",
    )  # fmt: skip
    plain = ("id", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("hulp, zoals verteld")
        verbose_name_plural = _("hulp, zoals verteld")
        constraints = [
            models.CheckConstraint(condition=~models.Q(product="") & ~models.Q(told_by=""), name="help_is_told"),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gt=models.F("started_on")),
                name="told_help_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_because="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_because="")),
                name="told_help_withdrawn_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "subject"], name="told_help_of")]

    def __str__(self) -> str:
        return self.product
