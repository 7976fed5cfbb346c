"""How somebody stands to the family from one day to another, who does not go together, and children who do care."""

import uuid

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.circle.models.members import NetworkMember
from kring.practice.circle.rules.words import Direction, Load, Quality, Ring


class Standing(models.Model):
    """What is true of a member from `since` until `until`; another standing begins where this one ends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    member = models.ForeignKey(
        NetworkMember, models.PROTECT, related_name="standings", db_column="subject_id", verbose_name=_("wie")
    )
    ring = models.CharField(_("hoe dichtbij"), max_length=8, choices=[(e.value, e.label) for e in Ring])
    quality = models.CharField(_("hoe is het contact"), max_length=8, choices=[(e.value, e.label) for e in Quality])
    direction = models.CharField(_("wie helpt wie"), max_length=11, choices=[(e.value, e.label) for e in Direction])
    load = models.CharField(
        _("hoeveel kan erbij"), max_length=5, choices=[(e.value, e.label) for e in Load], blank=True
    )
    offers = models.CharField(_("wat doet deze persoon"), max_length=200, blank=True)
    how_often = models.CharField(_("hoe vaak"), max_length=80, blank=True)
    since = models.DateField(_("vanaf"))
    until = models.DateField(_("tot"), null=True, blank=True)
    confirmed_on = models.DateField(_("nagevraagd op"), null=True, blank=True)
    confirmed_words = models.CharField(_("wat zei deze persoon zelf"), max_length=200, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = (
        "dossier", "member", "ring", "quality", "direction", "load", "offers", "how_often", "confirmed_words",
    )  # fmt: skip
    plain = ("id", "since", "until", "confirmed_on", "written_by", "written_at")

    class Meta:
        verbose_name = _("plek in de kring")
        verbose_name_plural = _("plekken in de kring")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=F("since")), name="standing_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=["member"], condition=models.Q(until=None), name="one_standing_now"),
        ]
        indexes = [models.Index(fields=["dossier", "since"], name="standing_of")]

    def __str__(self) -> str:
        return self.ring


class NotTogether(models.Model):
    """Two people whom one does not invite to the same table; nothing is said about why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("wie"))
    other = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("niet samen met"))
    since = models.DateField(_("vanaf"))
    until = models.DateField(_("tot"), null=True, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = ("dossier", "subject", "other")
    plain = ("id", "since", "until", "written_by", "written_at")

    class Meta:
        verbose_name = _("niet samen")
        verbose_name_plural = _("niet samen")
        constraints = [
            models.CheckConstraint(condition=~models.Q(subject=F("other")), name="not_together_are_two"),
            models.UniqueConstraint(
                fields=["dossier", "subject", "other"], condition=models.Q(until=None), name="not_together_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class YoungCarer(models.Model):
    """A child of the family that does care at home: a signal, and never capacity (BR-058)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("welk kind"))
    does = models.CharField(_("wat doet dit kind thuis"), max_length=200)
    since = models.DateField(_("vanaf"))
    until = models.DateField(_("tot"), null=True, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = ("dossier", "subject", "does")
    plain = ("id", "since", "until", "written_by", "written_at")

    class Meta:
        verbose_name = _("jonge mantelzorger")
        verbose_name_plural = _("jonge mantelzorgers")
        constraints = [
            models.CheckConstraint(condition=~models.Q(does=""), name="young_carer_does_something"),
            models.UniqueConstraint(
                fields=["dossier", "subject"], condition=models.Q(until=None), name="young_carer_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
