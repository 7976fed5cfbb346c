"""What who leads says of something that stands out: it fits so, or it is taken up, with a reason.

Of help it opens with the law of that help; of the plan with the plan.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.care.models.provisions import LAWS
from kring.practice.care.rules.marks import Answer


class MarkAnswer(models.Model):
    """`mark` is the key of what stands out (`rules.marks.mark_key`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    mark = models.UUIDField(_("wat opvalt"))
    answer = models.CharField(_("antwoord"), max_length=8, choices=[(e.value, e.label) for e in Answer])
    because = models.CharField(_("waarom"), max_length=400)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal: tuple[str, ...] = ("dossier", "answer", "because", "withdrawn_because")
    plain: tuple[str, ...] = ("id", "mark", "written_by", "written_at", "withdrawn_at")

    class Meta:
        abstract = True


class HelpAnswer(MarkAnswer):
    """Of the help of one person under one law."""

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("over wie"))
    law = models.CharField(_("wet"), max_length=20, choices=LAWS)

    personal = ("dossier", "subject", "law", "answer", "because", "withdrawn_because")

    class Meta:
        verbose_name = _("antwoord op wat opvalt in de hulp")
        verbose_name_plural = _("antwoorden op wat opvalt in de hulp")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "mark"], condition=models.Q(withdrawn_at=None), name="one_answer_per_help_mark"
            )
        ]

    def __str__(self) -> str:
        return self.answer


class PlanAnswer(MarkAnswer):
    """Of the goals and plans of a family."""

    class Meta:
        verbose_name = _("antwoord op wat opvalt in de plannen")
        verbose_name_plural = _("antwoorden op wat opvalt in de plannen")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "mark"], condition=models.Q(withdrawn_at=None), name="one_answer_per_plan_mark"
            )
        ]

    def __str__(self) -> str:
        return self.answer
