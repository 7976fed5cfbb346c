"""A need that was reported under the Wmo, what was investigated block by block, and when the clock stood still.

All of it stands in the file of the law about one person: it opens with that law, as the help itself does.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.ground.access.parts import Law
from kring.practice.investigation.rules.blocks import Block
from kring.practice.investigation.rules.steps import NEEDS_REASON, Decision, Identity, Safety, State
from kring.practice.investigation.rules.words import LONGEST, LONGEST_LINE, LONGEST_NAME

WMO = [(Law.WMO.value, Law.WMO.label)]


class Investigation(models.Model):
    """From the report of a need to a decision, or to none. `state` says how far; each step has its day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("over wie"))
    law = models.CharField(_("wet"), max_length=20, choices=WMO, default=Law.WMO.value)
    state = models.CharField(
        _("stand"), max_length=14, choices=[(one.value, one.label) for one in State], default=State.REPORTED.value
    )
    reported_on = models.DateField(_("gemeld op"))
    reported_by = models.CharField(_("gemeld door"), max_length=LONGEST_NAME)
    need = models.TextField(_("wat is er gemeld"), max_length=LONGEST)
    caller = models.CharField(_("wie belt"), max_length=LONGEST_NAME)
    call_by = models.DateField(_("belt uiterlijk op"))
    confirmed_on = models.DateField(_("bevestigd op"), null=True, blank=True)
    safety = models.CharField(
        _("basiszorg en veiligheid"), max_length=8, choices=[(one.value, one.label) for one in Safety], blank=True
    )
    safety_words = models.CharField(_("wat is er gezien"), max_length=LONGEST_LINE, blank=True)
    client_offered_on = models.DateField(_("cliëntondersteuning aangeboden op"), null=True, blank=True)
    client_answer = models.CharField(_("antwoord"), max_length=LONGEST_LINE, blank=True)
    carer_name = models.CharField(_("mantelzorger"), max_length=LONGEST_NAME, blank=True)
    carer_offered_on = models.DateField(_("aan de mantelzorger aangeboden op"), null=True, blank=True)
    carer_answer = models.CharField(_("antwoord van de mantelzorger"), max_length=LONGEST_LINE, blank=True)
    identity = models.CharField(
        _("document gezien"), max_length=8, choices=[(one.value, one.label) for one in Identity], blank=True
    )
    identity_seen_on = models.DateField(_("gezien op"), null=True, blank=True)
    plan_received_on = models.DateField(_("persoonlijk plan ontvangen op"), null=True, blank=True)
    plan_words = models.TextField(_("persoonlijk plan"), max_length=LONGEST, blank=True)
    urgent_from = models.DateField(_("hulp met spoed vanaf"), null=True, blank=True)
    urgent_what = models.CharField(_("hulp met spoed"), max_length=LONGEST_LINE, blank=True)
    started_on = models.DateField(_("onderzoek begonnen op"), null=True, blank=True)
    sent_on = models.DateField(_("verslag verstuurd op"), null=True, blank=True)
    applied_on = models.DateField(_("aanvraag ontvangen op"), null=True, blank=True)
    decided_on = models.DateField(_("besluit genomen op"), null=True, blank=True)
    decision = models.CharField(
        _("besluit"), max_length=8, choices=[(one.value, one.label) for one in Decision], blank=True
    )
    ended_on = models.DateField(_("gestopt op"), null=True, blank=True)
    ended_because = models.CharField(_("reden van stoppen"), max_length=LONGEST_LINE, blank=True)
    written_by = models.UUIDField(_("onderzoeker"))
    written_by_name = models.CharField(_("naam van de onderzoeker"), max_length=LONGEST_NAME)
    written_at = models.DateTimeField(_("opgeschreven op"))

    personal = (
        "dossier", "subject", "law", "reported_by", "need", "caller", "safety", "safety_words", "client_answer",
        "carer_name", "carer_answer", "identity", "plan_words", "urgent_what", "decision", "ended_because",
        "written_by_name",
    )  # fmt: skip
    plain = (
        "id", "state", "reported_on", "call_by", "confirmed_on", "client_offered_on", "carer_offered_on",
        "identity_seen_on", "plan_received_on", "urgent_from", "started_on", "sent_on", "applied_on", "decided_on",
        "ended_on", "written_by", "written_at",
    )  # fmt: skip

    class Meta:
        verbose_name = _("Wmo-onderzoek")
        verbose_name_plural = _("Wmo-onderzoeken")
        indexes = [models.Index(fields=["dossier", "subject"], name="investigation_of")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(need="") & ~models.Q(reported_by=""), name="investigation_has_need"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=sorted(one.value for one in NEEDS_REASON)) | ~models.Q(ended_because=""),
                name="investigation_ended_with_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.DECIDED.value)
                | (models.Q(decided_on__isnull=False) & ~models.Q(decision="")),
                name="investigation_decided_how",
            ),
            models.CheckConstraint(
                condition=models.Q(identity="", identity_seen_on=None)
                | (~models.Q(identity="") & models.Q(identity_seen_on__isnull=False)),
                name="investigation_identity_seen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reported_on:%d-%m-%Y}"


class OfInvestigation(models.Model):
    """What belongs to one: it names the person and the law again, because its key is made of them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    investigation = models.ForeignKey(Investigation, models.PROTECT, related_name="%(class)ss")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("over wie"))
    law = models.CharField(_("wet"), max_length=20, choices=WMO, default=Law.WMO.value)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))

    class Meta:
        abstract = True


class BlockFinding(OfInvestigation):
    """One of the seven subjects of the law: the person's own words, and beside them what is concluded (BR-006)."""

    block = models.CharField(_("onderdeel"), max_length=1, choices=[(one.value, one.label) for one in Block])
    words = models.TextField(_("in eigen woorden"), max_length=LONGEST, blank=True)
    conclusion = models.TextField(_("conclusie"), max_length=LONGEST, blank=True)
    not_applicable = models.CharField(_("niet van toepassing, want"), max_length=LONGEST_LINE, blank=True)
    plan_used = models.TextField(_("wat er met het persoonlijk plan is gedaan"), max_length=LONGEST, blank=True)

    personal = ("investigation", "subject", "law", "words", "conclusion", "not_applicable", "plan_used")
    plain = ("id", "block", "written_by", "written_at")

    class Meta:
        verbose_name = _("onderdeel van een onderzoek")
        verbose_name_plural = _("onderdelen van een onderzoek")
        constraints = [models.UniqueConstraint(fields=["investigation", "block"], name="one_finding_per_block")]

    def __str__(self) -> str:
        return self.block


class ClockPause(OfInvestigation):
    """The term of the law stood still, from a day up to another, for a reason."""

    since = models.DateField(_("stil vanaf"))
    until = models.DateField(_("loopt weer vanaf"), null=True, blank=True)
    reason = models.CharField(_("reden"), max_length=LONGEST_LINE)

    personal = ("investigation", "subject", "law", "reason")
    plain = ("id", "since", "until", "written_by", "written_at")

    class Meta:
        verbose_name = _("stilstaande termijn")
        verbose_name_plural = _("stilstaande termijnen")
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="pause_has_reason"),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")), name="pause_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["investigation"], condition=models.Q(until=None), name="one_pause_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since:%d-%m-%Y}"
