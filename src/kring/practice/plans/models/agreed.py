"""What was agreed: an immutable version, and what each person thinks of it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier


class PlanVersion(models.Model):
    """The plan as it was agreed on a day. Nobody has the right to change or remove it (BR-019)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    number = models.PositiveSmallIntegerField(_("versie"))
    agreed_on = models.DateField(_("vastgesteld op"))
    agreed_by = models.UUIDField(_("vastgesteld door"))
    agreed_by_name = models.CharField(_("vastgesteld door"), max_length=120)
    content = models.JSONField(_("inhoud"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)

    personal = ("dossier", "agreed_by_name", "content")
    plain = ("id", "number", "agreed_on", "agreed_by", "sha256")

    class Meta:
        verbose_name = _("planversie")
        verbose_name_plural = _("planversies")
        constraints = [models.UniqueConstraint(fields=["dossier", "number"], name="one_version_per_number")]

    def __str__(self) -> str:
        return str(self.number)


class PositionKind(models.TextChoices):
    AGREES = "agrees", _("eens")
    PARTLY = "partly", _("deels eens")
    DISAGREES = "disagrees", _("niet eens")
    NOT_ASKED = "not_asked", _("niet gevraagd")


class Position(models.Model):
    """What one person thinks of a version. Disagreement does not block: it is shown to all who read it (BR-020)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="positions", verbose_name=_("versie"))
    name = models.CharField(_("naam"), max_length=120)
    position = models.CharField(_("standpunt"), max_length=9, choices=PositionKind)
    remark = models.CharField(_("toelichting"), max_length=800, blank=True)

    personal = ("dossier", "name", "position", "remark")
    plain = ("id", "version")

    class Meta:
        verbose_name = _("standpunt")
        verbose_name_plural = _("standpunten")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(position=PositionKind.NOT_ASKED) | ~models.Q(remark=""),
                name="not_asked_has_reason",
            )
        ]

    def __str__(self) -> str:
        return self.position
