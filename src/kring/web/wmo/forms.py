"""What is written down in an investigation; what may go together is said by the rules."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kring.ground.shared.labelled import Labelled
from kring.practice.investigation.models import Investigation
from kring.practice.investigation.rules.blocks import Finding
from kring.practice.investigation.rules.steps import Decision, Identity, Safety, Support
from kring.practice.investigation.rules.words import (
    LONGEST,
    LONGEST_LINE,
    LONGEST_NAME,
    BeforeWords,
    FindingWords,
    ReportWords,
)
from kring.practice.leads.queries import Member
from kring.web.dates import DateField

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def lines(
    label: "StrOrPromise",
    rows: int = 4,
    *,
    longest: int = LONGEST,
    required: bool = True,
    help_text: "StrOrPromise" = "",
) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=longest,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Vul dit in.")},
    )


def choices(words: type[Labelled], empty: "StrOrPromise" = "") -> list[tuple[str, "StrOrPromise"]]:
    return [*([("", empty)] if empty else []), *((one.value, _(one.label)) for one in words)]


class ReportForm(forms.Form):
    """Who reports which need, and who calls."""

    subject = forms.ChoiceField(label=_("Om wie gaat het?"))
    reported_on = DateField(label=_("Op welke dag kwam de melding?"))
    reported_by = forms.CharField(
        label=_("Wie meldt dit?"),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Schrijf op wie dit meldt.")},
    )
    need = lines(_("Wat is er aan de hand?"), help_text=_("In de woorden van wie het meldt."))
    caller = forms.CharField(label=_("Wie belt?"), max_length=LONGEST_NAME)
    call_by = DateField(label=_("Uiterlijk op welke dag?"), help_text=_("Dit staat in de bevestiging."))

    def __init__(
        self, data: QueryDict | None, *, people: Iterable[Member], initial: dict[str, object], fixed: bool = False
    ) -> None:
        super().__init__(data, initial=initial)
        who = self.fields["subject"]
        assert isinstance(who, forms.ChoiceField)
        who.choices = [(str(one.subject), one.name) for one in people]
        who.disabled = fixed

    def words(self) -> ReportWords:
        given = self.cleaned_data
        return ReportWords(
            UUID(given["subject"]), given["reported_on"], given["reported_by"], given["need"], given["caller"],
            given["call_by"],
        )  # fmt: skip


class BeforeForm(forms.Form):
    """What goes before the investigation, filled in as it happens."""

    safety = forms.ChoiceField(
        label=_("Hoe staat het met basiszorg en veiligheid?"), required=False, widget=forms.RadioSelect
    )
    safety_words = lines(_("Wat ziet u?"), 2, longest=LONGEST_LINE, required=False)
    client_offered_on = DateField(
        label=_("Wanneer bood u gratis cliëntondersteuning aan?"),
        help_text=_("Iemand die naast de cliënt staat en niet van de gemeente is."),
        required=False,
    )
    client_answer = forms.CharField(label=_("Wat was het antwoord?"), max_length=LONGEST_LINE, required=False)
    carer_name = forms.CharField(
        label=_("Wie is mantelzorger?"),
        help_text=_("Laat leeg als er geen mantelzorger is."),
        max_length=LONGEST_NAME,
        required=False,
    )
    carer_offered_on = DateField(label=_("Wanneer bood u het de mantelzorger aan?"), required=False)
    carer_answer = forms.CharField(
        label=_("Wat was het antwoord van de mantelzorger?"), max_length=LONGEST_LINE, required=False
    )
    identity = forms.ChoiceField(
        label=_("Welk identiteitsbewijs zag u?"), help_text=_("Maak er geen kopie van."), required=False
    )
    identity_seen_on = DateField(label=_("Op welke dag?"), required=False)

    def __init__(self, data: QueryDict | None, *, row: Investigation) -> None:
        super().__init__(data, initial={name: getattr(row, name) for name in self.base_fields})
        safety, identity = self.fields["safety"], self.fields["identity"]
        assert isinstance(safety, forms.ChoiceField)
        assert isinstance(identity, forms.ChoiceField)
        safety.choices = choices(Safety)
        identity.choices = choices(Identity, _("nog geen"))

    def words(self) -> BeforeWords:
        given = self.cleaned_data
        return BeforeWords(
            given["safety"], given["safety_words"], Support(given["client_offered_on"], given["client_answer"]),
            given["carer_name"], Support(given["carer_offered_on"], given["carer_answer"]), given["identity"],
            given["identity_seen_on"],
        )  # fmt: skip


class FindingForm(forms.Form):
    """One block. Only with a personal plan it asks what was done with that."""

    words = lines(
        _("Wat zegt de cliënt zelf?"), required=False, help_text=_("Zo letterlijk als u kunt, ook wat anders is.")
    )
    conclusion = lines(_("Wat is de conclusie?"), required=False)
    not_applicable = forms.CharField(label=_("Of: niet van toepassing, want"), max_length=LONGEST_LINE, required=False)
    plan_used = lines(_("Wat is er met het persoonlijk plan gedaan?"), 2, required=False)

    def __init__(self, data: QueryDict | None, *, now: Finding, has_plan: bool) -> None:
        super().__init__(data, initial={name: getattr(now, name) for name in self.base_fields})
        if not has_plan:
            del self.fields["plan_used"]

    def written(self) -> FindingWords:
        given = self.cleaned_data
        return FindingWords(given["words"], given["conclusion"], given["not_applicable"], given.get("plan_used", ""))


class TodayForm(forms.Form):
    """The day is today, unless somebody writes another."""

    def __init__(self, data: QueryDict | None, *, today: date) -> None:
        super().__init__(data, initial={"on": today, "since": today})


class DayForm(TodayForm):
    """On which day it happened."""

    on = DateField(label=_("Op welke dag?"))


class PlanForm(DayForm):
    """The plan of the person, in the own words."""

    words = lines(
        _("Wat staat er in het persoonlijk plan?"),
        6,
        help_text=_("Neem het over, of schrijf op waar het bij Documenten staat."),
    )


class UrgentForm(TodayForm):
    """What comes at once."""

    what = lines(_("Welke hulp komt er meteen?"), 2, longest=LONGEST_LINE)
    since = DateField(label=_("Vanaf welke dag?"))


class PauseForm(TodayForm):
    """The clock stands still."""

    since = DateField(label=_("Vanaf welke dag staat de termijn stil?"))
    reason = lines(_("Waarom?"), 2, longest=LONGEST_LINE)


class DecisionForm(DayForm):
    """What was decided."""

    decision = forms.ChoiceField(label=_("Wat is het besluit?"), widget=forms.RadioSelect)

    def __init__(self, data: QueryDict | None, *, today: date) -> None:
        super().__init__(data, today=today)
        decision = self.fields["decision"]
        assert isinstance(decision, forms.ChoiceField)
        decision.choices = choices(Decision)


class EndForm(DayForm):
    """It ends, for a reason."""

    reason = lines(_("Waarom?"), 2, longest=LONGEST_LINE)
