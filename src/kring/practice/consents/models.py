"""What is asked about help, and everything that is said to it: rows are added, never changed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.ground.access.parts import Law


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


class HelpAnswer(models.Model):
    """Somebody was asked, said yes or no, or took a yes back: on which day, how, and what shows it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consent = models.ForeignKey(HelpConsent, models.PROTECT, related_name="answers", verbose_name=_("instemming"))
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    number = models.PositiveSmallIntegerField(_("volgnummer"))
    person = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("wie antwoordt")
    )
    name = models.CharField(_("naam"), max_length=120)
    capacity = models.CharField(_("als"), max_length=15)
    said = models.CharField(_("antwoord"), max_length=10)
    said_on = models.DateField(_("gezegd op"))
    channel = models.CharField(_("hoe"), max_length=10, blank=True)
    evidence = models.CharField(_("waaruit blijkt het?"), max_length=400, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = ("dossier", "subject", "person", "name", "capacity", "said", "evidence")
    plain = ("id", "consent", "number", "said_on", "channel", "written_by", "written_at")

    class Meta:
        verbose_name = _("antwoord over hulp")
        verbose_name_plural = _("antwoorden over hulp")
        constraints = [models.UniqueConstraint(fields=["consent", "number"], name="one_answer_at_a_time")]

    def __str__(self) -> str:
        return self.said


class Channel(models.TextChoices):
    """How somebody answered."""

    OWN_PAGE = "own_page", _("op de eigen bladzijde in Kring")
    TALK = "talk", _("in een gesprek")
    PHONE = "phone", _("telefonisch")
    PAPER = "paper", _("op papier, met handtekening")
    MAIL = "mail", _("per mail")
