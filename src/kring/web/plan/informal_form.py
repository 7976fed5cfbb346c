"""Informal first: a choice of real people of the circle, a volunteer in one go, or a listed reason (BR-017, BR-057)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import InformalFirst
from kring.practice.plans.queries import ActionView
from kring.practice.plans.rules.informal import InformalAnswer
from kring.web.plan.people import Known

ANSWERS = (
    (InformalFirst.YES.value, _("Ja, iemand uit de kring")),
    (InformalFirst.VOLUNTEER.value, _("Ja, we vragen een vrijwilliger")),
    (InformalFirst.NO.value, _("Nee")),
)


class Choosable(forms.RadioSelect):
    """Some are shown and cannot be chosen: their label says why."""

    shut: frozenset[str] = frozenset()

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.shut:
            option["attrs"]["disabled"] = True
        return option


class InformalForm(forms.Form):
    """The question on its own, as an evaluation asks it again; a form for an action has it among its fields."""

    informal_first = forms.ChoiceField(
        label=_("Kan iemand uit het eigen netwerk of een vrijwilliger dit?"),
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Kies een van de antwoorden.")},
    )
    informal_who = forms.ChoiceField(label=_("Wie dan?"), widget=Choosable, required=False)
    volunteer_wish = forms.CharField(
        label=_("Wat kan een vrijwilliger doen?"),
        help_text=_("In gewone woorden, zonder namen. De regisseur krijgt de taak om het te vragen."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    informal_reason = forms.ChoiceField(label=_("Waarom niet?"), required=False)

    def offer_informal(
        self, circle: Iterable[Known], reasons: Sequence[tuple[str, str]], now: ActionView | None = None
    ) -> None:
        """Who of the circle can be named; at the own limit somebody is shown with what was said of it.

        Without a circle nobody can be named.
        """
        known = {one.name: one for one in circle if one.subject is not None}
        stays = now.informal_who if now else ""
        labels = ({stays: stays} if stays else {}) | {name: _label(one) for name, one in known.items()}
        self.has_circle = bool(labels)
        first, who, reason = (self.fields[name] for name in ("informal_first", "informal_who", "informal_reason"))
        assert isinstance(first, forms.ChoiceField)
        assert isinstance(who, forms.ChoiceField)
        assert isinstance(who.widget, Choosable)
        assert isinstance(reason, forms.ChoiceField)
        first.choices = [one for one in ANSWERS if self.has_circle or one[0] != InformalFirst.YES]
        who.choices = list(labels.items())
        who.widget.shut = frozenset(name for name, one in known.items() if one.refusal and name != stays)
        reason.choices = [("", gettext("Kies een reden")), *reasons]

    def informal_said(self) -> InformalAnswer:
        given = self.cleaned_data
        return InformalAnswer(
            given["informal_first"], given["informal_who"], given["informal_reason"], given["volunteer_wish"]
        )


def informal_initial(now: ActionView) -> Mapping[str, object]:
    return {
        name: getattr(now, name) for name in ("informal_first", "informal_who", "volunteer_wish", "informal_reason")
    }


def _label(one: Known) -> str:
    known = f"{one.name} ({one.function})" if one.function else one.name
    return f"{known}: {one.full or gettext(one.refusal)}" if one.refusal else one.label
