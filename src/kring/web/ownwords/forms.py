"""A statement in the words of the person. Who leads also writes down whose it is, and when it was said."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.practice.leads.queries import Member
from kring.practice.statements.rules import LONGEST, Disputed
from kring.practice.statements.services import Said
from kring.web.dates import DateField
from kring.web.family.forms import with_choices


class StatementForm(forms.Form):
    """`speakers`: for whom the reader may speak; one is chosen already when there is one only."""

    subject = forms.ChoiceField(label=_("Van wie is deze verklaring?"), error_messages={"required": _("Kies van wie.")})
    words = forms.CharField(
        label=_("Wat wilt u hierover zeggen?"),
        help_text=_("Dit blijft staan zoals het is opgeschreven. Niemand verandert er iets aan."),
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Schrijf op wat u hierover wilt zeggen.")},
    )
    said_on = DateField(label=_("Wanneer is dit gezegd?"))

    def __init__(
        self, data: Mapping[str, object] | None = None, *, speakers: Iterable[Member], mine: UUID | None, today: date
    ) -> None:
        super().__init__(data, initial={"said_on": today, "subject": str(mine or "")})
        named = [(str(one.subject), one.name) for one in speakers if one.name]
        with_choices(self.fields["subject"], [("", _("Kies een naam")), *named])

    def clean_words(self) -> str:
        """Kept as they were typed, spaces and lines included; but there must be something."""
        words: str = self.cleaned_data["words"]
        if not words.strip():
            raise ValidationError(_("Schrijf op wat u hierover wilt zeggen."))
        return words

    def said(self, kind: Disputed, thing: UUID) -> Said:
        given = self.cleaned_data
        return Said(UUID(given["subject"]), kind, thing, given["words"], given["said_on"])
