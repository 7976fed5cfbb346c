"""What somebody is writing at the kitchen table and has not put in the plan yet: for the writer alone."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Account, Dossier


class Draft(models.Model):
    """One form as it was typed. `since` is what stood there when the writer began, as prints (`rules.meeting`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    author = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name=_("schrijver"))
    place = models.CharField(_("vraag"), max_length=60)
    fields = models.JSONField(_("wat er getypt is"))
    since = models.TextField(_("waar het mee begon"), blank=True)
    saved_at = models.DateTimeField(_("bewaard op"))

    personal = ("dossier", "author", "fields")
    plain = ("id", "place", "since", "saved_at")

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepten")
        constraints = [models.UniqueConstraint(fields=["dossier", "author", "place"], name="one_draft_per_place")]
        indexes = [models.Index(fields=["author", "dossier"], name="draft_of")]

    def __str__(self) -> str:
        return self.place
