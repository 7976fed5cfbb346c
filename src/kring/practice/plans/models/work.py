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
    area_reason = models.CharField(_("waarom dit leefgebied"), max_length=400, blank=True)
    extra_reason = models.CharField(_("waarom nog een doel erbij"), max_length=400, blank=True)
    kind = models.CharField(_("soort"), max_length=8, choices=GoalKind, default=GoalKind.FAMILY)
    state = models.CharField(_("stand"), max_length=8, choices=GoalState, default=GoalState.ACTIVE)
    order = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    began_on = models.DateField(_("sinds"))
    ended_on = models.DateField(_("gesloten op"), null=True, blank=True)
    end_reason = models.CharField(_("reden"), max_length=400, blank=True)

    personal = (
        "dossier", "subject", "own_words", "speaker", "measure", "life_area", "area_reason", "extra_reason",
        "end_reason",
    )  # fmt: skip
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


class Rhythm(models.TextChoices):
    """How often a step comes back until its last day."""

    ONCE = "once", _("één keer")
    DAILY = "daily", _("elke dag")
    WEEKLY = "weekly", _("elke week")
    FORTNIGHTLY = "fortnightly", _("om de week")
    MONTHLY = "monthly", _("elke maand")


class ActionState(models.TextChoices):
    PROPOSED = "proposed", _("voorgesteld")
    AGREED = "agreed", _("afgesproken")
    BUSY = "busy", _("bezig")
    DONE = "done", _("gedaan")
    FAILED = "failed", _("niet gelukt")
    CANCELLED = "cancelled", _("vervallen")
    SETTLED = "settled", _("afgehandeld voorstel")


class InformalFirst(models.TextChoices):
    """Can someone from the own network, or a volunteer, do this?"""

    YES = "yes", _("ja, namelijk")
    VOLUNTEER = "volunteer", _("ja, we vragen een vrijwilliger")
    NO = "no", _("nee, want")


class Action(models.Model):
    """A step with exactly one doer and a due date; a professional's step carries the informal-first answer (BR-017).

    What was not discussed with the family carries its ground (BR-079). What a professional proposes is a row of its
    own, for a new step or `instead_of` one that is there, until whoever leads has decided.
    """

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
        max_length=9,
        choices=InformalFirst,
        blank=True,
    )
    informal_who = models.CharField(_("wie dan"), max_length=120, blank=True)
    informal_subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("wie van de kring kan dit")
    )
    volunteer_wish = models.CharField(_("wat een vrijwilliger kan doen"), max_length=400, blank=True)
    informal_reason = models.CharField(_("waarom niet"), max_length=40, blank=True)
    informal_answered_on = models.DateField(_("gevraagd op"), null=True, blank=True)
    informal_asked_on = models.DateField(_("voor het eerst gevraagd op"), null=True, blank=True)
    is_discussed = models.BooleanField(_("besproken met het gezin"), default=True)
    undiscussed_ground = models.CharField(_("waarom niet besproken"), max_length=40, blank=True)
    start_on = models.DateField(_("vanaf"), null=True, blank=True)
    due_on = models.DateField(_("wanneer klaar"))
    rhythm = models.CharField(_("hoe vaak"), max_length=11, choices=Rhythm, default=Rhythm.ONCE)
    depends_on = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("eerst moet dit klaar zijn")
    )
    instead_of = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("in plaats van")
    )
    proposed_by = models.UUIDField(_("voorgesteld door"), null=True, blank=True)
    proposed_on = models.DateField(_("voorgesteld op"), null=True, blank=True)
    proposed_because = models.CharField(_("waarom dit voorstel"), max_length=400, blank=True)
    state = models.CharField(_("stand"), max_length=9, choices=ActionState, default=ActionState.AGREED)
    closed_on = models.DateField(_("gesloten op"), null=True, blank=True)
    result = models.CharField(_("resultaat of reden"), max_length=400, blank=True)

    personal = (
        "dossier", "subject", "goal", "what", "doer_name", "doer_function", "doer_subject",
        "informal_who", "informal_subject", "volunteer_wish", "informal_reason", "undiscussed_ground", "depends_on",
        "instead_of", "proposed_because", "result",
    )  # fmt: skip
    plain = (
        "id", "level", "doer_kind", "informal_first", "informal_answered_on", "informal_asked_on", "is_discussed",
        "start_on", "due_on", "rhythm", "proposed_by", "proposed_on", "state", "closed_on",
    )  # fmt: skip

    class Meta:
        verbose_name = _("actie")
        verbose_name_plural = _("acties")
        constraints = [
            models.CheckConstraint(condition=~models.Q(doer_name=""), name="action_has_one_doer"),
            models.CheckConstraint(
                condition=~models.Q(doer_kind=DoerKind.PROFESSIONAL)
                | (models.Q(informal_first=InformalFirst.YES) & ~models.Q(informal_who=""))
                | (models.Q(informal_first=InformalFirst.VOLUNTEER) & ~models.Q(volunteer_wish=""))
                | (models.Q(informal_first=InformalFirst.NO) & ~models.Q(informal_reason="")),
                name="professional_action_asked_informal_first",
            ),
            models.CheckConstraint(
                condition=models.Q(is_discussed=True) ^ ~models.Q(undiscussed_ground=""),
                name="undiscussed_action_has_ground",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ActionState.PROPOSED)
                | (models.Q(proposed_by__isnull=False) & ~models.Q(proposed_because="")),
                name="proposal_says_who_and_why",
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
