"""What gives rights, and the grants compiled from it: the only thing the policies of the database read."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models.accounts import Account
from kring.ground.access.models.anchors import Dossier, Subject


class Involvement(models.Model):
    """An account has a role in a dossier, with a period and a ground."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="involvements", verbose_name=_("dossier"))
    account = models.ForeignKey(Account, models.PROTECT, related_name="involvements", verbose_name=_("account"))
    role = models.CharField(_("rol"), max_length=30)
    laws = ArrayField(models.CharField(max_length=20), verbose_name=_("eigen wetten"), default=list, blank=True)
    started_at = models.DateTimeField(_("vanaf"))
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)
    ground = models.CharField(_("grond"), max_length=400)

    personal = ("dossier", "account", "ground")
    plain = ("id", "role", "laws", "started_at", "ended_at")

    class Meta:
        verbose_name = _("betrokkenheid")
        verbose_name_plural = _("betrokkenheden")

    def __str__(self) -> str:
        return self.role


class Representation(models.Model):
    """Someone may read for a child, by parental authority: until the child's sixteenth birthday (BR-084)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    holder = models.ForeignKey(Subject, models.PROTECT, related_name="represents", verbose_name=_("houder"))
    child = models.ForeignKey(Subject, models.PROTECT, related_name="represented_by", verbose_name=_("kind"))
    started_at = models.DateTimeField(_("vanaf"))
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=60)

    personal = ("holder", "child")
    plain = ("id", "started_at", "ended_at", "source")

    class Meta:
        verbose_name = _("vertegenwoordiging")
        verbose_name_plural = _("vertegenwoordigingen")
        constraints = [models.UniqueConstraint(fields=["holder", "child", "started_at"], name="one_representation")]

    def __str__(self) -> str:
        return str(self.id)


class Grant(models.Model):
    """One key that opens one part for one account: a dossier, a pair, a subject, a subject's law or an organisation.

    Levels up to 2 hold each other; a grant of 3 or 4 opens that level only (access design §2). Every grant reads;
    `writes` says whether its rows may be written too.
    """

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(
        Account, models.PROTECT, related_name="grants", db_index=False, verbose_name=_("account")
    )
    part = models.CharField(_("onderdeel"), max_length=40)
    key = models.UUIDField(_("sleutel"))
    max_level = models.PositiveSmallIntegerField(_("hoogste niveau"))
    writes = models.PositiveSmallIntegerField(_("schrijft"), default=0)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="grants", null=True, verbose_name=_("dossier"))
    valid_from = models.DateTimeField(_("vanaf"))
    valid_until = models.DateTimeField(_("tot"), null=True)
    source = models.CharField(_("herkomst"), max_length=60)

    personal = ("account", "key", "dossier")
    plain = ("id", "part", "max_level", "writes", "valid_from", "valid_until", "source")

    class Meta:
        verbose_name = _("recht")
        verbose_name_plural = _("rechten")
        indexes = [
            models.Index(
                fields=["account", "part", "max_level", "dossier"],
                include=["key", "writes", "valid_from", "valid_until"],
                name="grant_lookup",
            ),
        ]

    def __str__(self) -> str:
        return self.part
