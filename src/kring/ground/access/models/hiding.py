"""Hidden: somebody of the circle whom one reader of the family does not see, nowhere and in nothing."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models.anchors import Dossier, Subject


class Hidden(models.Model):
    """`subject`, of the circle, is hidden from `reader`, a member of the family or somebody who was invited."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("wie"))
    reader = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("verborgen voor"))
    hidden_by = models.UUIDField(_("verborgen door"))
    started_at = models.DateTimeField(_("vanaf"))
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)

    personal = ("dossier", "subject", "reader")
    plain = ("id", "hidden_by", "started_at", "ended_at")

    class Meta:
        verbose_name = _("verborgen voor iemand")
        verbose_name_plural = _("verborgen voor iemand")
        constraints = [
            models.CheckConstraint(condition=~models.Q(subject=models.F("reader")), name="hidden_from_another"),
            models.UniqueConstraint(
                fields=["dossier", "subject", "reader"], condition=models.Q(ended_at=None), name="hidden_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
