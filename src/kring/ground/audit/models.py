"""One line per request, dossier and set of people: who saw or changed which part of whom, why, and in which role."""

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

    personal = ("actor", "responsible", "dossier", "subjects", "ground")
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
