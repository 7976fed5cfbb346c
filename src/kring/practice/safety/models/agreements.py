"""Agreements that keep people safe, who of the family reads them, and how safe it is in figures.

All stands at level 3, so that nothing tells of it; what is shared is opened per person (condition 23).
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.ground.shared.levels import Level
from kring.practice.safety.rules.agreements import PICTOGRAMS


class AgreementState(models.TextChoices):
    DRAFT = "draft", _("concept")
    HOLDS = "holds", _("geldt")
    CHANGED = "changed", _("aangepast")
    ENDED = "ended", _("opgeheven")


class GiverKind(models.TextChoices):
    FAMILY = "family", _("van het gezin")
    PROFESSIONAL = "professional", _("professional")


class SafetyAgreement(models.Model):
    """Nobody of the family reads it but who was chosen (`AgreementReader`); a code word is a row elsewhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.PROTECTED)
    state = models.CharField(_("stand"), max_length=10, choices=AgreementState, default=AgreementState.DRAFT)
    what = models.TextField(_("wat er is afgesproken"), max_length=1000)
    applies_when = models.CharField(_("wanneer het geldt"), max_length=400)
    who_does = models.CharField(_("wie wat doet"), max_length=400)
    checks = models.CharField(_("wie nagaat of het gebeurt"), max_length=120)
    by_veilig_thuis = models.BooleanField(_("voorwaarde van Veilig Thuis"), default=False)
    start_on = models.DateField(_("begint op"))
    review_on = models.DateField(_("opnieuw bekijken op"))
    child_words = models.TextField(_("voor het kind"), max_length=400, blank=True)
    pictogram = models.CharField(_("plaatje"), max_length=12, blank=True, choices=list(PICTOGRAMS.items()))
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    ended_on = models.DateField(_("opgeheven op"), null=True, blank=True)
    ended_by_name = models.CharField(_("opgeheven door"), max_length=120, blank=True)
    ended_because = models.CharField(_("waarom opgeheven"), max_length=400, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal = (
        "dossier", "what", "applies_when", "who_does", "checks", "by_veilig_thuis", "child_words", "ended_by_name",
        "ended_because", "withdrawn_because",
    )  # fmt: skip
    plain = (
        "id", "level", "state", "start_on", "review_on", "pictogram", "written_by", "written_at", "ended_on",
        "withdrawn_at",
    )  # fmt: skip

    class Meta:
        verbose_name = _("veiligheidsafspraak")
        verbose_name_plural = _("veiligheidsafspraken")
        indexes = [models.Index(fields=["dossier", "review_on"], name="agreement_of")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(what="") & ~models.Q(checks=""), name="agreement_says_who_checks"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | ~models.Q(ended_because=""), name="agreement_ended_with_reason"
            ),
            models.CheckConstraint(condition=models.Q(level=Level.PROTECTED), name="agreement_is_protected"),
        ]

    def __str__(self) -> str:
        return str(AgreementState(self.state).label)


class AgreementReader(models.Model):
    """Somebody of the family who reads this agreement (condition 23)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("wie het leest"))
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.PROTECTED)
    agreement = models.ForeignKey(SafetyAgreement, models.CASCADE, related_name="+", verbose_name=_("afspraak"))
    shown_by = models.UUIDField(_("laten zien door"))
    shown_at = models.DateTimeField(_("laten zien op"))

    personal = ("dossier", "subject", "agreement")
    plain = ("id", "level", "shown_by", "shown_at")

    class Meta:
        verbose_name = _("lezer van een veiligheidsafspraak")
        verbose_name_plural = _("lezers van veiligheidsafspraken")
        constraints = [
            models.UniqueConstraint(fields=["agreement", "subject"], name="agreement_reader_once"),
            models.CheckConstraint(condition=models.Q(level=Level.PROTECTED), name="agreement_reader_is_protected"),
        ]

    def __str__(self) -> str:
        return f"{self.shown_at:%d-%m-%Y}"


class SafetyScore(models.Model):
    """How safe it is for one person, as one giver sees it on one day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.PROTECTED)
    giver = models.CharField(_("wie het cijfer geeft"), max_length=120)
    giver_kind = models.CharField(_("wie dit is"), max_length=12, choices=GiverKind)
    value = models.PositiveSmallIntegerField(_("cijfer"))
    given_on = models.DateField(_("gegeven op"))
    reason = models.CharField(_("waarom"), max_length=400)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal = ("dossier", "subject", "giver", "giver_kind", "value", "given_on", "reason", "withdrawn_because")
    plain = ("id", "level", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("veiligheidscijfer")
        verbose_name_plural = _("veiligheidscijfers")
        indexes = [models.Index(fields=["dossier", "given_on"], name="safety_score_of")]
        constraints = [
            models.CheckConstraint(condition=models.Q(value__lte=10), name="safety_score_up_to_10"),
            models.CheckConstraint(condition=models.Q(level=Level.PROTECTED), name="safety_score_is_protected"),
        ]

    def __str__(self) -> str:
        return str(self.value)
