"""Dossier and subject: the two things everything about people hangs on.

A child in two dossiers has one Subject, and two sets of dossier rows that never see each other.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.organisations.models import Organisation
from kring.ground.shared.levels import Level


class SubjectKind(models.TextChoices):
    PERSON = "person", _("persoon")
    NETWORK = "network", _("netwerklid")
    VOLUNTEER = "volunteer", _("vrijwilliger")


class Subject(models.Model):
    """Someone whose data we hold. Imported people have a subject and no dossier, and then nobody reads them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    controller = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("verwerkingsverantwoordelijke")
    )
    kind = models.CharField(_("soort"), max_length=10, choices=SubjectKind, default=SubjectKind.PERSON)
    shield = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.CONTACT)

    personal = ()
    plain = ("id", "controller", "kind", "shield")

    class Meta:
        verbose_name = _("betrokkene")
        verbose_name_plural = _("betrokkenen")

    def __str__(self) -> str:
        return str(self.id)


class DossierState(models.TextChoices):
    NAMED = "named", _("op naam gebracht")
    ASKED = "asked", _("gezin gevraagd")
    ACTIVE = "active", _("actief")
    CLOSED = "closed", _("afgesloten")


class Dossier(models.Model):
    """The anchor of a family's shared work: who is controller, where it stands, how far it is shielded (ADR 1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    controller = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("verwerkingsverantwoordelijke")
    )
    label = models.CharField(_("naam"), max_length=120)
    area = models.UUIDField(_("gebied"), null=True, blank=True)
    state = models.CharField(_("stand"), max_length=10, choices=DossierState, default=DossierState.NAMED)
    shield = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.CONTACT)
    opened_on = models.DateField(_("begonnen op"))
    closed_on = models.DateField(_("afgesloten op"), null=True, blank=True)

    personal = ("label",)
    plain = ("id", "controller", "area", "state", "shield", "opened_on", "closed_on")

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")

    def __str__(self) -> str:
        return self.label


class DossierSubject(models.Model):
    """A subject belongs to a dossier for a period; every dossier row about someone refers to this pair."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="members", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="memberships", verbose_name=_("betrokkene"))
    role = models.CharField(_("rol in het gezin"), max_length=60, blank=True)
    started_at = models.DateTimeField(_("vanaf"))
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)

    personal = ("dossier", "subject", "role")
    plain = ("id", "started_at", "ended_at")

    class Meta:
        verbose_name = _("lid van een dossier")
        verbose_name_plural = _("leden van dossiers")
        constraints = [models.UniqueConstraint(fields=["dossier", "subject"], name="subject_once_per_dossier")]

    def __str__(self) -> str:
        return str(self.id)


class PartySource(models.TextChoices):
    """Where it is known from that this professional is there."""

    ACCOUNT = "Kring", _("werkt mee in Kring")
    FAMILY = "gezin", _("verteld door het gezin")
    PROVISION = "voorziening", _("genoemd door de aanbieder")
    DOCUMENT = "document", _("staat in een document")


class Party(models.Model):
    """A professional round the family, as a person with function and organisation: "who is who" is a fact.

    With `account` it follows from the role of who works along. The others are written down; that opens nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="parties", verbose_name=_("dossier"))
    account = models.UUIDField(_("account"), null=True, blank=True)
    name = models.CharField(_("naam"), max_length=120)
    function = models.CharField(_("functie"), max_length=120, blank=True)
    organisation_name = models.CharField(_("organisatie"), max_length=120, blank=True)
    phone = models.CharField(_("telefoon"), max_length=30, blank=True)
    source = models.CharField(_("bron"), max_length=60, choices=PartySource)
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("tot"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_because = models.CharField(_("reden van intrekken"), max_length=400, blank=True)

    personal = ("dossier", "account", "name", "phone", "withdrawn_because")
    plain = ("id", "function", "organisation_name", "source", "started_on", "ended_on", "withdrawn_at")

    class Meta:
        verbose_name = _("betrokken professional")
        verbose_name_plural = _("betrokken professionals")

    def __str__(self) -> str:
        return f"{self.name} ({self.function})"
