"""A drawing is made of what one viewer may see, so it is that viewer's; nobody else ever gets it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Account, Dossier, Subject


class Drawing(models.Model):
    """Good as long as its fingerprint is that of what the viewer's own queries give; else it is made anew.

    `rows` of the drawing are its table; `standing` is who stands where, for the next one to look the same.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    viewer = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    kind = models.CharField(_("soort tekening"), max_length=12)
    fingerprint = models.CharField(_("vingerafdruk"), max_length=64)
    wide = models.TextField(_("breed"))
    narrow = models.TextField(_("smal"), blank=True)
    title = models.CharField(_("titel"), max_length=200)
    description = models.TextField(_("beschrijving"))
    columns = models.JSONField(_("kolommen"))
    rows = models.JSONField(_("regels"))
    standing = models.JSONField(_("wie waar staat"))
    made_at = models.DateTimeField(_("gemaakt op"))

    personal = ("dossier", "wide", "narrow", "title", "description", "columns", "rows", "standing")
    plain = ("id", "viewer", "kind", "fingerprint", "made_at")

    class Meta:
        verbose_name = _("tekening")
        verbose_name_plural = _("tekeningen")
        constraints = [
            models.UniqueConstraint(fields=["dossier", "viewer", "kind"], name="one_drawing_of_a_kind_per_viewer")
        ]

    def __str__(self) -> str:
        return self.kind


class Place(models.Model):
    """Where somebody stands among those of the same generation, for everybody who draws this family."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("wie"))
    rank = models.PositiveSmallIntegerField(_("hoeveelste van links"))
    is_index = models.BooleanField(_("om wie het gaat"), default=False)

    personal = ("dossier", "subject", "rank", "is_index")
    plain = ("id",)

    class Meta:
        verbose_name = _("plek in de stamboom")
        verbose_name_plural = _("plekken in de stamboom")
        constraints = [models.UniqueConstraint(fields=["dossier", "subject"], name="one_place_per_person")]

    def __str__(self) -> str:
        return str(self.rank)
