"""What somebody asks about the data that are held: when, for whom, and what became of it within the term of the law."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Account, Subject
from kring.ground.organisations.models import Organisation


class Right(models.TextChoices):
    """The right that is used."""

    ACCESS = "access", _("inzage")
    CORRECTION = "correction", _("correctie")
    DELETION = "deletion", _("vernietiging")


class Channel(models.TextChoices):
    ACCOUNT = "account", _("eigen account")
    LETTER = "letter", _("brief")
    EMAIL = "email", _("e-mail")
    PHONE = "phone", _("telefoon")
    DESK = "desk", _("aan de balie of bij een gesprek")


class Capacity(models.TextChoices):
    """In which capacity somebody asks (BR-084, BR-106)."""

    SELF = "self", _("voor zichzelf")
    PARENT = "parent", _("als ouder met gezag, voor een kind jonger dan 16")
    REPRESENTATIVE = "representative", _("als vertegenwoordiger")


class RefusalGround(models.TextChoices):
    """Why data that somebody wants destroyed stay (Wmo 2015 5.3.5, Jeugdwet 7.3.9)."""

    OTHERS = "others", _("een ander heeft er een groot belang bij dat het blijft")
    LAW = "law", _("een wet verbiedt dat het wordt vernietigd")


class RequestState(models.TextChoices):
    """Handbook §3.3: judged and given are one step, because the decision is the judgement."""

    RECEIVED = "received", _("ontvangen")
    CHECKED = "checked", _("identiteit gecontroleerd")
    COLLECTED = "collected", _("verzameld")
    GIVEN = "given", _("gegeven")
    PARTLY = "partly", _("deels gegeven")
    REFUSED = "refused", _("geweigerd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class DataRequest(models.Model):
    """One request with its clock: a month, and two more with a reason (GDPR 12 lid 3, BR-105).

    `asked_by` is the own account through which it was asked, and to which the answer goes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("over wie"))
    about = models.CharField(_("over wie"), max_length=200)
    right = models.CharField(_("wat wordt gevraagd"), max_length=10, choices=Right)
    channel = models.CharField(_("hoe"), max_length=8, choices=Channel)
    capacity = models.CharField(_("namens wie"), max_length=14, choices=Capacity)
    asker = models.CharField(_("wie vraagt het"), max_length=200)
    asked_by = models.ForeignKey(
        Account, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("account")
    )
    words = models.TextField(_("in eigen woorden"), max_length=2000, blank=True)
    received_on = models.DateField(_("ontvangen op"))
    written_by = models.UUIDField(_("opgeschreven door"))
    due_on = models.DateField(_("uiterlijk"))
    extended_because = models.CharField(_("reden van verlenging"), max_length=400, blank=True)
    checked_on = models.DateField(_("identiteit gecontroleerd op"), null=True, blank=True)
    checked_how = models.CharField(_("hoe gecontroleerd"), max_length=200, blank=True)
    state = models.CharField(_("stand"), max_length=10, choices=RequestState, default=RequestState.RECEIVED)
    collected_at = models.DateTimeField(_("verzameld op"), null=True, blank=True)
    summary = models.JSONField(_("wat er is gevonden, in aantallen"), default=dict, blank=True)
    others_weighed = models.CharField(_("afweging over anderen en over veiligheid"), max_length=800, blank=True)
    withheld = models.JSONField(_("onderdelen die niet worden gegeven"), default=list, blank=True)
    refusal = models.CharField(_("grond van de weigering"), max_length=6, choices=RefusalGround, blank=True)
    answer = models.TextField(_("uitleg aan wie het vroeg"), max_length=2000, blank=True)
    value_before = models.TextField(_("wat er stond"), max_length=2000, blank=True)
    value_after = models.TextField(_("wat er nu staat"), max_length=2000, blank=True)
    decided_on = models.DateField(_("besloten op"), null=True, blank=True)
    decided_by = models.UUIDField(_("besloten door"), null=True, blank=True)

    personal = (
        "subject", "about", "asker", "asked_by", "words", "extended_because", "checked_how", "others_weighed", "answer",
        "value_before", "value_after",
    )  # fmt: skip
    plain = (
        "id", "organisation", "right", "channel", "capacity", "received_on", "written_by", "due_on", "checked_on",
        "state", "collected_at", "summary", "withheld", "refusal", "decided_on", "decided_by",
    )  # fmt: skip

    class Meta:
        verbose_name = _("verzoek over gegevens")
        verbose_name_plural = _("verzoeken over gegevens")
        indexes = [models.Index(fields=["organisation", "state", "due_on"], name="request_of")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=("partly", "refused")) | ~models.Q(answer=""),
                name="request_less_than_asked_has_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(right=Right.DELETION, state=RequestState.REFUSED) | ~models.Q(refusal=""),
                name="data_kept_on_a_ground",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.received_on} {self.right}"


class Package(models.Model):
    """Everything that is held about one person, as a zip. `account` may fetch it; it goes after its term."""

    request = models.OneToOneField(
        DataRequest, models.CASCADE, primary_key=True, related_name="+", verbose_name=_("verzoek")
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    account = models.ForeignKey(
        Account, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("wie het ophaalt")
    )
    content = models.BinaryField(_("inhoud"))
    size = models.PositiveIntegerField(_("grootte in bytes"))
    made_at = models.DateTimeField(_("gemaakt op"))
    expires_on = models.DateField(_("wordt verwijderd op"))

    personal = ("account", "content")
    plain = ("request", "organisation", "size", "made_at", "expires_on")

    class Meta:
        verbose_name = _("pakket met gegevens")
        verbose_name_plural = _("pakketten met gegevens")

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d}"
