"""A contact in few fields: what is usual stands there already. Finding one, and withdrawing one with a reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.ground.access.parts import Law
from kring.ground.shared.levels import Level
from kring.practice.leads.queries import Member
from kring.practice.notes.queries import NoteRow, Wanted
from kring.practice.notes.rules import LONGEST_WITH, NoteWords, Usual, can_be_held, can_say
from kring.web.dates import DateField

BETWEEN = ", "
MANY = 2
"""As many people there are before something can be about more than one and not about all."""
TIMES = ("%H:%M", "%H.%M", "%H")
WHO_MAY_SEE = {
    Level.SHARED_PLAN: _("om wie het gaat, en iedereen die aan dit plan werkt"),
    Level.DOMAIN_FILE: _("om wie het gaat, de regisseur, en professionals van dezelfde wet"),
    Level.PROTECTED: _("beschermd: alleen wie op naam toegang heeft, het gezin niet"),
    Level.SHIELDED: _("afgeschermd adres of verblijf: alleen wie op naam toegang heeft"),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose, and what a new note begins with."""

    how: Sequence[tuple[str, str]]
    last_how: str
    people: Sequence[str]
    members: Sequence[Member]
    laws: Sequence[Law]
    levels: Sequence[Level]
    usual: Usual
    today: date


class NoteForm(forms.Form):
    """One column, the usual filled in: on a phone it takes half a minute."""

    how = forms.ChoiceField(label=_("Hoe was er contact?"))
    people = forms.MultipleChoiceField(label=_("Met wie?"), required=False, widget=forms.CheckboxSelectMultiple)
    other = forms.CharField(label=_("Iemand anders"), max_length=200, required=False)
    subject = forms.ChoiceField(label=_("Over wie?"), required=False)
    also = forms.MultipleChoiceField(label=_("Ook over"), required=False, widget=forms.CheckboxSelectMultiple)
    said = forms.CharField(
        label=_("Wat is er gezegd of gebeurd?"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    agreed = forms.CharField(
        label=_("Wat is er afgesproken?"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    held_on = DateField(label=_("Datum"), error_messages={"required": _("Vul in wanneer het contact was.")})
    held_at = forms.TimeField(
        label=_("Tijd"),
        required=False,
        input_formats=TIMES,
        widget=forms.TimeInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": "5"}, format="%H.%M"),
        error_messages={"invalid": _("Deze tijd klopt niet. Schrijf bijvoorbeeld 14.30.")},
    )
    law = forms.ChoiceField(label=_("Bij welke wet hoort dit?"), required=False)
    level = forms.TypedChoiceField(label=_("Wie mag het zien?"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, data: QueryDict | None = None, *, offered: Offered, now: NoteRow | None = None) -> None:
        super().__init__(data, initial=_stands(now, offered) if now else _usual(offered))
        self.offered = offered
        everybody = gettext("het hele gezin") if len(offered.members) > 1 else gettext("het hele plan")
        named = [(str(member.subject), member.name) for member in offered.members if member.name]
        self._choices("how", offered.how)
        self._choices("people", [(name, name) for name in offered.people])
        self._choices("subject", [("", everybody), *named])
        if now or len(named) < MANY:
            del self.fields["also"]
        else:
            self._choices("also", named)
        self._choices("law", [("", gettext("geen, het gezamenlijke plan")), *_laws(offered, now)])
        self._choices("level", [(str(one.value), str(WHO_MAY_SEE[one])) for one in _levels(offered, now)])

    @property
    def standing(self) -> str:
        """What the closed part holds, for who does not open it."""
        law = str(self["law"].value() or "")
        words = [date_format(self.offered.today, "j F")] if not self.is_bound and not self.is_correction else []
        return ", ".join([*words, *(one.label for one in Law if one.value == law)])

    @property
    def is_correction(self) -> bool:
        return self.initial.get("said") is not None

    @property
    def is_open(self) -> bool:
        """What is wrong stands in sight."""
        return self.is_correction or any(name in self.errors for name in ("held_on", "held_at", "law", "level"))

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        verdict = can_be_held(day, self.offered.today)
        if not verdict:
            raise ValidationError(gettext(str(verdict.reason)))
        return day

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if "said" in given and "agreed" in given:
            verdict = can_say(str(given["said"]), str(given["agreed"]))
            if not verdict:
                self.add_error("said", gettext(str(verdict.reason)))
        if len(self._with_whom(given)) > LONGEST_WITH:
            self.add_error("other", _("Dit zijn te veel namen. Schrijf bijvoorbeeld: de buren."))
        return given

    def words(self) -> NoteWords:
        given = self.cleaned_data
        return NoteWords(
            held_on=given["held_on"],
            how=given["how"],
            said=given["said"],
            agreed=given["agreed"],
            with_whom=self._with_whom(given),
            held_at=given["held_at"],
            subject=UUID(given["subject"]) if given["subject"] else None,
            law=given["law"],
            level=Level(given["level"]),
        )

    def others(self) -> list[UUID]:
        """Of whom it is too; each gets the own note."""
        return [UUID(one) for one in self.cleaned_data.get("also", [])]

    def _with_whom(self, given: Mapping[str, object]) -> str:
        people = given.get("people")
        names = [*(people if isinstance(people, list) else []), str(given.get("other", "")).strip()]
        return BETWEEN.join(name for name in names if name)

    def _choices(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)


class FindForm(forms.Form):
    """In the notes of this dossier. What is looked for stands in no address."""

    q = forms.CharField(label=_("Zoek in de tekst"), max_length=80, required=False)
    who = forms.ChoiceField(label=_("Met of over wie"), required=False)
    how = forms.ChoiceField(label=_("Hoe"), required=False)
    order = forms.ChoiceField(
        label=_("Volgorde"), required=False, choices=[("", _("nieuwste eerst")), ("oldest", _("oudste eerst"))]
    )

    def __init__(
        self, data: QueryDict | None = None, *, members: Sequence[Member], how: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        self.kinds = dict(how)
        self.names = {str(member.subject): member.name for member in members if member.name}
        for name, choices in (("who", self.names.items()), ("how", how)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", gettext("alles")), *choices]

    @property
    def said(self) -> str:
        """What is asked for, in words: over of met Finn, telefoon, "fiets", oudste eerst."""
        wanted = self.wanted()
        parts = (
            gettext("met of over %(who)s") % {"who": wanted.name} if wanted.name else "",
            self.kinds.get(wanted.how, ""),
            f"“{wanted.text}”" if wanted.text else "",
            gettext("oudste eerst") if wanted.oldest_first else "",
        )
        return ", ".join(part for part in parts if part)

    def wanted(self) -> Wanted:
        """Everything as long as nothing was asked, or what was asked is not on offer."""
        if not (self.is_bound and self.is_valid()):
            return Wanted()
        given = self.cleaned_data
        who = given["who"]
        return Wanted(
            given["q"].strip(), given["how"], UUID(who) if who else None, self.names.get(who, ""),
            oldest_first=given["order"] == "oldest",
        )  # fmt: skip


class WithdrawForm(forms.Form):
    """With the reason, which stays in the list."""

    reason = forms.CharField(
        label=_("Waarom trekt u dit in?"),
        help_text=_("Dat het er stond en deze reden blijven in de lijst staan."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op waarom u dit intrekt.")},
    )


def _usual(offered: Offered) -> dict[str, object]:
    usual = offered.usual
    return {"how": offered.last_how, "held_on": offered.today, "law": usual.law, "level": usual.level.value}


def _stands(now: NoteRow, offered: Offered) -> dict[str, object]:
    names = [name for name in now.with_whom.split(BETWEEN) if name]
    return {
        "how": now.how,
        "people": [name for name in names if name in offered.people],
        "other": BETWEEN.join(name for name in names if name not in offered.people),
        "subject": str(now.subject or ""),
        "said": now.said,
        "agreed": now.agreed,
        "held_on": now.held_on,
        "held_at": now.held_at,
        "law": now.law.value if now.law else "",
        "level": now.level.value,
    }


def _laws(offered: Offered, now: NoteRow | None) -> list[tuple[str, str]]:
    """Those of the own function, and the one that stands there."""
    kept = {now.law} if now else set()
    return [(law.value, law.label) for law in Law if law in offered.laws or law in kept]


def _levels(offered: Offered, now: NoteRow | None) -> list[Level]:
    kept = {now.level} if now else set()
    return [level for level in Level if level in offered.levels or level in kept]
