"""The forms of deliveries: which file for whom, and what to do with a row whose person is not certain."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.exchange.models import DeliveryKind, ReviewState
from kring.exchange.queries import Candidate
from kring.exchange.registry import Incoming, accepts, connector_for, connectors
from kring.exchange.services import LARGEST_UPLOAD, Choice

Data = Mapping[str, object] | None
NEW, DROPPED = ReviewState.NEW.value, ReviewState.DROPPED.value


class BringForm(forms.Form):
    """`incoming` holds the file once the form is valid. What is in it, the connector judges later."""

    organisation = forms.ChoiceField(
        label=_("Van welke gemeente zijn de gegevens?"),
        error_messages={"required": _("Kies de gemeente van wie de gegevens zijn.")},
    )
    kind = forms.ChoiceField(
        label=_("Wat levert u aan?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat u aanlevert.")},
    )
    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("JSON, XML of CSV, hoogstens 50 MB. Hoe een bestand eruitziet, staat in de handleiding."),
        widget=forms.FileInput(attrs={"accept": ".json,.xml,.csv"}),
        allow_empty_file=True,
        error_messages={"required": _("Kies een bestand.")},
    )

    incoming = Incoming("", b"")

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict[str, "UploadedFile[bytes]"] | None = None,
        *,
        towns: Sequence[tuple[UUID, str]],
    ) -> None:
        super().__init__(data, files)
        self._choices("kind", [(one.kind.value, str(one.title)) for one in connectors()])
        named = [(str(key), name) for key, name in towns]
        self._choices("organisation", named if len(named) == 1 else [("", gettext("Kies een gemeente")), *named])
        if len(named) == 1:
            field = self.fields["organisation"]
            field.widget, field.initial = forms.HiddenInput(), named[0][0]

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def kind_given(self) -> DeliveryKind:
        return DeliveryKind(self.cleaned_data["kind"])

    @property
    def organisation_given(self) -> UUID:
        return UUID(self.cleaned_data["organisation"])

    def clean_file(self) -> "UploadedFile[bytes]":
        """Not read further than is allowed. The kind comes before the file in the form."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        content = file.read(LARGEST_UPLOAD + 1)
        if len(content) > LARGEST_UPLOAD:
            raise ValidationError(_("Dit bestand is groter dan 50 MB. Lever het in delen aan."))
        if not content.strip():
            raise ValidationError(_("Dit bestand is leeg."))
        self.incoming = Incoming(PurePath(file.name or "").name, content)
        kind = self.cleaned_data.get("kind")
        if kind:
            self._check_type(kind, self.incoming)
        return file

    def _check_type(self, kind: str, file: Incoming) -> None:
        connector = connector_for(kind)
        if not accepts(connector, file.name) or b"\x00" in file.content:
            ends = ", ".join(connector.suffixes)
            raise ValidationError(gettext("Hier hoort een bestand op %(ends)s bij.") % {"ends": ends})


class UndoForm(forms.Form):
    """Undoing is confirmed."""

    sure = forms.BooleanField(
        label=_("Ik wil deze levering terugdraaien"),
        error_messages={"required": _("Zet het vinkje als u de levering wilt terugdraaien.")},
    )


class DecideForm(forms.Form):
    """This person, a new one, or leave the row."""

    decision = forms.ChoiceField(
        label=_("Over wie gaat deze regel?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er met deze regel moet gebeuren.")},
    )

    def __init__(self, data: Data = None, *, candidates: Sequence[Candidate]) -> None:
        super().__init__(data)
        field = self.fields["decision"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            *((str(one.subject), _words(one)) for one in candidates),
            (NEW, gettext("Iemand anders: maak een nieuwe persoon")),
            (DROPPED, gettext("Niet verwerken: deze regel wordt niet opgeslagen")),
        ]

    def choice(self) -> Choice:
        given = self.cleaned_data["decision"]
        if given in {NEW, DROPPED}:
            return Choice(ReviewState(given))
        return Choice(ReviewState.MATCHED, UUID(given))


def _words(candidate: Candidate) -> str:
    """What tells people apart: name, birth and address."""
    values = {"name": candidate.name, "born": candidate.born, "address": candidate.address or "–"}
    return gettext("%(name)s, geboren %(born)s, adres %(address)s") % values
