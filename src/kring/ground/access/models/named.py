"""Who may read what is protected or shielded in a dossier, by name: levels 3 and 4 go no other way (handbook §3.1)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models.accounts import Account
from kring.ground.access.models.anchors import Dossier, Subject
from kring.ground.shared.levels import Level


class NamedReader(models.Model):
    """One account reads one level, of one member or of all, from a day until it is ended; looked at again on a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="named_readers", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("over wie")
    )
    account = models.ForeignKey(Account, models.PROTECT, related_name="named_for", verbose_name=_("wie"))
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level)
    ground = models.CharField(_("reden"), max_length=400)
    named_by = models.UUIDField(_("aangewezen door"))
    started_at = models.DateTimeField(_("vanaf"))
    review_on = models.DateField(_("nakijken op"))
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)
    ended_by = models.UUIDField(_("gestopt door"), null=True, blank=True)
    end_reason = models.CharField(_("waarom gestopt"), max_length=400, blank=True)

    personal = ("dossier", "subject", "account", "ground", "named_by", "ended_by", "end_reason")
    plain = ("id", "level", "started_at", "review_on", "ended_at")

    class Meta:
        verbose_name = _("aangewezen lezer")
        verbose_name_plural = _("aangewezen lezers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__in=(Level.PROTECTED, Level.SHIELDED)), name="named_for_what_is_protected"
            )
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.started_at:%Y-%m-%d}"
