"""What is asked about help, and everything that is said to it: rows are added, never changed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.ground.access.parts import Law
from kring.practice.consents.models.spoken import Spoken


class HelpConsent(models.Model):
    """One kind of help for one person: who it is for, how old, whether it is invasive, and an exception (BR-081)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    law = models.CharField(_("wet"), max_length=20, choices=[(law.value, law.label) for law in Law])
    help = models.CharField(_("welke hulp"), max_length=200)
    is_invasive = models.BooleanField(_("ingrijpende hulp"))
    is_capable = models.BooleanField(_("kan zelf beslissen"))
    group = models.CharField(_("leeftijd toen het gevraagd werd"), max_length=10)
    asked_at = models.DateTimeField(_("gevraagd op"))
    asked_by = models.UUIDField(_("gevraagd door"))
    assumed_at = models.DateTimeField(_("verondersteld op"), null=True, blank=True)
    exception = models.CharField(_("uitzondering"), max_length=10, blank=True)
    reason = models.CharField(_("reden van de uitzondering of van het veronderstellen"), max_length=800, blank=True)

    personal = ("dossier", "subject", "law", "help", "is_invasive", "is_capable", "group", "exception", "reason")
    plain = ("id", "asked_at", "asked_by", "assumed_at")

    class Meta:
        verbose_name = _("instemming met hulp")
        verbose_name_plural = _("instemmingen met hulp")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(exception="") | ~models.Q(reason=""), name="exception_of_help_has_reason"
            )
        ]

    def __str__(self) -> str:
        return self.help


class HelpAnswer(Spoken):
    """About help: on which day, how, and what shows it."""

    consent = models.ForeignKey(HelpConsent, models.PROTECT, related_name="answers", verbose_name=_("instemming"))

    plain = (*Spoken.plain, "consent")

    class Meta:
        verbose_name = _("antwoord over hulp")
        verbose_name_plural = _("antwoorden over hulp")
        constraints = [models.UniqueConstraint(fields=["consent", "number"], name="one_answer_at_a_time")]

    def __str__(self) -> str:
        return self.said
