"""A goal in own words, a figure from 0 to 10, and what becomes of a goal or an action."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import DoerKind, GoalKind
from kring.practice.plans.queries import GoalView
from kring.practice.plans.rules.states import NEEDS_REASON
from kring.practice.plans.rules.words import (
    HIGHEST,
    LOWEST,
    Beside,
    GoalWords,
    ScoreWords,
    goal_problems,
    score_problems,
)
from kring.practice.plans.wording import Wording
from kring.web.dates import DateField
from kring.web.kit.forms import put
from kring.web.plan.forms import NO_DATE, Data
from kring.web.plan.people import SEPARATOR, Known


class GoalForm(forms.Form):
    """Own words first; how one notices it stands beside them and may stay empty."""

    own_words = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op wat u wilt bereiken, in eigen woorden.")},
    )
    speaker = forms.CharField(
        label=_("Wie zei dit?"), max_length=120, error_messages={"required": _("Schrijf op wie dit zei.")}
    )
    measure = forms.CharField(
        label=_("Zo merken we dat het lukt"),
        help_text=_("Iets wat iedereen kan zien of tellen, met een dag erbij."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    life_area = forms.ChoiceField(
        label=_("Waar gaat dit over?"),
        error_messages={"required": _("Kies waar dit doel over gaat.")},
    )
    area_reason = forms.CharField(
        label=_("Waarom is dit onderwerp nu aan de beurt?"),
        help_text=_("Nodig als dit het eerste doel over dit onderwerp is. Iedereen van dit plan leest dit."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    extra_reason = forms.CharField(
        label=_("Waarom komt dit doel er nog bij?"),
        help_text=_("Er zijn al veel doelen. Met minder tegelijk lukt het vaker."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    kind = forms.ChoiceField(label=_("Wiens doel is dit?"), widget=forms.RadioSelect)
    only_for = forms.ChoiceField(
        label=_("Wie ziet dit doel?"),
        help_text=_(
            "Kiest u één persoon, dan ziet verder niemand in het gezin dit doel; bij een kind tot 16 jaar wel wie het "
            "gezag heeft. Professionals met een taak zien het ook. Het komt niet in een vastgestelde versie en niet op "
            "papier."
        ),
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(  # noqa: PLR0913  spelled out by keyword
        self,
        data: Data | None = None,
        *,
        words: Wording,
        now: GoalView | None,
        areas: Sequence[tuple[str, str]],
        beside: Beside,
        speaker: str = "",
        seen_by: Sequence[tuple[str, str]] = (),
    ) -> None:
        names = (
            "own_words", "speaker", "measure", "life_area", "area_reason", "extra_reason", "kind", "only_for",
        )  # fmt: skip
        start = {name: getattr(now, name) for name in names} if now else {"speaker": speaker, "kind": GoalKind.FAMILY}
        super().__init__(data, initial=start)
        self.fields["own_words"].label = gettext("Wat wilt u bereiken?")
        self.fields["own_words"].help_text = str(words.goal_hint)
        life_area = self.fields["life_area"]
        assert isinstance(life_area, forms.ChoiceField)
        life_area.choices = [("", _("Kies een onderwerp")), *areas]
        self.areas = frozenset(code for code, _label in areas)
        kinds = self.fields["kind"]
        assert isinstance(kinds, forms.ChoiceField)
        kinds.choices = [
            (GoalKind.FAMILY.value, words.owner_goal),
            *((kind.value, kind.label) for kind in (GoalKind.SOCIETAL, GoalKind.SAFETY)),
        ]
        self.stays = now.only_for if now else None
        self.beside = beside
        if not beside.is_full:
            del self.fields["extra_reason"]
        self._offer(seen_by)

    def _offer(self, seen_by: Sequence[tuple[str, str]]) -> None:
        """Without anybody to choose it stays as it is."""
        if not seen_by:
            del self.fields["only_for"]
            return
        field = self.fields["only_for"]
        assert isinstance(field, forms.ChoiceField)
        alone = [(subject, gettext("Alleen %(name)s") % {"name": name}) for subject, name in seen_by]
        field.choices = [("", gettext("Iedereen van dit plan")), *alone]

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if not self.errors:
            put(self, goal_problems(self.said(), self.areas, self.beside))
        return given

    def said(self) -> GoalWords:
        given = self.cleaned_data
        chosen = given.get("only_for", self.stays)
        return GoalWords(
            given["own_words"],
            given["speaker"],
            given["life_area"],
            given["measure"],
            given["kind"],
            UUID(str(chosen)) if chosen else None,
            given["area_reason"],
            given.get("extra_reason", ""),
        )


class ScoreForm(forms.Form):
    """A figure of one person on one day. A family member gives the own figure: `own` is then the only name."""

    giver = forms.ChoiceField(
        label=_("Wie geeft dit cijfer?"), error_messages={"required": _("Kies wie dit cijfer geeft.")}
    )
    value = forms.TypedChoiceField(
        label=_("Waar staan we nu?"),
        choices=[(number, str(number)) for number in range(LOWEST, HIGHEST + 1)],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een cijfer van 0 tot en met 10.")},
    )
    given_on = DateField(label=_("Op welke dag?"), error_messages={"required": NO_DATE})
    remark = forms.CharField(
        label=_("Ik wil er iets bij zeggen"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(
        self, data: Data | None = None, *, people: Iterable[tuple[str, object]], today: date, own: Known | None
    ) -> None:
        super().__init__(data, initial={"given_on": today, "giver": own.value if own else ""})
        giver = self.fields["giver"]
        assert isinstance(giver, forms.ChoiceField)
        giver.choices = list(people)
        if own is not None:
            giver.choices = [(own.value, own.name)]
            giver.widget = forms.HiddenInput()
        self.today = today

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if not self.errors:
            put(self, score_problems(self.said(), self.today))
        return given

    def said(self) -> ScoreWords:
        given = self.cleaned_data
        kind, _separator, name = given["giver"].partition(SEPARATOR)
        return ScoreWords(name, DoerKind(kind), given["value"], given["given_on"], given["remark"])


class MoveForm(forms.Form):
    """What becomes of a goal or action. Letting go says why."""

    state = forms.ChoiceField(
        label=_("Hoe staat het ermee?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het ermee staat.")},
    )
    reason = forms.CharField(
        label=_("Wat willen we erover onthouden?"),
        help_text=_("Nodig als het niet is gelukt, vervalt of wordt losgelaten."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Data | None = None, *, choices: Mapping[str, object]) -> None:
        super().__init__(data, prefix="stand")
        state = self.fields["state"]
        assert isinstance(state, forms.ChoiceField)
        state.choices = list(choices.items())

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("state") in NEEDS_REASON and not str(given.get("reason", "")).strip():
            self.add_error("reason", _("Schrijf op waarom."))
        return given
