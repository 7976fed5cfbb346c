"""What a provider says of its own support or treatment plan below the plan of the family: three facts, no content."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier
from kring.practice.plans.models.work import Goal


class ProviderPlan(models.Model):
    """A question to an organisation, or its answer: is there a plan, which goal does it serve, is informal help in it.

    Without `has_plan` it asks, and `link_until` is when its link ends. Of one organisation the last answer counts; a
    correction is a new row. `question`: what was answered by the link, for which an answer comes once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+", verbose_name=_("dossier"))
    organisation_name = models.CharField(_("organisatie"), max_length=120)
    link_until = models.DateTimeField(_("link werkt tot"), null=True, blank=True)
    has_plan = models.BooleanField(_("is er een eigen plan"), null=True)
    made_on = models.DateField(_("datum van het eigen plan"), null=True, blank=True)
    goal = models.ForeignKey(
        Goal, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("voor welk doel")
    )
    has_informal = models.BooleanField(_("informele hulp vanaf het begin"), null=True)
    informal_reason = models.CharField(_("waarom geen informele hulp"), max_length=40, blank=True)
    answered_by = models.CharField(_("wie antwoordde"), max_length=120, blank=True)
    question = models.OneToOneField(
        "self", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("beantwoord met de link")
    )
    written_by = models.UUIDField(_("opgeschreven door"))
    written_at = models.DateTimeField(_("opgeschreven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    personal = ("dossier", "has_plan", "made_on", "goal", "has_informal", "informal_reason", "answered_by")
    plain = ("id", "organisation_name", "link_until", "question", "written_by", "written_at", "withdrawn_at")

    class Meta:
        verbose_name = _("plan van een aanbieder")
        verbose_name_plural = _("plannen van aanbieders")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(has_plan=True, made_on__isnull=False, has_informal__isnull=False)
                | (
                    (models.Q(has_plan=False) | models.Q(has_plan=None))
                    & models.Q(made_on=None, goal=None, has_informal=None)
                ),
                name="provider_plan_has_its_facts",
            ),
            models.CheckConstraint(
                condition=(models.Q(has_informal=False) & ~models.Q(informal_reason=""))
                | ((models.Q(has_informal=True) | models.Q(has_informal=None)) & models.Q(informal_reason="")),
                name="provider_plan_says_why_not",
            ),
            models.CheckConstraint(
                condition=models.Q(has_plan=None, link_until__isnull=False)
                | models.Q(has_plan__isnull=False, link_until=None),
                name="provider_plan_question_ends",
            ),
        ]
        indexes = [models.Index(fields=["dossier"], name="provider_plan_of")]

    def __str__(self) -> str:
        return self.organisation_name
