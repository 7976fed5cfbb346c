"""The forms about pilots; each fault says what to do."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import validate_slug
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.steering.figures.documents import BadTemplate, as_docx
from kring.steering.figures.queries.candidates import Candidate
from kring.steering.figures.rules.letter import Letter
from kring.steering.figures.rules.pilots import DOMAINS
from kring.steering.figures.services.pilots import PilotDetails, PilotTexts
from kring.web.dates import DateField

TAKEN = frozenset({"nieuw", "beginnen"})
LARGEST_TEMPLATE = 2 * 1024 * 1024


class DetailsForm(forms.Form):
    """What a pilot is. The order of the municipalities is that of the letter."""

    name = forms.CharField(label=_("Naam van de pilot"), max_length=120)
    slug = forms.CharField(
        label=_("Korte naam"),
        help_text=_(
            "Kleine letters en streepjes, voor het adres en de opdracht ./run raadsbrief. Bijvoorbeeld: tien-gezinnen"
        ),
        max_length=60,
        validators=[validate_slug],
    )
    purpose = forms.CharField(
        label=_("Doel"),
        help_text=_("In één of twee zinnen: wat wilt u met deze pilot bereiken?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    started_on = DateField(label=_("Vanaf"))
    ended_on = DateField(label=_("Tot en met"), required=False)
    municipalities = forms.CharField(
        label=_("Gemeenten die meedoen"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000
    )

    leader = forms.ChoiceField(label=_("Trekker"), help_text=_("De gemeente die de brief schrijft."))

    def __init__(self, *args: Any, towns: Mapping[str, UUID], leaders: Collection[UUID] = (), **options: Any) -> None:
        """`leaders`: for which municipalities the actor may begin a pilot; none when it has begun."""
        super().__init__(*args, **options)
        self._towns = {name.casefold(): town for name, town in towns.items()}
        names = ", ".join(towns)
        text = _("Eén per regel, in de volgorde waarin de brief ze noemt. Kies uit: %(names)s.")
        self.fields["municipalities"].help_text = text % {"names": names}
        self._only = next(iter(leaders), None) if len(leaders) == 1 else None
        field = self.fields["leader"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(town), name) for name, town in towns.items() if town in leaders]
        if len(leaders) < 2:
            del self.fields["leader"]

    @property
    def organisation(self) -> UUID:
        """The municipality that leads the new pilot."""
        return self._only or UUID(self.cleaned_data["leader"])

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"].lower()
        if slug in TAKEN:
            raise ValidationError(_("Deze korte naam is van een bladzijde van Kring. Kies een andere."))
        return slug

    def clean_municipalities(self) -> tuple[UUID, ...]:
        lines = [line.strip() for line in self.cleaned_data["municipalities"].splitlines() if line.strip()]
        unknown = [line for line in lines if line.casefold() not in self._towns]
        if unknown:
            raise ValidationError(_("Deze gemeente is niet bekend: %(name)s.") % {"name": ", ".join(unknown)})
        return tuple(dict.fromkeys(self._towns[line.casefold()] for line in lines))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        start, end = given.get("started_on"), given.get("ended_on")
        if start and end and end < start:
            self.add_error("ended_on", _("Deze dag ligt voor het begin van de pilot."))
        return given

    def details(self) -> PilotDetails:
        given = self.cleaned_data
        return PilotDetails(
            given["slug"], given["name"], given["purpose"], given["started_on"], given["ended_on"],
            given["municipalities"],
        )  # fmt: skip


class TextsForm(forms.Form):
    """What the next letter tells."""

    introduction = forms.CharField(
        label=_("Inleiding"),
        help_text=_("Waarom is deze pilot begonnen? Een lege regel begint een nieuwe alinea."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    approach = forms.CharField(
        label=_("De werkwijze"),
        help_text=_("Wie werkten er samen, en hoe?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    results = forms.CharField(
        label=_("Belangrijkste resultaten"),
        help_text=_("Eén per regel."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    embedding = forms.CharField(
        label=_("Borging"),
        help_text=_("Hoe blijft wat geleerd is in stand, en wie trekt dat?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def texts(self) -> PilotTexts:
        return PilotTexts(**self.cleaned_data)


class DecisionForm(forms.Form):
    """A decision to publish small numbers: by whom, and why that is right."""

    who = forms.CharField(
        label=_("Wie heeft dit besloten?"),
        help_text=_("Naam en rol, bijvoorbeeld: Petra Vos, namens het college"),
        max_length=120,
    )
    reason = forms.CharField(
        label=_("Waarom mogen kleine aantallen gepubliceerd worden?"),
        help_text=_("Deze reden staat in de brief en in het logboek."),
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EntryForm(forms.Form):
    """One client and the domain by which it came in."""

    client = forms.ChoiceField(label=_("Cliënt"), help_text=_("Leden van dossiers die u mag zien."))
    domain = forms.ChoiceField(
        label=_("Domein van instroom"),
        help_text=_("Waarlangs kwam deze cliënt binnen? Andere wetten in het plan tellen niet mee."),
    )
    started_on = DateField(label=_("Doet mee vanaf"))

    def __init__(self, *args: Any, people: Sequence[Candidate], **options: Any) -> None:
        super().__init__(*args, **options)
        self._people = {str(one.subject): one for one in people}
        named = [(key, f"{one.dossier_label}: {one.name}") for key, one in self._people.items()]
        self._choices("client", named)
        self._choices("domain", [(code, gettext(words)) for code, words in DOMAINS.items()])

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def candidate(self) -> Candidate:
        return self._people[self.cleaned_data["client"]]


class LetterForm(forms.Form):
    """What stands above a letter."""

    dated_on = DateField(label=_("Datum van de brief"))
    reference = forms.CharField(
        label=_("Kenmerk"), help_text=_("Leeg: het volgende vrije nummer."), max_length=40, required=False
    )
    place = forms.CharField(label=_("Plaats"), max_length=80)


class TemplateForm(forms.Form):
    """A Word template, tried on the letter of now before it is kept."""

    file = forms.FileField(label=_("Sjabloon (.docx)"), help_text=_("Hoogstens 2 MB."))

    def __init__(self, *args: Any, letter: Letter, **options: Any) -> None:
        super().__init__(*args, **options)
        self._letter = letter
        self.content = b""

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_TEMPLATE:
            raise ValidationError(_("Dit bestand is groter dan 2 MB. Verklein de afbeeldingen in het sjabloon."))
        self.content = file.read()
        try:
            as_docx(self._letter, self.content)
        except BadTemplate as problem:
            raise ValidationError(str(problem)) from None
        return file
