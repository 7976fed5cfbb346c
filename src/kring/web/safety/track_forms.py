"""The steps of the meldcode: what was done, the five questions, the decision, and how it goes on."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.practice.safety.models import Decision, SkipReason
from kring.practice.safety.queries import StepView
from kring.practice.safety.rules.track import CONSULT, TALK, WEIGH, StepWords, Weighing
from kring.web.dates import DateField
from kring.web.safety.forms import Data, People, Words, text

ANSWERS = (("", _("niet beantwoord")), ("yes", _("ja")), ("no", _("nee")))
QUESTIONS = {
    "suspicion": _("1. Is er een vermoeden van huiselijk geweld of kindermishandeling?"),
    "unsafe": _("2. Is het acuut of structureel onveilig?"),
    "able": _("3. Kunt u zelf goede hulp bieden of organiseren?"),
    "accepted": _("4. Aanvaarden de betrokkenen die hulp?"),
    "effective": _("5. Helpt die hulp op tijd?"),
}


class StartForm(forms.Form):
    """About one member of the family, or about all."""

    subject = forms.ChoiceField(label=_("Over wie zijn er zorgen?"), required=False)

    def __init__(self, data: Data, *, people: People) -> None:
        super().__init__(data)
        field = self.fields["subject"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("het hele gezin")), *((str(one), name) for one, name in people)]


class StepForm(forms.Form):
    """One step. Only the talk is skipped, and only step 4 asks the five questions."""

    done_on = DateField(label=_("Op welke dag?"))
    consulted = text(_("Met wie is er overlegd?"), 400, hint=_("Naam en functie. Bij Veilig Thuis: advies of melding?"))
    skipped = forms.ChoiceField(
        label=_("Is het gesprek overgeslagen omdat het niet veilig is?"),
        choices=[("", _("nee, het gesprek was er")), *SkipReason.choices],
        required=False,
    )
    outcome = text(_("Wat kwam eruit?"), 4000, _("Schrijf op wat er uit deze stap kwam."), rows=5)

    def __init__(self, data: Data, *, number: int, now: StepView | None, weighing: Weighing, today: date) -> None:
        super().__init__(data, initial=_begin(now, weighing, today))
        self.number = number
        if number not in {CONSULT, TALK, WEIGH}:
            del self.fields["consulted"]
        if number != TALK:
            del self.fields["skipped"]
        if number == WEIGH:
            asked = {name: _question(label) for name, label in QUESTIONS.items()}
            self.fields = {"done_on": self.fields["done_on"], **asked, **self.fields}

    def words(self) -> StepWords:
        given = self.cleaned_data
        return StepWords(
            self.number, given["done_on"], given["outcome"], given.get("consulted", ""), given.get("skipped", "")
        )

    def weighing(self) -> Weighing:
        said = {"yes": True, "no": False}
        return Weighing(**{name: said.get(self.cleaned_data[name]) for name in QUESTIONS})


class DecisionForm(forms.Form):
    """Only what the answers leave."""

    decision = forms.ChoiceField(
        label=_("Wat gaat er gebeuren?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er gaat gebeuren.")},
    )

    def __init__(self, data: Data, *, routes: Iterable[str]) -> None:
        super().__init__(data)
        field = self.fields["decision"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, Decision(one).label) for one in routes]


class OverruleForm(forms.Form):
    """Nothing but the reason: the name comes from the account."""

    reason = text(_("Waarom wordt er niet gemeld?"), 1000, _("Schrijf op waarom er niet wordt gemeld."), rows=4)


class FollowForm(forms.Form):
    """After a report Veilig Thuis gives a number."""

    number = text(_("Onder welk nummer kent Veilig Thuis de melding?"), 40, hint=_("Laat leeg als er niet is gemeld."))


class FeedbackForm(forms.Form):
    """What Veilig Thuis told back."""

    words = text(_("Wat vertelde Veilig Thuis?"), 2000, _("Schrijf op wat Veilig Thuis vertelde."), rows=4)


class CloseForm(forms.Form):
    """Nothing ends without a reason."""

    reason = text(_("Waarom is het klaar?"), 1000, _("Schrijf op waarom het klaar is."), rows=4)


def _question(label: Words) -> forms.ChoiceField:
    return forms.ChoiceField(label=str(label), choices=ANSWERS, required=False)


def _begin(now: StepView | None, weighing: Weighing, today: date) -> dict[str, object]:
    said = {True: "yes", False: "no", None: ""}
    begin: dict[str, object] = {name: said[getattr(weighing, name)] for name in QUESTIONS}
    if now is None:
        return begin | {"done_on": today}
    skipped = now.skipped.value if now.skipped else ""
    return begin | {"done_on": now.done_on, "outcome": now.outcome, "consulted": now.consulted, "skipped": skipped}
