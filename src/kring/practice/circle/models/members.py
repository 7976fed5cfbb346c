"""Somebody round the family. Little is kept: a name and the tie; of relatives what a genogram draws (BR-059)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, Subject
from kring.practice.circle.rules.words import Sector, Sex, ToldBy

KIN_ONLY = models.Q(sex="", birth_year=None, deceased=False, died_year=None)


class NetworkMember(models.Model):
    """Not in the circle without a standing: a late grandfather is in the genogram only."""

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, related_name="+", verbose_name=_("betrokkene")
    )
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    name = models.CharField(_("naam"), max_length=120)
    relation = models.CharField(_("wie is dit voor het gezin"), max_length=80)
    sector = models.CharField(_("groep"), max_length=13, choices=[(e.value, e.label) for e in Sector])
    sex = models.CharField(_("geslacht"), max_length=1, choices=[(e.value, e.label) for e in Sex], blank=True)
    birth_year = models.PositiveSmallIntegerField(_("geboortejaar"), null=True, blank=True)
    deceased = models.BooleanField(_("overleden"), default=False)
    died_year = models.PositiveSmallIntegerField(_("overleden in"), null=True, blank=True)
    informed_on = models.DateField(_("weet het sinds"), null=True, blank=True)
    informed_how = models.CharField(
        _("hoe verteld"), max_length=6, choices=[(e.value, e.label) for e in ToldBy], blank=True
    )
    uninformed_because = models.CharField(_("waarom niet verteld"), max_length=300, blank=True)
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    removed_on = models.DateField(_("uit de kring op"), null=True, blank=True)
    removed_because = models.CharField(_("waarom uit de kring"), max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    personal = (
        "subject", "dossier", "name", "relation", "sector", "sex", "birth_year", "deceased", "died_year",
        "uninformed_because", "removed_because",
    )  # fmt: skip
    plain = ("informed_on", "informed_how", "written_by", "written_at", "removed_on", "withdrawn_at")

    class Meta:
        verbose_name = _("lid van de kring")
        verbose_name_plural = _("leden van de kring")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name="") & ~models.Q(relation=""), name="network_member_is_known"
            ),
            models.CheckConstraint(condition=models.Q(sector=Sector.FAMILY) | KIN_ONLY, name="kin_facts_of_kin_only"),
            models.CheckConstraint(condition=models.Q(died_year=None) | models.Q(deceased=True), name="died_then_dead"),
            models.CheckConstraint(
                condition=models.Q(informed_on=None) | models.Q(uninformed_because=""), name="told_or_a_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(removed_on=None, removed_because="")
                | (models.Q(removed_on__isnull=False) & ~models.Q(removed_because="")),
                name="removed_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["dossier"], name="network_member_of")]

    def __str__(self) -> str:
        return self.name
