"""Own statements. Nobody changes the words; the person may withdraw a statement, and it is kept (BR-107)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.statements.rules import Disputed


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
