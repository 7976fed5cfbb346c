"""At which level something stands and why; who reads by name, why and until when that is looked at again."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.ground.access.rules import SHORTEST_REASON
from kring.ground.access.services import Candidate, Naming
from kring.ground.shared.levels import Level
from kring.ground.shared.period import birthday
from kring.web.dates import DateField

LEVELS = {
    Level.CONTACT: _("open: wie met dit gezin werkt, ziet het"),
    Level.PROTECTED: _("beschermd: alleen wie op naam is aangewezen"),
    Level.SHIELDED: _("afgeschermd: niemand mag dit vinden; alleen wie op naam is aangewezen, en de persoon zelf"),
}
EVERYBODY = ""


class LevelForm(forms.Form):
    """Of one address, number or school. What this reader may not choose, or is the level already, is not offered."""

    level = forms.TypedChoiceField(
        label=_("Wie mag het zien?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie het mag zien.")},
    )
    ground = forms.CharField(
        label=_("Waarom?"),
        help_text=_("De reden staat in het log."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )

    def __init__(
        self, data: Mapping[str, object] | None = None, *, before: Level, may_lower: bool, by_register: bool = False
    ) -> None:
        super().__init__(data)
        lower = may_lower and not by_register
        choices = [level for level in LEVELS if level != before and (level > before or lower)]
        _choose(self, "level", [(str(level.value), LEVELS[level]) for level in choices])

    @property
    def level_given(self) -> Level:
        return Level(self.cleaned_data["level"])


class PeopleForm(LevelForm):
    """Of the dossier and of the people in it whom nobody may find."""

    people = forms.MultipleChoiceField(
        label=_("Wie?"),
        help_text=_("Van wie u hier kiest, worden ook adres, telefoon en school afgeschermd."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste één persoon.")},
    )
    rows = forms.MultipleChoiceField(
        label=_("Wat is ook niet meer beschermd?"),
        help_text=_("Alleen wat u aankruist, wordt weer zichtbaar. Al het andere blijft beschermd."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    field_order = ("people", "level", "rows", "ground")

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        before: Level,
        may_lower: bool,
        people: Iterable[tuple[UUID, str]],
        chosen: Iterable[UUID] = (),
        rows: Iterable[tuple[UUID, str]] = (),
    ) -> None:
        super().__init__(data, before=before, may_lower=may_lower)
        _choose(self, "people", [(str(subject), name) for subject, name in people])
        self.initial["people"] = [str(subject) for subject in chosen]
        lowered = [(str(row), title) for row, title in rows] if may_lower else []
        if lowered:
            _choose(self, "rows", lowered)
        else:
            del self.fields["rows"]
        offered = [level for level in LEVELS if level >= before or may_lower]
        _choose(self, "level", [(str(level.value), LEVELS[level]) for level in offered])

    @property
    def chosen(self) -> list[UUID]:
        return [UUID(subject) for subject in self.cleaned_data["people"]]

    @property
    def rows_chosen(self) -> list[UUID]:
        return [UUID(row) for row in self.cleaned_data.get("rows", [])]


class NameForm(forms.Form):
    """Who, of whom, what, why, and when it is looked at again."""

    account = forms.ChoiceField(label=_("Wie mag het lezen?"), error_messages={"required": _("Kies een naam.")})
    subject = forms.ChoiceField(label=_("Over wie?"), required=False)
    level = forms.TypedChoiceField(
        label=_("Wat mag deze persoon lezen?"),
        coerce=int,
        widget=forms.RadioSelect,
        choices=[
            (Level.SHIELDED.value, _("wat afgeschermd is: adres, telefoon, school")),
            (Level.PROTECTED.value, _("wat beschermd is: aantekeningen over veiligheid en vertrouwelijke gesprekken")),
        ],
        error_messages={"required": _("Kies wat deze persoon mag lezen.")},
    )
    ground = forms.CharField(
        label=_("Waarom is dat nodig?"),
        min_length=SHORTEST_REASON,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom dit nodig is.")},
    )
    review_on = DateField(
        label=_("Wanneer kijkt u dit na?"),
        help_text=_("Binnen een jaar. U krijgt dan een taak."),
        error_messages={"required": _("Kies een dag om dit na te kijken.")},
    )

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        candidates: Sequence[Candidate],
        people: Iterable[tuple[UUID, str]],
        today: date,
    ) -> None:
        super().__init__(data, initial={"review_on": birthday(today, 1), "level": Level.SHIELDED.value})
        self.today = today
        named = [(str(one.account), f"{one.name} ({one.function})") for one in candidates]
        _choose(self, "account", [("", gettext("Kies een naam")), *named])
        own = [(str(subject), name) for subject, name in people]
        _choose(self, "subject", [(EVERYBODY, gettext("iedereen in dit dossier")), *own])

    def clean_review_on(self) -> date:
        day: date = self.cleaned_data["review_on"]
        if not self.today < day <= birthday(self.today, 1):
            raise forms.ValidationError(_("Kies een dag later dan vandaag, en binnen een jaar."))
        return day

    def naming(self) -> Naming:
        given = self.cleaned_data
        about = UUID(given["subject"]) if given["subject"] else None
        return Naming(UUID(given["account"]), Level(given["level"]), given["ground"], given["review_on"], about)


class EndForm(forms.Form):
    """Why somebody reads it no more."""

    reason = forms.CharField(
        label=_("Waarom stopt dit?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op waarom.")},
    )


def _choose(form: forms.Form, name: str, choices: Sequence[tuple[str, object]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
