"""What somebody typed when the session had ended: for that account alone, encrypted, seven days at most (BR-109)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models.accounts import Account


class KeptText(models.Model):
    """A form as it was sent, and the page on which it stands."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name=_("account"))
    place = models.CharField(_("bladzijde"), max_length=400)
    target = models.CharField(_("formulier"), max_length=400)
    sealed = models.TextField(_("versleutelde inhoud"))
    kept_at = models.DateTimeField(_("bewaard op"))

    personal = ("account", "place", "target", "sealed")
    plain = ("id", "kept_at")

    class Meta:
        verbose_name = _("bewaarde tekst")
        verbose_name_plural = _("bewaarde teksten")
        indexes = [models.Index(fields=["account", "kept_at"], name="kept_of_account")]

    def __str__(self) -> str:
        return str(self.id)
