"""The questions of the table: those of the plan itself, one at a time, with the people who are there to choose from."""

from collections.abc import Iterable, Sequence
from datetime import date

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import GoalKind
from kring.practice.plans.queries import GoalView, QuestionView, TextsView
from kring.practice.plans.rules.words import Beside, PlanWords
from kring.practice.plans.wording import Wording
from kring.web.dates import DateField
from kring.web.kitchen.table import OTHERS, PRESENT
from kring.web.plan.forms import Data, QuestionForm
from kring.web.plan.goal_forms import GoalForm

SOMEBODY_ELSE = "~"
TEXTS = ("strengths", "concerns", "dream", "evaluation_on", "contact")


class HereForm(forms.Form):
    """Who sits at the table. Fields by number, so that no name is a key in the page's source."""

    def __init__(self, data: Data | None = None, *, members: Sequence[str], present: Sequence[str]) -> None:
        others = ", ".join(name for name in present if name not in members)
        super().__init__(data, initial={OTHERS: others})
        for number, name in enumerate(members):
            self.fields[f"{PRESENT}{number}"] = forms.BooleanField(label=name, required=False, initial=name in present)
        self.fields[OTHERS] = forms.CharField(
            label=_("Wie nog meer?"),
            help_text=_("Namen met een komma ertussen. Bijvoorbeeld: oma Truus, buurvrouw Els."),
            max_length=400,
            required=False,
        )

    def people(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(PRESENT)]


class TextForm(forms.Form):
    """One text of the plan, with room."""

    def __init__(self, data: Data | None = None, *, name: str, label: str | Promise, now: TextsView) -> None:
        super().__init__(data, initial={name: getattr(now, name)})
        self.name = name
        self.now = now
        self.fields[name] = forms.CharField(
            label=str(label),
            max_length=4000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 7}),
        )

    @property
    def only(self) -> forms.BoundField:
        return self[self.name]

    def said(self) -> PlanWords:
        """What was said now; of the other texts what stands there."""
        now = self.now
        texts = {"strengths": now.strengths, "concerns": now.concerns, "dream": now.dream}
        texts[self.name] = self.cleaned_data[self.name]
        return PlanWords(texts["strengths"], texts["concerns"], texts["dream"], now.evaluation_on, now.contact)


class LookBackForm(forms.Form):
    """When we look back, and who can be called before that."""

    evaluation_on = DateField(required=False)
    contact = forms.CharField(
        label=_("Wie kunt u bellen als het niet gaat?"),
        help_text=_("Naam, en wanneer die te bereiken is."),
        max_length=200,
        required=False,
    )

    def __init__(self, data: Data | None = None, *, words: Wording, now: TextsView) -> None:
        super().__init__(data, initial={"evaluation_on": now.evaluation_on, "contact": now.contact})
        self.now = now
        self.fields["evaluation_on"].label = str(words.look_back)

    def said(self) -> PlanWords:
        now, given = self.now, self.cleaned_data
        return PlanWords(now.strengths, now.concerns, now.dream, given["evaluation_on"], given["contact"])


class SpokenForm(forms.Form):
    """Who said it is one of the people at the table, or somebody else by name."""

    def among(self, people: Iterable[str]) -> None:
        """In the place of the field in which a name is written."""
        names = list(dict.fromkeys([*people, *filter(None, [self._written()])]))
        field = forms.ChoiceField(
            label=self.fields["speaker"].label,
            choices=[*((name, name) for name in names), (SOMEBODY_ELSE, _("iemand anders"))],
            widget=forms.RadioSelect,
            error_messages={"required": _("Kies wie dit zei.")},
        )
        self.fields["speaker"] = field
        self.fields["other_speaker"] = forms.CharField(label=_("Wie dan?"), max_length=120, required=False)

    def clean(self) -> dict[str, object]:
        given = self.cleaned_data
        if given.get("speaker") == SOMEBODY_ELSE:
            given["speaker"] = given.get("other_speaker", "").strip()
            if not given["speaker"]:
                self.add_error("other_speaker", _("Schrijf op wie dit zei."))
        return super().clean() or given

    def _written(self) -> str:
        """A name that stands there already, or that was chosen between two texts."""
        sent = self.data.get("speaker", "") if self.is_bound else self.initial.get("speaker", "")
        return "" if sent == SOMEBODY_ELSE else str(sent)


class SpokenQuestionForm(SpokenForm, QuestionForm):
    """The question, as it is said at the table today."""

    def __init__(
        self, data: Data | None = None, *, words: Wording, now: QuestionView | None, today: date, people: Sequence[str]
    ) -> None:
        super().__init__(data, words=words, now=now, today=today, speaker=people[0] if len(people) == 1 else "")
        self.fields["words"].label = gettext("Wat is uw vraag, in uw eigen woorden?")
        self.among(people)

    @property
    def is_translated(self) -> bool:
        """The fields about the language stand open when something else than Dutch was spoken."""
        return bool(self["interpreter"].value() or self["language"].value() != "Nederlands")


class SpokenGoalForm(SpokenForm, GoalForm):
    """A goal, in the words of somebody at the table."""

    def __init__(  # noqa: PLR0913  spelled out by keyword
        self,
        data: Data | None = None,
        *,
        words: Wording,
        now: GoalView | None,
        areas: Sequence[tuple[str, str]],
        beside: Beside,
        seen_by: Sequence[tuple[str, str]],
        people: Sequence[str],
    ) -> None:
        speaker = people[0] if len(people) == 1 else ""
        super().__init__(data, words=words, now=now, areas=areas, beside=beside, speaker=speaker, seen_by=seen_by)
        self.among(people)

    @property
    def is_apart(self) -> bool:
        """The fields on whose goal it is stand open when it is not simply the family's own."""
        only_for = "only_for" in self.fields and self["only_for"].value()
        return bool(only_for) or self["kind"].value() != GoalKind.FAMILY
