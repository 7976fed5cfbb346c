"""Sharing decisions: what the family or the law allows whom to see, why, and until when (BR-087, BR-089, BR-090)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models.accounts import Account
from kring.ground.access.models.anchors import Dossier, Subject


class SharingGround(models.TextChoices):
    """The grounds of handbook §3.2; from which day each holds stands in `sharing_rules`."""

    EXPLICIT_CONSENT = "wmo_5_1_1_4", _("uitdrukkelijke toestemming (Wmo 5.1.1 lid 4)")
    CONSENT = "jw_7_3_11", _("toestemming (Jeugdwet 7.3.11)")
    DIRECTLY_INVOLVED = "jw_7_3_11_2", _("rechtstreeks betrokken (Jeugdwet 7.3.11 lid 2)")
    STATUTORY_TASK = "statutory", _("wettelijke taak")
    SAFETY = "wmo_5_2_6", _("Veilig Thuis (Wmo 5.2.6)")
    VITAL = "vital", _("vitaal belang")
    WAMS = "wams", _("Wet aanpak meervoudige problematiek in het sociaal domein")


class SharedPart(models.TextChoices):
    HELP = "help", _("welke hulp er is")
    PLAN = "plan", _("het plan")
    DOCUMENTS = "documents", _("de documenten")


class RecipientKind(models.TextChoices):
    LEADS = "leads", _("de regisseur en de achtervang")
    ACCOUNT = "account", _("een professional met een account")
    OUTSIDE = "outside", _("iemand buiten Kring")


class SharingDecision(models.Model):
    """One part about one person (or of the joint plan), for one recipient. Without `started_at` it is a concept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="sharing_decisions", verbose_name=_("dossier"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("over wie")
    )
    part = models.CharField(_("onderdeel"), max_length=10, choices=SharedPart, default=SharedPart.HELP)
    law = models.CharField(_("wet"), max_length=20, blank=True)
    recipient_kind = models.CharField(_("aan wie"), max_length=10, choices=RecipientKind, default=RecipientKind.LEADS)
    recipient = models.ForeignKey(
        Account, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("account van de ontvanger")
    )
    recipient_name = models.CharField(_("naam of functie van de ontvanger"), max_length=200, blank=True)
    ground = models.CharField(_("grond"), max_length=20, choices=SharingGround)
    purpose = models.CharField(_("doel"), max_length=400)
    necessity = models.CharField(_("waarom is dit nodig?"), max_length=800)
    proportionality = models.CharField(_("kan het met minder?"), max_length=800)
    evidence = models.CharField(_("waaruit blijkt het?"), max_length=400, blank=True)
    decided_by = models.UUIDField(_("vastgelegd door"))
    started_at = models.DateTimeField(_("vanaf"), null=True, blank=True)
    informed_on = models.DateField(_("meegedeeld op"), null=True, blank=True)
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)
    revised_at = models.DateTimeField(_("herzien op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_by = models.UUIDField(_("ingetrokken door"), null=True, blank=True)
    end_told_at = models.DateTimeField(_("taak over het einde"), null=True, blank=True)

    personal = ("dossier", "subject", "recipient", "recipient_name", "purpose", "necessity", "proportionality",
                "evidence", "withdrawn_by")  # fmt: skip
    plain = ("id", "part", "law", "recipient_kind", "ground", "decided_by", "started_at", "informed_on", "ended_at",
             "revised_at", "withdrawn_at", "end_told_at")  # fmt: skip

    class Meta:
        verbose_name = _("deelbesluit")
        verbose_name_plural = _("deelbesluiten")
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(part="help", subject__isnull=False) & ~models.Q(law=""))
                | (~models.Q(part="help") & models.Q(law="")),
                name="help_is_of_someone_under_a_law",
            ),
            models.CheckConstraint(
                condition=models.Q(recipient_kind="account", recipient__isnull=False)
                | (~models.Q(recipient_kind="account") & models.Q(recipient=None)),
                name="account_is_a_recipient_by_name",
            ),
            models.CheckConstraint(
                condition=models.Q(recipient_kind="leads") | ~models.Q(recipient_name=""),
                name="recipient_has_a_name",
            ),
        ]

    def __str__(self) -> str:
        return self.law or self.part
