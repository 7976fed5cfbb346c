"""The forms of accounts: hiring, work, roles, leaving, and handing families over."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Account
from kring.ground.access.roles import COLLEAGUE, ORGANISATION_ROLES
from kring.ground.organisations.models import Organisation, Team
from kring.ground.shared.period import HERE
from kring.web.administration.forms import Data, choices_of
from kring.web.dates import DateField

WHY = forms.Textarea(attrs={"rows": 3})


def _teams(teams: Sequence[Team]) -> list[tuple[str, object]]:
    return [("", _("geen team")), *((str(team.id), f"{team.name} ({team.organisation.name})") for team in teams)]


class HireForm(forms.Form):
    """Who starts, where, and on which address they are invited."""

    name = forms.CharField(label=_("Voor- en achternaam"), max_length=120)
    function = forms.CharField(
        label=_("Functie"), max_length=120, help_text=_("Bijvoorbeeld: jeugd- en gezinscoach. Het gezin leest dit.")
    )
    organisation = forms.ChoiceField(label=_("Waar werkt deze persoon?"))
    team = forms.ChoiceField(label=_("In welk team?"), required=False)
    phone = forms.CharField(label=_("Telefoon werk"), max_length=30, required=False)
    started_on = DateField(label=_("In dienst vanaf"))
    email = forms.EmailField(
        label=_("E-mailadres van het werk"),
        help_text=_("Hiermee logt deze persoon in. Een account is van één persoon."),
    )

    def __init__(self, data: Data = None, *, towns: Sequence[Organisation], teams: Sequence[Team], today: date) -> None:
        super().__init__(data, initial={"started_on": today})
        choices_of(self.fields["organisation"], [(str(one.id), one.name) for one in towns])
        choices_of(self.fields["team"], _teams(teams))
        self.teams = {str(team.id): str(team.organisation_id) for team in teams}

    def clean(self) -> None:
        team = self.cleaned_data.get("team")
        if team and self.teams[team] != self.cleaned_data.get("organisation"):
            self.add_error("team", _("Dit team hoort bij een andere organisatie."))


class InviteForm(forms.Form):
    """Where the link goes."""

    email = forms.EmailField(label=_("E-mailadres van het werk"))


class WorkForm(forms.Form):
    """What somebody does now."""

    function = forms.CharField(label=_("Functie"), max_length=120)
    team = forms.ChoiceField(label=_("Team"), required=False)
    phone = forms.CharField(label=_("Telefoon werk"), max_length=30, required=False)

    def __init__(self, data: Data = None, *, teams: Sequence[Team], initial: Mapping[str, object]) -> None:
        super().__init__(data, initial=dict(initial))
        choices_of(self.fields["team"], _teams(teams))


class RoleForm(forms.Form):
    """Only the role that the work needs, with its ground and, where it is known, its end."""

    role = forms.ChoiceField(label=_("Welke rol?"), widget=forms.RadioSelect())
    organisation = forms.ChoiceField(label=_("In welke organisatie?"))
    until = DateField(label=_("Tot en met"), required=False, help_text=_("Leeg: tot u de rol beëindigt."))
    ground = forms.CharField(
        label=_("Op welke grond?"),
        max_length=400,
        help_text=_("Bijvoorbeeld: aanstelling als teamleider per 1 november."),
        error_messages={"required": _("Schrijf op op welke grond deze persoon de rol krijgt.")},
    )

    def __init__(self, data: Data = None, *, towns: Sequence[Organisation], today: date) -> None:
        super().__init__(data)
        self.today = today
        roles = [role for role in ORGANISATION_ROLES.values() if role is not COLLEAGUE]
        choices_of(self.fields["role"], [(role.code, f"{_(role.title)}: {_(role.description)}") for role in roles])
        choices_of(self.fields["organisation"], [(str(one.id), one.name) for one in towns])

    def clean_until(self) -> datetime | None:
        day: date | None = self.cleaned_data["until"]
        if day is None:
            return None
        if day < self.today:
            raise ValidationError(_("Deze dag is al voorbij. Kies vandaag of later."))
        return datetime.combine(day, time.max, HERE)


class SuccessorForm(forms.Form):
    """Who takes the families over; the second where the first already has the other role."""

    successor = forms.ChoiceField(label=_("Wie neemt de gezinnen over?"))
    other = forms.ChoiceField(
        label=_("En waar deze collega al regisseur of achtervang is?"),
        required=False,
        help_text=_("Regisseur en achtervang zijn altijd twee mensen."),
    )
    ground = forms.CharField(label=_("Waarom?"), max_length=400, widget=WHY)

    def __init__(self, data: Data = None, *, colleagues: Sequence[Account]) -> None:
        super().__init__(data)
        named = [(str(one.id), f"{one.display_name}, {one.function}") for one in colleagues]
        choices_of(self.fields["successor"], [("", _("Kies een collega")), *named])
        choices_of(self.fields["other"], [("", _("niemand anders nodig")), *named])
