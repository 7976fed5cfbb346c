"""The register of data breaches: what happened, to how many people's data, and what was decided about telling."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.organisations.models import Organisation


class BreachKind(models.TextChoices):
    """GDPR 4 (12): what was broken."""

    CONFIDENTIALITY = "seen", _("iemand zag of kreeg gegevens die niet voor hem waren")
    INTEGRITY = "changed", _("gegevens zijn veranderd door wie dat niet mocht")
    AVAILABILITY = "lost", _("gegevens zijn kwijt of onbereikbaar")


class Notification(models.TextChoices):
    UNDECIDED = "", _("nog niet besloten")
    YES = "yes", _("wel melden")
    NO = "no", _("niet melden")


class Breach(models.Model):
    """One breach, with its clock of 72 hours and both decisions. Names of people stay out of the register."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    kind = models.CharField(_("soort"), max_length=7, choices=BreachKind)
    what = models.TextField(_("wat is er gebeurd"), max_length=4000)
    happened_on = models.DateField(_("wanneer gebeurde het"), null=True, blank=True)
    discovered_at = models.DateTimeField(_("wanneer ontdekt"))
    due_at = models.DateTimeField(_("melden uiterlijk"))
    data = models.CharField(_("welke gegevens"), max_length=800)
    people_count = models.PositiveIntegerField(_("hoeveel mensen"), null=True, blank=True)
    people = models.CharField(_("wat voor mensen"), max_length=400, blank=True)
    consequences = models.TextField(_("gevolgen voor die mensen"), max_length=4000, blank=True)
    measures = models.TextField(_("wat is eraan gedaan"), max_length=4000, blank=True)
    authority = models.CharField(_("melden bij de AP"), max_length=3, choices=Notification, blank=True)
    authority_reason = models.CharField(_("waarom wel of niet"), max_length=800, blank=True)
    authority_at = models.DateTimeField(_("gemeld bij de AP op"), null=True, blank=True)
    late_reason = models.CharField(_("waarom later dan 72 uur"), max_length=800, blank=True)
    subjects = models.CharField(_("melden aan de mensen zelf"), max_length=3, choices=Notification, blank=True)
    subjects_reason = models.CharField(_("waarom wel of niet aan de mensen"), max_length=800, blank=True)
    subjects_on = models.DateField(_("aan de mensen gemeld op"), null=True, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    closed_on = models.DateField(_("gesloten op"), null=True, blank=True)

    personal = ()
    plain = (
        "id", "organisation", "kind", "what", "happened_on", "discovered_at", "due_at", "data", "people_count",
        "people", "consequences", "measures", "authority", "authority_reason", "authority_at", "late_reason",
        "subjects", "subjects_reason", "subjects_on", "written_by", "closed_on",
    )  # fmt: skip

    class Meta:
        verbose_name = _("datalek")
        verbose_name_plural = _("datalekken")
        indexes = [models.Index(fields=["organisation", "discovered_at"], name="breach_of")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on=None)
                | (~models.Q(authority="") & ~models.Q(authority_reason="") & ~models.Q(subjects="")
                   & ~models.Q(subjects_reason="")),
                name="breach_closed_has_decisions",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.discovered_at:%Y-%m-%d}"
