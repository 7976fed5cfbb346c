"""What everyone at the table thinks of the plan: one line per person, a reason for who was not asked (BR-020)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import PositionKind
from kring.practice.plans.queries import Party
from kring.practice.plans.rules.agreeing import Opinion, is_asked
from kring.web.family.frame import Frame
from kring.web.plan.forms import Data


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who is asked. `subject` is a member of the family."""

    name: str
    detail: str
    is_family: bool
    subject: UUID | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A voice with its two fields."""

    voice: Voice
    position: BoundField
    remark: BoundField


def voices_of(frame: Frame, parties: Iterable[Party]) -> tuple[Voice, ...]:
    """Members from twelve, and every professional who works along."""
    family = (
        Voice(member.name, member.role, is_family=True, subject=member.subject)
        for member in frame.head.members
        if is_asked(member.age)
    )
    others = (Voice(party.name, party.function, is_family=False) for party in parties if party.works_along)
    return (*family, *others)


class AgreeForm(forms.Form):
    """Fields by number, so that no name stands in the page's source as a key.

    `since` is the last version that was there when the page was made.
    """

    since = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Data | None = None, *, voices: tuple[Voice, ...]) -> None:
        super().__init__(data)
        self.voices = voices
        for number, voice in enumerate(voices):
            self.fields[f"position_{number}"] = forms.ChoiceField(
                label=voice.name,
                choices=PositionKind.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Kies wat deze persoon van het plan vindt.")},
            )
            self.fields[f"remark_{number}"] = forms.CharField(
                label=_("Wat zegt %(name)s erover?") % {"name": voice.name}, max_length=800, required=False
            )

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        for number, _voice in enumerate(self.voices):
            not_asked = given.get(f"position_{number}") == PositionKind.NOT_ASKED
            if not_asked and not str(given.get(f"remark_{number}", "")).strip():
                self.add_error(f"remark_{number}", _("Schrijf op waarom dit niet is gevraagd."))
        return given

    def lines(self) -> list[Line]:
        return [
            Line(voice, self[f"position_{number}"], self[f"remark_{number}"])
            for number, voice in enumerate(self.voices)
        ]

    @property
    def last_seen(self) -> int | None:
        seen: int | None = self.cleaned_data["since"]
        return seen

    def opinions(self) -> list[Opinion]:
        given = self.cleaned_data
        return [
            Opinion(voice.name, given[f"position_{number}"], given[f"remark_{number}"], voice.subject)
            for number, voice in enumerate(self.voices)
        ]
