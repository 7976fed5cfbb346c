"""An onderzoek and its cases under pseudonym; the key from pseudonym to household lies apart and nobody reads it."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Account, Subject
from kring.ground.organisations.models import Organisation


class StudyState(models.TextChoices):
    DRAFT = "draft", _("in voorbereiding")
    APPROVED = "approved", _("goedgekeurd")
    ENDED = "ended", _("beëindigd")


class Study(models.Model):
    """Municipality, purpose, ground, approval (who, when), from–until (BR-089, BR-093)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    slug = models.SlugField(_("korte naam"), max_length=60, unique=True)
    title = models.CharField(_("titel"), max_length=160)
    purpose = models.TextField(_("doel"), max_length=2000)
    ground = models.TextField(_("grondslag"), max_length=2000)
    asked_by = models.UUIDField(_("account van de aanvrager"))
    asked_by_name = models.CharField(_("aangevraagd door"), max_length=120)
    asked_on = models.DateField(_("aangevraagd op"))
    state = models.CharField(_("stand"), max_length=8, choices=StudyState, default=StudyState.DRAFT)
    approved_by = models.UUIDField(_("account van de goedkeurder"), null=True, blank=True)
    approved_by_name = models.CharField(_("goedgekeurd door"), max_length=120, blank=True)
    approved_on = models.DateField(_("goedgekeurd op"), null=True, blank=True)
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("tot en met"))
    end_reason = models.CharField(_("waarom beëindigd"), max_length=400, blank=True)
    counted_on = models.DateField(_("peildatum van de lijst"), null=True, blank=True)
    counted_at = models.DateTimeField(_("lijst gemaakt op"), null=True, blank=True)
    left_out = models.PositiveIntegerField(_("weggelaten huishoudens"), default=0)

    personal = ("asked_by", "asked_by_name", "approved_by", "approved_by_name")
    plain = (
        "id", "organisation", "slug", "title", "purpose", "ground", "asked_on", "state", "approved_on", "started_on",
        "ended_on", "end_reason", "counted_on", "counted_at", "left_out",
    )  # fmt: skip

    class Meta:
        verbose_name = _("onderzoek")
        verbose_name_plural = _("onderzoeken")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on__gte=models.F("started_on")), name="study_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="approved")
                | (~models.Q(approved_by_name="") & models.Q(approved_by__isnull=False, approved_on__isnull=False)),
                name="approved_study_says_by_whom",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("asked_by")),
                name="study_approved_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Researcher(models.Model):
    """Who may see the cases of this study, by name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="researchers", verbose_name=_("onderzoek"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name=_("onderzoeker"))
    name = models.CharField(_("naam"), max_length=120)
    added_on = models.DateField(_("toegevoegd op"))
    ended_on = models.DateField(_("mag niet meer kijken sinds"), null=True, blank=True)

    personal = ("account", "name")
    plain = ("id", "study", "organisation", "added_on", "ended_on")

    class Meta:
        verbose_name = _("onderzoeker")
        verbose_name_plural = _("onderzoekers")
        constraints = [
            models.UniqueConstraint(
                fields=["study", "account"], condition=models.Q(ended_on=None), name="researcher_once_per_study"
            )
        ]

    def __str__(self) -> str:
        return self.name


class StudyCase(models.Model):
    """A household under pseudonym with its facts on the reference date. Written by the snapshot role only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="cases", verbose_name=_("onderzoek"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    pseudonym = models.CharField(_("pseudoniem"), max_length=12)
    reference_date = models.DateField(_("peildatum"))
    municipality_code = models.CharField(_("gemeentecode"), max_length=4, blank=True)
    municipality_name = models.CharField(_("gemeente"), max_length=120, blank=True)
    area = models.UUIDField(_("gebied"), null=True)
    area_name = models.CharField(_("gebied"), max_length=120, blank=True)
    persons = models.PositiveSmallIntegerField(_("personen"))
    children = models.PositiveSmallIntegerField(_("kinderen"))
    laws = ArrayField(models.CharField(max_length=20), verbose_name=_("wetten"))
    law_count = models.PositiveSmallIntegerField(_("aantal wetten"))
    provisions = models.PositiveSmallIntegerField(_("voorzieningen"))
    providers = models.PositiveSmallIntegerField(_("aanbieders"))
    helpers_known = models.PositiveSmallIntegerField(_("hulpverleners bekend"))
    providers_without_helper = models.PositiveSmallIntegerField(_("aanbieders zonder bekende hulpverlener"))
    months_stacked = models.PositiveSmallIntegerField(_("maanden met twee of meer wetten"))
    cents_known = models.BigIntegerField(_("bekende kosten per jaar, in centen"))
    cents_estimated = models.BigIntegerField(_("waarvan geschat, in centen"))
    cents_once = models.BigIntegerField(_("eenmalige kosten, in centen"))
    cents_declared = models.BigIntegerField(_("gedeclareerd zonder jaarbedrag, in centen"))
    costs_unknown = models.PositiveSmallIntegerField(_("voorzieningen met onbekende kosten"))
    costs_elsewhere = models.PositiveSmallIntegerField(_("voorzieningen die de gemeente niet betaalt"))
    bars = models.JSONField(_("zorgverloop"))
    named_at = models.DateTimeField(_("op naam gebracht op"), null=True)

    personal = ("pseudonym", "persons", "children", "laws", "bars")
    plain = (
        "id", "study", "organisation", "reference_date", "municipality_code", "municipality_name", "area", "area_name",
        "law_count", "provisions", "providers", "helpers_known", "providers_without_helper", "months_stacked",
        "cents_known", "cents_estimated", "cents_once", "cents_declared", "costs_unknown", "costs_elsewhere",
        "named_at",
    )  # fmt: skip

    class Meta:
        verbose_name = _("huishouden in een onderzoek")
        verbose_name_plural = _("huishoudens in onderzoeken")
        constraints = [models.UniqueConstraint(fields=["study", "pseudonym"], name="one_case_per_pseudonym")]

    def __str__(self) -> str:
        return self.pseudonym


class StudyKey(models.Model):
    """Which household a pseudonym stands for. No account reads it; only naming, one at a time, through the database."""

    id = models.BigAutoField(primary_key=True)
    study = models.ForeignKey(Study, models.PROTECT, related_name="+", verbose_name=_("onderzoek"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    pseudonym = models.CharField(_("pseudoniem"), max_length=12)
    household = models.UUIDField(_("huishouden"))

    personal = ("pseudonym", "household")
    plain = ("id", "study", "organisation")

    class Meta:
        verbose_name = _("sleutel van een pseudoniem")
        verbose_name_plural = _("sleutels van pseudoniemen")
        constraints = [
            models.UniqueConstraint(fields=["study", "pseudonym"], name="one_key_per_pseudonym"),
            models.UniqueConstraint(fields=["study", "household"], name="one_key_per_household"),
        ]

    def __str__(self) -> str:
        return self.pseudonym


class Objection(models.Model):
    """Someone objects to research: a switch that takes the household out of every study (BR-094)."""

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, related_name="+", verbose_name=_("betrokkene")
    )
    since = models.DateField(_("sinds"))
    ended_on = models.DateField(_("ingetrokken op"), null=True, blank=True)
    recorded_by = models.UUIDField(_("vastgelegd door"))

    personal = ("subject", "since", "ended_on")
    plain = ("recorded_by",)

    class Meta:
        verbose_name = _("bezwaar tegen onderzoek")
        verbose_name_plural = _("bezwaren tegen onderzoek")

    def __str__(self) -> str:
        return str(self.pk)
