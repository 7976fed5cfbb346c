"""Goals, actions with exactly one doer, and scores that belong to one person and one day."""

import uuid

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.ground.shared.levels import Level


class GoalKind(models.TextChoices):
    FAMILY = "family", _("van het gezin")
    SOCIETAL = "societal", _("maatschappelijk")
    SAFETY = "safety", _("veiligheidsvoorwaarde")


class GoalState(models.TextChoices):
    PROPOSED = "proposed", _("voorgesteld")
    ACTIVE = "active", _("actief")
    REACHED = "reached", _("bereikt")
    PARTLY = "partly", _("deels bereikt")
    DROPPED = "dropped", _("losgelaten")


class Goal(models.Model):
    """What the family wants to reach, as it says it; how we notice stands beside it and never replaces it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("voor wie")
    )
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.SHARED_PLAN)
    own_words = models.TextField(_("in onze eigen woorden"), max_length=1000)
    speaker = models.CharField(_("wie zei dit"), max_length=120)
    measure = models.TextField(_("zo merken we dat het lukt"), max_length=1000, blank=True)
    life_area = models.CharField(_("leefgebied"), max_length=40, blank=True)
    kind = models.CharField(_("soort"), max_length=8, choices=GoalKind, default=GoalKind.FAMILY)
    state = models.CharField(_("stand"), max_length=8, choices=GoalState, default=GoalState.ACTIVE)
    order = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    began_on = models.DateField(_("sinds"))
    ended_on = models.DateField(_("gesloten op"), null=True, blank=True)
    end_reason = models.CharField(_("reden"), max_length=400, blank=True)

    personal = ("dossier", "subject", "own_words", "speaker", "measure", "life_area", "end_reason")
    plain = ("id", "level", "kind", "state", "order", "began_on", "ended_on")

    class Meta:
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")
        constraints = [models.CheckConstraint(condition=~models.Q(own_words=""), name="goal_has_own_words")]
        indexes = [models.Index(fields=["dossier", "order"], name="goal_of")]

    def __str__(self) -> str:
        return self.own_words[:60]


class DoerKind(models.TextChoices):
    FAMILY = "family", _("gezin")
    NETWORK = "network", _("eigen netwerk")
    VOLUNTEER = "volunteer", _("vrijwilliger")
    PROFESSIONAL = "professional", _("professional")


class ActionState(models.TextChoices):
    AGREED = "agreed", _("afgesproken")
    BUSY = "busy", _("bezig")
    DONE = "done", _("gedaan")
    FAILED = "failed", _("niet gelukt")
    CANCELLED = "cancelled", _("vervallen")


class InformalFirst(models.TextChoices):
    """Can someone from the own network, or a volunteer, do this?"""

    YES = "yes", _("ja, namelijk")
    NO = "no", _("nee, omdat")


class Action(models.Model):
    """A step with exactly one doer and a due date; a professional's step carries the informal-first answer (BR-017)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("voor wie")
    )
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.SHARED_PLAN)
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="actions", verbose_name=_("doel"))
    what = models.CharField(_("wat gaan we doen"), max_length=400)
    doer_kind = models.CharField(_("soort doener"), max_length=12, choices=DoerKind)
    doer_name = models.CharField(_("wie doet het"), max_length=120)
    doer_function = models.CharField(_("functie of band"), max_length=120, blank=True)
    doer_subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("wie van de kring")
    )
    informal_first = models.CharField(
        _("kan iemand uit het eigen netwerk of een vrijwilliger dit?"),
        max_length=3,
        choices=InformalFirst,
        blank=True,
    )
    informal_who = models.CharField(_("wie dan"), max_length=120, blank=True)
    informal_reason = models.CharField(_("waarom niet"), max_length=40, blank=True)
    informal_answered_on = models.DateField(_("gevraagd op"), null=True, blank=True)
    due_on = models.DateField(_("wanneer klaar"))
    state = models.CharField(_("stand"), max_length=9, choices=ActionState, default=ActionState.AGREED)
    closed_on = models.DateField(_("gesloten op"), null=True, blank=True)
    result = models.CharField(_("resultaat of reden"), max_length=400, blank=True)

    personal = (
        "dossier", "subject", "goal", "what", "doer_name", "doer_function", "doer_subject",
        "informal_who", "informal_reason", "result",
    )  # fmt: skip
    plain = (
        "id",
        "level",
        "doer_kind",
        "informal_first",
        "informal_answered_on",
        "due_on",
        "state",
        "closed_on",
    )

    class Meta:
        verbose_name = _("actie")
        verbose_name_plural = _("acties")
        constraints = [
            models.CheckConstraint(condition=~models.Q(doer_name=""), name="action_has_one_doer"),
            models.CheckConstraint(
                condition=~models.Q(doer_kind=DoerKind.PROFESSIONAL)
                | (models.Q(informal_first=InformalFirst.YES) & ~models.Q(informal_who=""))
                | (models.Q(informal_first=InformalFirst.NO) & ~models.Q(informal_reason="")),
                name="professional_action_asked_informal_first",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "due_on"], name="action_of")]

    def __str__(self) -> str:
        return self.what[:60]


class Score(models.Model):
    """A figure 0–10 of one person on one day; a correction is one more line, and nothing is averaged (BR-022)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("van wie")
    )
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.SHARED_PLAN)
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="scores", verbose_name=_("doel"))
    giver = models.CharField(_("wie gaf dit cijfer"), max_length=120)
    giver_kind = models.CharField(_("soort"), max_length=12, choices=DoerKind)
    value = models.PositiveSmallIntegerField(_("cijfer"), validators=[MaxValueValidator(10)])
    given_on = models.DateField(_("datum"))
    remark = models.CharField(_("ik wil er iets bij zeggen"), max_length=400, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = ("dossier", "subject", "goal", "giver", "value", "remark")
    plain = ("id", "level", "giver_kind", "given_on", "written_by", "written_at")

    class Meta:
        verbose_name = _("cijfer")
        verbose_name_plural = _("cijfers")
        constraints = [models.CheckConstraint(condition=models.Q(value__lte=10), name="score_0_to_10")]
        indexes = [models.Index(fields=["dossier", "goal"], name="score_of")]

    def __str__(self) -> str:
        return str(self.value)
