"""What is to be destroyed, who decided that, and the record of it. A line knows no name: a number, a rule, days."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.organisations.models import Organisation


class ListState(models.TextChoices):
    """Handbook §3.3. `empty`: looked, and nothing had fallen due."""

    EMPTY = "empty", _("niets aan de beurt")
    DRAWN = "drawn", _("wacht op goedkeuring")
    APPROVED = "approved", _("goedgekeurd")
    RUNNING = "running", _("wordt uitgevoerd")
    DONE = "done", _("uitgevoerd")


class LineState(models.TextChoices):
    PROPOSED = "proposed", _("voorgesteld")
    KEPT = "kept", _("langer bewaren")
    BLOCKED = "blocked", _("nog niet: er loopt iets")
    APPROVED = "approved", _("goedgekeurd")
    DONE = "done", _("vernietigd")


class LineKind(models.TextChoices):
    """What goes: the file of a family, or all that is held about one person."""

    DOSSIER = "dossier", _("dossier")
    PERSON = "person", _("gegevens van één persoon")


class KeepReason(models.TextChoices):
    """Why it stays after its term. What runs outside Kring is known to people only."""

    CARE = "care", _("goede hulp vraagt het")
    COMPLAINT = "complaint", _("er loopt een klacht")
    OBJECTION = "objection", _("er loopt bezwaar of beroep")
    COURT = "court", _("er loopt een rechtszaak")
    OTHER = "other", _("een andere reden")


class BlockReason(models.TextChoices):
    """What runs inside Kring, found by the database itself."""

    REQUEST = "request", _("er loopt een verzoek over deze gegevens")
    EMERGENCY = "emergency", _("gebruik van de noodknop is nog niet beoordeeld")
    BREACH = "breach", _("er is een datalek dat nog open staat")
    CHANGED = "changed", _("het dossier is weer in gebruik of pas gewijzigd")


class DestructionList(models.Model):
    """The list of one municipality, by who drew it up, who approved it and who had it carried out.

    `looked_at`: how many files and people were looked at; `ahead`: how many fall due within a year from then.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    number = models.CharField(_("nummer"), max_length=12)
    on_request = models.BooleanField(_("op verzoek"), default=False)
    state = models.CharField(_("stand"), max_length=8, choices=ListState, default=ListState.DRAWN)
    drawn_at = models.DateTimeField(_("opgemaakt op"))
    drawn_by = models.UUIDField(_("opgemaakt door"))
    drawn_by_name = models.CharField(_("opgemaakt door"), max_length=120)
    looked_at = models.PositiveIntegerField(_("nagekeken"), default=0)
    ahead = models.PositiveIntegerField(_("binnen een jaar aan de beurt"), default=0)
    approved_at = models.DateTimeField(_("goedgekeurd op"), null=True, blank=True)
    approved_by = models.UUIDField(_("goedgekeurd door"), null=True, blank=True)
    approved_by_name = models.CharField(_("goedgekeurd door"), max_length=120, blank=True)
    digest = models.CharField(_("controlegetal van de lijst"), max_length=64, blank=True)
    started_at = models.DateTimeField(_("uitvoering begonnen op"), null=True, blank=True)
    started_by = models.UUIDField(_("uitgevoerd door"), null=True, blank=True)
    started_by_name = models.CharField(_("uitgevoerd door"), max_length=120, blank=True)

    personal = (
        "drawn_by", "drawn_by_name", "approved_by", "approved_by_name", "started_by", "started_by_name",
    )  # fmt: skip
    plain = (
        "id", "organisation", "number", "on_request", "state", "drawn_at", "looked_at", "ahead", "approved_at",
        "digest", "started_at",
    )  # fmt: skip

    class Meta:
        verbose_name = _("vernietigingslijst")
        verbose_name_plural = _("vernietigingslijsten")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_list_per_number"),
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("drawn_by")),
                name="list_approved_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("empty", "drawn"), approved_by=None)
                | (models.Q(state__in=("approved", "running", "done"), approved_by__isnull=False)
                   & ~models.Q(digest="")),
                name="list_carried_out_is_approved",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number


class DestructionLine(models.Model):
    """One file, or one person's data, that may go. What it was about is forgotten when it is destroyed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey(DestructionList, models.PROTECT, related_name="lines", verbose_name=_("lijst"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    number = models.PositiveIntegerField(_("regel"))
    kind = models.CharField(_("wat"), max_length=7, choices=LineKind)
    dossier = models.UUIDField(_("dossier"), null=True, blank=True)
    subject = models.UUIDField(_("betrokkene"), null=True, blank=True)
    request = models.UUIDField(_("verzoek"), null=True, blank=True)
    category = models.CharField(_("soort gegevens"), max_length=20)
    title = models.CharField(_("soort gegevens"), max_length=200)
    source = models.CharField(_("bron van de termijn"), max_length=200)
    laws = models.CharField(_("wetten"), max_length=200, blank=True)
    people = models.PositiveSmallIntegerField(_("personen"))
    began_on = models.DateField(_("termijn begon op"))
    due_on = models.DateField(_("mag weg vanaf"))
    state = models.CharField(_("stand"), max_length=8, choices=LineState, default=LineState.PROPOSED)
    blocked_by = models.CharField(_("wat er loopt"), max_length=9, choices=BlockReason, blank=True)
    keep_reason = models.CharField(_("waarom langer"), max_length=9, choices=KeepReason, blank=True)
    keep_words = models.CharField(_("toelichting"), max_length=400, blank=True)
    keep_until = models.DateField(_("bewaren tot"), null=True, blank=True)
    decided_by = models.UUIDField(_("besloten door"), null=True, blank=True)
    rows = models.PositiveIntegerField(_("vernietigde gegevens"), default=0)
    files = models.PositiveIntegerField(_("vernietigde documenten"), default=0)
    done_at = models.DateTimeField(_("vernietigd op"), null=True, blank=True)

    personal = ("dossier", "subject", "request", "keep_words", "decided_by")
    plain = (
        "id", "list", "organisation", "number", "kind", "category", "title", "source", "laws", "people", "began_on",
        "due_on", "state", "blocked_by", "keep_reason", "keep_until", "rows", "files", "done_at",
    )  # fmt: skip

    class Meta:
        verbose_name = _("regel van een vernietigingslijst")
        verbose_name_plural = _("regels van vernietigingslijsten")
        indexes = [
            models.Index(fields=["dossier"], name="destruction_of_dossier"),
            models.Index(fields=["subject"], name="destruction_of_subject"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["list", "number"], name="one_line_per_number"),
            models.CheckConstraint(
                condition=~models.Q(state=LineState.DONE)
                | models.Q(dossier=None, subject=None, request=None, keep_words="", done_at__isnull=False),
                name="destroyed_is_forgotten",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=LineState.KEPT)
                | (models.Q(keep_until__isnull=False) & ~models.Q(keep_reason="")),
                name="kept_longer_has_reason_and_end",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class DestructionRecord(models.Model):
    """The signed record: which kinds, how many, by which rule, by whom, when. Nobody can change it or take it away."""

    list = models.OneToOneField(
        DestructionList, models.PROTECT, primary_key=True, related_name="record", verbose_name=_("lijst")
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    made_at = models.DateTimeField(_("opgemaakt op"))
    content = models.JSONField(_("inhoud"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)

    personal = ("content",)
    plain = ("list", "organisation", "made_at", "sha256")

    class Meta:
        verbose_name = _("verklaring van vernietiging")
        verbose_name_plural = _("verklaringen van vernietiging")

    def __str__(self) -> str:
        return self.sha256[:12]
