"""The forms of studies: asking, approving, names, ending, naming, objecting; and the filter above the list."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.steering.studies.queries import Colleague, Place, Selection
from kring.steering.studies.queries.cases import SORTABLE, STANDARD
from kring.web.dates import BirthDateField, DateField

Data = Mapping[str, object] | None
LEAST = ((0, _("alle aantallen")), (2, _("2 of meer")), (3, _("3 of meer")), (4, _("4 of meer")), (5, _("5 of meer")))
ORDERS = (
    ("-laws", _("meeste wetten")),
    ("-providers", _("meeste aanbieders")),
    ("-helpers", _("meeste professionals")),
    ("-months", _("meeste maanden")),
    ("-cost", _("hoogste bekende kosten")),
    ("-persons", _("meeste personen")),
)


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class StudyForm(forms.Form):
    """What is asked. The purpose and the ground stand on every page of the study."""

    organisation = forms.ChoiceField(label=_("Voor welke gemeente?"))
    title = forms.CharField(
        label=_("Hoe heet het onderzoek?"), max_length=160, help_text=_("Bijvoorbeeld: Dossieronderzoek Noord 2026")
    )
    purpose = forms.CharField(
        label=_("Wat wilt u weten, en waarvoor?"),
        max_length=2000,
        widget=_text(4),
        help_text=_("Dit staat op iedere bladzijde van het onderzoek."),
    )
    ground = forms.CharField(
        label=_("Op welke grond mag dit?"),
        max_length=2000,
        widget=_text(4),
        help_text=_(
            "Noem het wetsartikel (Jeugdwet 7.3.12, Wmo 5.3.6), waarom vooraf toestemming vragen niet redelijk is, "
            "en waarom het niet zonder deze gegevens kan."
        ),
    )
    started_on = DateField(label=_("Vanaf"))
    ended_on = DateField(label=_("Tot en met"))

    def __init__(self, data: Data = None, *, towns: Sequence[tuple[UUID, str]], today: date) -> None:
        super().__init__(data, initial={"started_on": today})
        self.today = today
        field = self.fields["organisation"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(key), name) for key, name in towns]
        if len(towns) == 1:
            field.widget = forms.HiddenInput()
            field.initial = str(towns[0][0])

    def clean(self) -> None:
        start, end = self.cleaned_data.get("started_on"), self.cleaned_data.get("ended_on")
        if start and end and end < start:
            self.add_error("ended_on", ValidationError(_("Kies een dag na de begindatum.")))
        elif end and end < self.today:
            self.add_error("ended_on", ValidationError(_("Deze dag is al voorbij. Kies vandaag of later.")))


class ApproveForm(forms.Form):
    """Who looks, by name; who asked and who approves are on the list anyhow."""

    researchers = forms.MultipleChoiceField(
        label=_("Wie kijken nog meer mee?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("De aanvrager en uzelf staan er al bij. Kies niet meer mensen dan nodig is."),
    )
    checked = forms.BooleanField(
        label=_("Ik heb doel, grond en periode nagekeken"),
        error_messages={"required": _("Kijk doel, grond en periode na en zet dan het vinkje.")},
    )

    def __init__(self, data: Data = None, *, others: Sequence[Colleague]) -> None:
        super().__init__(data)
        field = self.fields["researchers"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(str(one.account), f"{one.name}, {one.function}") for one in others]
        if not others:
            del self.fields["researchers"]


class NameForm(forms.Form):
    """One more name."""

    account = forms.ChoiceField(label=_("Wie mag meekijken?"), error_messages={"required": _("Kies een collega.")})

    def __init__(self, data: Data = None, *, others: Sequence[Colleague]) -> None:
        super().__init__(data)
        field = self.fields["account"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("", _("Kies een collega")),
                *((str(one.account), f"{one.name}, {one.function}") for one in others),
            ]


class EndForm(forms.Form):
    """Why it ends."""

    reason = forms.CharField(
        label=_("Waarom eindigt het onderzoek?"),
        max_length=400,
        widget=_text(3),
        error_messages={"required": _("Schrijf op waarom het onderzoek eindigt.")},
    )


class CountForm(forms.Form):
    """The list as it was on another day."""

    day = DateField(label=_("Peildatum"), error_messages={"required": _("Vul een dag in.")})

    def __init__(self, data: Data = None, *, today: date) -> None:
        super().__init__(data, initial={"day": today})
        self.today = today

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise ValidationError(_("De peildatum ligt in de toekomst. Kies vandaag of een eerdere dag."))
        return day


class ReasonForm(forms.Form):
    """Why this household is named."""

    reason = forms.CharField(
        label=_("Waarom brengt u dit huishouden op naam?"),
        max_length=300,
        widget=_text(3),
        help_text=_(
            "Bijvoorbeeld: vier wetten, zeven professionals en nog geen regisseur. Het gezin kan dit later lezen."
        ),
        error_messages={"required": _("Schrijf op waarom u dit huishouden op naam brengt.")},
    )


class ObjectionForm(forms.Form):
    """Whose objection, exactly: name and birth date must both be right."""

    name = forms.CharField(label=_("Voor- en achternaam"), max_length=120)
    born = BirthDateField()
    deed = forms.ChoiceField(
        label=_("Wat legt u vast?"),
        choices=[
            ("objects", _("maakt bezwaar tegen onderzoek")),
            ("withdraws", _("trekt het bezwaar in")),
        ],
        widget=forms.RadioSelect(),
        initial="objects",
    )


class FilterForm(forms.Form):
    """Above the list; it goes by GET, so that the address says what is shown."""

    laws = forms.TypedChoiceField(label=_("Wetten tegelijk"), choices=LEAST, coerce=int, required=False, empty_value="")
    municipality = forms.ChoiceField(label=_("Gemeente"), required=False)
    area = forms.ChoiceField(label=_("Gebied"), required=False)
    sort = forms.ChoiceField(label=_("Op volgorde van"), required=False)

    def __init__(self, data: Data, *, towns: Sequence[Place], areas: Sequence[Place], order: str) -> None:
        super().__init__(data, label_suffix="")
        self._offer("municipality", _("alle gemeenten"), towns)
        self._offer("area", _("alle gebieden"), areas)
        for control in self.fields.values():
            control.widget.attrs["class"] = "utrecht-select utrecht-select--html-select"
        field = self.fields["sort"]
        known = dict(ORDERS)
        own = () if order in known else ((order, _("gekozen in de tabel")),)
        if isinstance(field, forms.ChoiceField):
            field.choices = [*ORDERS, *own]
        self.initial = {"laws": 0, "sort": order}

    def _offer(self, name: str, every: object, places: Sequence[Place]) -> None:
        field = self.fields[name]
        if len(places) < 2:
            del self.fields[name]
        elif isinstance(field, forms.ChoiceField):
            field.choices = [("", every), *((place.key, f"{place.name} ({place.households})") for place in places)]


def selection_of(query: dict[str, str]) -> Selection:
    """From the address; what it cannot mean is left out."""
    order = query.get("sort", STANDARD)
    return Selection(
        order=order if order.removeprefix("-") in SORTABLE else STANDARD,
        least_laws=int(query["laws"]) if query.get("laws", "").isdigit() and len(query["laws"]) < 3 else 0,
        area=_uuid(query.get("area", "")),
        municipality=query.get("municipality", "")[:4],
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
