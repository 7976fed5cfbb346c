"""What everyone at the table thinks of the plan: one line per person, a reason for who was not asked (BR-020)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from kring.practice.leads.queries import DossierHead
from kring.practice.plans.models import PlanVariant, PositionKind
from kring.practice.plans.queries import Party, WorkingPlan, table_now
from kring.practice.plans.rules.agreeing import Opinion, heard, is_asked, opinion_problems
from kring.practice.plans.rules.lifecycle import READ_AND_TALK, Seen, Talk, table_problems, talk_problems
from kring.practice.plans.services.agreeing import asked_members, foster_carers, problems_of_variant
from kring.web.dates import DateField
from kring.web.family.frame import Frame
from kring.web.kit.forms import put
from kring.web.plan.forms import Data

OF_YOUTH = frozenset({PlanVariant.FAMILY.value, PlanVariant.GI.value})


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


class _Table(forms.HiddenInput):
    """The digest of the plan as it is now, also on a page that comes back."""

    def __init__(self, now: str) -> None:
        super().__init__()
        self.now = now

    def format_value(self, _value: object) -> str:
        return self.now


class DiscussForm(forms.Form):
    """When the plan was talked over, and with whom; people by number. `table` is the digest of what lies there now."""

    discussed_on = DateField(
        label=_("Wanneer is het plan besproken?"), error_messages={"required": _("Vul een datum in.")}
    )
    present = forms.TypedMultipleChoiceField(
        label=_("Met wie?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies met wie het plan is besproken.")},
    )

    is_oral = forms.BooleanField(
        label=_("Het plan is mondeling afgesproken. Niemand vraagt om papier."),
        help_text=_("Dat mag, behalve bij een maatregel van de rechter of gesloten jeugdhulp (Jeugdwet 4.1.3)."),
        required=False,
    )

    def __init__(
        self, data: Data | None, *, voices: tuple[Voice, ...], today: date, table: str, is_compulsory: bool = False
    ) -> None:
        super().__init__(data, initial={"discussed_on": today})
        self.voices, self.today, self.table = voices, today, table
        self.fields["seen"] = forms.CharField(widget=_Table(table), required=False)
        if is_compulsory:
            del self.fields["is_oral"]
        people = [(number, voice.name) for number, voice in enumerate(voices)]
        self.fields["present"].choices = people  # type: ignore[attr-defined]  # a choice field has choices

    def clean(self) -> dict[str, object]:
        """A change is told also beside another mistake: the page that comes back is about the plan as it is then."""
        given = super().clean() or {}
        if not self.errors:
            put(self, talk_problems(self.talk(), self.today))
        put(self, table_problems(self.read, self.table, READ_AND_TALK))
        return given

    @property
    def read(self) -> Seen:
        return Seen(table=self.cleaned_data["seen"])

    def talk(self) -> Talk:
        given = self.cleaned_data
        return Talk(given["discussed_on"], tuple(self.voices[number].name for number in given["present"]))


class PaperForm(forms.Form):
    """Who asks for paper, and since when."""

    asked_by = forms.CharField(
        label=_("Wie vraagt om het plan op papier?"),
        help_text=_("Een kind, een ouder of iemand die hulp geeft."),
        max_length=120,
        error_messages={"required": _("Schrijf op wie om papier vraagt.")},
    )
    asked_on = DateField(label=_("Wanneer is dat gevraagd?"), error_messages={"required": _("Vul een datum in.")})


class OpinionsForm(forms.Form):
    """Fields by number, so that no name stands in the page's source as a key.

    `since` is the last version that was there when the page was made, `seen` the digest of the plan as it was then:
    a page that comes back shows the plan as it is now.
    """

    since = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Data | None = None, *, voices: tuple[Voice, ...], initial: dict[str, object] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
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
    def read(self) -> Seen:
        """Known also beside a mistake in the form."""
        return Seen(self.cleaned_data.get("since"), self.cleaned_data.get("seen", ""))

    def opinions(self) -> list[Opinion]:
        given = self.cleaned_data
        return [
            Opinion(voice.name, given[f"position_{number}"], given[f"remark_{number}"], voice.subject)
            for number, voice in enumerate(self.voices)
        ]


class KindForm(OpinionsForm):
    """Also what kind of plan it is. `without`: fields that this family is not asked now."""

    requires_kind = True
    variant = forms.ChoiceField(
        label=_("Wat voor plan is dit?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat voor plan dit is.")},
    )

    def __init__(
        self,
        data: Data | None = None,
        *,
        voices: tuple[Voice, ...],
        initial: dict[str, object],
        has_children: bool,
        without: Iterable[str] = (),
    ) -> None:
        super().__init__(data, voices=voices, initial=initial)
        variants = [choice for choice in PlanVariant.choices if has_children or choice[0] not in OF_YOUTH]
        self.fields["variant"].choices = variants  # type: ignore[attr-defined]  # a choice field has choices
        self.fields["variant"].required = self.requires_kind
        for name in without:
            del self.fields[name]

    @property
    def chosen_variant(self) -> str:
        """Where it was not asked, the plan stays what it was."""
        return str(self.cleaned_data.get("variant") or self.initial["variant"])


class TableForm(KindForm):
    """At the table the kind is asked only where the plan cannot stay what it was; no answer is what it was."""

    requires_kind = False


class AgreeForm(KindForm):
    """Also, unless that was written down before, when it was talked over."""

    discussed_on = DateField(
        label=_("Wanneer is het plan besproken?"),
        help_text=_("Met iedereen die hieronder iets van het plan vindt."),
        error_messages={"required": _("Vul een datum in.")},
    )

    def talk(self) -> Talk | None:
        """With everyone who says something of the plan; None when it was talked over before."""
        on = self.cleaned_data.get("discussed_on")
        return Talk(on, heard(self.opinions())) if on else None


def weigh(form: KindForm, head: DossierHead, plan: WorkingPlan, today: date) -> bool:
    """What the rules say of laying this plan down; whether the form itself was filled in as a whole.

    A change is told also beside a mistake in the form: the page that comes back is about the plan as it is then.
    """
    is_whole = form.is_valid()
    put(form, table_problems(form.read, table_now(head, plan, today)))
    if is_whole:
        put(form, opinion_problems(form.opinions(), asked_members(head), foster_carers(head)))
        put(form, problems_of_variant(head, plan, form.chosen_variant))
    return is_whole
