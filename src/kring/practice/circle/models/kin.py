"""Family ties and how people get on, as they were told in one dossier; the ties of the register stand elsewhere."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.circle.rules.kin import ChildBond, Ending, KinKind, Together
from kring.practice.circle.rules.words import Quality


class KinTie(models.Model):
    """`subject` is parent, partner or twin of `other`; of partners and twins the order says nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("wie"))
    other = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("van wie"))
    kind = models.CharField(_("soort"), max_length=7, choices=[(e.value, e.label) for e in KinKind])
    together = models.CharField(
        _("hoe samen"), max_length=10, choices=[(e.value, e.label) for e in Together], blank=True
    )
    ending = models.CharField(_("hoe voorbij"), max_length=9, choices=[(e.value, e.label) for e in Ending], blank=True)
    bond = models.CharField(_("soort kind"), max_length=7, choices=[(e.value, e.label) for e in ChildBond], blank=True)
    identical = models.BooleanField(_("eeneiig"), default=False)
    since = models.PositiveSmallIntegerField(_("vanaf"), null=True, blank=True)
    until = models.PositiveSmallIntegerField(_("tot"), null=True, blank=True)
    denies = models.BooleanField(_("spreekt de BRP tegen"), default=False)
    told_by = models.CharField(_("verteld door"), max_length=120)
    told_on = models.DateField(_("verteld op"))
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=200, blank=True)

    personal = (
        "dossier", "subject", "other", "kind", "together", "ending", "bond", "identical", "since", "until", "denies",
        "told_by", "withdrawn_because",
    )  # fmt: skip
    plain = ("id", "told_on", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("vertelde familieband")
        verbose_name_plural = _("vertelde familiebanden")
        constraints = [
            models.CheckConstraint(condition=~Q(subject=F("other")), name="kin_are_two"),
            models.CheckConstraint(condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="kin_span"),
            models.CheckConstraint(
                condition=Q(kind=KinKind.PARTNER, bond="", identical=False)
                | Q(kind=KinKind.PARENT, together="", ending="", identical=False)
                | Q(kind=KinKind.TWIN, together="", ending="", bond=""),
                name="kin_fits_its_kind",
            ),
            models.UniqueConstraint(
                fields=["dossier", "subject", "other", "kind", "since"],
                condition=Q(withdrawn_at=None),
                nulls_distinct=False,
                name="kin_told_once",
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class Bond(models.Model):
    """How two people get on from one day to another. Violence has a direction: from `subject` to `other`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("wie"))
    other = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("met wie"))
    quality = models.CharField(_("hoe gaat het"), max_length=8, choices=[(e.value, e.label) for e in Quality])
    told_by = models.CharField(_("verteld door"), max_length=120)
    since = models.DateField(_("vanaf"))
    until = models.DateField(_("tot"), null=True, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = ("dossier", "subject", "other", "quality", "told_by")
    plain = ("id", "since", "until", "written_by", "written_at")

    class Meta:
        verbose_name = _("hoe twee mensen met elkaar omgaan")
        verbose_name_plural = _("hoe mensen met elkaar omgaan")
        constraints = [
            models.CheckConstraint(condition=~Q(subject=F("other")), name="bond_is_of_two"),
            models.UniqueConstraint(
                fields=["dossier", "subject", "other"], condition=Q(until=None), name="one_bond_now"
            ),
        ]

    def __str__(self) -> str:
        return self.quality
