"""A document belongs to a dossier, has a kind, a date and who gave it; its content never leaves by its own name."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.ground.shared.levels import Level


class DocumentKind(models.TextChoices):
    PLAN = "plan", _("plan")
    LETTER = "letter", _("brief")
    REPORT = "report", _("verslag")
    DECISION = "decision", _("beschikking")
    OTHER = "other", _("ander document")


class Document(models.Model):
    """A file with what is needed to find and guard it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("over wie")
    )
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.SHARED_PLAN)
    kind = models.CharField(_("soort"), max_length=10, choices=DocumentKind)
    title = models.CharField(_("titel"), max_length=200)
    given_by = models.CharField(_("van wie"), max_length=120, blank=True)
    dated_on = models.DateField(_("datum"))
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.UUIDField(_("toegevoegd door"))
    media_type = models.CharField(_("bestandstype"), max_length=100)
    size = models.PositiveIntegerField(_("grootte in bytes"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)
    content = models.BinaryField(_("inhoud"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_by = models.UUIDField(_("ingetrokken door"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal = ("dossier", "subject", "title", "given_by", "content", "withdrawn_reason")
    plain = (
        "id",
        "level",
        "kind",
        "dated_on",
        "added_at",
        "added_by",
        "media_type",
        "size",
        "sha256",
        "withdrawn_at",
        "withdrawn_by",
    )

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_reason="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_reason="")),
                name="document_withdrawn_has_reason",
            )
        ]

    def __str__(self) -> str:
        return self.title


class MovedAway(models.Model):
    """What is left where something stood that belonged to another family: that it was there, and nothing of it.

    The database writes it, in the statement that moves the row; whoever could read the row reads this.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("over wie")
    )
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.SHARED_PLAN)
    moved_at = models.DateTimeField(_("verplaatst op"))
    moved_by = models.UUIDField(_("verplaatst door"))

    personal = ("dossier", "subject")
    plain = ("id", "level", "moved_at", "moved_by")

    class Meta:
        abstract = True


class MovedDocument(MovedAway):
    """In place of a document."""

    class Meta:
        verbose_name = _("verplaatst document")
        verbose_name_plural = _("verplaatste documenten")

    def __str__(self) -> str:
        return f"{self.moved_at:%d-%m-%Y}"
