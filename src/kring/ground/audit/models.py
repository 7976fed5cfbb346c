"""One line per request, dossier and set of people: who saw or changed which part of whom, why, and in which role."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    """What happened (NEN 7513: the kind of deed)."""

    READ = "read", _("bekeken")
    SEARCH = "search", _("gezocht")
    PRINT = "print", _("afgedrukt")
    EXPORT = "export", _("uitgevoerd naar een bestand")
    CREATE = "create", _("toegevoegd")
    CHANGE = "change", _("gewijzigd")
    DELETE = "delete", _("verwijderd")
    RIGHTS = "rights", _("rechten gewijzigd")
    REFUSED = "refused", _("geweigerd")
    SIGN_IN = "sign_in", _("ingelogd")
    SIGN_OUT = "sign_out", _("uitgelogd")
    SIGN_FAIL = "sign_fail", _("inloggen mislukt")


class LogLine(models.Model):
    """Append-only: only `audit.record` inserts, nobody updates, and only what is past its term is ever purged.

    The database itself fills in what an application could get wrong: moment, actor, organisation, roles,
    responsible user, controller, break-glass, and for what concerns a whole dossier its members (BR-100).
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("moment"))
    event = models.CharField(_("gebeurtenis"), max_length=10, choices=Event)
    actor = models.UUIDField(_("account"))
    actor_kind = models.CharField(_("soort account"), max_length=12)
    responsible = models.UUIDField(_("verantwoordelijke gebruiker"), null=True)
    organisation = models.UUIDField(_("organisatie"), null=True)
    controller = models.UUIDField(_("verwerkingsverantwoordelijke"), null=True)
    roles = ArrayField(models.CharField(max_length=30), verbose_name=_("rollen"), default=list)
    dossier = models.UUIDField(_("dossier"), null=True)
    subjects = ArrayField(models.UUIDField(), verbose_name=_("betrokkenen"), default=list)
    parts = ArrayField(models.CharField(max_length=40), verbose_name=_("onderdelen"), default=list)
    what = models.CharField(_("pagina of daad"), max_length=80)
    ground = models.CharField(_("grondslag of reden"), max_length=400, blank=True)
    level = models.PositiveSmallIntegerField(_("beschermniveau"), default=0)
    break_glass = models.BooleanField(_("noodknop"), default=False)
    thing = models.UUIDField(_("om welk ding het gaat"), null=True)

    personal = ("actor", "responsible", "dossier", "subjects", "ground", "thing")
    plain = (
        "id", "at", "event", "actor_kind", "organisation", "controller", "roles", "parts", "what", "level",
        "break_glass",
    )  # fmt: skip

    class Meta:
        verbose_name = _("logregel")
        verbose_name_plural = _("logregels")
        indexes = [
            models.Index(fields=["dossier", "at"]),
            models.Index(fields=["actor", "at"]),
            models.Index(fields=["controller", "at"], name="log_of_controller"),
            GinIndex(fields=["subjects"], name="log_of_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event} {self.what}"


class ChangeDeed(models.TextChoices):
    """What happened to a row."""

    ADDED = "added", _("toegevoegd")
    CHANGED = "changed", _("gewijzigd")
    REMOVED = "removed", _("verwijderd")


class Change(models.Model):
    """What a row was before it changed. Written by triggers only; read by `gate.history`, by whom sees the row now."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("moment"))
    deed = models.CharField(_("wat er gebeurde"), max_length=7, choices=ChangeDeed)
    actor = models.UUIDField(_("account"))
    name = models.CharField(_("tabel"), max_length=63)
    part = models.CharField(_("onderdeel"), max_length=40)
    row = models.CharField(_("rij"), max_length=40)
    dossier = models.UUIDField(_("dossier"), null=True)
    subject = models.UUIDField(_("betrokkene"), null=True)
    level = models.PositiveSmallIntegerField(_("beschermniveau"), null=True)
    before = models.JSONField(_("wat er stond"), null=True)

    personal = ("actor", "row", "dossier", "subject", "before")
    plain = ("id", "at", "deed", "name", "part", "level")

    class Meta:
        verbose_name = _("wijziging")
        verbose_name_plural = _("wijzigingen")
        indexes = [
            models.Index(fields=["name", "row"], name="change_of_row"),
            models.Index(fields=["dossier"], name="change_of_dossier"),
            models.Index(fields=["subject"], name="change_of_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.name} {self.deed}"


class Seal(models.Model):
    """The header of a block: the lines of one minute, or those that came late for it; it stays when they are purged."""

    number = models.PositiveIntegerField(_("nummer"), primary_key=True)
    minute = models.DateTimeField(_("minuut"))
    sealed_at = models.DateTimeField(_("verzegeld op"))
    is_late = models.BooleanField(_("te laat voor de minuut"), default=False)
    count = models.PositiveIntegerField(_("aantal regels"))
    ids = ArrayField(models.BigIntegerField(), verbose_name=_("regels"))
    digest = models.CharField(_("som van de regels"), max_length=64)
    previous = models.CharField(_("vorige verzegeling"), max_length=64)
    total = models.CharField(_("verzegeling"), max_length=64)

    personal = ()
    plain = ("number", "minute", "sealed_at", "is_late", "count", "ids", "digest", "previous", "total")

    class Meta:
        verbose_name = _("verzegeling")
        verbose_name_plural = _("verzegelingen")
        indexes = [models.Index(fields=["minute"], name="seal_of_minute")]

    def __str__(self) -> str:
        return f"{self.number} {self.minute:%Y-%m-%d %H:%M}"


class Purge(models.Model):
    """The blocks up to and with `through` were past their term and have been removed whole."""

    through = models.PositiveIntegerField(_("tot en met verzegeling"), primary_key=True)
    at = models.DateTimeField(_("moment"))
    lines = models.PositiveIntegerField(_("aantal regels"))

    personal = ()
    plain = ("through", "at", "lines")

    class Meta:
        verbose_name = _("vernietiging van logregels")
        verbose_name_plural = _("vernietigingen van logregels")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.through}"


class SampledLine(models.Model):
    """A line that chance chose for the privacy officer to look at, with what was thought of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.UUIDField(_("organisatie"))
    month = models.DateField(_("maand"))
    line = models.BigIntegerField(_("logregel"))
    drawn_at = models.DateTimeField(_("getrokken op"))
    seen_at = models.DateTimeField(_("gezien op"), null=True, blank=True)
    seen_by = models.UUIDField(_("gezien door"), null=True, blank=True)
    remark = models.CharField(_("opmerking"), max_length=400, blank=True)

    personal = ("seen_by", "remark")
    plain = ("id", "organisation", "month", "line", "drawn_at", "seen_at")

    class Meta:
        verbose_name = _("regel van een steekproef")
        verbose_name_plural = _("regels van steekproeven")
        constraints = [models.UniqueConstraint(fields=["organisation", "line"], name="line_sampled_once")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.line}"
