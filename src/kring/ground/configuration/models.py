"""What was set: one row per change, so that the table is the history."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.organisations.models import Organisation


class Written(models.Model):
    """What held from one moment to another, who wrote it and why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    started_at = models.DateTimeField(_("vanaf"))
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)
    written_by = models.UUIDField(_("door"))
    written_by_name = models.CharField(_("naam"), max_length=120)
    reason = models.CharField(_("waarom"), max_length=400, blank=True)

    personal = ("written_by", "written_by_name")

    class Meta:
        abstract = True


class SettingValue(Written):
    """What a setting was from one moment to another, for one organisation or, without one, for all."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("organisatie")
    )
    code = models.CharField(_("instelling"), max_length=60)
    value = models.IntegerField(_("waarde"))

    plain = ("id", "organisation", "code", "value", "started_at", "ended_at", "reason")

    class Meta:
        verbose_name = _("waarde van een instelling")
        verbose_name_plural = _("waarden van instellingen")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"],
                condition=models.Q(ended_at=None),
                nulls_distinct=False,
                name="one_running_value_per_setting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} = {self.value}"


class Word(Written):
    """A word of a list of one municipality (handbook §3.4): how it is called, its place, and whether it is offered."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    list = models.CharField(_("lijst"), max_length=40)
    code = models.CharField(_("code"), max_length=40)
    label = models.CharField(_("woord"), max_length=120)
    place = models.PositiveSmallIntegerField(_("volgorde"))
    is_used = models.BooleanField(_("in gebruik"), default=True)

    plain = ("id", "organisation", "list", "code", "label", "place", "is_used", "started_at", "ended_at", "reason")

    class Meta:
        verbose_name = _("woord van een lijst")
        verbose_name_plural = _("woorden van lijsten")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "list", "code"], condition=models.Q(ended_at=None), name="one_present_word"
            )
        ]

    def __str__(self) -> str:
        return self.label


class TextValue(Written):
    """A text of one municipality: what stands on its letters, in its invitations and about its privacy."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    code = models.CharField(_("tekst"), max_length=40)
    text = models.TextField(_("inhoud"), max_length=4000, blank=True)

    plain = ("id", "organisation", "code", "text", "started_at", "ended_at", "reason")

    class Meta:
        verbose_name = _("tekst van een gemeente")
        verbose_name_plural = _("teksten van een gemeente")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"], condition=models.Q(ended_at=None), name="one_present_text"
            )
        ]

    def __str__(self) -> str:
        return self.code
