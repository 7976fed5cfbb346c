"""The form of a light plan: everything that a version needs (BR-015), and no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kring.practice.plans.models import InformalFirst
from kring.practice.plans.rules.words import ActionWords, GoalWords, PlanWords, QuestionWords
from kring.web.dates import DateField
from kring.web.plan.agree_form import OpinionsForm, Voice
from kring.web.plan.forms import Data
from kring.web.plan.people import Groups, Known

STEPS = (1, 2)
FOUR_WEEKS, THREE_MONTHS = timedelta(weeks=4), timedelta(weeks=13)
Choices = Sequence[tuple[str, str | Promise]]


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen."""

    speakers: tuple[str, ...]
    areas: Choices
    people: Mapping[str, Known]
    groups: Groups
    reasons: Choices
    contact: str


@dataclass(frozen=True, slots=True)
class StepFields:
    """One of the steps, as the page shows it."""

    number: int
    what: BoundField
    doer: BoundField
    reason: BoundField
    due_on: BoundField


class LightForm(OpinionsForm):
    """One question, one goal, two steps of which the second may stay empty, and what everyone thinks of it."""

    def __init__(self, data: Data | None = None, *, voices: tuple[Voice, ...], offered: Offered, today: date) -> None:
        super().__init__(data, voices=voices)
        self.initial["since"] = 0
        self.offered, self.today = offered, today
        self.fields |= {
            "words": _text(_("Wat is uw vraag, in uw eigen woorden?"), 2000, _("Schrijf op wat er gezegd werd.")),
            "speaker": _one_of(_("Wie zei dit?"), [(name, name) for name in offered.speakers]),
            "strengths": _text(_("Wat gaat er goed?"), 4000, _("Schrijf op wat er goed gaat.")),
            "own_words": _text(_("Wat wilt u bereiken?"), 1000, _("Schrijf op wat u wilt bereiken.")),
            "life_area": _one_of(_("Waar gaat dit over?"), [("", _("Kies een onderwerp")), *offered.areas]),
            "area_reason": forms.CharField(
                label=_("Waarom is dit onderwerp nu aan de beurt?"),
                max_length=400,
                error_messages={"required": _("Schrijf op waarom dit nu aan de beurt is.")},
            ),
            "evaluation_on": DateField(label=_("Wanneer kijken we samen terug?"), initial=today + THREE_MONTHS),
            "contact": forms.CharField(
                label=_("Wie kunt u bellen als het niet gaat?"), max_length=200, initial=offered.contact
            ),
        }
        for number in STEPS:
            self._step(number)

    def steps(self) -> list[StepFields]:
        names = ("what", "doer", "reason", "due_on")
        return [StepFields(number, *(self[f"{name}_{number}"] for name in names)) for number in STEPS]

    def clean(self) -> dict[str, object]:
        """A step that is begun has a doer and a day; a professional's says why nobody of the own circle (BR-017)."""
        given = super().clean()
        for number in STEPS:
            doer = self.offered.people.get(str(given.get(f"doer_{number}", "")))
            if given.get(f"what_{number}") and doer is None:
                self.add_error(f"doer_{number}", _("Kies wie dit gaat doen. Eén persoon."))
            if doer and doer.refusal:
                self.add_error(f"doer_{number}", _(doer.refusal))
            if doer and doer.kind == "professional" and not given.get(f"reason_{number}"):
                self.add_error(f"reason_{number}", _("Kies waarom niemand uit de eigen kring dit kan."))
        return given

    def question(self) -> QuestionWords:
        return QuestionWords(self.cleaned_data["words"], self.cleaned_data["speaker"], self.today)

    def texts(self) -> PlanWords:
        given = self.cleaned_data
        return PlanWords(given["strengths"], evaluation_on=given["evaluation_on"], contact=given["contact"])

    def goal(self) -> GoalWords:
        given = self.cleaned_data
        return GoalWords(given["own_words"], given["speaker"], given["life_area"], area_reason=given["area_reason"])

    def actions(self) -> list[ActionWords]:
        return [self._action(number) for number in STEPS if self.cleaned_data[f"what_{number}"]]

    def _action(self, number: int) -> ActionWords:
        what, value, reason, due_on = (
            self.cleaned_data[f"{name}_{number}"] for name in ("what", "doer", "reason", "due_on")
        )
        doer = self.offered.people[value]
        first = InformalFirst.NO.value if doer.kind == "professional" else ""
        return ActionWords(
            what, doer.kind.value, doer.name, due_on, doer.function, informal_first=first, informal_reason=reason
        )

    def _step(self, number: int) -> None:
        first = number == STEPS[0]
        self.fields |= {
            f"what_{number}": forms.CharField(
                label=_("Wat gaat er gebeuren?"), max_length=400, required=first,
                error_messages={"required": _("Schrijf op wat er gaat gebeuren.")},
            ),
            f"doer_{number}": _one_of(_("Wie doet dit?"), self.offered.groups, required=first),
            f"reason_{number}": _one_of(
                _("Waarom niemand uit de eigen kring?"), [("", _("Kies een reden")), *self.offered.reasons],
                required=False,
            ),
            f"due_on_{number}": DateField(label=_("Wanneer is het klaar?"), initial=self.today + FOUR_WEEKS),
        }  # fmt: skip


def _text(label: str, longest: int, wanting: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": wanting},
    )


def _one_of(label: str, choices: Choices | Groups, *, required: bool = True) -> forms.ChoiceField:
    wanting = {"required": _("Maak een keuze.")}
    return forms.ChoiceField(label=label, choices=choices, required=required, error_messages=wanting)
