"""How somebody is reached: what, and who may see it."""

from collections.abc import Mapping, Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.ground.shared.levels import Level
from kring.practice.households.models import ContactKind
from kring.practice.households.rules.reaching import can_be_contact
from kring.practice.households.services import ContactWords

WHO_MAY_SEE = {
    Level.CONTACT: _("open: wie met dit gezin werkt"),
    Level.PROTECTED: _("beschermd: alleen wie op naam is aangewezen"),
    Level.SHIELDED: _("afgeschermd: alleen wie op naam is aangewezen, en de persoon zelf"),
}
VALUE = _("Nummer, e-mailadres of naam van de school")


class ContactForm(forms.Form):
    """One more way to reach somebody. Levels that the writer does not read are not offered."""

    kind = forms.ChoiceField(label=_("Wat is het?"), choices=ContactKind, widget=forms.RadioSelect)
    value = forms.CharField(label=VALUE, max_length=200)
    level = forms.TypedChoiceField(label=_("Wie mag het zien?"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, data: Mapping[str, object] | None = None, *, levels: Sequence[Level]) -> None:
        super().__init__(data, initial={"kind": ContactKind.PHONE, "level": Level.CONTACT})
        field = self.fields["level"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(level.value), str(WHO_MAY_SEE[level])) for level in levels]

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("kind") and given.get("value"):
            _check(self, str(given["kind"]), str(given["value"]))
        return given

    def words(self) -> ContactWords:
        given = self.cleaned_data
        return ContactWords(ContactKind(given["kind"]), given["value"], Level(given["level"]))


class CorrectForm(forms.Form):
    """What was written down wrongly."""

    value = forms.CharField(label=VALUE, max_length=200)

    def __init__(self, data: Mapping[str, object] | None = None, *, kind: ContactKind, value: str) -> None:
        super().__init__(data, initial={"value": value})
        self.kind = kind
        self.fields["value"].label = str(kind.label).capitalize()

    def clean_value(self) -> str:
        value: str = self.cleaned_data["value"]
        verdict = can_be_contact(self.kind, value)
        if not verdict:
            raise ValidationError(gettext(str(verdict.reason)))
        return value


def _check(form: forms.Form, kind: str, value: str) -> None:
    verdict = can_be_contact(kind, value)
    if not verdict:
        form.add_error("value", gettext(str(verdict.reason)))
