"""One line per request and dossier: who saw or changed which part of whom, why, and with what outcome."""

from django.contrib.postgres.fields import ArrayField
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


class LogLine(models.Model):
    """Append-only by privilege: nobody has update or delete, and only `audit.record` inserts."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("moment"))
    event = models.CharField(_("gebeurtenis"), max_length=10, choices=Event)
    actor = models.UUIDField(_("account"))
    actor_kind = models.CharField(_("soort account"), max_length=12)
    dossier = models.UUIDField(_("dossier"), null=True)
    subjects = ArrayField(models.UUIDField(), verbose_name=_("betrokkenen"), default=list)
    parts = ArrayField(models.CharField(max_length=40), verbose_name=_("onderdelen"), default=list)
    what = models.CharField(_("pagina of daad"), max_length=80)
    ground = models.CharField(_("grondslag of reden"), max_length=400, blank=True)

    personal = ("actor", "dossier", "subjects", "ground")
    plain = ("id", "at", "event", "actor_kind", "parts", "what")

    class Meta:
        verbose_name = _("logregel")
        verbose_name_plural = _("logregels")
        indexes = [models.Index(fields=["dossier", "at"]), models.Index(fields=["actor", "at"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event} {self.what}"
