"""What a family tells of itself: little is asked, and how exactly a day is known may be left open."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.ground.shared.labelled import Labelled
from kring.practice.circle.queries.own import FamiliarLine, MomentLine
from kring.practice.circle.rules.own import (
    About,
    FamiliarKind,
    FamiliarWords,
    MomentKind,
    MomentWords,
    ShownTo,
    When,
)

Data = Mapping[str, object] | None
WHOLE_FAMILY = ""
SEASONS: Final = {"winter": 1, "spring": 3, "summer": 6, "autumn": 9}
SEASON_NAMES: Final = {"winter": _("winter"), "spring": _("lente"), "summer": _("zomer"), "autumn": _("herfst")}


def choices_of(words: Iterable[Labelled]) -> list[tuple[str, object]]:
    return [(one.value, _(one.label)) for one in words]


class OwnForm(forms.Form):
    """Of whom it is, who told it, and who may see it. `people`: the members of whom this reader writes."""

    subject = forms.ChoiceField(label=_("Voor wie?"), required=False)
    told_by = forms.CharField(
        label=_("Wie vertelt dit?"), max_length=120, error_messages={"required": _("Schrijf op wie dit vertelt.")}
    )
    shown_to = forms.ChoiceField(
        label=_("Wie mag dit zien?"), choices=choices_of(ShownTo), widget=forms.RadioSelect, initial=ShownTo.CIRCLE
    )

    def __init__(self, data: Data, *, people: Sequence[tuple[UUID, str]], initial: Mapping[str, object]) -> None:
        super().__init__(data, initial=dict(initial))
        field = self.fields["subject"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(WHOLE_FAMILY, gettext("het hele gezin")), *((str(one), name) for one, name in people)]

    def subject_id(self) -> UUID | None:
        chosen = self.cleaned_data["subject"]
        return UUID(chosen) if chosen else None

    def told(self) -> FamiliarWords | MomentWords:
        raise NotImplementedError


class FamiliarForm(OwnForm):
    """Something that is familiar."""

    kind = forms.ChoiceField(label=_("Wat voor iets is het?"), choices=choices_of(FamiliarKind))
    words = forms.CharField(
        label=_("Wat is er vertrouwd?"),
        help_text=_("In eigen woorden. Bijvoorbeeld: voor het slapen leest papa een verhaal."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op wat er vertrouwd is.")},
    )
    field_order = ("kind", "words", "subject", "told_by", "shown_to")

    def told(self) -> FamiliarWords:
        given = self.cleaned_data
        kind, shown = FamiliarKind.of(given["kind"]), ShownTo.of(given["shown_to"])
        return FamiliarWords(kind, given["words"], given["told_by"], shown)


class MomentForm(OwnForm):
    """A moment: of the year only, or as exactly as somebody knows."""

    kind = forms.ChoiceField(label=_("Wat voor moment was het?"), choices=choices_of(MomentKind))
    what = forms.CharField(
        label=_("Wat gebeurde er?"), max_length=200, error_messages={"required": _("Schrijf op wat er gebeurde.")}
    )
    year = forms.IntegerField(
        label=_("In welk jaar?"),
        min_value=1900,
        max_value=2200,
        error_messages={"required": _("Vul het jaar in."), "invalid": _("Vul een jaar in, bijvoorbeeld 2019.")},
    )
    part = forms.ChoiceField(label=_("Wanneer in dat jaar?"), required=False)
    day = forms.IntegerField(
        label=_("Op welke dag?"),
        help_text=_("Alleen als u de dag weet, en bij een maand."),
        required=False,
        min_value=1,
        max_value=31,
    )
    feeling = forms.CharField(label=_("Hoe was dat?"), max_length=200, required=False)
    field_order = ("kind", "what", "year", "part", "day", "feeling", "subject", "told_by", "shown_to")

    def __init__(self, data: Data, *, people: Sequence[tuple[UUID, str]], initial: Mapping[str, object]) -> None:
        super().__init__(data, people=people, initial=initial)
        months = [(str(number), name) for number, name in MONTHS.items()]
        field = self.fields["part"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("weet ik niet precies")), *SEASON_NAMES.items(), *months]

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        part, day = given.get("part", ""), given.get("day")
        if day and part in {"", *SEASONS}:
            self.add_error("day", _("Kies ook de maand, of laat de dag leeg."))
        elif day and "year" in given:
            try:
                date(given["year"], int(part), day)
            except ValueError:
                raise ValidationError({"day": _("Deze dag is er niet in die maand.")}) from None
        return given

    def told(self) -> MomentWords:
        given = self.cleaned_data
        kind, shown = MomentKind.of(given["kind"]), ShownTo.of(given["shown_to"])
        return MomentWords(kind, self._when(), given["what"], given["told_by"], given["feeling"], shown)

    def _when(self) -> When:
        given = self.cleaned_data
        year, part, day = given["year"], given["part"], given["day"]
        if not part:
            return When(date(year, 1, 1), About.YEAR)
        if part in SEASONS:
            return When(date(year, SEASONS[part], 1), About.SEASON)
        return When(date(year, int(part), day or 1), About.DAY if day else About.MONTH)


class WithdrawForm(forms.Form):
    """Away from the page, with a reason."""

    because = forms.CharField(
        label=_("Waarom kan dit weg?"),
        max_length=200,
        error_messages={"required": _("Schrijf op waarom dit weg kan.")},
    )


def familiar_now(line: FamiliarLine) -> dict[str, object]:
    return {
        "kind": line.kind,
        "words": line.words,
        "subject": str(line.subject or ""),
        "told_by": line.told_by,
        "shown_to": line.shown_to,
    }


def moment_now(line: MomentLine) -> dict[str, object]:
    seasons = {month: name for name, month in SEASONS.items()}
    parts = {About.YEAR: "", About.SEASON: seasons.get(line.on.month, "winter")}
    return {
        "kind": line.kind,
        "what": line.what,
        "year": line.on.year,
        "part": parts.get(line.about, str(line.on.month)),
        "day": line.on.day if line.about is About.DAY else None,
        "feeling": line.feeling,
        "subject": str(line.subject or ""),
        "told_by": line.told_by,
        "shown_to": line.shown_to,
    }
