"""Regisseur and deputy, each with a period, and what the family answers per law.

The database refuses two regisseurs at a time, and an active dossier without one.
"""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Value
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Account, Dossier, Subject
from kring.ground.access.parts import Law


class LeadKind(models.TextChoices):
    LEAD = "lead", _("regisseur")
    DEPUTY = "deputy", _("achtervang")


class Span(Func):
    """The period of a row as tstzrange."""

    function = "tstzrange"


class Lead(models.Model):
    """Who leads this family's plan, or stands behind the one who does (BR-030, BR-031)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="leads", verbose_name=_("dossier"))
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name=_("wie"))
    name = models.CharField(_("naam"), max_length=120)
    function = models.CharField(_("functie"), max_length=120, blank=True)
    organisation_name = models.CharField(_("organisatie"), max_length=120, blank=True)
    is_of_gi = models.BooleanField(_("van een gecertificeerde instelling"), default=False, db_default=False)
    phone = models.CharField(_("telefoon"), max_length=30, blank=True)
    kind = models.CharField(_("rol"), max_length=6, choices=LeadKind)
    started_at = models.DateTimeField(_("vanaf"))
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)
    chosen_by_family = models.BooleanField(_("het gezin koos deze persoon"), null=True)
    reason = models.CharField(_("waarom een ander dan het gezin wilde"), max_length=400, blank=True)

    personal = ("dossier", "account", "name", "phone", "reason")
    plain = ("id", "function", "organisation_name", "is_of_gi", "kind", "started_at", "ended_at", "chosen_by_family")

    class Meta:
        verbose_name = _("regisseurschap")
        verbose_name_plural = _("regisseurschappen")
        constraints = [
            ExclusionConstraint(
                name="one_of_each_kind_at_a_time",
                expressions=[
                    ("dossier", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (Span(F("started_at"), F("ended_at"), Value("[)")), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=~models.Q(chosen_by_family=False) | ~models.Q(reason=""),
                name="other_than_family_wanted_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FamilyAnswer(models.Model):
    """Someone's yes or no to sharing one law's part; a later answer is a new row (BR-087, BR-088)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("over wie"))
    law = models.CharField(_("wet"), max_length=20, choices=[(law.value, law.label) for law in Law])
    shares = models.BooleanField(_("mag de regisseur dit zien"))
    said_by = models.CharField(_("wie gaf dit antwoord"), max_length=120)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = ("dossier", "subject", "law", "shares", "said_by")
    plain = ("id", "written_by", "written_at")

    class Meta:
        verbose_name = _("antwoord van het gezin")
        verbose_name_plural = _("antwoorden van gezinnen")
        constraints = [models.CheckConstraint(condition=~models.Q(said_by=""), name="answer_has_speaker")]
        indexes = [models.Index(fields=["dossier", "subject"], name="answer_of")]

    def __str__(self) -> str:
        return self.law
