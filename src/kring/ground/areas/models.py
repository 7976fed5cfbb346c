"""An area is what an area team works in; neighbourhoods and address points say where an address belongs."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.organisations.models import Organisation, Team


class Area(models.Model):
    """An area of the co-operation; may span municipalities (2019: Langedijk en Heerhugowaard-Noord)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("naam"), max_length=120, unique=True)
    team = models.ForeignKey(
        Team, models.PROTECT, related_name="areas", null=True, blank=True, verbose_name=_("gebiedsteam")
    )
    municipalities = models.ManyToManyField(
        Organisation, through="AreaMunicipality", related_name="areas", verbose_name=_("gemeenten")
    )
    ended_on = models.DateField(_("beëindigd per"), null=True, blank=True)

    personal = ()
    plain = ("id", "name", "team", "municipalities", "ended_on")

    class Meta:
        verbose_name = _("gebied")
        verbose_name_plural = _("gebieden")

    def __str__(self) -> str:
        return self.name


class AreaMunicipality(models.Model):
    """An area lies, wholly or in part, in this municipality."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name=_("gebied"))
    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))

    personal = ()
    plain = ("id", "area", "municipality")

    class Meta:
        verbose_name = _("gemeente van een gebied")
        verbose_name_plural = _("gemeenten van gebieden")
        constraints = [models.UniqueConstraint(fields=["area", "municipality"], name="municipality_once_per_area")]

    def __str__(self) -> str:
        return str(self.id)


class Neighbourhood(models.Model):
    """A neighbourhood of one municipality, laid in one area."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Organisation, models.PROTECT, related_name="neighbourhoods", verbose_name=_("gemeente")
    )
    area = models.ForeignKey(
        Area, models.PROTECT, related_name="neighbourhoods", null=True, blank=True, verbose_name=_("gebied")
    )
    code = models.CharField(_("code"), max_length=12, unique=True)
    name = models.CharField(_("naam"), max_length=120)

    personal = ()
    plain = ("id", "municipality", "area", "code", "name")

    class Meta:
        verbose_name = _("buurt")
        verbose_name_plural = _("buurten")

    def __str__(self) -> str:
        return self.name


class AddressPoint(models.Model):
    """Where a postcode with number lies: coordinates in metres (RD) and the neighbourhood."""

    id = models.BigAutoField(primary_key=True)
    postcode = models.CharField(_("postcode"), max_length=6)
    number = models.PositiveIntegerField(_("huisnummer"))
    x = models.FloatField(_("x (m)"))
    y = models.FloatField(_("y (m)"))
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="points", verbose_name=_("buurt"))

    personal = ()
    plain = ("id", "postcode", "number", "x", "y", "neighbourhood")

    class Meta:
        verbose_name = _("adrespunt")
        verbose_name_plural = _("adrespunten")
        constraints = [models.UniqueConstraint(fields=["postcode", "number"], name="one_point_per_address")]

    def __str__(self) -> str:
        return f"{self.postcode} {self.number}"
