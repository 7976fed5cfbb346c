"""Dates as Dutch people write them: dd-mm-jjjj in one box, or day, month and year in three.

The browser's own date picker follows the browser's language and shows 11/12 for 12 November: Kring does not use it.
"""

import datetime as dt
from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FORMATS = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d")
HINT = _("Bijvoorbeeld 21-11-2026")
UNREADABLE = _("Deze datum klopt niet. Schrijf dag, maand en jaar, bijvoorbeeld 21-11-2026.")


class DateText(forms.DateInput):
    """One box for a date."""

    def __init__(self, attrs: dict[str, str | bool] | None = None) -> None:
        super().__init__(
            {"inputmode": "numeric", "autocomplete": "off", "maxlength": "10", **(attrs or {})}, "%d-%m-%Y"
        )


class DateField(forms.DateField):
    """A date in one box: 21-11-2026, 21/11/2026 or 21.11.2026."""

    widget = DateText
    input_formats = FORMATS
    default_error_messages = {"invalid": UNREADABLE}


class DateParts(forms.MultiWidget):
    """Three boxes: day, month, year."""

    template_name = "component/date_parts.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, str | bool] | None = None) -> None:
        look = {"inputmode": "numeric", "autocomplete": "off", "class": "utrecht-textbox utrecht-textbox--html-input"}
        boxes = [forms.TextInput({**look, "maxlength": length}) for length in ("2", "2", "4")]
        super().__init__(boxes, attrs)

    def decompress(self, value: dt.date | None) -> list[str]:
        return [f"{value:%d}", f"{value:%m}", f"{value:%Y}"] if value else ["", "", ""]


class DatePartsField(forms.MultiValueField):
    """A date in three boxes: for families, and for birthdays."""

    widget = DateParts

    def __init__(self, *, label: str = "", help_text: str = "", required: bool = True) -> None:
        boxes = tuple(forms.CharField(error_messages={"incomplete": UNREADABLE}) for _box in range(3))
        super().__init__(boxes, require_all_fields=False, label=label, help_text=help_text, required=required)

    def compress(self, data_list: Sequence[str]) -> dt.date | None:
        if not data_list:
            return None
        try:
            day, month, year = map(int, data_list)
            return dt.date(year, month, day)
        except ValueError as problem:
            raise ValidationError(UNREADABLE, code="invalid") from problem


class BirthDateField(DatePartsField):
    """When someone was born."""

    def __init__(self) -> None:
        super().__init__()
        self.label = _("Geboortedatum")
