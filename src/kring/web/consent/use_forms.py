"""Asking for consent of the AVG, and writing down what somebody said about it elsewhere."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kring.practice.consents.queries.voices import Answered
from kring.practice.consents.rules.data import purposes_on
from kring.practice.consents.rules.help import Said
from kring.practice.consents.services.data import UseQuestion
from kring.practice.leads.queries import Member
from kring.web.consent.forms import SaidForm
from kring.web.dates import DateField
from kring.web.family.forms import NO, YES, with_choices


class UseForm(forms.Form):
    """Which use of whose data; who must answer follows from age and authority."""

    about = forms.ChoiceField(label=_("Over wie gaat het?"), error_messages={"required": _("Kies over wie.")})
    purpose = forms.ChoiceField(
        label=_("Waarvoor?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarvoor u het vraagt.")},
    )
    details = forms.CharField(
        label=_("Waar gaat het precies om?"),
        help_text=_("Zo dat iedereen het begrijpt. Bijvoorbeeld: een foto van het gezin bij het eerste doel."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waar het precies om gaat.")},
    )
    until = DateField(label=_("Tot wanneer?"), help_text=_("Daarna vraagt u het opnieuw. Hoogstens twee jaar."))
    capable = forms.ChoiceField(
        label=_("Kan deze persoon zelf beslissen?"),
        help_text=_("Kies nee als deze persoon de eigen belangen op dit punt niet kan overzien."),
        choices=[(YES, _("Ja, zo goed als past bij de leeftijd")), (NO, _("Nee"))],
        widget=forms.RadioSelect,
        initial=YES,
    )
    representative = forms.CharField(
        label=_("Wie is de vertegenwoordiger?"),
        help_text=_("Alleen voor een volwassene die niet zelf kan beslissen: de curator, bewindvoerder of mentor."),
        max_length=120,
        required=False,
    )

    def __init__(
        self, data: Mapping[str, object] | None = None, *, members: Iterable[Member], today: date, until: date
    ) -> None:
        super().__init__(data, initial={"until": until})
        named = [(str(one.subject), one.name) for one in members if one.name]
        with_choices(self.fields["about"], [("", _("Kies een naam")), *named])
        asked = [(one.code, f"{_now(one.title)}. {_now(one.meaning)}") for one in purposes_on(today)]
        with_choices(self.fields["purpose"], asked)

    def question(self) -> UseQuestion:
        given = self.cleaned_data
        return UseQuestion(
            UUID(given["about"]),
            given["purpose"],
            given["details"],
            given["until"],
            given["capable"] == YES,
            given["representative"],
        )


class UseSaidForm(SaidForm):
    """The same as an answer about help, in other words."""

    def __init__(self, data: Mapping[str, object] | None = None, *, answers: tuple[Answered, ...], today: date) -> None:
        super().__init__(data, answers=answers, today=today)
        said = [(Said.GIVEN, _("Ja, dit mag")), (Said.REFUSED, _("Nee")), (Said.WITHDRAWN, _("Wil dit niet meer"))]
        with_choices(self.fields["said"], [(one.value, words) for one, words in said])
