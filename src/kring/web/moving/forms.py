"""First to which family, then about whom it is there."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.ground.documents.rules import Destination
from kring.practice.leads.queries import Member


class FamilyForm(forms.Form):
    """One of the families with whom the reader writes."""

    gezin = forms.ChoiceField(
        label=_("Bij welk gezin hoort het?"),
        error_messages={"required": _("Kies het gezin waar dit bij hoort.")},
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, families: Sequence[tuple[UUID, str]]) -> None:
        super().__init__(data)
        field = self.fields["gezin"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Kies een gezin")), *((str(dossier), label) for dossier, label in families)]


class SubjectForm(forms.Form):
    """Goes with the family that was chosen."""

    subject = forms.ChoiceField(label=_("Over wie gaat het daar?"), required=False)

    def __init__(self, data: Mapping[str, object] | None = None, *, dossier: UUID, members: Sequence[Member]) -> None:
        super().__init__(data)
        self.dossier = dossier
        everybody = gettext("het hele gezin") if len(members) > 1 else gettext("het hele plan")
        field = self.fields["subject"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", everybody), *((str(one.subject), one.name) for one in members if one.name)]

    def destination(self) -> Destination:
        subject = self.cleaned_data["subject"]
        return Destination(self.dossier, UUID(subject) if subject else None)
