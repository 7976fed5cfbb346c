"""An opinion that comes later, and what an interpreter made of a version."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import PositionKind
from kring.practice.plans.rules.agreeing import Opinion
from kring.practice.plans.rules.summaries import LANGUAGES, SummaryWords
from kring.web.dates import DateField
from kring.web.plan.agree_form import Voice

ASKED = [choice for choice in PositionKind.choices if choice[0] != PositionKind.NOT_ASKED]
NO_DATE = _("Vul een datum in.")


class PositionForm(forms.Form):
    """People by number, so that no name stands in the page's source as a key; who does not lead speaks for itself."""

    who = forms.TypedChoiceField(
        label=_("Wie zegt dit?"), coerce=int, error_messages={"required": _("Kies wiens mening dit is.")}
    )
    position = forms.ChoiceField(
        label=_("Klopt dit plan?"),
        choices=ASKED,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat deze persoon van het plan vindt.")},
    )
    remark = forms.CharField(
        label=_("Wat zegt deze persoon erover?"),
        help_text=_("In eigen woorden. Zo komt het in het plan."),
        max_length=800,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    said_on = DateField(label=_("Wanneer?"), error_messages={"required": NO_DATE})

    def __init__(self, data: Mapping[str, object] | None, *, voices: tuple[Voice, ...], today: date) -> None:
        super().__init__(data, initial={"said_on": today, "who": 0 if len(voices) == 1 else None})
        self.voices = voices
        choices: list[tuple[object, str]] = [(number, voice.name) for number, voice in enumerate(voices)]
        if len(voices) == 1:
            self.fields["who"].widget = forms.HiddenInput()
            self.fields["remark"].label = gettext("Ik wil er iets bij zeggen")
        else:
            choices = [("", gettext("Kies een naam")), *choices]
        self.fields["who"].choices = choices  # type: ignore[attr-defined]  # a choice field has choices

    def opinion(self) -> Opinion:
        given = self.cleaned_data
        voice = self.voices[given["who"]]
        return Opinion(voice.name, given["position"], given["remark"], voice.subject)


class SummaryForm(forms.Form):
    """Entered as the interpreter gave it."""

    language = forms.ChoiceField(label=_("In welke taal?"), error_messages={"required": _("Kies de taal.")})
    words = forms.CharField(
        label=_("De samenvatting"),
        help_text=_("Kort: wat het gezin wil, wie wat doet, en wanneer u samen terugkijkt."),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 10, "dir": "auto"}),
        error_messages={"required": _("Schrijf de samenvatting op, of plak haar hier.")},
    )
    interpreter = forms.CharField(
        label=_("Wie is de tolk?"),
        max_length=120,
        error_messages={"required": _("Schrijf de naam van de tolk op. Die staat erbij.")},
    )
    made_on = DateField(label=_("Wanneer is dit gemaakt?"), error_messages={"required": NO_DATE})

    def __init__(self, data: Mapping[str, object] | None, *, today: date) -> None:
        super().__init__(data, initial={"made_on": today})
        known = sorted(((name, gettext(name)) for name in LANGUAGES), key=lambda one: one[1])
        self.fields["language"].choices = [("", gettext("Kies een taal")), *known]  # type: ignore[attr-defined]  # a choice field has choices

    def said(self) -> SummaryWords:
        given = self.cleaned_data
        return SummaryWords(given["language"], given["words"], given["interpreter"], given["made_on"])
