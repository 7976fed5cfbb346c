"""An onderzoek and its cases under pseudonym; the key from pseudonym to household lies apart and nobody reads it."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Account
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
    asked_by_name = models.CharField(_("aangevraagd door"), max_length=120)
    state = models.CharField(_("stand"), max_length=8, choices=StudyState, default=StudyState.DRAFT)
    approved_by_name = models.CharField(_("goedgekeurd door"), max_length=120, blank=True)
    approved_on = models.DateField(_("goedgekeurd op"), null=True, blank=True)
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("tot en met"))

    personal = ("asked_by_name", "approved_by_name")
    plain = (
        "id",
        "organisation",
        "slug",
        "title",
        "purpose",
        "ground",
        "state",
        "approved_on",
        "started_on",
        "ended_on",
    )

    class Meta:
        verbose_name = _("onderzoek")
        verbose_name_plural = _("onderzoeken")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on__gte=models.F("started_on")), name="study_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="approved")
                | (~models.Q(approved_by_name="") & models.Q(approved_on__isnull=False)),
                name="approved_study_says_by_whom",
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

    personal = ("account", "name")
    plain = ("id", "study", "organisation")

    class Meta:
        verbose_name = _("onderzoeker")
        verbose_name_plural = _("onderzoekers")
        constraints = [models.UniqueConstraint(fields=["study", "account"], name="researcher_once_per_study")]

    def __str__(self) -> str:
        return self.name


class StudyCase(models.Model):
    """A household under pseudonym with its facts on the reference date. Written by the snapshot role only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="cases", verbose_name=_("onderzoek"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    pseudonym = models.CharField(_("pseudoniem"), max_length=12)
    reference_date = models.DateField(_("peildatum"))
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
    costs_unknown = models.PositiveSmallIntegerField(_("voorzieningen met onbekende kosten"))
    bars = models.JSONField(_("zorgverloop"))
    named_at = models.DateTimeField(_("op naam gebracht op"), null=True)

    personal = ("pseudonym", "persons", "children", "laws", "bars")
    plain = (
        "id", "study", "organisation", "reference_date", "area", "area_name", "law_count", "provisions", "providers",
        "helpers_known", "providers_without_helper", "months_stacked", "cents_known", "costs_unknown", "named_at",
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
