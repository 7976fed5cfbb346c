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
    UNDONE = "undone", _("teruggedraaid")


class Delivery(models.Model):
    """One file: what it was, what it did, and who brought it. The number is what people use to speak of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.BigIntegerField(_("nummer"), unique=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente")
    )
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
    content = models.BinaryField(_("bestand in afwachting"), null=True)

    personal = ("file_name", "content")
    plain = (
        "id", "number", "organisation", "kind", "sha256", "state", "brought_by", "brought_at", "done_at", "rows", "created",
        "changed", "unchanged", "to_review", "refused",
    )  # fmt: skip

    class Meta:
        verbose_name = _("levering")
        verbose_name_plural = _("leveringen")

    def __str__(self) -> str:
        return str(self.number)


class DeliveryLine(models.Model):
    """What happened to one row or message: what, where, why and what to do. Never a person's data."""

    id = models.BigAutoField(primary_key=True)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="lines", verbose_name=_("levering"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente")
    )
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
    """What one delivery did to one row, so that it can be undone: the row before (none when it was new)."""

    id = models.BigAutoField(primary_key=True)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+", verbose_name=_("levering"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente")
    )
    table = models.CharField(_("tabel"), max_length=60)
    row = models.CharField(_("rij"), max_length=60)
    before = models.JSONField(_("ervoor"), null=True)
    after = models.JSONField(_("erna"), null=True)

    personal = ("before", "after", "row")
    plain = ("id", "delivery", "organisation", "table")

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
    """A row whose person is not certain: only the data steward sees it, and it enters no household by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+", verbose_name=_("levering"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente")
    )
    line = models.IntegerField(_("regel"), null=True)
    reason = models.CharField(_("waarom"), max_length=400)
    row = models.JSONField(_("de regel"))
    candidates = models.JSONField(_("wie het kan zijn"), default=list)
    state = models.CharField(_("stand"), max_length=8, choices=ReviewState, default=ReviewState.OPEN)
    decided_by = models.UUIDField(_("beoordeeld door"), null=True)
    decided_at = models.DateTimeField(_("beoordeeld op"), null=True)

    personal = ("row", "candidates")
    plain = ("id", "delivery", "organisation", "line", "reason", "state", "decided_by", "decided_at")

    class Meta:
        verbose_name = _("te beoordelen regel")
        verbose_name_plural = _("te beoordelen regels")

    def __str__(self) -> str:
        return self.reason
