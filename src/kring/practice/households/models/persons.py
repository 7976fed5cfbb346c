"""A person, cut into the parts of the permission table: name, identity, BSN, addresses, contact."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Subject
from kring.ground.organisations.models import Organisation
from kring.ground.shared.levels import Level


class Person(models.Model):
    """The name of a subject. `sort_name` is made in Python: the database knows no Dutch order.

    `sounds`: by what else the name is found. They stand and fall with the row, so who may not see it finds nothing.
    """

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, related_name="+", verbose_name=_("betrokkene")
    )
    display_name = models.CharField(_("naam"), max_length=200)
    sort_name = models.CharField(_("sorteernaam"), max_length=200)
    first_names = models.CharField(_("voornamen"), max_length=200, blank=True)
    prefix = models.CharField(_("voorvoegsel"), max_length=30, blank=True)
    surname = models.CharField(_("geslachtsnaam"), max_length=200, blank=True)
    sounds = models.TextField(_("klanken"), blank=True, default="")

    personal = ("subject", "display_name", "sort_name", "first_names", "prefix", "surname", "sounds")
    plain = ()

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")

    def __str__(self) -> str:
        return self.display_name


class PersonIdentity(models.Model):
    """Birth (possibly partial), sex as given, death, and the marks of the register."""

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, related_name="+", verbose_name=_("betrokkene")
    )
    birth_year = models.PositiveSmallIntegerField(_("geboortejaar"), null=True, blank=True)
    birth_month = models.PositiveSmallIntegerField(_("geboortemaand"), null=True, blank=True)
    birth_day = models.PositiveSmallIntegerField(_("geboortedag"), null=True, blank=True)
    sex = models.CharField(_("geslacht"), max_length=1, blank=True, help_text=_("M, V of O, zoals opgegeven"))
    deceased = models.BooleanField(_("overleden"), default=False)
    deceased_on = models.DateField(_("overleden op"), null=True, blank=True)
    secrecy = models.BooleanField(_("geheimhouding"), default=False)
    in_investigation = models.BooleanField(_("gegevens in onderzoek bij de BRP"), default=False)
    suspended = models.CharField(_("opschorting bijhouding"), max_length=40, blank=True)

    personal = (
        "subject", "birth_year", "birth_month", "birth_day", "sex", "deceased", "deceased_on", "secrecy",
        "in_investigation", "suspended",
    )  # fmt: skip
    plain = ()

    class Meta:
        verbose_name = _("identiteit van een persoon")
        verbose_name_plural = _("identiteiten van personen")
        indexes = [models.Index(fields=["birth_year", "birth_month", "birth_day"], name="born_on")]

    def __str__(self) -> str:
        return str(self.pk)


class PersonBsn(models.Model):
    """The BSN, encrypted; found by its keyed hash only. Unique per controller, never per installation (BR-092)."""

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, related_name="+", verbose_name=_("betrokkene")
    )
    controller = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("verwerkingsverantwoordelijke")
    )
    bsn_encrypted = models.BinaryField(_("bsn, versleuteld"))
    bsn_hmac = models.BinaryField(_("zoeksleutel van het bsn"), max_length=32)

    personal = ("subject", "bsn_encrypted", "bsn_hmac")
    plain = ("controller",)

    class Meta:
        verbose_name = _("burgerservicenummer")
        verbose_name_plural = _("burgerservicenummers")
        constraints = [models.UniqueConstraint(fields=["controller", "bsn_hmac"], name="one_person_per_bsn")]

    def __str__(self) -> str:
        return str(self.pk)


class AddressKind(models.TextChoices):
    """How much of an address is known; only a full address can make people a household.

    A briefadres is where post goes, not where someone lives.
    """

    FULL = "full", _("volledig adres")
    LETTER = "letter", _("briefadres")
    PARTIAL = "partial", _("onvolledig adres")
    LOCATION = "location", _("locatiebeschrijving")
    FOREIGN = "foreign", _("adres in het buitenland")
    UNKNOWN = "unknown", _("onbekend")


HOUSED = (AddressKind.FULL, AddressKind.LETTER)
"""Whoever is registered so belongs to a household; at a briefadres to one of his own."""


class PersonAddress(models.Model):
    """An address with its dates. With a secrecy mark it is level 4 from import on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("betrokkene"))
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.CONTACT)
    kind = models.CharField(_("soort adres"), max_length=8, choices=AddressKind)
    street = models.CharField(_("straat"), max_length=200, blank=True)
    number = models.CharField(_("huisnummer"), max_length=10, blank=True)
    suffix = models.CharField(_("toevoeging"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=6, blank=True)
    place = models.CharField(_("plaats"), max_length=120, blank=True)
    municipality_code = models.CharField(_("gemeentecode"), max_length=4, blank=True)
    area = models.UUIDField(_("gebied"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=60)
    started_on = models.DateField(_("vanaf"), null=True, blank=True)
    ended_on = models.DateField(_("tot"), null=True, blank=True)

    personal = (
        "subject", "street", "number", "suffix", "postcode", "place", "municipality_code", "area", "started_on",
        "ended_on",
    )  # fmt: skip
    plain = ("id", "level", "kind", "source")

    class Meta:
        verbose_name = _("adres")
        verbose_name_plural = _("adressen")
        indexes = [
            models.Index(fields=["subject"], name="address_of"),
            models.Index(fields=["postcode", "number"], name="address_place"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class ContactKind(models.TextChoices):
    PHONE = "phone", _("telefoon")
    EMAIL = "email", _("e-mail")
    SCHOOL = "school", _("school")


class PersonContact(models.Model):
    """A way to reach someone, or the school a child goes to; each row has its own level. What has ended stays."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("betrokkene"))
    level = models.PositiveSmallIntegerField(_("beschermniveau"), choices=Level, default=Level.CONTACT)
    kind = models.CharField(_("soort"), max_length=6, choices=ContactKind)
    value = models.CharField(_("gegeven"), max_length=200)
    source = models.CharField(_("bron"), max_length=60)
    started_on = models.DateField(_("vanaf"), null=True, blank=True)
    ended_on = models.DateField(_("tot"), null=True, blank=True)

    personal = ("subject", "value", "started_on", "ended_on")
    plain = ("id", "level", "kind", "source")

    class Meta:
        verbose_name = _("contactgegeven")
        verbose_name_plural = _("contactgegevens")
        indexes = [models.Index(fields=["subject"], name="contact_of")]

    def __str__(self) -> str:
        return self.kind
