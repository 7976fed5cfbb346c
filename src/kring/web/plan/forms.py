"""What is told: the question, the texts of the plan, and whether the family makes its own plan first."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.queries import QuestionView, TextsView
from kring.practice.plans.rules.words import PlanWords, QuestionWords, question_problems
from kring.practice.plans.wording import Wording
from kring.web.dates import DateField
from kring.web.kit.forms import put

Data = Mapping[str, object]
NO_DATE = _("Vul een datum in.")


class QuestionForm(forms.Form):
    """The question as it was said."""

    words = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Verander niets aan de woorden. Het mag in elke taal."),
        error_messages={"required": _("Schrijf op wat er gezegd werd, in eigen woorden.")},
    )
    speaker = forms.CharField(
        label=_("Wie zei dit?"), max_length=120, error_messages={"required": _("Schrijf op wie dit zei.")}
    )
    said_on = DateField(label=_("Wanneer?"), error_messages={"required": NO_DATE})
    language = forms.CharField(label=_("In welke taal?"), max_length=40)
    interpreter = forms.CharField(
        label=_("Wie tolkte?"), help_text=_("De naam van de tolk, als die erbij was."), max_length=120, required=False
    )

    def __init__(
        self, data: Data | None = None, *, words: Wording, now: QuestionView | None, today: date, speaker: str
    ) -> None:
        start: dict[str, object] = {"speaker": speaker, "said_on": today, "language": "Nederlands"}
        if now is not None:
            start |= {
                "words": now.words,
                "speaker": now.speaker,
                "said_on": now.said_on,
                "language": now.language,
                "interpreter": now.interpreter,
            }
        super().__init__(data, initial=start)
        self.fields["words"].label = str(words.question)
        self.today = today

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if not self.errors:
            put(self, question_problems(self.said(), self.today))
        return given

    def said(self) -> QuestionWords:
        given = self.cleaned_data
        return QuestionWords(
            given["words"], given["speaker"], given["said_on"], given["language"], given["interpreter"]
        )


class TextsForm(forms.Form):
    """Everything of the plan that is no goal. Nothing is required before the plan is laid down."""

    strengths = forms.CharField(max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4}))
    concerns = forms.CharField(max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4}))
    dream = forms.CharField(max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4}))
    evaluation_on = DateField(required=False)
    contact = forms.CharField(
        label=_("Wie is de vaste contactpersoon?"),
        help_text=_("Naam, en wanneer die te bereiken is."),
        max_length=200,
        required=False,
    )

    def __init__(self, data: Data | None = None, *, words: Wording, now: TextsView) -> None:
        names = ("strengths", "concerns", "dream", "evaluation_on", "contact")
        super().__init__(data, initial={name: getattr(now, name) for name in names})
        for name, label in (
            ("strengths", words.strengths),
            ("concerns", words.concerns),
            ("dream", words.dream),
            ("evaluation_on", words.look_back),
        ):
            self.fields[name].label = str(label)

    def said(self) -> PlanWords:
        given = self.cleaned_data
        return PlanWords(
            given["strengths"], given["concerns"], given["dream"], given["evaluation_on"], given["contact"]
        )
