"""Provisions across laws. `law` is part of every key: one law's rows are never shown for another law's work."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Subject
from kring.ground.access.parts import Law
from kring.ground.organisations.models import Organisation

LAWS = [(law.value, law.label) for law in Law]


class Provider(models.Model):
    """Who delivers: a care provider by its AGB code, or by name alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("naam"), max_length=160)
    agb_code = models.CharField(_("AGB-code"), max_length=8, blank=True)

    personal = ()
    plain = ("id", "name", "agb_code")

    class Meta:
        verbose_name = _("aanbieder")
        verbose_name_plural = _("aanbieders")
        constraints = [
            models.UniqueConstraint(fields=["agb_code"], condition=~models.Q(agb_code=""), name="one_provider_per_agb"),
            models.UniqueConstraint(fields=["name"], condition=models.Q(agb_code=""), name="one_provider_per_name"),
        ]

    def __str__(self) -> str:
        return self.name


class ProvisionState(models.TextChoices):
    ASSIGNED = "assigned", _("toegewezen")
    RUNNING = "running", _("gestart")
    STOPPED = "stopped", _("gestopt")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Provision(models.Model):
    """One help under one law for one person: what, by whom, from when to when, and where we know it from."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    law = models.CharField(_("wet"), max_length=20, choices=LAWS)
    product = models.CharField(_("voorziening"), max_length=200)
    category_code = models.CharField(_("productcategorie"), max_length=2, blank=True)
    product_code = models.CharField(_("productcode"), max_length=5, blank=True)
    provider = models.ForeignKey(
        Provider, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("aanbieder")
    )
    municipality_code = models.CharField(_("gemeentecode"), max_length=4, blank=True)
    case_number = models.CharField(_("zaak- of toewijzingsnummer"), max_length=60, blank=True)
    volume = models.CharField(_("omvang"), max_length=60, blank=True)
    assigned_volume = models.IntegerField(_("toegewezen volume"), null=True, blank=True)
    assigned_unit = models.CharField(_("toegewezen eenheid"), max_length=2, blank=True)
    assigned_frequency = models.CharField(_("toegewezen frequentie"), max_length=1, blank=True)
    budget_cents = models.BigIntegerField(_("toegewezen budget, in centen"), null=True, blank=True)
    started_on = models.DateField(_("vanaf"))
    ended_on = models.DateField(_("tot en met"), null=True, blank=True)
    actual_start_on = models.DateField(_("werkelijk gestart op"), null=True, blank=True)
    actual_end_on = models.DateField(_("werkelijk gestopt op"), null=True, blank=True)
    stop_reason = models.CharField(_("reden van stoppen"), max_length=2, blank=True)
    state = models.CharField(_("stand"), max_length=10, choices=ProvisionState, default=ProvisionState.ASSIGNED)
    told_by_family = models.BooleanField(_("alleen bekend van het gezin"), default=False)
    source = models.CharField(_("bron"), max_length=60)
    source_key = models.CharField(_("sleutel bij de bron"), max_length=120, blank=True)
    stated_at = models.DateTimeField(_("volgens opgave van"), null=True, blank=True)

    personal = (
        "subject", "law", "product", "category_code", "product_code", "provider", "case_number", "volume",
        "assigned_volume", "assigned_unit", "assigned_frequency", "budget_cents", "started_on", "ended_on",
        "actual_start_on", "actual_end_on", "stop_reason", "state", "told_by_family", "stated_at",
    )  # fmt: skip
    plain = ("id", "municipality_code", "source", "source_key")

    class Meta:
        verbose_name = _("voorziening")
        verbose_name_plural = _("voorzieningen")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"],
                condition=~models.Q(source_key=""),
                name="one_provision_per_source_key",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="provision_ends_after_start",
            ),
        ]
        indexes = [models.Index(fields=["subject", "law"], name="provision_of")]

    def __str__(self) -> str:
        return self.product


class EventKind(models.TextChoices):
    START = "start", _("start zorg (305)")
    STOP = "stop", _("stop zorg (307)")


class EventState(models.TextChoices):
    ACTIVE = "active", _("geldt")
    WAITING = "waiting", _("wacht op de start of de toewijzing")
    REPLACED = "replaced", _("vervangen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class ProvisionEvent(models.Model):
    """A start or stop as the provider reported it; what is replaced or withdrawn stays in history.

    Without a provision it waits for the assignment with this number, for this person and this provider (`sender`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    provision = models.ForeignKey(
        Provision, models.PROTECT, related_name="events", null=True, verbose_name=_("voorziening")
    )
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    law = models.CharField(_("wet"), max_length=20, choices=LAWS)
    kind = models.CharField(_("soort"), max_length=5, choices=EventKind)
    case_number = models.CharField(_("toewijzingsnummer"), max_length=60, blank=True)
    category_code = models.CharField(_("productcategorie"), max_length=2, blank=True)
    product_code = models.CharField(_("productcode"), max_length=5, blank=True)
    began_on = models.DateField(_("begindatum"))
    ended_on = models.DateField(_("einddatum"), null=True, blank=True)
    reason = models.CharField(_("reden"), max_length=2, blank=True)
    state = models.CharField(_("stand"), max_length=9, choices=EventState, default=EventState.ACTIVE)
    sender = models.CharField(_("AGB-code van de afzender"), max_length=8, blank=True)
    message = models.CharField(_("berichtkenmerk"), max_length=40)
    reported_on = models.DateField(_("gemeld op"), null=True)

    personal = (
        "provision", "subject", "law", "kind", "case_number", "category_code", "product_code", "began_on", "ended_on",
        "reason", "state", "sender", "reported_on",
    )  # fmt: skip
    plain = ("id", "message")

    class Meta:
        verbose_name = _("start of stop")
        verbose_name_plural = _("starts en stops")
        indexes = [models.Index(fields=["subject", "law"], name="event_of")]

    def __str__(self) -> str:
        return self.kind


class CostState(models.TextChoices):
    KNOWN = "known", _("bekend")
    ESTIMATED = "estimated", _("geschat")
    UNKNOWN = "unknown", _("onbekend")
    ELSEWHERE = "elsewhere", _("niet van de gemeente")


class ProvisionCost(models.Model):
    """What a provision costs the municipality, in euro cents; unknown is counted apart and never zero (BR-123)."""

    provision = models.OneToOneField(
        Provision, models.PROTECT, primary_key=True, related_name="cost", verbose_name=_("voorziening")
    )
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    law = models.CharField(_("wet"), max_length=20, choices=LAWS)
    state = models.CharField(_("stand van de kosten"), max_length=9, choices=CostState)
    cents_per_year = models.BigIntegerField(_("per jaar, in centen"), null=True, blank=True)
    cents_once = models.BigIntegerField(_("eenmalig, in centen"), null=True, blank=True)
    cents_declared = models.BigIntegerField(_("gedeclareerd, in centen"), null=True, blank=True)

    personal = ("provision", "subject", "law", "state", "cents_per_year", "cents_once", "cents_declared")
    plain = ()

    class Meta:
        verbose_name = _("kosten van een voorziening")
        verbose_name_plural = _("kosten van voorzieningen")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["known", "estimated"])
                | models.Q(cents_per_year__isnull=False)
                | models.Q(cents_once__isnull=False)
                | models.Q(cents_declared__isnull=False),
                name="known_cost_has_amount",
            )
        ]

    def __str__(self) -> str:
        return self.state


class Declaration(models.Model):
    """One line of a declaration (323): delivered volume and amount in a period, in euro cents; credit is negative.

    One reference may stand in a message more than once, so the place in the message is part of the key.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    provision = models.ForeignKey(
        Provision, models.PROTECT, related_name="declarations", null=True, verbose_name=_("voorziening")
    )
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    law = models.CharField(_("wet"), max_length=20, choices=LAWS)
    reference = models.CharField(_("referentie"), max_length=40)
    previous = models.CharField(_("referentie van wat wordt gecrediteerd"), max_length=40, blank=True)
    message = models.CharField(_("berichtkenmerk"), max_length=40)
    position = models.PositiveIntegerField(_("plaats in het bericht"))
    case_number = models.CharField(_("toewijzingsnummer"), max_length=60, blank=True)
    category_code = models.CharField(_("productcategorie"), max_length=2, blank=True)
    product_code = models.CharField(_("productcode"), max_length=5, blank=True)
    began_on = models.DateField(_("periode van"))
    ended_on = models.DateField(_("periode tot en met"))
    volume = models.BigIntegerField(_("geleverd volume"))
    unit = models.CharField(_("eenheid"), max_length=2)
    cents = models.BigIntegerField(_("bedrag in centen"))
    sender = models.CharField(_("AGB-code van de afzender"), max_length=8, blank=True)

    personal = (
        "provision", "subject", "law", "case_number", "category_code", "product_code", "began_on", "ended_on", "volume",
        "unit", "cents", "sender",
    )  # fmt: skip
    plain = ("id", "reference", "previous", "message", "position")

    class Meta:
        verbose_name = _("gedeclareerde prestatie")
        verbose_name_plural = _("gedeclareerde prestaties")
        constraints = [models.UniqueConstraint(fields=["message", "reference", "position"], name="declared_once")]
        indexes = [models.Index(fields=["subject", "law"], name="declaration_of")]

    def __str__(self) -> str:
        return self.reference


class Helper(models.Model):
    """A professional known by name round one provision: helpers are counted from persons, not guessed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    provision = models.ForeignKey(Provision, models.PROTECT, related_name="helpers", verbose_name=_("voorziening"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("voor wie"))
    law = models.CharField(_("wet"), max_length=20, choices=LAWS)
    name = models.CharField(_("naam"), max_length=120)
    function = models.CharField(_("functie"), max_length=120, blank=True)
    organisation_name = models.CharField(_("organisatie"), max_length=160, blank=True)

    personal = ("provision", "subject", "law", "name")
    plain = ("id", "function", "organisation_name")

    class Meta:
        verbose_name = _("hulpverlener")
        verbose_name_plural = _("hulpverleners")
        constraints = [
            models.UniqueConstraint(fields=["provision", "name", "organisation_name"], name="helper_once_per_provision")
        ]
        indexes = [models.Index(fields=["subject", "law"], name="helper_of")]

    def __str__(self) -> str:
        return self.name


class Received(models.Model):
    """A message or file that was taken: what its sender may not use or declare again (TR056, TR318, TR333)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    kind = models.CharField(_("soort"), max_length=6)
    sender = models.CharField(_("afzender"), max_length=60)
    identification = models.CharField(_("kenmerk"), max_length=40)
    dated = models.DateField(_("dagtekening"))
    digest = models.CharField(_("controlegetal van de inhoud"), max_length=64)
    declared_as = models.CharField(_("declaratienummer"), max_length=12, blank=True)
    declared_from = models.DateField(_("declaratieperiode vanaf"), null=True)

    personal = ()
    plain = (
        "id",
        "organisation",
        "kind",
        "sender",
        "identification",
        "dated",
        "digest",
        "declared_as",
        "declared_from",
    )

    class Meta:
        verbose_name = _("ontvangen bericht")
        verbose_name_plural = _("ontvangen berichten")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "sender", "identification", "dated"],
                name="one_message_per_identification",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.identification}"
