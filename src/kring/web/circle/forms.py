"""What one writes down in the circle. Little is asked: a name and who it is; the rest may come later."""

from collections.abc import Iterable, Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.ground.shared.labelled import Labelled
from kring.practice.circle.models import NetworkMember, Standing
from kring.practice.circle.rules.content import MemberWords, Notice, Place
from kring.practice.circle.rules.words import Direction, Load, Quality, Ring, Sector, Sex, ToldBy
from kring.web.dates import DateField

Data = Mapping[str, object] | None
NOT_ASKED = ("", _("nog niet gevraagd"))


def choices_of(words: Iterable[Labelled]) -> list[tuple[str, object]]:
    return [(one.value, _(one.label)) for one in words]


class WhoForm(forms.Form):
    """Who it is."""

    name = forms.CharField(
        label=_("Naam"), max_length=120, error_messages={"required": _("Schrijf op hoe deze persoon heet.")}
    )
    relation = forms.CharField(
        label=_("Wie is dit?"),
        help_text=_("Bijvoorbeeld: oma, buurvrouw, trainer."),
        max_length=80,
        error_messages={"required": _("Schrijf op wie dit is, bijvoorbeeld oma of buurvrouw.")},
    )
    sector = forms.ChoiceField(label=_("Uit welke groep?"), choices=choices_of(Sector))
    sex = forms.ChoiceField(
        label=_("Geslacht"),
        help_text=_("Alleen van familie, voor de stamboom."),
        choices=[("", _("niet opgeschreven")), *choices_of(Sex)],
        required=False,
    )
    birth_year = forms.IntegerField(label=_("Geboortejaar"), help_text=_("Alleen van familie."), required=False)
    deceased = forms.BooleanField(label=_("Overleden"), required=False)
    died_year = forms.IntegerField(label=_("Overleden in het jaar"), required=False)

    def __init__(self, data: Data = None, *, now: NetworkMember | None = None) -> None:
        super().__init__(data, initial={name: getattr(now, name) for name in self.base_fields} if now else {})

    def who(self) -> MemberWords:
        given = self.cleaned_data
        return MemberWords(
            given["name"], given["relation"], Sector.of(given["sector"]),
            Sex.of(given["sex"]) if given["sex"] else None, given["birth_year"], given["deceased"], given["died_year"],
        )  # fmt: skip


class PlaceForm(forms.Form):
    """How this person stands. `since`: from which day it is so."""

    ring = forms.ChoiceField(
        label=_("Hoe dichtbij?"), choices=choices_of(Ring), initial=Ring.REGULAR, widget=forms.RadioSelect
    )
    offers = forms.CharField(
        label=_("Wat doet deze persoon?"),
        help_text=_("Bijvoorbeeld: haalt Finn van school."),
        max_length=200,
        required=False,
    )
    how_often = forms.CharField(
        label=_("Hoe vaak?"), help_text=_("Bijvoorbeeld: elke woensdag."), max_length=80, required=False
    )
    direction = forms.ChoiceField(label=_("Wie helpt wie?"), choices=choices_of(Direction), initial=Direction.NONE)
    quality = forms.ChoiceField(label=_("Hoe is het contact?"), choices=choices_of(Quality), initial=Quality.ORDINARY)
    load = forms.ChoiceField(
        label=_("Hoeveel kan erbij?"),
        help_text=_("Vraag het deze persoon zelf."),
        choices=[NOT_ASKED, *choices_of(Load)],
        required=False,
    )

    def place(self) -> Place:
        given = self.cleaned_data
        return Place(
            Ring.of(given["ring"]), Quality.of(given["quality"]), Direction.of(given["direction"]),
            Load.of(given["load"]) if given["load"] else None, given["offers"], given["how_often"],
        )  # fmt: skip


class AddForm(PlaceForm, WhoForm):
    """Somebody new, in one go: what is above the fold is enough."""

    field_order = (
        "name", "relation", "sector", "ring", "direction", "offers", "how_often", "load", "quality", "sex",
        "birth_year", "deceased", "died_year",
    )  # fmt: skip
    first = ("name", "relation", "sector", "ring")

    @property
    def rest(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.first]

    @property
    def rest_is_open(self) -> bool:
        return any(bound.errors for bound in self.rest)


class StandForm(PlaceForm):
    """Another place from a day on."""

    since = DateField(label=_("Vanaf wanneer?"))

    def __init__(self, data: Data = None, *, now: Standing | None, today: date) -> None:
        initial = {name: getattr(now, name) for name in PlaceForm.base_fields} if now else {}
        super().__init__(data, initial={**initial, "since": today})


class LoadForm(forms.Form):
    load = forms.ChoiceField(
        label=_("Hoeveel kan erbij?"),
        choices=choices_of(Load),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoeveel erbij kan.")},
    )


class ConfirmForm(forms.Form):
    words = forms.CharField(
        label=_("Wat zei deze persoon zelf?"),
        help_text=_("Bijvoorbeeld: één keer naar de tandarts kan nog wel."),
        max_length=200,
    )


class HideForm(forms.Form):
    """From whom; who is chosen again becomes visible."""

    reader = forms.ChoiceField(label=_("Voor wie?"), error_messages={"required": _("Kies voor wie.")})

    def __init__(self, data: Data = None, *, readers: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        _choose(self.fields["reader"], readers)


class ApartForm(forms.Form):
    other = forms.ChoiceField(label=_("Niet samen met"), error_messages={"required": _("Kies wie.")})

    def __init__(self, data: Data = None, *, others: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        _choose(self.fields["other"], others)


class ToldForm(forms.Form):
    """Told on a day and how, or a reason why not (BR-059)."""

    informed_on = DateField(label=_("Verteld op"), required=False)
    how = forms.ChoiceField(label=_("Hoe?"), choices=[("", _("Kies hoe")), *choices_of(ToldBy)], required=False)
    because = forms.CharField(
        label=_("Of: waarom niet?"),
        help_text=_("Alleen als vertellen niet veilig is."),
        max_length=300,
        required=False,
    )

    def notice(self) -> Notice:
        given = self.cleaned_data
        return Notice(given["informed_on"], ToldBy.of(given["how"]) if given["how"] else None, given["because"])


class RemoveForm(forms.Form):
    because = forms.CharField(label=_("Waarom?"), help_text=_("Bijvoorbeeld: verhuisd."), max_length=200)


class CarerForm(forms.Form):
    """What a child does at home: a sign to look at it together, and never a task (BR-058)."""

    child = forms.ChoiceField(label=_("Welk kind?"))
    does = forms.CharField(
        label=_("Wat doet dit kind thuis?"), help_text=_("Bijvoorbeeld: kookt, of past op."), max_length=200
    )

    def __init__(self, data: Data = None, *, children: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        _choose(self.fields["child"], children)


class DaysForm(forms.Form):
    """On which day one looks, and with which earlier day one compares."""

    op = DateField(label=_("De kring op"), required=False)
    toen = DateField(label=_("Vergelijk met"), required=False)


def _choose(field: forms.Field, choices: Iterable[tuple[str, str]]) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", _("Kies iemand")), *choices]
