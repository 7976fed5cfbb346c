"""Which days of the log: three months until somebody chooses otherwise."""

from collections.abc import Mapping
from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.web.dates import DateField
from kring.web.log.own import Span

STANDARD_DAYS = 91


class PeriodForm(forms.Form):
    """From and until, both included."""

    since = DateField(label=_("Van"), required=False)
    until = DateField(label=_("Tot en met"), required=False)

    def __init__(self, data: Mapping[str, object], *, today: date) -> None:
        first = today - timedelta(days=STANDARD_DAYS)
        super().__init__(data if "since" in data or "until" in data else None, initial={"since": first, "until": today})
        self.standard = Span(first, today)

    def clean(self) -> dict[str, object]:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            raise ValidationError({"until": _("Deze dag ligt vóór de eerste dag. Kies een latere dag.")})
        return self.cleaned_data

    @property
    def span(self) -> Span:
        """The chosen days; the usual three months as long as what was filled in cannot be read."""
        if not self.is_bound or not self.is_valid():
            return self.standard
        until = self.cleaned_data["until"] or self.standard.until
        return Span(self.cleaned_data["since"] or min(self.standard.since, until), until)
