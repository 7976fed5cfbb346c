"""Dates as Dutch people write them: dd-mm-jjjj in one box, or day, month and year in three.

The browser's own date picker follows the browser's language and shows 11/12 for 12 November: Kring does not use it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

FORMATS = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d")
UNREADABLE = _("Deze datum klopt niet. Schrijf dag, maand en jaar, bijvoorbeeld 21-11-2026.")


class DateText(forms.DateInput):
    """One box for a date."""

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", "maxlength": "10", **(attrs or {})}, "%d-%m-%Y")


class DateField(forms.DateField):
    """A date in one box: 21-11-2026, 21/11/2026 or 21.11.2026."""

    widget = DateText
    default_error_messages = {"invalid": UNREADABLE}

    def __init__(self, *, help_text: str = "", **options: object) -> None:
        text = help_text or _("Bijvoorbeeld 21-11-2026")
        super().__init__(input_formats=FORMATS, help_text=text, **options)


class DateParts(forms.MultiWidget):
    """Three boxes: day, month, year. For families, and for birthdays."""

    template_name = "component/date_parts.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        look = {"inputmode": "numeric", "autocomplete": "off", "class": "utrecht-textbox utrecht-textbox--html-input"}
        boxes = {
            "day": forms.TextInput({**look, "maxlength": "2"}),
            "month": forms.TextInput({**look, "maxlength": "2"}),
            "year": forms.TextInput({**look, "maxlength": "4"}),
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: dt.date | None) -> list[str]:
        return [f"{value:%d}", f"{value:%m}", f"{value:%Y}"] if value else ["", "", ""]

    def value_from_datadict(self, data: Mapping[str, object], files: MultiValueDict[str, object], name: str) -> str:
        day, month, year = (str(part or "").strip() for part in super().value_from_datadict(data, files, name))
        return f"{day}-{month}-{year}" if day or month or year else ""
