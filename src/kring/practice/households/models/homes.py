"""What a family tells of where they live and who has authority, with by whom and when (ADR 13)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.households.models.ties import AuthorityKind
from kring.practice.households.rules.authority import Found
from kring.practice.households.rules.homes import Living


class Stay(models.Model):
    """Somebody lives in a home from a day until another. Rows with one `home` are that home; it has no address."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("betrokkene"))
    home = models.UUIDField(_("huis"))
    label = models.CharField(_("hoe het huis heet"), max_length=60)
    living = models.CharField(_("hoe"), max_length=10, choices=[(e.value, e.label) for e in Living])
    days = models.CharField(_("op welke dagen"), max_length=120, blank=True)
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("tot"), null=True, blank=True)
    told_by = models.CharField(_("verteld door"), max_length=120)
    told_on = models.DateField(_("verteld op"))
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_by = models.UUIDField(_("ingetrokken door"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal = (
        "dossier", "subject", "home", "label", "living", "days", "started_on", "ended_on", "told_by",
        "withdrawn_because",
    )  # fmt: skip
    plain = ("id", "told_on", "written_by", "written_at", "withdrawn_at", "withdrawn_by")

    class Meta:
        verbose_name = _("verblijf in een huis")
        verbose_name_plural = _("verblijven in huizen")
        indexes = [models.Index(fields=["dossier"], name="stays_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "home", "subject"],
                condition=models.Q(ended_on=None, withdrawn_at=None),
                name="once_in_a_home_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gt=models.F("started_on")),
                name="stay_ends_after_it_began",
            ),
            models.CheckConstraint(condition=~models.Q(label="") & ~models.Q(told_by=""), name="stay_says_by_whom"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class ToldAuthority(models.Model):
    """Who has authority over a child as somebody told it. It opens nothing, checked or not (BR-085)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("kind"))
    holder = models.CharField(_("wie het gezag heeft"), max_length=200)
    kind = models.CharField(_("soort"), max_length=14, choices=AuthorityKind)
    told_by = models.CharField(_("verteld door"), max_length=120)
    told_on = models.DateField(_("verteld op"))
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    checked_on = models.DateField(_("nagekeken in het gezagsregister op"), null=True, blank=True)
    checked_by = models.UUIDField(_("nagekeken door"), null=True, blank=True)
    found = models.CharField(
        _("wat het gezagsregister zegt"), max_length=10, choices=[(e.value, e.label) for e in Found], blank=True
    )
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_by = models.UUIDField(_("ingetrokken door"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal = ("dossier", "subject", "holder", "kind", "told_by", "found", "withdrawn_because")
    plain = (
        "id", "told_on", "written_by", "written_at", "checked_on", "checked_by", "withdrawn_at", "withdrawn_by",
    )  # fmt: skip

    class Meta:
        verbose_name = _("gezag zoals verteld")
        verbose_name_plural = _("gezag zoals verteld")
        indexes = [models.Index(fields=["dossier"], name="told_authority_of")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(checked_on=None, checked_by=None, found="")
                | (models.Q(checked_on__isnull=False, checked_by__isnull=False) & ~models.Q(found="")),
                name="authority_checked_with_result",
            )
        ]

    def __str__(self) -> str:
        return self.kind
