"""An action: what, exactly one doer, by when; and before a professional does it, the question who else can (BR-017)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import DoerKind, InformalFirst
from kring.practice.plans.queries import ActionView
from kring.practice.plans.rules.words import ActionWords, action_problems
from kring.practice.plans.wording import Wording
from kring.web.dates import DateField
from kring.web.kit.forms import put
from kring.web.plan.forms import Data
from kring.web.plan.people import SEPARATOR, Known


class ActionForm(forms.Form):
    """One person from the list, or somebody who is not in it yet."""

    what = forms.CharField(
        label=_("Wat gaat er gebeuren?"),
        help_text=_("Schrijf het op zoals u het aan tafel zegt."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op wat er gaat gebeuren.")},
    )
    doer = forms.ChoiceField(
        label=_("Wie doet dit?"),
        help_text=_("Eén persoon."),
        error_messages={"required": _("Kies wie dit gaat doen. Eén persoon.")},
    )
    other_name = forms.CharField(label=_("Naam"), max_length=120, required=False)
    other_kind = forms.ChoiceField(label=_("Wie is dit?"), widget=forms.RadioSelect, required=False)
    other_function = forms.CharField(
        label=_("Band of functie"), help_text=_("Bijvoorbeeld: buurvrouw, of wijkverpleegkundige."), max_length=120,
        required=False,
    )  # fmt: skip
    informal_first = forms.ChoiceField(
        label=_("Kan iemand uit het eigen netwerk of een vrijwilliger dit?"),
        help_text=_("Nodig als een professional het gaat doen."),
        choices=InformalFirst.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    informal_who = forms.CharField(label=_("Wie dan?"), max_length=120, required=False)
    informal_reason = forms.ChoiceField(label=_("Waarom niet?"), required=False)
    due_on = DateField(label=_("Wanneer is het klaar?"), error_messages={"required": _("Kies wanneer het klaar is.")})

    def __init__(  # noqa: PLR0913  spelled out by keyword
        self,
        data: Data | None = None,
        *,
        people: Iterable[Known],
        choices: Iterable[tuple[str, object]],
        reasons: Sequence[tuple[str, str]],
        words: Wording,
        today: date,
        now: ActionView | None = None,
    ) -> None:
        self.people = {one.value: one for one in people}
        self.reasons = frozenset(code for code, _label in reasons)
        self.earliest = min(now.due_on, today) if now else today
        super().__init__(data, initial=_initial(now) if now else {})
        for name, given in (
            ("doer", choices),
            ("other_kind", _kinds(words)),
            ("informal_reason", [("", _("Kies een reden")), *reasons]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(given)
        self.fields["doer"].required = not (data and str(data.get("other_name", "")).strip())

    @property
    def other_is_open(self) -> bool:
        """The fields for somebody new stand open when something was filled in there."""
        return bool(self["other_name"].value() or self["other_kind"].errors or self["other_name"].errors)

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("other_name") and not given.get("other_kind"):
            self.add_error("other_kind", _("Kies wie dit is."))
        if given.get("other_name") and given.get("doer"):
            self.add_error("doer", _("Kies één persoon: uit de lijst, of iemand anders."))
        if not self.errors:
            found = action_problems(self.said(), self.earliest, self.reasons)
            put(self, (replace(one, field="doer") if one.field == "doer_name" else one for one in found))
        return given

    def said(self) -> ActionWords:
        given = self.cleaned_data
        doer = self._doer()
        return ActionWords(
            given["what"],
            doer.kind.value if doer else "",
            doer.name if doer else "",
            given["due_on"],
            doer.function if doer else "",
            given["informal_first"],
            given["informal_who"],
            given["informal_reason"],
        )

    def _doer(self) -> Known | None:
        given = self.cleaned_data
        if given["other_name"]:
            return Known(DoerKind(given["other_kind"]), given["other_name"].strip(), given["other_function"].strip())
        return self.people.get(given["doer"])


def _initial(now: ActionView) -> dict[str, object]:
    return {
        "what": now.what,
        "doer": f"{now.kind.value}{SEPARATOR}{now.who}",
        "informal_first": now.informal_first,
        "informal_who": now.informal_who,
        "informal_reason": now.informal_reason,
        "due_on": now.due_on,
    }


def _kinds(words: Wording) -> list[tuple[str, str]]:
    return [(kind.value, str(words.doer(kind)).capitalize()) for kind in DoerKind]
