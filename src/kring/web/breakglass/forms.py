"""Whom it is about, what cannot wait, and for how long; and the judgement afterwards."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import EmergencyPurpose, Judgement
from kring.ground.access.rules import LONGEST_EMERGENCY, SHORTEST_REASON
from kring.web.dates import BirthDateField


class EmergencyForm(forms.Form):
    """By full name and birth date: an emergency is about somebody whom one knows."""

    name = forms.CharField(label=_("Voor- en achternaam"), max_length=120)
    born = BirthDateField()
    purpose = forms.ChoiceField(
        label=_("Waarom kan het niet wachten?"), choices=EmergencyPurpose, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Wat is er aan de hand?"),
        min_length=SHORTEST_REASON,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Het gezin leest dit later ook. Schrijf op wat u zag of hoorde."),
    )
    hours = forms.IntegerField(
        label=_("Hoeveel uur hebt u nodig?"), min_value=1, max_value=LONGEST_EMERGENCY, initial=4
    )


class JudgeForm(forms.Form):
    """With words, always."""

    judgement = forms.ChoiceField(label=_("Was dit terecht?"), choices=Judgement, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Waarom vindt u dat?"),
        min_length=SHORTEST_REASON,
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
