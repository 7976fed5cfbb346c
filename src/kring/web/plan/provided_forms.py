"""The three facts of a provider's own plan, the same by account and by the link."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.rules.provided import ProviderFacts, facts_problems
from kring.web.dates import HINT, DateField
from kring.web.kit.forms import put
from kring.web.plan.forms import Data

NONE_OF_THEM: Final = "geen"
YES_NO = (("ja", _("Ja")), ("nee", _("Nee")))
TRUTH = {"ja": True, "nee": False}
Choices = Sequence[tuple[str, str]]


class ProviderForm(forms.Form):
    """No content of the plan is asked. Without a plan the rest need not be filled in."""

    has_plan = forms.ChoiceField(
        label=_("1. Is er een eigen plan van uw organisatie voor deze hulp?"),
        help_text=_("Bijvoorbeeld een ondersteuningsplan of behandelplan. Stuur het plan zelf niet mee."),
        choices=YES_NO,
        widget=forms.RadioSelect,
        required=False,
    )
    made_on = DateField(label=_("Van welke datum is uw plan?"), help_text=HINT, required=False)
    goal = forms.ChoiceField(label=_("2. Voor welk doel is uw plan?"), widget=forms.RadioSelect, required=False)
    has_informal = forms.ChoiceField(
        label=_("3. Is informele hulp vanaf het begin deel van uw plan?"),
        help_text=_("Hulp van familie, vrienden, buren of een vrijwilliger."),
        choices=YES_NO,
        widget=forms.RadioSelect,
        required=False,
    )
    reason = forms.ChoiceField(label=_("Waarom niet?"), required=False)

    def __init__(
        self,
        data: Data | None = None,
        *,
        goals: Choices,
        reasons: Choices,
        today: date,
        now: ProviderFacts | None = None,
    ) -> None:
        super().__init__(data, initial=_initial(now) if now else None)
        self.today = today
        goal, reason = self.fields["goal"], self.fields["reason"]
        assert isinstance(goal, forms.ChoiceField)
        assert isinstance(reason, forms.ChoiceField)
        goal.choices = [*goals, (NONE_OF_THEM, gettext("Geen van deze doelen"))]
        reason.choices = [("", gettext("Kies een reden")), *reasons]
        self.goals = [code for code, _label in goals]
        self.reasons = [code for code, _label in reasons]

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if not self.errors:
            said = self.said()
            if said.has_plan and not given.get("goal"):
                self.add_error("goal", gettext("Kies voor welk doel uw plan is."))
            put(self, facts_problems(said, self.goals, self.reasons, self.today))
        return given

    def said(self) -> ProviderFacts:
        given = self.cleaned_data
        goal = given["goal"]
        return ProviderFacts(
            TRUTH.get(given["has_plan"]),
            given["made_on"],
            "" if goal == NONE_OF_THEM else goal,
            TRUTH.get(given["has_informal"]),
            given["reason"],
        ).kept()


def _initial(now: ProviderFacts) -> dict[str, object]:
    words = {True: "ja", False: "nee", None: ""}
    return {
        "has_plan": words[now.has_plan],
        "made_on": now.made_on,
        "goal": now.goal or (NONE_OF_THEM if now.has_plan else ""),
        "has_informal": words[now.has_informal],
        "reason": now.reason,
    }
