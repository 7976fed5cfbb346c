"""What is written down of a family's course: each look back, how it felt, a pause, the closing and what came after."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier


class Row(models.Model):
    """Of a family as a whole: who wrote it and when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    class Meta:
        abstract = True


class Result(models.TextChoices):
    SAME = "same", _("zo doorgaan")
    ADJUST = "adjust", _("het plan aanpassen")
    STEP_DOWN = "step_down", _("afbouwen: minder hulp, meer zelf")
    CLOSE = "close", _("afsluiten")


class Evaluation(Row):
    """One time that everybody looked back on the plan together (BR-021)."""

    held_on = models.DateField(_("wanneer"))
    result = models.CharField(_("wat eruit komt"), max_length=9, choices=Result)
    words = models.TextField(_("wat er gezegd is"), max_length=4000, blank=True)
    next_on = models.DateField(_("volgende keer"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    personal = ("dossier", "words")
    plain = ("id", "held_on", "result", "next_on", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("evaluatie")
        verbose_name_plural = _("evaluaties")
        indexes = [models.Index(fields=["dossier", "held_on"], name="evaluation_of")]

    def __str__(self) -> str:
        return f"{self.held_on:%d-%m-%Y}"


class Felt(Row):
    """How one person felt it. Figures of different people are never put together (BR-022)."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="felt", verbose_name=_("evaluatie"))
    name = models.CharField(_("wie"), max_length=120)
    decided = models.PositiveSmallIntegerField(_("ik kon meebeslissen"), null=True, blank=True)
    helped = models.PositiveSmallIntegerField(_("het hielp"), null=True, blank=True)
    remark = models.CharField(_("ik wil er iets bij zeggen"), max_length=400, blank=True)

    personal = ("dossier", "name", "decided", "helped", "remark")
    plain = ("id", "evaluation", "written_by", "written_at")

    class Meta:
        verbose_name = _("hoe iemand het vond")
        verbose_name_plural = _("hoe mensen het vonden")
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(decided=None) | models.Q(decided__range=(1, 10)))
                & (models.Q(helped=None) | models.Q(helped__range=(1, 10))),
                name="felt_1_to_10",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Pause(Row):
    """The plan rests, for a reason, until a day."""

    reason = models.CharField(_("reden"), max_length=400)
    began_on = models.DateField(_("vanaf"))
    until = models.DateField(_("tot"))
    ended_on = models.DateField(_("weer verder op"), null=True, blank=True)

    personal = ("dossier", "reason")
    plain = ("id", "began_on", "until", "ended_on", "written_by", "written_at")

    class Meta:
        verbose_name = _("pauze")
        verbose_name_plural = _("pauzes")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=models.Q(ended_on=None), name="one_pause_of_a_family_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.began_on:%d-%m-%Y}"


class Closing(Row):
    """What a family is left with when the plan stops (BR-023), and whether it came back (BR-024)."""

    closed_on = models.DateField(_("afgesloten op"))
    remains = models.TextField(_("wat blijft er"), max_length=2000, blank=True)
    relapse = models.TextField(_("wat doen we als het weer moeilijk wordt"), max_length=2000, blank=True)
    call = models.CharField(_("wie kan het gezin dan bellen"), max_length=200, blank=True)
    by_agreement = models.BooleanField(_("samen besloten"))
    agreement_words = models.CharField(_("wie het er niet mee eens is, en waarom"), max_length=400, blank=True)
    scores_asked = models.BooleanField(_("laatste cijfers gevraagd"), default=False)
    letter_given = models.BooleanField(_("brief gegeven"), default=False)
    without = models.CharField(_("waarom niet alles er is"), max_length=400, blank=True)
    reopened_on = models.DateField(_("heropend op"), null=True, blank=True)
    reopened_because = models.CharField(_("waarom heropend"), max_length=400, blank=True)
    withdrawn_at = models.DateTimeField(_("ongedaan gemaakt op"), null=True, blank=True)

    personal = ("dossier", "remains", "relapse", "call", "agreement_words", "without", "reopened_because")
    plain = (
        "id", "closed_on", "by_agreement", "scores_asked", "letter_given", "reopened_on", "written_by", "written_at",
        "withdrawn_at",
    )  # fmt: skip

    class Meta:
        verbose_name = _("afsluiting")
        verbose_name_plural = _("afsluitingen")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by_agreement=True) | ~models.Q(agreement_words=""),
                name="closed_without_agreement_says_why",
            ),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(withdrawn_at=None, reopened_on=None),
                name="one_closing_of_a_family_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "closed_on"], name="closing_of")]

    def __str__(self) -> str:
        return f"{self.closed_on:%d-%m-%Y}"


class AfterCare(Row):
    """One contact after closing: agreed for a day, and what came of it."""

    closing = models.ForeignKey(Closing, models.PROTECT, related_name="after_care", verbose_name=_("afsluiting"))
    due_on = models.DateField(_("afgesproken op"))
    held_on = models.DateField(_("wanneer"), null=True, blank=True)
    words = models.CharField(_("hoe het gaat"), max_length=800, blank=True)

    personal = ("dossier", "words")
    plain = ("id", "closing", "due_on", "held_on", "written_by", "written_at")

    class Meta:
        verbose_name = _("nazorg")
        verbose_name_plural = _("nazorgcontacten")
        indexes = [models.Index(fields=["closing", "due_on"], name="after_care_of")]

    def __str__(self) -> str:
        return f"{self.due_on:%d-%m-%Y}"
