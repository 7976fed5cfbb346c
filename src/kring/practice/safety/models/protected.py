"""What stands at level 3 always: the meldcode, the code word, and what a child says in confidence (BR-072)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.ground.shared.levels import Level
from kring.practice.safety.models.agreements import SafetyAgreement
from kring.practice.safety.rules import track


class TrackState(models.TextChoices):
    STEP1 = "step1", _("signalen")
    STEP2 = "step2", _("overleg")
    STEP3 = "step3", _("gesprek")
    STEP4 = "step4", _("wegen")
    STEP5 = "step5", _("beslissen")
    FOLLOWED = track.FOLLOWED, _("uitgevoerd")
    CLOSED = track.CLOSED, _("gesloten")


class Decision(models.TextChoices):
    NO_SUSPICION = track.NO_SUSPICION, _("geen vermoeden meer")
    HELP = track.HELP, _("zelf hulp bieden of organiseren")
    REPORT = track.REPORT, _("melden bij Veilig Thuis")
    HELP_AND_REPORT = track.HELP_AND_REPORT, _("melden bij Veilig Thuis en hulp bieden")


class SkipReason(models.TextChoices):
    """Why a talk is not safe; there is no other reason to skip it (BR-070)."""

    CHILD = "child", _("het gesprek maakt het onveilig voor het kind")
    ADULT = "adult", _("het gesprek maakt het onveilig voor een ouder of partner")
    PROFESSIONAL = "professional", _("het gesprek maakt het onveilig voor de professional")
    OUT_OF_SIGHT = "out_of_sight", _("het gezin kan daarna uit beeld raken")


class ReportTrack(models.Model):
    """One time that the meldcode is gone through. It has no number: nobody can count what is not shown."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("over wie")
    )
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.PROTECTED)
    state = models.CharField(_("stand"), max_length=10, choices=TrackState, default=TrackState.STEP1)
    restart_of = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("opnieuw na")
    )
    suspicion = models.BooleanField(_("is er een vermoeden?"), null=True, blank=True)
    unsafe = models.BooleanField(_("is het acuut of structureel onveilig?"), null=True, blank=True)
    able = models.BooleanField(_("kunt u zelf goede hulp bieden of organiseren?"), null=True, blank=True)
    accepted = models.BooleanField(_("aanvaarden de betrokkenen die hulp?"), null=True, blank=True)
    effective = models.BooleanField(_("helpt de hulp op tijd?"), null=True, blank=True)
    overruled_by_name = models.CharField(_("wie afweek"), max_length=120, blank=True)
    overruled_because = models.CharField(_("waarom is afgeweken"), max_length=1000, blank=True)
    decision = models.CharField(_("beslissing"), max_length=16, choices=Decision, blank=True)
    report_number = models.CharField(_("nummer van Veilig Thuis"), max_length=40, blank=True)
    feedback = models.TextField(_("terugkoppeling"), max_length=2000, blank=True)
    feedback_on = models.DateField(_("terugkoppeling op"), null=True, blank=True)
    written_by = models.UUIDField(_("begonnen door"))
    written_by_name = models.CharField(_("wie begon"), max_length=120)
    written_at = models.DateTimeField(_("begonnen op"))
    closed_on = models.DateField(_("gesloten op"), null=True, blank=True)
    closed_because = models.CharField(_("waarom gesloten"), max_length=1000, blank=True)

    personal = (
        "dossier", "subject", "suspicion", "unsafe", "able", "accepted", "effective", "overruled_by_name",
        "overruled_because", "decision", "report_number", "feedback", "feedback_on", "written_by_name",
        "closed_because",
    )  # fmt: skip
    plain = ("id", "level", "state", "restart_of", "written_by", "written_at", "closed_on")

    class Meta:
        verbose_name = _("meldcodetraject")
        verbose_name_plural = _("meldcodetrajecten")
        constraints = [
            models.CheckConstraint(condition=models.Q(level=Level.PROTECTED), name="track_is_protected"),
            models.CheckConstraint(
                condition=~models.Q(unsafe=True)
                | models.Q(decision__in=["", track.NO_SUSPICION, track.REPORT, track.HELP_AND_REPORT])
                | ~models.Q(overruled_because=""),
                name="track_unsafe_is_reported",
            ),
        ]

    def __str__(self) -> str:
        return str(TrackState(self.state).label)


class TrackStep(models.Model):
    """One step of the five, as it was done (BR-070)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("over wie")
    )
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.PROTECTED)
    track = models.ForeignKey(ReportTrack, models.CASCADE, related_name="+", verbose_name=_("traject"))
    number = models.PositiveSmallIntegerField(_("stap"))
    done_on = models.DateField(_("gedaan op"))
    outcome = models.TextField(_("uitkomst"), max_length=4000)
    consulted = models.CharField(_("met wie overlegd"), max_length=400, blank=True)
    skipped = models.CharField(_("waarom overgeslagen"), max_length=12, choices=SkipReason, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_by_name = models.CharField(_("wie schreef dit op"), max_length=120)
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = ("dossier", "subject", "outcome", "consulted", "skipped", "written_by_name")
    plain = ("id", "level", "track", "number", "done_on", "written_by", "written_at")

    class Meta:
        verbose_name = _("stap van de meldcode")
        verbose_name_plural = _("stappen van de meldcode")
        constraints = [
            models.UniqueConstraint(fields=["track", "number"], name="track_step_once"),
            models.CheckConstraint(
                condition=models.Q(skipped="") | models.Q(number=3), name="only_the_talk_is_skipped"
            ),
            models.CheckConstraint(condition=models.Q(level=Level.PROTECTED), name="track_step_is_protected"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class CodeWord(models.Model):
    """A word that asks for help without saying so. Never in what is shared (condition 23)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.PROTECTED)
    agreement = models.OneToOneField(SafetyAgreement, models.CASCADE, related_name="+", verbose_name=_("afspraak"))
    word = models.CharField(_("codewoord"), max_length=60)
    known_to = models.CharField(_("wie het kent"), max_length=200)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = ("dossier", "word", "known_to")
    plain = ("id", "level", "agreement", "written_by", "written_at")

    class Meta:
        verbose_name = _("codewoord")
        verbose_name_plural = _("codewoorden")
        constraints = [models.CheckConstraint(condition=models.Q(level=Level.PROTECTED), name="code_word_is_protected")]

    def __str__(self) -> str:
        return f"{self.written_at:%d-%m-%Y}"


class ChildTalk(models.Model):
    """What a child said in confidence: for who leads, the safeguarding officer, who is named, and the child itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("welk kind"))
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.PROTECTED)
    held_on = models.DateField(_("datum"))
    said = models.TextField(_("wat het kind zei"), max_length=4000)
    with_whom = models.CharField(_("met wie"), max_length=200)
    may_tell = models.CharField(_("wat verteld mag worden"), max_length=400, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_by_name = models.CharField(_("wie schreef dit op"), max_length=120)
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal = (
        "dossier",
        "subject",
        "held_on",
        "said",
        "with_whom",
        "may_tell",
        "written_by_name",
        "withdrawn_because",
    )
    plain = ("id", "level", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("vertrouwelijk gesprek met een kind")
        verbose_name_plural = _("vertrouwelijke gesprekken met kinderen")
        constraints = [
            models.CheckConstraint(condition=models.Q(level=Level.PROTECTED), name="child_talk_is_protected")
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%d-%m-%Y}"
