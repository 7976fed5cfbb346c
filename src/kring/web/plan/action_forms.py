"""An action: what, exactly one doer, by when; and before a professional does it, the question who else can (BR-017)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import DoerKind, Rhythm
from kring.practice.plans.queries import ActionView
from kring.practice.plans.rules.words import ActionWords, Offered, action_problems
from kring.practice.plans.wording import Wording
from kring.web.dates import DateField
from kring.web.kit.forms import put
from kring.web.plan.forms import Data
from kring.web.plan.informal_form import InformalForm, informal_initial
from kring.web.plan.people import SEPARATOR, Groups, Known

Choices = Sequence[tuple[str, str]]
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class ActionChoices:
    """What can be chosen for this action, for this reader. `steps`: what it can wait for."""

    people: tuple[Known, ...]
    groups: Groups
    reasons: Choices
    grounds: Choices
    steps: tuple[ActionView, ...]
    ready: Choices = ()
    """Ready-made actions for the life area of the goal."""


class ActionForm(InformalForm):
    """One person from the list, or somebody who is not in it yet."""

    what = forms.CharField(
        label=_("Wat gaat er gebeuren?"),
        help_text=_("Schrijf het op zoals u het aan tafel zegt."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op wat er gaat gebeuren.")},
    )
    ready = forms.ChoiceField(
        label=_("Of kies een voorbeeld"), help_text=_("Dan hoeft u hierboven niets te schrijven."), required=False
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
    due_on = DateField(label=_("Wanneer is het klaar?"), error_messages={"required": _("Kies wanneer het klaar is.")})
    start_on = DateField(label=_("Vanaf wanneer?"), required=False)
    rhythm = forms.ChoiceField(label=_("Hoe vaak?"), choices=Rhythm.choices, required=False)
    depends_on = forms.ChoiceField(label=_("Wat moet er eerst klaar zijn?"), required=False)
    is_discussed = forms.ChoiceField(
        label=_("Is deze stap samen besproken?"),
        choices=[(YES, _("Ja")), (NO, _("Nee, om de veiligheid"))],
        widget=forms.RadioSelect,
        required=False,
    )
    undiscussed_ground = forms.ChoiceField(
        label=_("Waarom is dit niet besproken?"),
        help_text=_("Dit staat bij de stap, voor iedereen die de stap leest."),
        required=False,
    )

    def __init__(
        self,
        data: Data | None = None,
        *,
        offered: ActionChoices,
        words: Wording,
        today: date,
        now: ActionView | None = None,
    ) -> None:
        self.people = {one.value: one for one in offered.people}
        self.earliest = min(now.due_on, today) if now else today
        self.offered = Offered(
            frozenset(code for code, _label in offered.reasons),
            frozenset(code for code, _label in offered.grounds),
            frozenset(step.id for step in offered.steps),
        )
        super().__init__(data, initial=_initial(now) if now else {"is_discussed": YES, "rhythm": Rhythm.ONCE.value})
        self.offer_informal(offered.people, offered.reasons, now)
        self.examples = dict(offered.ready)
        self._choose("ready", [("", _("Kies een voorbeeld")), *offered.ready])
        self.fields["what"].required = not (data and data.get("ready"))
        self._choose("doer", offered.groups)
        self._choose("other_kind", _kinds(words))
        self._choose("depends_on", [("", _("Niets")), *((str(step.id), _step(step)) for step in offered.steps)])
        self._choose("undiscussed_ground", [("", _("Kies een reden")), *offered.grounds])
        self.fields["doer"].required = not (data and str(data.get("other_name", "")).strip())

    @property
    def other_is_open(self) -> bool:
        """The fields for somebody new stand open when something was filled in there."""
        return bool(self["other_name"].value() or self["other_kind"].errors or self["other_name"].errors)

    @property
    def more_is_open(self) -> bool:
        """So do those on how often, from when and after what."""
        rhythm = self["rhythm"].value() or Rhythm.ONCE
        asked = [self["start_on"], self["depends_on"]]
        return rhythm != Rhythm.ONCE or any(one.value() or one.errors for one in asked)

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("other_name") and not given.get("other_kind"):
            self.add_error("other_kind", _("Kies wie dit is."))
        if given.get("other_name") and given.get("doer"):
            self.add_error("doer", _("Kies één persoon: uit de lijst, of iemand anders."))
        if not self.errors:
            found = action_problems(self.said(), self.earliest, self.offered)
            put(self, (replace(one, field="doer") if one.field == "doer_name" else one for one in found))
        return given

    def said(self) -> ActionWords:
        given, answer = self.cleaned_data, self.informal_said()
        doer = self._doer()
        return ActionWords(
            given["what"] or self.examples.get(given["ready"], ""),
            doer.kind.value if doer else "",
            doer.name if doer else "",
            given["due_on"],
            doer.function if doer else "",
            answer.first,
            answer.who,
            answer.reason,
            answer.wish,
            start_on=given["start_on"],
            rhythm=given["rhythm"] or Rhythm.ONCE.value,
            depends_on=UUID(given["depends_on"]) if given["depends_on"] else None,
            is_discussed=given["is_discussed"] != NO,
            undiscussed_ground=given["undiscussed_ground"],
        )

    def _doer(self) -> Known | None:
        given = self.cleaned_data
        if given["other_name"]:
            return Known(DoerKind(given["other_kind"]), given["other_name"].strip(), given["other_function"].strip())
        return self.people.get(given["doer"])

    def _choose(self, name: str, choices: Sequence[tuple[object, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)


def _initial(now: ActionView) -> dict[str, object]:
    return {
        **informal_initial(now),
        "what": now.what,
        "doer": f"{now.kind.value}{SEPARATOR}{now.who}",
        "due_on": now.due_on,
        "start_on": now.start_on,
        "rhythm": now.rhythm.value,
        "depends_on": str(now.depends_on) if now.depends_on else "",
        "is_discussed": NO if now.undiscussed else YES,
        "undiscussed_ground": now.undiscussed,
    }


def _step(step: ActionView) -> str:
    return gettext("%(what)s (%(who)s)") % {"what": step.what, "who": step.who}


def _kinds(words: Wording) -> list[tuple[str, str]]:
    return [(kind.value, str(words.doer(kind)).capitalize()) for kind in DoerKind]
