"""What a family says about its plan: own statements, kept as they are (BR-107), and what it says is not right."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.statements.rules import Disputed, Outcome


class OwnStatement(models.Model):
    """About one part: `kind` and `thing`, the id of the row; for the plan as a whole that of the dossier."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("van wie"))
    kind = models.CharField(
        _("over welk soort onderdeel"), max_length=10, choices=[(e.value, e.label) for e in Disputed]
    )
    thing = models.UUIDField(_("over welk onderdeel"))
    about = models.CharField(_("over"), max_length=200)
    speaker = models.CharField(_("wie zegt dit"), max_length=120)
    words = models.TextField(_("in eigen woorden"), max_length=4000)
    said_on = models.DateField(_("gezegd op"))
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_by = models.UUIDField(_("ingetrokken door"), null=True, blank=True)

    personal = ("dossier", "subject", "about", "speaker", "words")
    plain = ("id", "kind", "thing", "said_on", "written_by", "written_at", "withdrawn_at", "withdrawn_by")

    class Meta:
        verbose_name = _("eigen verklaring")
        verbose_name_plural = _("eigen verklaringen")
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="statement_has_words")]
        indexes = [models.Index(fields=["dossier"], name="statement_of")]

    def __str__(self) -> str:
        return self.kind


class Remark(models.Model):
    """*Dit klopt niet*: of one person to who leads, about one part; nobody else reads it, nor the answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("van wie"))
    kind = models.CharField(
        _("over welk soort onderdeel"), max_length=10, choices=[(e.value, e.label) for e in Disputed]
    )
    thing = models.UUIDField(_("over welk onderdeel"))
    about = models.CharField(_("over"), max_length=200)
    speaker = models.CharField(_("wie zegt dit"), max_length=120)
    words = models.TextField(_("wat klopt er niet"), max_length=1000)
    written_by = models.UUIDField(_("geschreven door"))
    written_at = models.DateTimeField(_("geschreven op"))
    outcome = models.CharField(
        _("wat ermee gebeurde"), max_length=10, blank=True, choices=[(e.value, e.label) for e in Outcome]
    )
    answer = models.CharField(_("antwoord"), max_length=800, blank=True)
    answered_by_name = models.CharField(_("antwoord van"), max_length=120, blank=True)
    answered_at = models.DateTimeField(_("antwoord op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("teruggenomen op"), null=True, blank=True)

    personal = ("dossier", "subject", "about", "speaker", "words", "answer", "answered_by_name")
    plain = ("id", "kind", "thing", "written_by", "written_at", "outcome", "answered_at", "withdrawn_at")

    class Meta:
        verbose_name = _("opmerking: dit klopt niet")
        verbose_name_plural = _("opmerkingen: dit klopt niet")
        constraints = [
            models.CheckConstraint(condition=~models.Q(words=""), name="remark_has_words"),
            models.CheckConstraint(
                condition=models.Q(answered_at=None) | ~models.Q(outcome=""), name="answer_has_outcome"
            ),
        ]
        indexes = [models.Index(fields=["dossier"], name="remark_of")]

    def __str__(self) -> str:
        return self.kind
