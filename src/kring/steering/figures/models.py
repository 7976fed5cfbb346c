"""Measures as counted on a day, pilots with their participations, and letters whose figures are frozen."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Subject
from kring.ground.access.parts import Law
from kring.ground.organisations.models import Organisation

LAWS = [(law.value, law.label) for law in Law]


class Measure(models.Model):
    """A raw count per indicator, area and category on a day, of some per provider.

    It leaves the house through the disclosure gate only.
    """

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    indicator = models.CharField(_("indicator"), max_length=40)
    area = models.UUIDField(_("gebied"), null=True, help_text=_("leeg: het gebied is niet bekend"))
    provider = models.CharField(_("aanbieder"), max_length=120, blank=True)
    category = models.CharField(_("categorie"), max_length=40)
    counted_on = models.DateField(_("peildatum"))
    count = models.IntegerField(_("aantal"))
    families = models.IntegerField(_("uit hoeveel gezinnen"), null=True)

    personal = ()
    plain = ("id", "organisation", "indicator", "area", "provider", "category", "counted_on", "count", "families")

    class Meta:
        verbose_name = _("telling")
        verbose_name_plural = _("tellingen")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "counted_on", "indicator", "area", "provider", "category"],
                name="counted_once",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return self.indicator


class Pilot(models.Model):
    """A pilot of the co-operation, with its period and what its letter to the council tells."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("trekker"))
    slug = models.SlugField(_("korte naam"), max_length=60, unique=True)
    name = models.CharField(_("naam"), max_length=120)
    purpose = models.TextField(_("doel"), max_length=2000)
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("tot en met"), null=True, blank=True)
    introduction = models.TextField(_("inleiding"), max_length=4000, blank=True)
    approach = models.TextField(_("de werkwijze"), max_length=4000, blank=True)
    results = models.TextField(_("belangrijkste resultaten"), max_length=4000, blank=True)
    embedding = models.TextField(_("borging"), max_length=4000, blank=True)

    personal = ()
    plain = (
        "id", "organisation", "slug", "name", "purpose", "started_on", "ended_on", "introduction", "approach",
        "results", "embedding",
    )  # fmt: skip

    class Meta:
        verbose_name = _("pilot")
        verbose_name_plural = _("pilots")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="pilot_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.name


class PilotMunicipality(models.Model):
    """A municipality that takes part, in the order of the letter: never by count, which would tell what is hidden."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="municipalities", verbose_name=_("pilot"))
    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    order = models.PositiveSmallIntegerField(_("volgorde"))

    personal = ()
    plain = ("id", "pilot", "municipality", "order")

    class Meta:
        verbose_name = _("deelnemende gemeente")
        verbose_name_plural = _("deelnemende gemeenten")
        constraints = [models.UniqueConstraint(fields=["pilot", "municipality"], name="municipality_once_per_pilot")]

    def __str__(self) -> str:
        return str(self.order)


class Participation(models.Model):
    """A deelname: one client, one municipality, one domain of entry, whatever other laws the plan has.

    No account reads these rows: `gate.join_pilot`, `gate.leave_pilot` and `gate.pilot_counts` are the only doors.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="participations", verbose_name=_("pilot"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("cliënt"))
    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    domain = models.CharField(_("domein van instroom"), max_length=20, choices=LAWS)
    started_on = models.DateField(_("vanaf"))
    withdrawn_on = models.DateField(_("ingetrokken op"), null=True, blank=True)

    personal = ("subject", "municipality", "domain", "started_on", "withdrawn_on")
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
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="disclosure_has_reason"),
            models.CheckConstraint(condition=~models.Q(decided_by_name=""), name="disclosure_has_name"),
            models.UniqueConstraint(
                fields=["pilot"], condition=models.Q(withdrawn_at=None), name="one_disclosure_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.decided_by_name


class CouncilLetter(models.Model):
    """A letter to the council with figures, definitions and texts as they were: never counted again (BR-122).

    Nobody has the right to change or remove it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="letters", verbose_name=_("pilot"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    reference = models.CharField(_("kenmerk"), max_length=40)
    dated_on = models.DateField(_("datum"))
    made_at = models.DateTimeField(_("vastgelegd op"))
    figures = models.JSONField(_("cijfers, definities en teksten"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)

    personal = ()
    plain = ("id", "pilot", "organisation", "reference", "dated_on", "made_at", "figures", "sha256")

    class Meta:
        verbose_name = _("raadsbrief")
        verbose_name_plural = _("raadsbrieven")
        constraints = [models.UniqueConstraint(fields=["organisation", "reference"], name="one_letter_per_reference")]

    def __str__(self) -> str:
        return self.reference


class LetterTemplate(models.Model):
    """A municipality's own Word template for letters. Without content it uses the one that Kring ships."""

    organisation = models.OneToOneField(
        Organisation, models.PROTECT, primary_key=True, related_name="+", verbose_name=_("gemeente")
    )
    name = models.CharField(_("bestandsnaam"), max_length=200, blank=True)
    content = models.BinaryField(_("inhoud"))
    changed_at = models.DateTimeField(_("gewijzigd op"))

    personal = ()
    plain = ("organisation", "name", "content", "changed_at")

    class Meta:
        verbose_name = _("sjabloon voor raadsbrieven")
        verbose_name_plural = _("sjablonen voor raadsbrieven")

    def __str__(self) -> str:
        return self.name
