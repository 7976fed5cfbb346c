"""What the family says: its question, its strengths and concerns, its dream."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.ground.shared.levels import Level


class Question(models.Model):
    """The question in the family's own words: who said it, in which language. A correction is a new row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("wie zei dit")
    )
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.SHARED_PLAN)
    words = models.TextField(_("in eigen woorden"), max_length=2000)
    speaker = models.CharField(_("wie zei dit"), max_length=120)
    language = models.CharField(_("in welke taal"), max_length=40, default="Nederlands")
    interpreter = models.CharField(_("tolk"), max_length=120, blank=True)
    said_on = models.DateField(_("wanneer"))
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    personal = ("dossier", "subject", "words", "speaker", "language", "interpreter")
    plain = ("id", "level", "said_on", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("vraag van het gezin")
        verbose_name_plural = _("vragen van gezinnen")
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="question_has_words")]
        indexes = [models.Index(fields=["dossier"], name="question_of")]

    def __str__(self) -> str:
        return self.speaker


class Plan(models.Model):
    """The plan that is being worked on; what was agreed lives in its versions."""

    dossier = models.OneToOneField(
        Dossier, models.PROTECT, primary_key=True, related_name="+", verbose_name=_("dossier")
    )
    strengths = models.TextField(_("wat gaat er goed"), max_length=4000, blank=True)
    concerns = models.TextField(_("waar zijn zorgen over"), max_length=4000, blank=True)
    dream = models.TextField(_("over een jaar gaat het goed"), max_length=4000, blank=True)
    evaluation_on = models.DateField(_("wanneer kijken we samen terug"), null=True, blank=True)
    contact = models.CharField(_("vaste contactpersoon"), max_length=200, blank=True)
    began_on = models.DateField(_("begonnen op"))

    personal = ("dossier", "strengths", "concerns", "dream", "contact")
    plain = ("evaluation_on", "began_on")

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plannen")

    def __str__(self) -> str:
        return str(self.pk)
