"""Whom it is about, what cannot wait, and for how long; the privacy officer's own look; the judgement afterwards."""

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
        label=_("Waarom kan het niet wachten?"),
        choices=[choice for choice in EmergencyPurpose.choices if choice[0] != EmergencyPurpose.OVERSIGHT],
        widget=forms.RadioSelect,
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


class OversightForm(forms.Form):
    """Why reading who looked is not enough, and for how long."""

    reason = forms.CharField(
        label=_("Waarom moet u dit dossier zelf zien?"),
        min_length=SHORTEST_REASON,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Het gezin en de regisseur lezen dit ook."),
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
