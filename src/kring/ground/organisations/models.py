"""One installation serves one co-operation of municipalities and organisations; each is controller of its own data."""

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class CoOperation(models.Model):
    """The co-operation itself: one row, with its name."""

    id = models.BooleanField(primary_key=True, default=True)
    name = models.CharField(_("naam"), max_length=120)

    personal = ()
    plain = ("id", "name")

    class Meta:
        verbose_name = _("samenwerkingsverband")
        verbose_name_plural = _("samenwerkingsverbanden")
        constraints = [models.CheckConstraint(condition=models.Q(id=True), name="one_co_operation")]

    def __str__(self) -> str:
        return self.name


class OrganisationKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("gemeente")
    CARE_PROVIDER = "care_provider", _("zorgaanbieder")
    WELFARE = "welfare", _("welzijnsorganisatie")
    VOLUNTEERS = "volunteers", _("vrijwilligersorganisatie")
    SCHOOL = "school", _("school")
    GI = "gi", _("gecertificeerde instelling (GI)")
    OTHER = "other", _("andere organisatie")


class Organisation(models.Model):
    """A municipality or an organisation in the co-operation. Its name is no secret; its data are its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("soort"), max_length=14, choices=OrganisationKind)
    name = models.CharField(_("naam"), max_length=120)
    cbs_code = models.CharField(
        _("CBS-code"), max_length=4, blank=True, validators=[RegexValidator(r"^\d{4}$", _("Vier cijfers."))]
    )
    agb_code = models.CharField(
        _("AGB-code"), max_length=8, blank=True, validators=[RegexValidator(r"^\d{8}$", _("Acht cijfers."))]
    )
    ended_on = models.DateField(_("beëindigd per"), null=True, blank=True)

    personal = ()
    plain = ("id", "kind", "name", "cbs_code", "agb_code", "ended_on")

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        constraints = [
            models.UniqueConstraint(
                fields=["cbs_code"],
                condition=~models.Q(cbs_code=""),
                name="one_organisation_per_cbs_code",
                violation_error_message=_("Er is al een organisatie met deze CBS-code."),
            ),
            models.UniqueConstraint(
                fields=["agb_code"],
                condition=~models.Q(agb_code=""),
                name="one_organisation_per_agb_code",
                violation_error_message=_("Er is al een organisatie met deze AGB-code."),
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=OrganisationKind.MUNICIPALITY) | ~models.Q(cbs_code=""),
                name="municipality_has_cbs_code",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """An area team or another team of one organisation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="teams", verbose_name=_("organisatie"))
    name = models.CharField(_("naam"), max_length=120)
    ended_on = models.DateField(_("beëindigd per"), null=True, blank=True)

    personal = ()
    plain = ("id", "organisation", "name", "ended_on")

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="one_team_per_name")]

    def __str__(self) -> str:
        return self.name


class Staff(models.Model):
    """Someone who works at an organisation, with function and period. Colleagues see each other."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="staff", verbose_name=_("organisatie"))
    team = models.ForeignKey(Team, models.PROTECT, related_name="staff", null=True, blank=True, verbose_name=_("team"))
    name = models.CharField(_("naam"), max_length=120)
    function = models.CharField(_("functie"), max_length=120)
    phone = models.CharField(_("telefoon werk"), max_length=30, blank=True)
    started_on = models.DateField(_("in dienst vanaf"))
    ended_on = models.DateField(_("uit dienst per"), null=True, blank=True)

    personal = ("name", "phone")
    plain = ("id", "organisation", "team", "function", "started_on", "ended_on")

    class Meta:
        verbose_name = _("medewerker")
        verbose_name_plural = _("medewerkers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="staff_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.function})"
