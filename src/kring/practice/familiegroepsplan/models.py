"""The family's own plan from offer to judgement, and what came in for it in the family's own form (BR-009, BR-014)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier


class OwnPlanState(models.TextChoices):
    OFFERED = "offered", _("aangeboden")
    WANTED = "wanted", _("ja, het gezin gaat een plan maken")
    RUNNING = "running", _("het gezin maakt het plan")
    RECEIVED = "received", _("ingeleverd")
    ACCEPTED = "accepted", _("aanvaard")
    REMARKS = "remarks", _("aanvaard met opmerkingen")
    REJECTED = "rejected", _("niet aanvaard")
    TALKING = "talking", _("nieuw gesprek")
    WAIVED = "waived", _("het gezin maakt geen eigen plan")
    EXEMPT = "exempt", _("niet nodig")


class Outcome(models.TextChoices):
    """What the plan of the professional waits for, or why it need not wait (Jeugdwet 4.1.2)."""

    WANTED = "wanted", _("ja, het gezin maakt eerst zelf een plan")
    READY = "ready", _("ja, en het plan van het gezin is er")
    NOT_WISHED = "not_wished", _("nee, de ouders willen dat niet")
    THREAT = "threat", _("nee, de ontwikkeling van het kind wordt concreet bedreigd")
    INTEREST = "interest", _("nee, het belang van het kind wordt op een andere manier geschaad")
    MANDATED = "mandated", _("niet nodig: jeugdreclassering of voogdij door een GI")


class Support(models.TextChoices):
    """Who helps the family make it; the municipality must see to that."""

    NONE = "none", _("geen, wij doen het zelf")
    COORDINATOR = "coordinator", _("een onafhankelijke coördinator (Eigen Kracht-conferentie)")
    SUPPORTER = "supporter", _("een cliëntondersteuner")
    OTHER = "other", _("iemand anders")


class Familiegroepsplan(models.Model):
    """One offer and what came of it. The newest of a dossier counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    state = models.CharField(_("stand"), max_length=8, choices=OwnPlanState)
    offered_on = models.DateField(_("aangeboden op"), null=True, blank=True)
    offered_by = models.CharField(_("aangeboden door"), max_length=120, blank=True)
    answered_on = models.DateField(_("antwoord op"), null=True, blank=True)
    ground = models.CharField(_("grond om het over te slaan"), max_length=10, choices=Outcome, blank=True)
    reason = models.CharField(_("toelichting"), max_length=400, blank=True)
    support = models.CharField(_("hulp bij het maken"), max_length=11, choices=Support, blank=True)
    support_who = models.CharField(_("wie helpt"), max_length=200, blank=True)
    due_on = models.DateField(_("afgesproken dag"), null=True, blank=True)
    framework = models.TextField(_("waar het plan in elk geval over gaat"), max_length=2000, blank=True)
    received_on = models.DateField(_("ingeleverd op"), null=True, blank=True)
    on_paper = models.BooleanField(_("op papier gekregen"), default=False)
    judged_on = models.DateField(_("beoordeeld op"), null=True, blank=True)
    judgement = models.TextField(_("wat daarover gezegd is"), max_length=2000, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = (
        "dossier", "offered_by", "ground", "reason", "support", "support_who", "framework", "judgement",
    )  # fmt: skip
    plain = (
        "id", "state", "offered_on", "answered_on", "due_on", "received_on", "on_paper", "judged_on", "written_by",
        "written_at",
    )  # fmt: skip

    class Meta:
        verbose_name = _("familiegroepsplan")
        verbose_name_plural = _("familiegroepsplannen")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["waived", "exempt"]) ^ models.Q(ground=""),
                name="own_plan_left_out_on_a_ground",
            ),
            models.CheckConstraint(
                condition=~models.Q(ground__in=["threat", "interest", "mandated"]) | ~models.Q(reason=""),
                name="own_plan_ground_explained",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "-written_at"], name="own_plan_of")]

    def __str__(self) -> str:
        return self.state


class ContributionKind(models.TextChoices):
    WORDS = "words", _("opgeschreven")
    MEETING = "meeting", _("bij elkaar geweest")


class Contribution(models.Model):
    """What somebody of the family writes or brings for its plan, in any form; no field is required (BR-014)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    own_plan = models.ForeignKey(
        Familiegroepsplan, models.PROTECT, related_name="contributions", verbose_name=_("familiegroepsplan")
    )
    kind = models.CharField(_("soort"), max_length=7, choices=ContributionKind, default=ContributionKind.WORDS)
    given_by = models.CharField(_("van wie"), max_length=200, blank=True)
    held_on = models.DateField(_("wanneer"), null=True, blank=True)
    worries = models.TextField(_("waar maken we ons zorgen over"), max_length=4000, blank=True)
    well = models.TextField(_("wat gaat er goed"), max_length=4000, blank=True)
    steps = models.TextField(_("wat gaan we doen"), max_length=4000, blank=True)
    media_type = models.CharField(_("bestandstype"), max_length=100, blank=True)
    size = models.PositiveIntegerField(_("grootte in bytes"), default=0)
    sha256 = models.CharField(_("controlegetal"), max_length=64, blank=True)
    content = models.BinaryField(_("inhoud"), null=True, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    personal = ("dossier", "given_by", "worries", "well", "steps", "content")
    plain = (
        "id", "own_plan", "kind", "held_on", "media_type", "size", "sha256", "written_by", "written_at",
        "withdrawn_at",
    )  # fmt: skip

    class Meta:
        verbose_name = _("bijdrage aan een familiegroepsplan")
        verbose_name_plural = _("bijdragen aan familiegroepsplannen")
        indexes = [models.Index(fields=["dossier", "own_plan"], name="contribution_of")]

    def __str__(self) -> str:
        return self.kind
