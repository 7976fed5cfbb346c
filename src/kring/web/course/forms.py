"""What is asked when a family looks back, rests, stops or comes back."""

from collections.abc import Mapping, Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.practice.course.models import Result
from kring.practice.course.rules.words import ClosingWords, EvaluationWords, FeltWords
from kring.practice.leads.queries import Member
from kring.practice.plans.rules.agreeing import is_asked
from kring.web.dates import DateField

Data = Mapping[str, object]
FIGURES = [("", _("geen cijfer")), *((str(one), str(one)) for one in range(1, 11))]
AFTER = ("first", "second", "third")


class EvaluationForm(forms.Form):
    """Below the goals: how each felt it, what was said, and what comes of it."""

    held_on = DateField(label=_("Wanneer was het gesprek?"), error_messages={"required": _("Vul de dag in.")})
    words = forms.CharField(
        label=_("Wat is er gezegd?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    result = forms.ChoiceField(
        label=_("Wat komt eruit?"),
        choices=Result.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er uit het gesprek komt.")},
    )
    next_on = DateField(label=_("Wanneer kijkt u weer samen terug?"), required=False)

    def __init__(self, data: Data | None = None, *, members: Sequence[Member], today: date, next_on: date) -> None:
        super().__init__(data, initial={"held_on": today, "next_on": next_on, "result": Result.SAME})
        self.asked = [member for member in members if member.name and is_asked(member.age)]
        for place, name in enumerate(_told_apart(self.asked)):
            self.fields[f"decided-{place}"] = forms.TypedChoiceField(
                label=_("%(name)s: ik kon meebeslissen") % {"name": name},
                choices=FIGURES, coerce=int, empty_value=None, required=False,
            )  # fmt: skip
            self.fields[f"helped-{place}"] = forms.TypedChoiceField(
                label=_("%(name)s: het hielp") % {"name": name},
                choices=FIGURES, coerce=int, empty_value=None, required=False,
            )  # fmt: skip
            self.fields[f"remark-{place}"] = forms.CharField(
                label=_("%(name)s wil er iets bij zeggen") % {"name": name}, max_length=400, required=False
            )

    @property
    def people(self) -> list[tuple[Member, forms.BoundField, forms.BoundField, forms.BoundField]]:
        return [
            (member, self[f"decided-{place}"], self[f"helped-{place}"], self[f"remark-{place}"])
            for place, member in enumerate(self.asked)
        ]

    def said(self) -> EvaluationWords:
        given = self.cleaned_data
        return EvaluationWords(given["held_on"], given["result"], given["words"], given["next_on"])

    def felt(self) -> list[FeltWords]:
        given = self.cleaned_data
        return [
            FeltWords(member.name, given[f"decided-{place}"], given[f"helped-{place}"], given[f"remark-{place}"])
            for place, member in enumerate(self.asked)
        ]


def _told_apart(members: Sequence[Member]) -> list[str]:
    """Their names; of two who are named alike each with the place in the family."""
    names = [member.name for member in members]
    return [f"{one.name} ({one.role})" if names.count(one.name) > 1 else one.name for one in members]


class ClosingForm(forms.Form):
    """Everything that a family is left with; or why there is less (BR-023)."""

    scores_asked = forms.BooleanField(label=_("Iedereen is om een laatste cijfer gevraagd"), required=False)
    remains = forms.CharField(
        label=_("Wat blijft er? Wie helpt er nog?"),
        help_text=_("Familie, vrienden, buren, een vrijwilliger, een club."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    relapse = forms.CharField(
        label=_("Wat doet u als het weer moeilijk wordt?"),
        help_text=_("Waaraan merkt u het? Wat helpt dan?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    call = forms.CharField(
        label=_("Wie kan het gezin dan bellen?"), help_text=_("Naam en telefoon."), max_length=200, required=False
    )
    by_agreement = forms.TypedChoiceField(
        label=_("Bent u het er samen over eens?"),
        choices=[("yes", _("ja")), ("no", _("nee, niet iedereen"))],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    agreement_words = forms.CharField(
        label=_("Wie is het er niet mee eens, en waarom?"), max_length=400, required=False
    )
    first = DateField(label=_("Eerste contact na het afsluiten"), required=False)
    second = DateField(label=_("Tweede contact"), required=False)
    third = DateField(label=_("Derde contact"), required=False)
    letter_given = forms.BooleanField(
        label=_("Het gezin krijgt de brief met deze afspraken"),
        help_text=_("U drukt hem af als u hebt afgesloten."),
        required=False,
    )
    without = forms.CharField(
        label=_("Ontbreekt er iets? Waarom sluit u dan toch af?"),
        help_text=_("Bijvoorbeeld: het gezin is verhuisd en niet te bereiken."),
        max_length=400,
        required=False,
    )

    def __init__(self, data: Data | None = None, *, call: str, after: Sequence[date]) -> None:
        super().__init__(data, initial={"call": call, **dict(zip(AFTER, after, strict=True))})

    def said(self) -> ClosingWords:
        given = self.cleaned_data
        return ClosingWords(
            given["remains"], given["relapse"], given["call"], given["by_agreement"], given["agreement_words"],
            given["scores_asked"], given["letter_given"],
            tuple(sorted(given[name] for name in AFTER if given[name])), given["without"],
        )  # fmt: skip


class PauseForm(forms.Form):
    """Why, and until when."""

    reason = forms.CharField(
        label=_("Waarom rust het plan?"), max_length=400, error_messages={"required": _("Schrijf op waarom.")}
    )
    until = DateField(label=_("Tot wanneer?"), error_messages={"required": _("Kies een dag.")})


class ReopenForm(forms.Form):
    """In the words of the family where that can be."""

    because = forms.CharField(
        label=_("Waarom gaat het plan weer open?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )


class AfterCareForm(forms.Form):
    """How it goes, in a line or two."""

    held_on = DateField(label=_("Wanneer was het contact?"), error_messages={"required": _("Vul de dag in.")})
    words = forms.CharField(
        label=_("Hoe gaat het?"),
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op hoe het gaat.")},
    )
