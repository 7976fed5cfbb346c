"""What came in: one delivery per file, a report per row, a journal to undo it, and the persons to review."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.organisations.models import Organisation


class DeliveryKind(models.TextChoices):
    BRP = "brp", _("personen (BRP)")
    ISTANDAARDEN = "istandaarden", _("berichten (iJw en iWmo)")
    PROVISIONS = "voorzieningen", _("voorzieningen (CSV)")
    ADDRESSES = "adressen", _("adressen en buurten")


class DeliveryState(models.TextChoices):
    WAITING = "waiting", _("wacht op verwerking")
    DONE = "done", _("verwerkt")
    REFUSED = "refused", _("geweigerd")
    UNCHANGED = "unchanged", _("was al verwerkt")
    UNDOING = "undoing", _("wordt teruggedraaid")
    UNDONE = "undone", _("teruggedraaid")


class Delivery(models.Model):
    """One file: what it was, what it did, and who brought it. The number is what people use to speak of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.BigIntegerField(_("nummer"), unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    kind = models.CharField(_("soort"), max_length=14, choices=DeliveryKind)
    file_name = models.CharField(_("bestand"), max_length=200)
    sha256 = models.CharField(_("controlegetal"), max_length=64)
    state = models.CharField(_("stand"), max_length=9, choices=DeliveryState, default=DeliveryState.WAITING)
    brought_by = models.UUIDField(_("aangeleverd door"))
    brought_at = models.DateTimeField(_("aangeleverd op"))
    done_at = models.DateTimeField(_("verwerkt op"), null=True)
    rows = models.IntegerField(_("regels"), default=0)
    created = models.IntegerField(_("nieuw"), default=0)
    changed = models.IntegerField(_("gewijzigd"), default=0)
    unchanged = models.IntegerField(_("ongewijzigd"), default=0)
    to_review = models.IntegerField(_("te beoordelen"), default=0)
    refused = models.IntegerField(_("geweigerd"), default=0)

    personal = ("file_name",)
    plain = (
        "id", "number", "organisation", "kind", "sha256", "state", "brought_by", "brought_at", "done_at", "rows",
        "created", "changed", "unchanged", "to_review", "refused",
    )  # fmt: skip

    class Meta:
        verbose_name = _("levering")
        verbose_name_plural = _("leveringen")
        indexes = [models.Index(fields=["organisation", "sha256"], name="delivery_of_file")]

    def __str__(self) -> str:
        return str(self.number)


class WaitingFile(models.Model):
    """What was uploaded, until it is processed: a table of its own that the application fills and never reads."""

    delivery = models.OneToOneField(
        Delivery, models.PROTECT, primary_key=True, related_name="+", verbose_name=_("levering")
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    content = models.BinaryField(_("inhoud"))

    personal = ("content",)
    plain = ("delivery", "organisation")

    class Meta:
        verbose_name = _("bestand in afwachting")
        verbose_name_plural = _("bestanden in afwachting")

    def __str__(self) -> str:
        return str(self.pk)


class DeliveryLine(models.Model):
    """What happened to one row or message: what, where, why and what to do. Never a person's data."""

    id = models.BigAutoField(primary_key=True)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="lines", verbose_name=_("levering"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    file_name = models.CharField(_("bestand"), max_length=200, blank=True)
    line = models.IntegerField(_("regel"), null=True)
    field = models.CharField(_("veld"), max_length=120, blank=True)
    rule = models.CharField(_("regelcode"), max_length=20, blank=True)
    severity = models.CharField(_("soort"), max_length=10)
    what = models.CharField(_("wat"), max_length=400)
    why = models.CharField(_("waarom"), max_length=400, blank=True)
    todo = models.CharField(_("wat te doen"), max_length=400, blank=True)

    personal = ("file_name",)
    plain = ("id", "delivery", "organisation", "line", "field", "rule", "severity", "what", "why", "todo")

    class Meta:
        verbose_name = _("regel van een levering")
        verbose_name_plural = _("regels van leveringen")

    def __str__(self) -> str:
        return self.what


class JournalEntry(models.Model):
    """What one delivery did to one row, so that it can be undone: the row before (none when it was new).

    Rows with the same `unit` stand or fall together; `line` is the row of the file that asked for it.
    """

    id = models.BigAutoField(primary_key=True)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+", verbose_name=_("levering"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    table = models.CharField(_("tabel"), max_length=60)
    row = models.CharField(_("rij"), max_length=60)
    unit = models.CharField(_("hoort bij"), max_length=80)
    line = models.IntegerField(_("regel"), null=True)
    before = models.JSONField(_("ervoor"), null=True)
    after = models.JSONField(_("erna"), null=True)

    personal = ("before", "after", "row", "unit")
    plain = ("id", "delivery", "organisation", "table", "line")

    class Meta:
        verbose_name = _("journaalregel")
        verbose_name_plural = _("journaalregels")
        indexes = [models.Index(fields=["table", "row"], name="journal_row")]

    def __str__(self) -> str:
        return self.table


class ReviewState(models.TextChoices):
    OPEN = "open", _("te beoordelen")
    MATCHED = "matched", _("gekoppeld")
    NEW = "new", _("nieuwe persoon")
    DROPPED = "dropped", _("niet verwerken")


class ReviewItem(models.Model):
    """A row whose person is not certain: only the data steward sees it, and it enters no household by itself.

    Rows about the same unknown person have the same `fingerprint`: what was decided once is not asked again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+", verbose_name=_("levering"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    line = models.IntegerField(_("regel"), null=True)
    reason = models.CharField(_("waarom"), max_length=400)
    fingerprint = models.CharField(_("kenmerk van de persoon"), max_length=64)
    row = models.JSONField(_("de regel"))
    candidates = models.JSONField(_("wie het kan zijn"), default=list)
    state = models.CharField(_("stand"), max_length=8, choices=ReviewState, default=ReviewState.OPEN)
    chosen = models.UUIDField(_("gekoppeld aan"), null=True)
    decided_by = models.UUIDField(_("beoordeeld door"), null=True)
    decided_at = models.DateTimeField(_("beoordeeld op"), null=True)
    applied_at = models.DateTimeField(_("verwerkt op"), null=True)

    personal = ("row", "candidates", "chosen", "fingerprint")
    plain = ("id", "delivery", "organisation", "line", "reason", "state", "decided_by", "decided_at", "applied_at")

    class Meta:
        verbose_name = _("te beoordelen regel")
        verbose_name_plural = _("te beoordelen regels")
        indexes = [models.Index(fields=["organisation", "fingerprint"], name="review_person")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=ReviewState.OPEN, decided_at=None)
                | (~models.Q(state=ReviewState.OPEN) & models.Q(decided_at__isnull=False)),
                name="review_decided_has_moment",
            ),
            models.CheckConstraint(
                condition=models.Q(state=ReviewState.MATCHED, chosen__isnull=False)
                | (~models.Q(state=ReviewState.MATCHED) & models.Q(chosen=None)),
                name="review_matched_has_person",
            ),
        ]

    def __str__(self) -> str:
        return self.reason
