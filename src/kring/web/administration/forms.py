"""The forms of organisations, teams and areas; each field says what it wants."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.ground.organisations.models import Organisation, OrganisationKind, Team
from kring.web.dates import DateField

Data = Mapping[str, object] | None
Choices = Sequence[tuple[str, object]]

WHY_ENDED = _("Schrijf op waarom.")


def choices_of(field: forms.Field, choices: Choices) -> None:
    """Give a choice field what there is to choose."""
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)


class OrganisationForm(forms.Form):
    """A new one has a kind; one that is there keeps its kind."""

    kind = forms.ChoiceField(label=_("Wat voor organisatie is het?"), choices=OrganisationKind.choices)
    name = forms.CharField(label=_("Naam"), max_length=120)
    cbs_code = forms.RegexField(
        r"^\d{4}$",
        label=_("CBS-code"),
        required=False,
        help_text=_("Alleen bij een gemeente: vier cijfers."),
        error_messages={"invalid": _("Een CBS-code heeft vier cijfers.")},
    )
    agb_code = forms.RegexField(
        r"^\d{8}$",
        label=_("AGB-code"),
        required=False,
        help_text=_("Alleen bij een zorgaanbieder: acht cijfers."),
        error_messages={"invalid": _("Een AGB-code heeft acht cijfers.")},
    )

    def __init__(self, data: Data = None, *, present: Organisation | None = None) -> None:
        initial = {name: getattr(present, name) for name in ("name", "cbs_code", "agb_code")} if present else None
        super().__init__(data, initial=initial)
        self.present_kind = present.kind if present else ""
        if present:
            del self.fields["kind"]

    def clean(self) -> None:
        kind = self.cleaned_data.get("kind", self.present_kind)
        if kind == OrganisationKind.MUNICIPALITY and not self.cleaned_data.get("cbs_code", "-"):
            self.add_error("cbs_code", _("Een gemeente heeft een CBS-code van vier cijfers. U vindt hem bij het CBS."))


class EndForm(forms.Form):
    """From which day, and where it matters why."""

    ended_on = DateField(label=_("Per"))
    ground = forms.CharField(
        label=_("Waarom?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": WHY_ENDED},
    )

    def __init__(self, data: Data = None, *, today: date, asks_why: bool = True) -> None:
        super().__init__(data, initial={"ended_on": today})
        if not asks_why:
            del self.fields["ground"]


class ReasonForm(forms.Form):
    """Why."""

    ground = forms.CharField(
        label=_("Waarom?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": WHY_ENDED},
    )


class TeamForm(forms.Form):
    """Its name; unique in the organisation."""

    name = forms.CharField(label=_("Naam van het team"), max_length=120)


class AreaForm(forms.Form):
    """An area lies in one or more municipalities; a team works in it, or not yet."""

    name = forms.CharField(label=_("Naam van het gebied"), max_length=120)
    municipalities = forms.MultipleChoiceField(
        label=_("In welke gemeente ligt het?"),
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("Een gebied mag over gemeenten heen liggen."),
        error_messages={"required": _("Kies ten minste één gemeente.")},
    )
    team = forms.ChoiceField(label=_("Welk team werkt er?"), required=False)

    def __init__(
        self,
        data: Data = None,
        *,
        towns: Sequence[Organisation],
        teams: Sequence[Team],
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        choices_of(self.fields["municipalities"], [(str(town.id), town.name) for town in towns])
        named = [(str(team.id), f"{team.name} ({team.organisation.name})") for team in teams]
        choices_of(self.fields["team"], [("", _("nog geen team")), *named])


def uuids(values: Sequence[str]) -> frozenset[UUID]:
    """What was chosen in a form; the form has checked that it could be chosen."""
    return frozenset(UUID(value) for value in values)
