"""A task has one doer and one due date; a notice says that something is there, never what."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Account, Dossier, Subject


class TaskState(models.TextChoices):
    OPEN = "open", _("open")
    DONE = "done", _("gedaan")
    CANCELLED = "cancelled", _("vervallen")


class Task(models.Model):
    """Something an account must do by a day, set by a clock of the law or of the house."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name=_("wie"))
    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("dossier")
    )
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("over wie")
    )
    clock = models.CharField(_("klok"), max_length=40)
    title = models.CharField(_("wat"), max_length=200)
    began_on = models.DateField(_("klok begon op"))
    due_on = models.DateField(_("uiterlijk"))
    state = models.CharField(_("stand"), max_length=10, choices=TaskState, default=TaskState.OPEN)
    closed_at = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    reason = models.CharField(_("reden van uitstel of vervallen"), max_length=400, blank=True)
    late_noticed_at = models.DateTimeField(_("bericht over te laat"), null=True, blank=True)

    personal = ("account", "dossier", "subject", "title", "reason")
    plain = ("id", "clock", "began_on", "due_on", "state", "closed_at", "late_noticed_at")

    class Meta:
        verbose_name = _("taak")
        verbose_name_plural = _("taken")
        indexes = [models.Index(fields=["account", "state", "due_on"], name="task_my_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=TaskState.OPEN, closed_at=None)
                | (~models.Q(state=TaskState.OPEN) & models.Q(closed_at__isnull=False)),
                name="task_closed_has_moment",
            ),
            models.CheckConstraint(
                condition=models.Q(subject=None) | models.Q(dossier__isnull=False), name="task_subject_in_dossier"
            ),
            models.CheckConstraint(condition=models.Q(due_on__gte=models.F("began_on")), name="task_due_after_start"),
        ]

    def __str__(self) -> str:
        return self.title


class NoticeKind(models.TextChoices):
    TASK = "task", _("Er staat een nieuwe taak voor u klaar.")
    TASK_LATE = "task_late", _("Een taak had al klaar moeten zijn.")
    APPOINTED = "appointed", _("U bent aangewezen in een dossier.")
    NEED_CONFIRMED = "need_confirmed", _("Uw melding is ontvangen. U leest wie u belt en wanneer.")
    PLAN_AGREED = "plan_agreed", _("Er is een nieuw plan vastgesteld.")
    IMPORT_DONE = "import_done", _("Een levering is verwerkt.")
    RIGHTS_DIFFER = "rights_differ", _("De nachtelijke controle van rechten vond een verschil.")
    SIGN_IN_RESET = "sign_in_reset", _("Uw tweede stap bij het inloggen is weggehaald.")
    EMERGENCY = "emergency", _("De noodknop is gebruikt.")
    SHIELDED_SEARCH = "shielded_search", _("Er is gezocht naar een beschermd dossier.")
    RIGHTS_ASKED = "rights_asked", _("Iemand vraagt iets over de eigen gegevens.")
    RIGHTS_ANSWERED = "rights_answered", _("Er is een antwoord op uw vraag over uw gegevens.")
    REMARK_ANSWERED = "remark_answered", _("Er is een antwoord op wat volgens u niet klopt.")
    PROPOSAL_DECIDED = "proposal_decided", _("Er is beslist over uw voorstel voor een plan.")
    TO_DESTROY = "to_destroy", _("Er ligt een vernietigingslijst voor u klaar.")
    DESTROYED = "destroyed", _("Een vernietigingslijst is uitgevoerd.")
    MERGED = "merged", _("Iemand in een dossier stond dubbel in het register. Wie wat mag zien, is opnieuw bepaald.")


class Notice(models.Model):
    """A message to one account, without content: kind and place only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name=_("aan"))
    kind = models.CharField(_("soort"), max_length=20, choices=NoticeKind)
    dossier = models.UUIDField(_("dossier"), null=True, blank=True)
    at = models.DateTimeField(_("moment"))
    read_at = models.DateTimeField(_("gelezen op"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("gemaild op"), null=True, blank=True)

    personal = ("account", "dossier")
    plain = ("id", "kind", "at", "read_at", "mailed_at")

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        indexes = [models.Index(fields=["account", "read_at"], name="notice_mine")]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "kind", "dossier", "at"], nulls_distinct=False, name="one_notice_per_deed"
            )
        ]

    def __str__(self) -> str:
        return self.kind


class OutboxMail(models.Model):
    """A mail that the demo would have sent: a line on a page that anyone who signs in may see."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    address = models.EmailField(_("aan"))
    subject = models.CharField(_("onderwerp"), max_length=120)
    body = models.TextField(_("tekst"))
    at = models.DateTimeField(_("moment"))

    personal = ("address",)
    plain = ("id", "subject", "body", "at")

    class Meta:
        verbose_name = _("mail in de demo")
        verbose_name_plural = _("mails in de demo")

    def __str__(self) -> str:
        return self.subject
