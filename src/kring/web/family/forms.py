"""Appointing the two who lead."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.practice.leads.queries import Candidate
from kring.practice.plans.wording import Wording

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
        self.fields["lead"] = with_choices(self.fields["lead"], [*EMPTY_CHOICE, *grouped])
        self.fields["deputy"] = with_choices(self.fields["deputy"], [*EMPTY_CHOICE, *people])
        if own:
            self.fields["lead"].help_text = str(LEADS_ITSELF)
        chosen = [(YES, words.chose), (NO, words.chose_other), (LATER, _("Nog niet gevraagd"))]
        self.fields["chosen"] = with_choices(self.fields["chosen"], chosen)
        self.fields["chosen"].label = str(words.choice)
        self.fields["reason"].help_text = str(words.reason_hint)

    @property
    def chosen_by_family(self) -> bool | None:
        return CHOSEN[self.cleaned_data["chosen"]]


def with_choices(field: forms.Field, choices: Iterable[tuple[object, object]]) -> forms.Field:
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
    return field
