"""What ties persons together: family, authority, and living under one roof for a time."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Subject
from kring.ground.organisations.models import Organisation


class RelationKind(models.TextChoices):
    PARENT = "parent", _("ouder van")
    PARTNER = "partner", _("partner van")


class Relation(models.Model):
    """`subject` is parent or partner of `other`; partners are stored both ways."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("betrokkene"))
    other = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("ander"))
    kind = models.CharField(_("soort"), max_length=8, choices=RelationKind)
    source = models.CharField(_("bron"), max_length=60)
    started_on = models.DateField(_("vanaf"), null=True, blank=True)
    ended_on = models.DateField(_("tot"), null=True, blank=True)

    personal = ("subject", "other", "kind", "started_on", "ended_on")
    plain = ("id", "source")

    class Meta:
        verbose_name = _("familieband")
        verbose_name_plural = _("familiebanden")
        constraints = [
            models.UniqueConstraint(fields=["subject", "other", "kind"], name="one_relation_of_a_kind"),
            models.CheckConstraint(condition=~models.Q(subject=models.F("other")), name="no_relation_with_self"),
        ]
        indexes = [models.Index(fields=["other"], name="relation_other")]

    def __str__(self) -> str:
        return self.kind


class AuthorityKind(models.TextChoices):
    """The six kinds of the BRP."""

    JOINT_PARENTS = "joint_parents", _("tweehoofdig ouderlijk gezag")
    ONE_PARENT = "one_parent", _("eenhoofdig ouderlijk gezag")
    SHARED = "shared", _("gezamenlijk gezag")
    GUARDIAN = "guardian", _("voogdij")
    NOBODY = "nobody", _("tijdelijk geen gezag")
    UNDETERMINED = "undetermined", _("niet te bepalen")


class Authority(models.Model):
    """Who has authority over a child, by which source, on which day. No holder: a guardian we hold no data of."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("kind"))
    holder = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("houder")
    )
    kind = models.CharField(_("soort"), max_length=14, choices=AuthorityKind)
    source = models.CharField(_("bron"), max_length=60)
    checked_on = models.DateField(_("nagekeken op"))
    ended_on = models.DateField(_("tot"), null=True, blank=True)

    personal = ("subject", "holder", "kind", "ended_on")
    plain = ("id", "source", "checked_on")

    class Meta:
        verbose_name = _("gezag")
        verbose_name_plural = _("gezag")
        indexes = [models.Index(fields=["subject"], name="authority_over")]

    def __str__(self) -> str:
        return self.kind


class Household(models.Model):
    """People at one address who are family. An address alone makes no household, nor does a tie alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    controller = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("verwerkingsverantwoordelijke")
    )
    area = models.UUIDField(_("gebied"), null=True, blank=True)
    municipality_code = models.CharField(_("gemeentecode"), max_length=4, blank=True)

    personal = ()
    plain = ("id", "controller", "area", "municipality_code")

    class Meta:
        verbose_name = _("huishouden")
        verbose_name_plural = _("huishoudens")

    def __str__(self) -> str:
        return str(self.id)


class HouseholdMember(models.Model):
    """Someone lived in a household from–until; a child of separated parents may be in two."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    household = models.ForeignKey(Household, models.PROTECT, related_name="members", verbose_name=_("huishouden"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("betrokkene"))
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("tot"), null=True, blank=True)

    personal = ("household", "subject", "started_on", "ended_on")
    plain = ("id",)

    class Meta:
        verbose_name = _("lid van een huishouden")
        verbose_name_plural = _("leden van huishoudens")
        constraints = [
            models.UniqueConstraint(
                fields=["household", "subject"],
                condition=models.Q(ended_on=None),
                name="member_once_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["subject"], name="household_of")]

    def __str__(self) -> str:
        return str(self.id)
