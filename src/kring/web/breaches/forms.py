"""What happened, and whether it is told."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.ground.shared.period import HERE
from kring.oversight.breaches.models import Breach, BreachKind, Notification
from kring.oversight.breaches.services import Facts, Telling
from kring.web.dates import DateField

Data = Mapping[str, object] | None
TIME_HINT = _("Bijvoorbeeld 14:30")
SAME = ("kind", "what", "happened_on", "people_count", "people", "consequences", "measures")
"""Called the same on the form and in the register."""


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _moment(day: date | None, time: object) -> datetime | None:
    return datetime.combine(day, time, HERE) if day and time else None  # type: ignore[arg-type]  # a time field


class FactsForm(forms.Form):
    """No names of people: what kind of data, and how many people."""

    organisation = forms.ChoiceField(label=_("Van welke gemeente?"))
    kind = forms.ChoiceField(label=_("Wat voor datalek is het?"), choices=BreachKind, widget=forms.RadioSelect)
    what = forms.CharField(
        label=_("Wat is er gebeurd?"),
        max_length=4000,
        widget=_text(4),
        help_text=_("Schrijf geen namen van mensen op."),
    )
    discovered_on = DateField(label=_("Op welke dag is het ontdekt?"))
    discovered_time = forms.TimeField(
        label=_("Hoe laat is het ontdekt?"),
        help_text=_("Bijvoorbeeld 14:30. Vanaf dit moment lopen de 72 uur."),
        widget=forms.TimeInput(format="%H:%M"),
    )
    happened_on = DateField(label=_("Wanneer gebeurde het?"), required=False)
    which = forms.CharField(label=_("Om welke gegevens gaat het?"), max_length=800, widget=_text(2))
    people_count = forms.IntegerField(label=_("Van hoeveel mensen?"), required=False, min_value=0)
    people = forms.CharField(
        label=_("Wat voor mensen zijn het?"),
        required=False,
        max_length=400,
        help_text=_("Bijvoorbeeld: ouders en kinderen van drie gezinnen."),
    )
    consequences = forms.CharField(
        label=_("Wat kan het voor hen betekenen?"), required=False, max_length=4000, widget=_text(3)
    )
    measures = forms.CharField(label=_("Wat is eraan gedaan?"), required=False, max_length=4000, widget=_text(3))

    def __init__(self, data: Data = None, *, towns: Sequence[tuple[UUID, str]], breach: Breach | None = None) -> None:
        super().__init__(data, initial=_initial(breach) if breach else {})
        if breach is None:
            self.fields["organisation"].choices = [(str(key), name) for key, name in towns]  # type: ignore[attr-defined]
        else:
            del self.fields["organisation"]

    @property
    def facts(self) -> Facts:
        given = self.cleaned_data
        discovered = _moment(given["discovered_on"], given["discovered_time"])
        if discovered is None:
            raise ValidationError("A moment without a day.")
        return Facts(discovered_at=discovered, data=given["which"], **{name: given[name] for name in SAME})


def _initial(breach: Breach) -> dict[str, object]:
    at = breach.discovered_at.astimezone(HERE)
    known: dict[str, object] = {name: getattr(breach, name) for name in SAME}
    return known | {"discovered_on": at.date(), "discovered_time": at.time(), "which": breach.data}


class TellingForm(forms.Form):
    """Two decisions, each with a reason; when it was done may come later."""

    authority = forms.ChoiceField(
        label=_("Meldt u het bij de Autoriteit Persoonsgegevens?"),
        choices=Notification.choices[1:],
        widget=forms.RadioSelect,
    )
    authority_reason = forms.CharField(
        label=_("Waarom wel of niet?"),
        required=False,
        max_length=800,
        widget=_text(2),
        help_text=_("Niet melden mag alleen als er waarschijnlijk geen risico is voor mensen."),
    )
    authority_on = DateField(label=_("Op welke dag is het gemeld?"), required=False)
    authority_time = forms.TimeField(
        label=_("Hoe laat?"), required=False, help_text=TIME_HINT, widget=forms.TimeInput(format="%H:%M")
    )
    late_reason = forms.CharField(label=_("Later dan 72 uur? Waarom?"), required=False, max_length=800, widget=_text(2))
    subjects = forms.ChoiceField(
        label=_("Meldt u het aan de mensen zelf?"), choices=Notification.choices[1:], widget=forms.RadioSelect
    )
    subjects_reason = forms.CharField(
        label=_("Waarom wel of niet aan hen?"),
        required=False,
        max_length=800,
        widget=_text(2),
        help_text=_("Bij een groot risico voor hen moet het."),
    )
    subjects_on = DateField(label=_("Wanneer is het aan hen gemeld?"), required=False)

    def __init__(self, data: Data = None, *, breach: Breach) -> None:
        told = breach.authority_at.astimezone(HERE) if breach.authority_at else None
        names = ("authority", "authority_reason", "late_reason", "subjects", "subjects_reason", "subjects_on")
        initial: dict[str, object] = {name: getattr(breach, name) for name in names}
        if told:
            initial |= {"authority_on": told.date(), "authority_time": told.time()}
        super().__init__(data, initial=initial)

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        if given.get("authority_on") and not given.get("authority_time"):
            self.add_error("authority_time", _("Vul ook in hoe laat het is gemeld."))
        return given

    @property
    def telling(self) -> Telling:
        given = self.cleaned_data
        return Telling(
            Notification(given["authority"]),
            given["authority_reason"],
            _moment(given["authority_on"], given["authority_time"]),
            given["late_reason"],
            Notification(given["subjects"]),
            given["subjects_reason"],
            given["subjects_on"],
        )
