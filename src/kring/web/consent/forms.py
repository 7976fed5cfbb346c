"""Asking for agreement, writing down an answer, and going on without one where the law allows it."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.practice.care.visibility import LAW_OF
from kring.practice.consents.models import Channel
from kring.practice.consents.queries.voices import Answered
from kring.practice.consents.rules.help import ExceptionKind, Said
from kring.practice.consents.services.asking import Answer
from kring.practice.consents.services.help import Question
from kring.practice.leads.queries import Member
from kring.web.dates import DateField
from kring.web.family.forms import NO, YES, with_choices


class AskForm(forms.Form):
    """Which help, for whom; who must answer follows from age and authority."""

    about = forms.ChoiceField(label=_("Voor wie is de hulp?"), error_messages={"required": _("Kies voor wie.")})
    help = forms.CharField(
        label=_("Om welke hulp gaat het?"),
        help_text=_("Zo dat iedereen het begrijpt. Bijvoorbeeld: begeleiding thuis, één keer per week."),
        max_length=200,
        error_messages={"required": _("Schrijf op om welke hulp het gaat.")},
    )
    law = forms.ChoiceField(label=_("Onder welke wet?"), choices=[(law, LAW_OF[law].label) for law in LAW_OF])
    invasive = forms.ChoiceField(
        label=_("Is de hulp ingrijpend?"),
        help_text=_("Bijvoorbeeld een behandeling, of ergens anders wonen."),
        choices=[(YES, _("Ja")), (NO, _("Nee"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    capable = forms.ChoiceField(
        label=_("Kan deze persoon zelf beslissen?"),
        help_text=_("Kies nee als deze persoon de eigen belangen op dit punt niet kan overzien."),
        choices=[(YES, _("Ja, zo goed als past bij de leeftijd")), (NO, _("Nee"))],
        widget=forms.RadioSelect,
        initial=YES,
    )
    representative = forms.CharField(
        label=_("Wie is de vertegenwoordiger?"),
        help_text=_(
            "Alleen voor een volwassene die niet zelf kan beslissen. Eerst de curator of mentor, dan wie schriftelijk "
            "is gemachtigd, dan de partner, dan een ouder, kind, broer of zus."
        ),
        max_length=120,
        required=False,
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, members: Iterable[Member]) -> None:
        super().__init__(data)
        named = [(str(one.subject), one.name) for one in members if one.name]
        with_choices(self.fields["about"], [("", _("Kies een naam")), *named])

    def question(self) -> Question:
        given = self.cleaned_data
        return Question(
            UUID(given["about"]),
            LAW_OF[given["law"]],
            given["help"],
            given["invasive"] == YES,
            given["capable"] == YES,
            given["representative"],
        )


class SaidForm(forms.Form):
    """What somebody said elsewhere; `who` is a number in the list of those who must answer."""

    who = forms.ChoiceField(label=_("Wie gaf antwoord?"), error_messages={"required": _("Kies wie antwoord gaf.")})
    said = forms.ChoiceField(
        label=_("Wat is het antwoord?"),
        choices=[
            (Said.GIVEN.value, _("Ja, akkoord met deze hulp")),
            (Said.REFUSED.value, _("Nee, niet akkoord")),
            (Said.WITHDRAWN.value, _("Neemt het ja terug")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord.")},
    )
    on = DateField(label=_("Wanneer?"))
    channel = forms.ChoiceField(
        label=_("Hoe?"), choices=[choice for choice in Channel.choices if choice[0] != Channel.OWN_PAGE]
    )
    evidence = forms.CharField(
        label=_("Waaruit blijkt het?"),
        help_text=_("Bijvoorbeeld: verslag van het gesprek, of het getekende formulier."),
        max_length=400,
        required=False,
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, answers: tuple[Answered, ...], today: date) -> None:
        super().__init__(data, initial={"on": today})
        self.answers = answers
        named = [(str(number), f"{one.name} ({_(one.capacity.label)})") for number, one in enumerate(answers)]
        with_choices(self.fields["who"], [("", _("Kies een naam")), *named])

    def answer(self) -> Answer:
        given = self.cleaned_data
        who = self.answers[int(given["who"])]
        said = next(one for one in Said if one == given["said"])
        return Answer(who.person, who.name, said, given["on"], Channel(given["channel"]), given["evidence"])


class AssumeForm(forms.Form):
    """Not invasive: why it may be assumed."""

    reason = forms.CharField(
        label=_("Waarom mag dit?"),
        help_text=_("De hulp is niet ingrijpend, en niemand zei nee."),
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )


class ExceptionForm(forms.Form):
    """From 12 to 15: the child's own yes, without a parent's, with the reason."""

    exception = forms.ChoiceField(
        label=_("Welke uitzondering?"),
        choices=[(kind.value, _(kind.label).capitalize()) for kind in ExceptionKind],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een uitzondering.")},
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        help_text=_("Schrijf op wat u hebt gewogen. Het kind en de ouders met gezag kunnen dit lezen."),
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )

    @property
    def kind(self) -> ExceptionKind:
        return next(one for one in ExceptionKind if one == self.cleaned_data["exception"])
