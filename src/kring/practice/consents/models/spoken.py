"""One thing that somebody said to a question: rows are added, never changed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject


class Channel(models.TextChoices):
    """How somebody answered."""

    OWN_PAGE = "own_page", _("op de eigen bladzijde in Kring")
    TALK = "talk", _("in een gesprek")
    PHONE = "phone", _("telefonisch")
    PAPER = "paper", _("op papier, met handtekening")
    MAIL = "mail", _("per mail")


class Spoken(models.Model):
    """Somebody was asked, said yes or no, or took a yes back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
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

    personal: tuple[str, ...] = ("dossier", "subject", "person", "name", "capacity", "said", "evidence")
    plain: tuple[str, ...] = ("id", "number", "said_on", "channel", "written_by", "written_at")

    class Meta:
        abstract = True
