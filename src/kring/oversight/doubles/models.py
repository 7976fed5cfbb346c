"""Two people of the register who may be one, what was decided about them, and what merging them changed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Subject
from kring.ground.organisations.models import Organisation


class DoubleState(models.TextChoices):
    OPEN = "open", _("te beoordelen")
    MERGING = "merging", _("wordt samengevoegd")
    MERGED = "merged", _("samengevoegd")
    UNDOING = "undoing", _("wordt ongedaan gemaakt")
    DIFFERENT = "different", _("twee verschillende personen")


class Double(models.Model):
    """`facts` holds both as the data steward tells them apart. What was decided once is not asked again.

    `weights`: of each field which likeness was found, and the bits that it weighs; empty where nothing was weighed.
    `refused`: why the worker could not carry out what was decided.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    one = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("de een"))
    other = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("de ander"))
    step = models.CharField(_("waaraan gevonden"), max_length=20)
    facts = models.JSONField(_("wat er van beiden bekend is"))
    certainty = models.PositiveSmallIntegerField(_("zekerheid in procenten"), null=True)
    weights = models.JSONField(_("wat hoe zwaar weegt"), default=list)
    sort_name = models.CharField(_("sorteernaam"), max_length=200, blank=True)
    found_on = models.DateField(_("gevonden op"))
    state = models.CharField(_("stand"), max_length=9, choices=DoubleState, default=DoubleState.OPEN)
    reason = models.CharField(_("waarom"), max_length=400, blank=True)
    decided_by = models.UUIDField(_("beoordeeld door"), null=True)
    decided_at = models.DateTimeField(_("beoordeeld op"), null=True)
    kept = models.UUIDField(_("wie er blijft"), null=True)
    refused = models.CharField(_("waarom het niet lukte"), max_length=400, blank=True)

    personal = ("one", "other", "facts", "weights", "sort_name", "reason", "kept")
    plain = ("id", "organisation", "step", "certainty", "found_on", "state", "decided_by", "decided_at", "refused")

    class Meta:
        verbose_name = _("mogelijk dubbele persoon")
        verbose_name_plural = _("mogelijk dubbele personen")
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_double_of_two"),
            models.CheckConstraint(condition=~models.Q(one=models.F("other")), name="double_of_two"),
            models.CheckConstraint(
                condition=models.Q(state="open") | models.Q(decided_at__isnull=False), name="double_decided_has_moment"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class MergeEntry(models.Model):
    """What merging did to one row: a column that named the one now names the other, or the row was put aside.

    Without a column `before` is the whole row, which says the same as a row that stayed.
    """

    id = models.BigAutoField(primary_key=True)
    double = models.ForeignKey(Double, models.PROTECT, related_name="entries", verbose_name=_("dubbele persoon"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    table = models.CharField(_("tabel"), max_length=60)
    row = models.CharField(_("rij"), max_length=60)
    column = models.CharField(_("kolom"), max_length=60, blank=True)
    before = models.JSONField(_("ervoor"), null=True)
    after = models.JSONField(_("erna"), null=True)

    personal = ("row", "before", "after")
    plain = ("id", "double", "organisation", "table", "column")

    class Meta:
        verbose_name = _("regel van een samenvoeging")
        verbose_name_plural = _("regels van samenvoegingen")

    def __str__(self) -> str:
        return self.table
