"""A contact note is about one person of the dossier or about all; its law says whose file it stands in."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.ground.access.parts import Law
from kring.ground.documents.models import MovedAway
from kring.ground.shared.levels import Level
from kring.practice.notes.rules import LONGEST, LONGEST_AGREED, LONGEST_WITH


class ContactNote(models.Model):
    """Who wrote it stands beside it by name, as it was then. What is withdrawn stays, with its reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("over wie")
    )
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.SHARED_PLAN)
    law = models.CharField(_("wet"), max_length=20, choices=[(one.value, one.label) for one in Law], blank=True)
    held_on = models.DateField(_("datum"))
    held_at = models.TimeField(_("tijd"), null=True, blank=True)
    how = models.CharField(_("hoe"), max_length=40)
    with_whom = models.CharField(_("met wie"), max_length=LONGEST_WITH, blank=True)
    said = models.TextField(_("wat is er gezegd"), max_length=LONGEST, blank=True)
    agreed = models.TextField(_("wat is er afgesproken"), max_length=LONGEST_AGREED, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_by_name = models.CharField(_("wie schreef dit op"), max_length=120)
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_by = models.UUIDField(_("ingetrokken door"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal = ("dossier", "subject", "with_whom", "said", "agreed", "written_by_name", "withdrawn_reason")
    plain = (
        "id", "level", "law", "held_on", "held_at", "how", "written_by", "written_at", "withdrawn_at", "withdrawn_by",
    )  # fmt: skip

    class Meta:
        verbose_name = _("contactmoment")
        verbose_name_plural = _("contactmomenten")
        indexes = [models.Index(fields=["dossier", "held_on"], name="note_of")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(said="", agreed=""), name="note_has_words"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_reason="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_reason="")),
                name="note_withdrawn_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%d-%m-%Y}"


class MovedNote(MovedAway):
    """In place of a contact note."""

    class Meta:
        verbose_name = _("verplaatst contactmoment")
        verbose_name_plural = _("verplaatste contactmomenten")

    def __str__(self) -> str:
        return f"{self.moved_at:%d-%m-%Y}"
