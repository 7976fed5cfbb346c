"""The review of accounts and roles of an organisation, twice a year: signed, and never changed afterwards."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.organisations.models import Organisation


class AccessReview(models.Model):
    """Who had which role on that day, and what the administrator said of each; a checksum proves it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("organisatie"))
    signed_at = models.DateTimeField(_("getekend op"))
    signed_by = models.UUIDField(_("getekend door"))
    signed_by_name = models.CharField(_("naam"), max_length=120)
    words = models.CharField(_("opmerking"), max_length=800, blank=True)
    content = models.JSONField(_("inhoud"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)

    personal = ("signed_by", "signed_by_name", "words", "content")
    plain = ("id", "organisation", "signed_at", "sha256")

    class Meta:
        verbose_name = _("controle van toegang")
        verbose_name_plural = _("controles van toegang")
        indexes = [models.Index(fields=["organisation", "signed_at"], name="review_of")]

    def __str__(self) -> str:
        return self.sha256[:12]
