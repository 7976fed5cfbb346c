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

    It holds from `started_at` to `ended_at`: after the second professional agreed until the day on which it is looked
    at again, or for two working days before. Longer asks a new reason and a new opinion.
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
    longer_until = models.DateField(_("langer, tot en met"), null=True, blank=True)
    longer_reason = models.CharField(_("reden om het langer achter te houden"), max_length=800, blank=True)
    longer_by = models.UUIDField(_("langer gevraagd door"), null=True, blank=True)
    longer_asked_at = models.DateTimeField(_("langer gevraagd op"), null=True, blank=True)
    longer_second = models.ForeignKey(
        Account, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("tweede professional, langer")
    )
    longer_answer = models.CharField(_("antwoord, langer"), max_length=10, choices=SecondAnswer, blank=True)
    longer_words = models.CharField(_("toelichting, langer"), max_length=800, blank=True)
    longer_answered_at = models.DateTimeField(_("langer beantwoord op"), null=True, blank=True)

    personal = (
        "dossier", "member", "subject", "document", "reason", "second", "words", "end_words", "longer_reason",
        "longer_second", "longer_words",
    )  # fmt: skip
    plain = (
        "id", "law", "asked_by", "asked_at", "answer", "answered_at", "review_on", "started_at", "ended_at", "ended_by",
        "longer_until", "longer_by", "longer_asked_at", "longer_answer", "longer_answered_at",
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
                | models.Q(ended_at__isnull=False, answer=SecondAnswer.AGREES)
                | models.Q(ended_at__isnull=False, ended_at__lte=models.F("started_at") + timedelta(days=7)),
                name="withholding_needs_a_second",
            ),
            models.CheckConstraint(
                condition=~models.Q(second=models.F("asked_by")), name="withholding_second_is_another"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    longer_until=None, longer_by=None, longer_asked_at=None, longer_second=None, longer_answer=""
                )
                | models.Q(
                    ~models.Q(longer_second=models.F("longer_by")),
                    ~models.Q(longer_second=models.F("asked_by")),
                    answer=SecondAnswer.AGREES,
                    longer_until__isnull=False,
                    longer_by__isnull=False,
                    longer_asked_at__isnull=False,
                    longer_second__isnull=False,
                ),
                name="withholding_longer_needs_another",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def asks_longer(self) -> bool:
        """Somebody was asked whether it may last longer, and did not say."""
        return self.longer_until is not None and not self.longer_answer
