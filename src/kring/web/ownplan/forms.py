"""The own figure, and how the own step went: two questions, each with room for a word."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import ActionState, DoerKind
from kring.practice.plans.rules.words import HIGHEST, LOWEST, ScoreWords

LONGEST_WORD = 400


class FigureForm(forms.Form):
    """A figure of today, in the own name."""

    value = forms.TypedChoiceField(
        label=_("Hoe gaat het nu? Kies een cijfer."),
        choices=[(number, str(number)) for number in range(LOWEST, HIGHEST + 1)],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een cijfer van 0 tot en met 10.")},
    )
    remark = forms.CharField(
        label=_("Ik wil er iets bij zeggen"),
        max_length=LONGEST_WORD,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def said(self, giver: str, today: date) -> ScoreWords:
        given = self.cleaned_data
        return ScoreWords(giver, DoerKind.FAMILY, given["value"], today, given["remark"])


class StepForm(forms.Form):
    """Done, or not done with its reason."""

    result = forms.CharField(max_length=LONGEST_WORD, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    state = forms.ChoiceField(choices=[(one.value, one.label) for one in ActionState], widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, object] | None = None, *, label: str) -> None:
        super().__init__(data)
        self.fields["result"].label = label
