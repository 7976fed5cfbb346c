"""What is asked of a home: who, where, how, from when, and who told it."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.households.models import Stay
from kring.practice.households.queries import Home
from kring.practice.households.rules.births import ADULT
from kring.practice.households.rules.homes import Living, living_of
from kring.practice.households.services import Move, Parting, StayWords, Telling
from kring.practice.leads.queries import Member
from kring.web.dates import DateField

NEW = "nieuw"
HOME_NAME = _("Bijvoorbeeld: bij moeder, bij vader, pleeggezin Jansen. Geen adres: dat komt uit het register.")
DAYS = _("Bijvoorbeeld: zondag tot en met woensdag. Laat leeg als het niet vastligt.")


class ToldForm(forms.Form):
    """Nothing is written down without who told it, and when."""

    told_by = forms.CharField(
        label=_("Wie vertelde dit?"),
        max_length=120,
        error_messages={"required": _("Schrijf op wie dit vertelde.")},
    )
    told_on = DateField(label=_("Wanneer vertelde die dat?"))

    def telling(self) -> Telling:
        return Telling(self.cleaned_data["told_by"], self.cleaned_data["told_on"])


class HomeForm(ToldForm):
    """One of the homes that are there, or a new one with a name."""

    home = forms.ChoiceField(label=_("In welk huis?"), widget=forms.RadioSelect)
    label = forms.CharField(label=_("Hoe heet het nieuwe huis?"), help_text=HOME_NAME, max_length=60, required=False)

    def __init__(
        self, data: Mapping[str, object] | None, *, homes: Iterable[Home], initial: Mapping[str, object]
    ) -> None:
        super().__init__(data, initial={**initial})
        self.homes = {str(home.key): home for home in homes}
        field = self.fields["home"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*((key, home.label) for key, home in self.homes.items()), (NEW, gettext("een nieuw huis"))]
        if not self.homes:
            field.widget = forms.HiddenInput()
            field.initial = NEW

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("home") == NEW and not str(given.get("label", "")).strip():
            self.add_error("label", gettext("Geef het huis een naam, bijvoorbeeld: bij moeder."))
        return given

    def place(self) -> tuple[UUID | None, str]:
        """Which home, and its name."""
        chosen = self.homes.get(self.cleaned_data["home"])
        return (chosen.key, chosen.label) if chosen else (None, self.cleaned_data["label"])


class AddForm(HomeForm):
    """Somebody lives in a home."""

    subject = forms.ChoiceField(label=_("Wie"), error_messages={"required": _("Kies wie hier woont.")})
    living = forms.ChoiceField(
        label=_("Hoe"), choices=[(one.value, one.label) for one in Living], widget=forms.RadioSelect
    )
    days = forms.CharField(label=_("Op welke dagen?"), help_text=DAYS, max_length=120, required=False)
    since = DateField(label=_("Vanaf welke dag?"))
    until = DateField(
        label=_("Vanaf welke dag niet meer?"), help_text=_("Laat leeg als het zo blijft."), required=False
    )
    field_order = ("subject", "home", "label", "living", "days", "since", "until", "told_by", "told_on")

    def __init__(
        self, data: Mapping[str, object] | None, *, homes: Iterable[Home], members: Iterable[Member], today: date
    ) -> None:
        super().__init__(data, homes=homes, initial={"living": Living.LIVES.value, "told_on": today})
        _choose(self, "subject", members)

    def words(self) -> StayWords:
        given = self.cleaned_data
        home, label = self.place()
        return StayWords(
            UUID(given["subject"]), home, label, living_of(given["living"]), given["since"], given["until"],
            given["days"],
        )  # fmt: skip


class CorrectForm(ToldForm):
    """What was written down wrongly; the name is of the home, for everybody in it."""

    label = forms.CharField(label=_("Hoe heet het huis?"), help_text=HOME_NAME, max_length=60)
    living = forms.ChoiceField(
        label=_("Hoe"), choices=[(one.value, one.label) for one in Living], widget=forms.RadioSelect
    )
    days = forms.CharField(label=_("Op welke dagen?"), help_text=DAYS, max_length=120, required=False)
    since = DateField(label=_("Vanaf welke dag?"))
    until = DateField(
        label=_("Vanaf welke dag niet meer?"), help_text=_("Laat leeg als het zo blijft."), required=False
    )
    field_order = ("label", "living", "days", "since", "until", "told_by", "told_on")

    def __init__(self, data: Mapping[str, object] | None, *, row: Stay) -> None:
        initial = {name: getattr(row, name) for name in ("label", "living", "days", "told_by", "told_on")}
        super().__init__(data, initial={**initial, "since": row.started_on, "until": row.ended_on})
        self.row = row

    def words(self) -> StayWords:
        given = self.cleaned_data
        return StayWords(
            self.row.subject_id, self.row.home, given["label"], living_of(given["living"]), given["since"],
            given["until"], given["days"],
        )  # fmt: skip


class MoveForm(HomeForm):
    """Who goes to live somewhere else."""

    subjects = forms.MultipleChoiceField(
        label=_("Wie verhuist?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wie verhuist.")},
    )
    on = DateField(label=_("Op welke dag?"))
    field_order = ("subjects", "home", "label", "on", "told_by", "told_on")

    def __init__(
        self, data: Mapping[str, object] | None, *, homes: Iterable[Home], members: Iterable[Member], today: date
    ) -> None:
        super().__init__(data, homes=homes, initial={"told_on": today})
        _choose(self, "subjects", members)

    def moving(self) -> Move:
        home, label = self.place()
        return Move([UUID(one) for one in self.cleaned_data["subjects"]], home, label, self.cleaned_data["on"])


class PartForm(ToldForm):
    """Two people part: one goes to a new home, and children may have two."""

    leaver = forms.ChoiceField(
        label=_("Wie gaat ergens anders wonen?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie ergens anders gaat wonen.")},
    )
    leaves_label = forms.CharField(label=_("Hoe heet het nieuwe huis?"), help_text=HOME_NAME, max_length=60)
    stays_label = forms.CharField(label=_("Hoe heet het huis waar de anderen blijven?"), max_length=60)
    children = forms.MultipleChoiceField(
        label=_("Wie woont in allebei de huizen?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    days_stays = forms.CharField(
        label=_("Op welke dagen in het huis dat blijft?"), help_text=DAYS, max_length=120, required=False
    )
    days_leaves = forms.CharField(label=_("Op welke dagen in het nieuwe huis?"), max_length=120, required=False)
    on = DateField(label=_("Vanaf welke dag?"))
    field_order = (
        "leaver", "leaves_label", "stays_label", "children", "days_stays", "days_leaves", "on", "told_by", "told_on",
    )  # fmt: skip

    def __init__(self, data: Mapping[str, object] | None, *, members: Iterable[Member], today: date) -> None:
        super().__init__(data, initial={"told_on": today})
        people = tuple(members)
        _choose(self, "leaver", (one for one in people if one.age is None or one.age >= ADULT))
        _choose(self, "children", (one for one in people if one.age is None or one.age < ADULT))

    def parting(self) -> Parting:
        given = self.cleaned_data
        return Parting(
            UUID(given["leaver"]), given["stays_label"], given["leaves_label"],
            [UUID(one) for one in given["children"] if one != given["leaver"]], given["on"], given["days_stays"],
            given["days_leaves"],
        )  # fmt: skip


class LeaveForm(forms.Form):
    """From which day somebody is not there any more."""

    on = DateField(label=_("Vanaf welke dag woont deze persoon hier niet meer?"))


def _choose(form: forms.Form, name: str, members: Iterable[Member]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    choices = [(str(one.subject), f"{one.name} ({one.role})" if one.role else one.name) for one in members]
    plain = type(field.widget) is forms.Select
    field.choices = [("", gettext("Kies een naam")), *choices] if plain else choices
