"""What a professional proposes for the own work, and why; and why something is not taken over."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import Rhythm
from kring.practice.plans.queries import ActionView
from kring.practice.plans.rules.words import ActionWords, Offered, action_problems
from kring.web.dates import DateField
from kring.web.kit.forms import put
from kring.web.plan.forms import Data
from kring.web.plan.informal_form import InformalForm

LONGEST_REASON = 400


class ProposalForm(InformalForm):
    """A new step, or with `now` another way to do one; then who else can do it was answered already."""

    what = forms.CharField(
        label=_("Wat gaat u doen?"),
        help_text=_("Het gezin leest dit ook."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op wat er gaat gebeuren.")},
    )
    due_on = DateField(label=_("Wanneer is het klaar?"), error_messages={"required": _("Kies wanneer het klaar is.")})
    start_on = DateField(label=_("Vanaf wanneer?"), required=False)
    rhythm = forms.ChoiceField(label=_("Hoe vaak?"), choices=Rhythm.choices, required=False)
    because = forms.CharField(
        label=_("Waarom stelt u dit voor?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op waarom u dit voorstelt.")},
    )

    def __init__(
        self,
        data: Data | None = None,
        *,
        words: ActionWords,
        reasons: Sequence[tuple[str, str]],
        today: date,
        now: ActionView | None = None,
    ) -> None:
        start = {"what": words.what, "due_on": words.due_on, "start_on": words.start_on, "rhythm": words.rhythm}
        super().__init__(data, initial=start)
        self.words = words
        self.is_new = now is None
        self.earliest = min(now.due_on, today) if now else today
        self.offered = Offered(frozenset(code for code, _label in reasons))
        self.offer_informal((), reasons)

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if not self.errors and self.is_new:
            put(self, action_problems(self.said(), self.earliest, self.offered))
        return given

    def said(self) -> ActionWords:
        given = self.cleaned_data
        rhythm = given["rhythm"] or Rhythm.ONCE.value
        said = replace(
            self.words, what=given["what"].strip(), due_on=given["due_on"], start_on=given["start_on"], rhythm=rhythm
        )
        if not self.is_new:
            return said
        answer = self.informal_said()
        return replace(said, informal_first=answer.first, informal_reason=answer.reason, volunteer_wish=answer.wish)


class RefusalForm(forms.Form):
    """The one who proposed it reads the reason."""

    reason = forms.CharField(
        label=_("Waarom neemt u dit niet over?"),
        max_length=LONGEST_REASON - 40,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op waarom.")},
    )
