"""What the archivist fills in: why a line stays, and that one knows what one is about to do."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.oversight.retention.models import KeepReason
from kring.web.dates import DateField

Data = Mapping[str, object] | None


class KeepForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Waarom blijft dit langer bewaard?"), choices=KeepReason, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Toelichting"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Noem geen namen."),
    )
    until = DateField(
        label=_("Tot wanneer?"), help_text=_("Daarna komt het vanzelf weer op een lijst. Bijvoorbeeld 21-11-2027.")
    )

    def __init__(self, data: Data = None, *, today: date) -> None:
        super().__init__(data, initial={"until": today.replace(year=today.year + 1, day=min(today.day, 28))})


class ApproveForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Ik heb de regels bekeken. Wat moet blijven, staat op langer bewaren."),
        error_messages={"required": _("Zet het vinkje als u de regels hebt bekeken.")},
    )


class CarryOutForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Ik weet dat dit niet ongedaan kan worden gemaakt."),
        error_messages={"required": _("Zet het vinkje als u zeker weet dat dit vernietigd moet worden.")},
    )
