"""What is agreed for safety, for whom to read; a figure; a talk in confidence."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.safety.models import GiverKind, SafetyAgreement
from kring.practice.safety.rules.agreements import PICTOGRAMS, AgreementWords
from kring.practice.safety.rules.telling import HIGHEST, LOWEST, SafetyFigure, TalkWords
from kring.web.dates import DateField

Data = Mapping[str, object] | None
People = Iterable[tuple[UUID, str]]
Words = str | Promise


def text(label: Words, longest: int, missing: Words = "", *, rows: int = 0, hint: Words = "") -> forms.CharField:
    """Required when there is a word for it that it is missing."""
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # the type of a lazy string is not there at run time
        help_text=hint,  # type: ignore[arg-type]  # the same
        max_length=longest,
        required=bool(missing),
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(),
        error_messages={"required": missing},  # type: ignore[dict-item]  # the same
    )


class AgreementForm(forms.Form):
    """The same for the grown-ups and, below it, in words for a child."""

    what = text(_("Wat is er afgesproken?"), 1000, _("Schrijf op wat er is afgesproken."), rows=3)
    applies_when = text(
        _("Wanneer geldt het?"), 400, _("Schrijf op wanneer deze afspraak geldt."), hint=_("Bijvoorbeeld: elke avond.")
    )
    who_does = text(_("Wie doet wat?"), 400, _("Schrijf op wie wat doet."), rows=2)
    checks = text(
        _("Wie gaat na of het gebeurt?"),
        120,
        _("Schrijf op wie nagaat of het gebeurt."),
        hint=_("Eén persoon, met naam."),
    )
    start_on = DateField(label=_("Vanaf welke dag?"))
    review_on = DateField(
        label=_("Wanneer kijkt u opnieuw?"),
        help_text=_("Binnen een half jaar. De regisseur en de aandachtsfunctionaris krijgen een taak."),
    )
    by_veilig_thuis = forms.BooleanField(label=_("Dit is een voorwaarde van Veilig Thuis"), required=False)
    child_words = text(
        _("Hetzelfde in woorden voor een kind"), 400, rows=2, hint=_("Bijvoorbeeld: wij doen de deur niet open.")
    )
    pictogram = forms.ChoiceField(
        label=_("Welk plaatje past erbij?"),
        choices=[("", _("geen plaatje")), *PICTOGRAMS.items()],
        required=False,
    )

    def words(self) -> AgreementWords:
        return AgreementWords(**{name: self.cleaned_data[name] for name in self.fields})


def as_written(row: SafetyAgreement) -> dict[str, object]:
    return {name: getattr(row, name) for name in AgreementForm.base_fields}


class ReadersForm(forms.Form):
    """By default nobody."""

    people = forms.MultipleChoiceField(
        label=_("Wie van het gezin leest deze afspraak?"),
        help_text=_("Alleen wie u hier aankruist. De anderen zien niet dat deze afspraak er is."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Data, *, people: People, now: Iterable[UUID]) -> None:
        super().__init__(data, initial={"people": [str(one) for one in now]})
        _offer(self, "people", people)

    def chosen(self) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data["people"]]


class CodeWordForm(forms.Form):
    """Empty takes it away."""

    word = text(_("Codewoord"), 60, hint=_("Laat leeg om het codewoord weg te halen."))
    known_to = text(_("Wie kent het?"), 200)


class EndAgreementForm(forms.Form):
    """Who ends it stands beside it by itself."""

    reason = text(_("Waarom geldt deze afspraak niet meer?"), 400, _("Schrijf op waarom."), rows=3)


class FigureForm(forms.Form):
    """Of one person on one day; nothing is chosen beforehand, for nobody shall stand at 0 by mistake."""

    subject = forms.ChoiceField(label=_("Voor wie?"), error_messages={"required": _("Kies voor wie dit cijfer is.")})
    value = forms.TypedChoiceField(
        label=_("Hoe veilig is het nu?"),
        help_text=_("0 is helemaal niet veilig, 10 is helemaal veilig."),
        choices=[("", _("Kies een cijfer")), *((number, str(number)) for number in range(LOWEST, HIGHEST + 1))],
        coerce=int,
        error_messages={"required": _("Kies een cijfer van 0 tot en met 10.")},
    )
    giver = text(_("Wie geeft dit cijfer?"), 120, _("Schrijf op wie dit cijfer geeft."))
    giver_kind = forms.ChoiceField(label=_("Is dat iemand van het gezin?"), choices=GiverKind, widget=forms.RadioSelect)
    given_on = DateField(label=_("Op welke dag?"))
    reason = text(_("Waarom dit cijfer?"), 400, _("Schrijf op waarom het dit cijfer is."), rows=2)

    def __init__(self, data: Data, *, people: People, today: date) -> None:
        super().__init__(data, initial={"given_on": today, "giver_kind": GiverKind.FAMILY})
        _offer(self, "subject", people, gettext("Kies een persoon"))

    def figure(self) -> SafetyFigure:
        given = self.cleaned_data
        return SafetyFigure(
            UUID(given["subject"]), given["giver"], given["giver_kind"], given["value"], given["given_on"],
            given["reason"],
        )  # fmt: skip


class TalkForm(forms.Form):
    """In the child's own words."""

    subject = forms.ChoiceField(label=_("Met welk kind?"))
    held_on = DateField(label=_("Op welke dag?"))
    with_whom = text(_("Wie had het gesprek?"), 200, _("Schrijf op wie het gesprek had."))
    said = text(
        _("Wat zei het kind?"),
        4000,
        _("Schrijf op wat het kind zei, in eigen woorden."),
        rows=6,
        hint=_("In de woorden van het kind. Het kind zelf kan dit altijd lezen, de ouders niet."),
    )
    may_tell = text(_("Wat mag u van het kind vertellen, en aan wie?"), 400, rows=2)

    def __init__(self, data: Data, *, people: People, initial: Mapping[str, object]) -> None:
        super().__init__(data, initial=dict(initial))
        _offer(self, "subject", people)

    def words(self) -> TalkWords:
        given = self.cleaned_data
        return TalkWords(UUID(given["subject"]), given["held_on"], given["said"], given["with_whom"], given["may_tell"])


def _offer(form: forms.Form, name: str, people: People, first: str = "") -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", first)] * bool(first) + [(str(one), said) for one, said in people]
