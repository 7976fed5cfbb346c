"""Consent of the AVG: one use of somebody's data, and everything that is said to it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.consents.models.spoken import Spoken


class DataConsent(models.Model):
    """For one person and one purpose of `rules.data`: what exactly, and until which day a yes holds."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("over wie"))
    purpose = models.CharField(_("waarvoor"), max_length=15)
    details = models.CharField(_("waar het precies om gaat"), max_length=400)
    is_capable = models.BooleanField(_("kan zelf beslissen"))
    until = models.DateField(_("geldt tot"))
    asked_at = models.DateTimeField(_("gevraagd op"))
    asked_by = models.UUIDField(_("gevraagd door"))

    personal = ("dossier", "subject", "purpose", "details", "is_capable")
    plain = ("id", "until", "asked_at", "asked_by")

    class Meta:
        verbose_name = _("toestemming AVG")
        verbose_name_plural = _("toestemmingen AVG")

    def __str__(self) -> str:
        return self.purpose


class DataAnswer(Spoken):
    """About the use of data: the proof that consent was given, and that it was taken back (AVG art. 7)."""

    consent = models.ForeignKey(DataConsent, models.PROTECT, related_name="answers", verbose_name=_("toestemming"))

    plain = (*Spoken.plain, "consent")

    class Meta:
        verbose_name = _("antwoord over gegevens")
        verbose_name_plural = _("antwoorden over gegevens")
        constraints = [models.UniqueConstraint(fields=["consent", "number"], name="one_answer_about_data_at_a_time")]

    def __str__(self) -> str:
        return self.said
