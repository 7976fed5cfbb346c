"""Measures as counted on a day, pilots with their participations, and letters whose figures are frozen."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Subject
from kring.ground.access.parts import Law
from kring.ground.organisations.models import Organisation

LAWS = [(law.value, law.label) for law in Law]


class Measure(models.Model):
    """A raw count per indicator, area and category on a day. Leaves the house through the disclosure gate only."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    indicator = models.CharField(_("indicator"), max_length=40)
    area = models.UUIDField(_("gebied"), null=True)
    category = models.CharField(_("categorie"), max_length=40, blank=True)
    counted_on = models.DateField(_("peildatum"))
    count = models.IntegerField(_("aantal"))
    base = models.IntegerField(_("van"), null=True)

    personal = ()
    plain = ("id", "organisation", "indicator", "area", "category", "counted_on", "count", "base")

    class Meta:
        verbose_name = _("telling")
        verbose_name_plural = _("tellingen")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "indicator", "area", "category", "counted_on"],
                name="counted_once",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return self.indicator


class Pilot(models.Model):
    """A pilot of the co-operation, with its period."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("trekker"))
    slug = models.SlugField(_("korte naam"), max_length=60, unique=True)
    name = models.CharField(_("naam"), max_length=120)
    purpose = models.TextField(_("doel"), max_length=2000)
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("tot en met"), null=True, blank=True)

    personal = ()
    plain = ("id", "organisation", "slug", "name", "purpose", "started_on", "ended_on")

    class Meta:
        verbose_name = _("pilot")
        verbose_name_plural = _("pilots")

    def __str__(self) -> str:
        return self.name


class Participation(models.Model):
    """A deelname: one client, one municipality, one domain of entry, whatever other laws the plan has."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="participations", verbose_name=_("pilot"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("cliënt"))
    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    domain = models.CharField(_("domein van instroom"), max_length=20, choices=LAWS)
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("tot en met"), null=True, blank=True)
    withdrawn_on = models.DateField(_("ingetrokken op"), null=True, blank=True)

    personal = ("subject", "municipality", "domain", "started_on", "ended_on", "withdrawn_on")
    plain = ("id", "pilot")

    class Meta:
        verbose_name = _("deelname")
        verbose_name_plural = _("deelnames")
        constraints = [
            models.UniqueConstraint(
                fields=["pilot", "subject"],
                condition=models.Q(withdrawn_on=None),
                name="client_once_per_pilot",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)


class DisclosureDecision(models.Model):
    """Someone decided, by name and with reason, that a letter may show cells below the threshold."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="disclosures", verbose_name=_("pilot"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    decided_by = models.UUIDField(_("account"))
    decided_by_name = models.CharField(_("wie besloot"), max_length=120)
    decided_at = models.DateTimeField(_("wanneer"))
    reason = models.CharField(_("waarom"), max_length=800)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    personal = ("decided_by", "decided_by_name")
    plain = ("id", "pilot", "organisation", "decided_at", "reason", "withdrawn_at")

    class Meta:
        verbose_name = _("besluit over kleine aantallen")
        verbose_name_plural = _("besluiten over kleine aantallen")
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="disclosure_has_reason")]

    def __str__(self) -> str:
        return self.decided_by_name


class CouncilLetter(models.Model):
    """A letter to the council with figures and definitions as they were: never counted again (BR-122)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="letters", verbose_name=_("pilot"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    dated_on = models.DateField(_("datum"))
    figures = models.JSONField(_("cijfers en definities"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)

    personal = ()
    plain = ("id", "pilot", "organisation", "dated_on", "figures", "sha256")

    class Meta:
        verbose_name = _("raadsbrief")
        verbose_name_plural = _("raadsbrieven")

    def __str__(self) -> str:
        return f"{self.dated_on:%d-%m-%Y}"
