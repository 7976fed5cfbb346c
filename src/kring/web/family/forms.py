"""Appointing the two who lead, and writing down what the family answers about sharing."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import SharingGround
from kring.ground.access.parts import Law
from kring.ground.shared.period import HERE, birthday
from kring.practice.leads.queries import Candidate
from kring.practice.leads.services import Answer
from kring.practice.plans.wording import Wording
from kring.web.dates import DateField

YES, NO, LATER = "yes", "no", "later"
CHOSEN: Mapping[str, bool | None] = {YES: True, NO: False, LATER: None}
EMPTY_CHOICE = [("", _("Kies een naam"))]
LEADS_ITSELF = _(
    "Wie zelf bij dit plan hoort, kan ook regisseur zijn. Die ziet daardoor niet meer van anderen dan daarvoor; "
    "de achtervang is dan een professional."
)


class AppointForm(forms.Form):
    """Exactly one regisseur and one achtervang, and what the family wanted. Only a colleague can be achtervang."""

    lead = forms.ChoiceField(label=_("Regisseur"), error_messages={"required": _("Kies wie de regisseur wordt.")})
    deputy = forms.ChoiceField(
        label=_("Achtervang"),
        help_text=_("Vervangt de regisseur, en ziet hetzelfde."),
        error_messages={"required": _("Kies wie de achtervang wordt.")},
    )
    chosen = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": _("Kies een antwoord, ook als het nog niet gevraagd is.")}
    )
    reason = forms.CharField(
        label=_("Waarom wordt het iemand anders?"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        candidates: Iterable[Candidate],
        relatives: Iterable[tuple[UUID, str]],
        words: Wording,
    ) -> None:
        super().__init__(data)
        people = [(str(one.account), f"{one.name} ({one.function})") for one in candidates]
        own = [(str(account), name) for account, name in relatives]
        grouped = [(words.members, own), (_("Collega’s"), people)] if own else people
        self.fields["lead"] = _with_choices(self.fields["lead"], [*EMPTY_CHOICE, *grouped])
        self.fields["deputy"] = _with_choices(self.fields["deputy"], [*EMPTY_CHOICE, *people])
        if own:
            self.fields["lead"].help_text = str(LEADS_ITSELF)
        chosen = [(YES, words.chose), (NO, words.chose_other), (LATER, _("Nog niet gevraagd"))]
        self.fields["chosen"] = _with_choices(self.fields["chosen"], chosen)
        self.fields["chosen"].label = str(words.choice)
        self.fields["reason"].help_text = str(words.reason_hint)

    @property
    def chosen_by_family(self) -> bool | None:
        return CHOSEN[self.cleaned_data["chosen"]]


class AnswerForm(forms.Form):
    """Yes or no to one law of one person; a yes says on which ground, for what, and why not with less."""

    shares = forms.ChoiceField(
        label=_("Wat is het antwoord?"),
        choices=[
            (YES, _("Ja, de regisseur en de achtervang mogen dit zien")),
            (NO, _("Nee, hierover delen wij niets")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    said_by = forms.CharField(
        label=_("Wie gaf dit antwoord?"),
        help_text=_("De persoon zelf, of wie voor hem of haar mag beslissen."),
        max_length=120,
        error_messages={"required": _("Schrijf op wie dit antwoord gaf.")},
    )
    ground = forms.ChoiceField(
        label=_("Op welke grond?"),
        help_text=_("Gegevens van de ene wet gebruiken voor de andere kan alleen met uitdrukkelijke toestemming."),
        choices=SharingGround.choices,
        required=False,
    )
    purpose = forms.CharField(
        label=_("Waarvoor is dit nodig?"),
        help_text=_("Bijvoorbeeld: om samen één plan te maken."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    necessity = forms.CharField(
        label=_("Waarom kan het niet met minder?"),
        max_length=800,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    until = DateField(
        label=_("Tot wanneer?"),
        help_text=_("Meestal een jaar. Intrekken kan altijd eerder."),
        required=False,
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, law: Law, today: date, speaker: str) -> None:
        ground = SharingGround.CONSENT if law is Law.JEUGDWET else SharingGround.EXPLICIT_CONSENT
        start = {"said_by": speaker, "ground": ground.value, "until": birthday(today, 1)}
        super().__init__(data, initial=start)
        self.today, self.law = today, law

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("shares") == YES:
            for name, text in (
                ("ground", _("Kies op welke grond dit gedeeld wordt.")),
                ("purpose", _("Schrijf op waarvoor dit nodig is.")),
                ("necessity", _("Schrijf op waarom het niet met minder kan.")),
            ):
                if not str(given.get(name) or "").strip():
                    self.add_error(name, text)
            until = given.get("until")
            if isinstance(until, date) and until <= self.today:
                self.add_error("until", _("Deze dag is al geweest. Kies een latere dag."))
        return given

    def answer(self, subject: UUID, law: Law) -> Answer:
        given = self.cleaned_data
        until: date | None = given["until"]
        shares = given["shares"] == YES
        return Answer(
            subject,
            law,
            shares,
            given["said_by"],
            SharingGround(given["ground"] or SharingGround.EXPLICIT_CONSENT),
            given["purpose"],
            given["necessity"],
            datetime.combine(until, time(), HERE) if until and shares else None,
        )


def _with_choices(field: forms.Field, choices: Iterable[tuple[object, object]]) -> forms.Field:
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
    return field
