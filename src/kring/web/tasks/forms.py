"""Moving and dropping a task: always with the reason, because somebody waits for it."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kring.web.dates import DateField

WHY = _("Schrijf op waarom.")


class ReasonField(forms.CharField):
    """Why, in at most 400 signs."""

    widget = forms.Textarea(attrs={"rows": 2})

    def __init__(self) -> None:
        super().__init__(label=_("Waarom?"), max_length=400, error_messages={"required": WHY})


class MoveForm(forms.Form):
    """To another day."""

    due_on = DateField(label=_("Nieuwe datum"), error_messages={"required": _("Kies een nieuwe datum.")})
    reason = ReasonField()

    def __init__(self, data: QueryDict | None = None, *, today: date) -> None:
        super().__init__(data, prefix="verzet")
        self.today = today

    def clean_due_on(self) -> date:
        day: date = self.cleaned_data["due_on"]
        if day < self.today:
            raise ValidationError(_("De nieuwe datum ligt in het verleden. Kies vandaag of een latere dag."))
        return day


class CancelForm(forms.Form):
    """It need not be done any more."""

    reason = ReasonField()

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, prefix="vervalt")
