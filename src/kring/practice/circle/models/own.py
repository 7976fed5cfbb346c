"""What a family tells of itself, in its own words: what is familiar, and the moments of its life."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.circle.rules.own import About, FamiliarKind, MomentKind, ShownTo

TOLD = ~models.Q(told_by="")
WITHDRAWN_WITH_REASON = models.Q(withdrawn_at=None, withdrawn_because="") | (
    models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_because="")
)


class OwnStory(models.Model):
    """What one person tells of itself or the whole family does (`subject` None), for whom it wants to tell it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("voor wie")
    )
    told_by = models.CharField(_("verteld door"), max_length=120)
    shown_to = models.CharField(
        _("wie mag dit zien"), max_length=7, choices=[(e.value, e.label) for e in ShownTo], default=ShownTo.CIRCLE
    )
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=200, blank=True)

    class Meta:
        abstract = True


class Familiar(OwnStory):
    """Something that makes it home."""

    kind = models.CharField(_("soort"), max_length=8, choices=[(e.value, e.label) for e in FamiliarKind])
    words = models.CharField(_("wat is vertrouwd"), max_length=600)

    personal = ("dossier", "subject", "kind", "words", "told_by", "withdrawn_because")
    plain = ("id", "shown_to", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("wat vertrouwd is")
        verbose_name_plural = _("wat vertrouwd is")
        constraints = [
            models.CheckConstraint(condition=TOLD & ~models.Q(words=""), name="familiar_is_told"),
            models.CheckConstraint(condition=WITHDRAWN_WITH_REASON, name="familiar_withdrawn_with_reason"),
        ]
        indexes = [models.Index(fields=["dossier"], name="familiar_of")]

    def __str__(self) -> str:
        return self.kind


class LifeEvent(OwnStory):
    """A moment in the life of one person or of the whole family. `on` with `about`: how exactly the day is known."""

    kind = models.CharField(_("soort"), max_length=9, choices=[(e.value, e.label) for e in MomentKind])
    on = models.DateField(_("wanneer"))
    about = models.CharField(
        _("hoe precies"), max_length=6, choices=[(e.value, e.label) for e in About], default=About.DAY
    )
    what = models.CharField(_("wat gebeurde er"), max_length=200)
    feeling = models.CharField(_("hoe was dat"), max_length=200, blank=True)

    personal = (
        "dossier", "subject", "kind", "on", "about", "what", "feeling", "told_by", "withdrawn_because",
    )  # fmt: skip
    plain = ("id", "shown_to", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("moment op de levenslijn")
        verbose_name_plural = _("momenten op de levenslijn")
        constraints = [
            models.CheckConstraint(condition=TOLD & ~models.Q(what=""), name="life_event_is_told"),
            models.CheckConstraint(condition=WITHDRAWN_WITH_REASON, name="life_event_withdrawn_with_reason"),
        ]
        indexes = [models.Index(fields=["dossier", "on"], name="life_event_of")]

    def __str__(self) -> str:
        return self.kind
