"""From whom, what, why and who is asked; the answer of the second professional; and the end."""

from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import SecondAnswer
from kring.ground.access.rules import SHORTEST_REASON, can_withhold
from kring.ground.access.services import Withheld
from kring.ground.shared.clock import now
from kring.practice.leads.queries import Choices
from kring.web.dates import DateField

DOCUMENT, LAW = "document", "wet"
FIRST_REVIEW = timedelta(days=28)


class AskForm(forms.Form):
    """What is withheld stays as small as can be: one thing, from one member of the family."""

    member = forms.ChoiceField(label=_("Voor wie houdt u iets achter?"), widget=forms.RadioSelect)
    what = forms.ChoiceField(label=_("Wat houdt u achter?"))
    reason = forms.CharField(
        label=_("Waarom?"),
        help_text=_("De persoon zelf leest deze reden niet."),
        min_length=SHORTEST_REASON,
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    second = forms.ChoiceField(
        label=_("Welke andere professional vraagt u om een mening?"),
        help_text=_("Zegt deze persoon nee, dan wordt het niet achtergehouden."),
    )
    review_on = DateField(
        label=_("Wanneer bekijkt u dit opnieuw?"),
        help_text=_(
            "Binnen een half jaar. U krijgt een week eerder een taak. Na deze dag is het vanzelf weer te lezen."
        ),
    )
    urgent = forms.BooleanField(
        label=_("Het kan niet wachten: houd het nu al voorlopig achter, hoogstens 2 werkdagen"), required=False
    )

    def __init__(self, data: QueryDict | None = None, *, choices: Choices, today: date) -> None:
        super().__init__(data, initial={"review_on": today + FIRST_REVIEW})
        self.today = today
        documents = [(f"{DOCUMENT}:{one}", title) for one, title in choices.documents]
        laws = [(f"{LAW}:{subject}:{law}", title) for subject, law, title in choices.laws]
        self._choose("member", [(str(one), name) for one, name in choices.members])
        self._choose("what", [("", _("Kies")), (_("Een document"), documents), (_("Wat er onder een wet staat"), laws)])
        self._choose("second", [("", _("Kies een naam")), *((str(one), name) for one, name in choices.seconds)])

    def _choose(self, name: str, choices: list[tuple[object, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_review_on(self) -> date:
        day: date = self.cleaned_data["review_on"]
        verdict = can_withhold("x" * SHORTEST_REASON, today=self.today, review_on=day, at=now(), until=None)
        if not verdict:
            raise forms.ValidationError(gettext(str(verdict.reason)))
        return day

    def wish(self) -> Withheld:
        given = self.cleaned_data
        kind, _colon, rest = given["what"].partition(":")
        subject, _colon, law = rest.partition(":")
        return Withheld(
            member=UUID(given["member"]),
            reason=given["reason"],
            second=UUID(given["second"]),
            review_on=given["review_on"],
            document=UUID(rest) if kind == DOCUMENT else None,
            subject=UUID(subject) if kind == LAW else None,
            law=law,
        )


class OpinionForm(forms.Form):
    """Yes or no, with words."""

    answer = forms.ChoiceField(label=_("Bent u het ermee eens?"), choices=SecondAnswer, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Waarom vindt u dat?"),
        min_length=SHORTEST_REASON,
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LongerForm(forms.Form):
    """A new reason, a new day and a new opinion."""

    until = DateField(label=_("Tot en met welke dag?"), help_text=_("Binnen een half jaar."))
    reason = forms.CharField(
        label=_("Waarom is het nog nodig?"),
        help_text=_("De persoon zelf leest deze reden niet."),
        min_length=SHORTEST_REASON,
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    second = forms.ChoiceField(label=_("Welke andere professional vraagt u om een mening?"))

    def __init__(self, data: QueryDict | None = None, *, seconds: tuple[tuple[UUID, str], ...]) -> None:
        super().__init__(data)
        field = self.fields["second"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Kies een naam")), *((str(one), name) for one, name in seconds)]


class EndForm(forms.Form):
    """From then on it is to be read."""

    words = forms.CharField(
        label=_("Waarom is het niet meer nodig?"),
        min_length=SHORTEST_REASON,
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
