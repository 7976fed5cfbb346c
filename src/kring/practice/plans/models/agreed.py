"""What was talked over and agreed: an immutable version, what each thinks of it, and its summary in a language."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier


class PlanVariant(models.TextChoices):
    """Which plan this is: the law or the family decides what it stands on (handbook §1.1, §1.2, §1.3; BR-033)."""

    LIGHT = "light", _("lichte variant")
    HEAVY = "heavy", _("zware variant")
    FAMILY = "family", _("familiegroepsplan")
    WMO = "wmo", _("plan bij een Wmo-onderzoek")
    GI = "gi", _("bijlage bij het plan van de GI")


class VersionState(models.TextChoices):
    """Where a plan is on its way (handbook §3.3); derived, never stored."""

    CONCEPT = "concept", _("concept")
    DISCUSSED = "discussed", _("besproken")
    AGREED = "agreed", _("vastgesteld")
    REPLACED = "replaced", _("vervangen")


class Discussion(models.Model):
    """The plan was talked over on a day, with these people. What was on the table then, is known by its digest."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    discussed_on = models.DateField(_("besproken op"))
    present = models.JSONField(_("met wie"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)
    is_oral = models.BooleanField(_("mondeling afgesproken"), default=False)
    paper_asked_on = models.DateField(_("om papier gevraagd op"), null=True, blank=True)
    paper_asked_by = models.CharField(_("wie om papier vraagt"), max_length=120, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    personal = ("dossier", "present", "paper_asked_by")
    plain = (
        "id", "discussed_on", "sha256", "is_oral", "paper_asked_on", "written_by", "written_at", "withdrawn_at",
    )  # fmt: skip

    class Meta:
        verbose_name = _("bespreking van het plan")
        verbose_name_plural = _("besprekingen van het plan")
        constraints = [models.CheckConstraint(condition=~models.Q(present=[]), name="discussed_with_somebody")]
        indexes = [models.Index(fields=["dossier"], name="discussion_of")]

    def __str__(self) -> str:
        return str(self.discussed_on)


class PlanVersion(models.Model):
    """The plan as it was agreed on a day. Nobody has the right to change or remove it (BR-019)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    number = models.PositiveSmallIntegerField(_("versie"))
    agreed_on = models.DateField(_("vastgesteld op"))
    agreed_by = models.UUIDField(_("vastgesteld door"))
    agreed_by_name = models.CharField(_("vastgesteld door"), max_length=120)
    variant = models.CharField(_("soort plan"), max_length=6, choices=PlanVariant, default=PlanVariant.LIGHT)
    content = models.JSONField(_("inhoud"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)

    personal = ("dossier", "agreed_by_name", "content")
    plain = ("id", "number", "agreed_on", "agreed_by", "variant", "sha256")

    class Meta:
        verbose_name = _("planversie")
        verbose_name_plural = _("planversies")
        constraints = [models.UniqueConstraint(fields=["dossier", "number"], name="one_version_per_number")]

    def __str__(self) -> str:
        return str(self.number)


class PositionKind(models.TextChoices):
    AGREES = "agrees", _("eens")
    PARTLY = "partly", _("deels eens")
    DISAGREES = "disagrees", _("niet eens")
    NOT_ASKED = "not_asked", _("niet gevraagd")


class Position(models.Model):
    """What one person thinks of a version. Disagreement does not block: it is shown to all who read it (BR-020).

    Who says it later adds it to the version with its day; of one person the last counts and the earlier stay.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="positions", verbose_name=_("versie"))
    name = models.CharField(_("naam"), max_length=120)
    position = models.CharField(_("standpunt"), max_length=9, choices=PositionKind)
    remark = models.CharField(_("toelichting"), max_length=800, blank=True)
    said_on = models.DateField(_("gezegd op"))
    is_added = models.BooleanField(_("later toegevoegd"), default=False)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = ("dossier", "name", "position", "remark", "said_on")
    plain = ("id", "version", "is_added", "written_by", "written_at")

    class Meta:
        verbose_name = _("standpunt")
        verbose_name_plural = _("standpunten")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(position=PositionKind.NOT_ASKED) | ~models.Q(remark=""),
                name="not_asked_has_reason",
            )
        ]

    def __str__(self) -> str:
        return self.position


class PlanSummary(models.Model):
    """A version in short, in another language, as a named interpreter put it. A correction is a new row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="summaries", verbose_name=_("versie"))
    language = models.CharField(_("taal"), max_length=40)
    words = models.TextField(_("samenvatting"), max_length=6000)
    interpreter = models.CharField(_("tolk"), max_length=120)
    made_on = models.DateField(_("gemaakt op"))
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    personal = ("dossier", "language", "words", "interpreter")
    plain = ("id", "version", "made_on", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("samenvatting van het plan")
        verbose_name_plural = _("samenvattingen van het plan")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(words="") & ~models.Q(interpreter=""), name="summary_has_words_and_interpreter"
            )
        ]
        indexes = [models.Index(fields=["dossier"], name="summary_of")]

    def __str__(self) -> str:
        return self.language
