"""Withholding (BR-073, Jeugdwet 7.3.2 lid 4): a client does not read one thing for a time, and then does after all."""

import uuid
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models.accounts import Account
from kring.ground.access.models.anchors import Dossier, Subject


class SecondAnswer(models.TextChoices):
    """What the second professional thinks of it."""

    AGREES = "agrees", _("mee eens")
    DISAGREES = "disagrees", _("niet mee eens")


class Withholding(models.Model):
    """One document, or one law's part of one person, that one member of the family does not see.

    It holds from `started_at` to `ended_at`: after the second professional agreed, or for two working days before.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    member = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("over wie")
    )
    law = models.CharField(_("wet"), max_length=20, blank=True)
    document = models.UUIDField(_("document"), null=True, blank=True)
    reason = models.CharField(_("reden"), max_length=800)
    asked_by = models.UUIDField(_("gevraagd door"))
    asked_at = models.DateTimeField(_("gevraagd op"))
    second = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name=_("tweede professional"))
    answer = models.CharField(_("antwoord"), max_length=10, choices=SecondAnswer, blank=True)
    words = models.CharField(_("toelichting van de tweede professional"), max_length=800, blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    review_on = models.DateField(_("opnieuw bekijken op"))
    started_at = models.DateTimeField(_("vanaf"), null=True, blank=True)
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)
    ended_by = models.UUIDField(_("beëindigd door"), null=True, blank=True)
    end_words = models.CharField(_("reden van het einde"), max_length=800, blank=True)

    personal = ("dossier", "member", "subject", "document", "reason", "second", "words", "end_words")
    plain = (
        "id", "law", "asked_by", "asked_at", "answer", "answered_at", "review_on", "started_at", "ended_at", "ended_by",
    )  # fmt: skip

    class Meta:
        verbose_name = _("achterhouding")
        verbose_name_plural = _("achterhoudingen")
        indexes = [models.Index(fields=["member", "ended_at"], name="withheld_from")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(law="", document__isnull=False)
                | (~models.Q(law="") & models.Q(document=None, subject__isnull=False)),
                name="withholding_of_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(started_at=None)
                | models.Q(answer=SecondAnswer.AGREES)
                | models.Q(ended_at__isnull=False, ended_at__lte=models.F("started_at") + timedelta(days=7)),
                name="withholding_needs_a_second",
            ),
            models.CheckConstraint(
                condition=~models.Q(second=models.F("asked_by")), name="withholding_second_is_another"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
