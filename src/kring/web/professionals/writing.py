"""Writing down a professional, putting it right, ending, withdrawing, and taking that back."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.models import Party, PartySource
from kring.ground.access.policy import may_write_parties
from kring.ground.access.services import (
    PartyWords,
    add_party,
    correct_party,
    end_party,
    undo_party,
    withdraw_party,
)
from kring.web.dates import DateField
from kring.web.family.frame import Frame
from kring.web.family.lines import Deeds, Lines, Words, ending, undoing, withdrawing
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.request import PageRequest, sent
from kring.web.professionals.views import professionals_frame

MANUAL = "professionals"
SOURCES = [(one.value, one.label) for one in PartySource if one is not PartySource.ACCOUNT]


class PartyForm(forms.Form):
    """Who it is, as far as is known."""

    name = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Schrijf de naam op van de professional.")},
    )
    function = forms.CharField(label=gettext_lazy("Functie"), max_length=120, required=False)
    organisation = forms.CharField(label=gettext_lazy("Organisatie"), max_length=120, required=False)
    phone = forms.CharField(label=gettext_lazy("Telefoon"), max_length=30, required=False)
    source = forms.ChoiceField(
        label=gettext_lazy("Waarvan weet u dit?"), choices=SOURCES, widget=forms.RadioSelect,
        initial=PartySource.FAMILY,
    )  # fmt: skip
    since = DateField(label=gettext_lazy("Vanaf welke dag?"))
    until = DateField(
        label=gettext_lazy("Vanaf welke dag niet meer?"),
        help_text=gettext_lazy("Laat leeg als het zo blijft."),
        required=False,
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, row: Party | None = None) -> None:
        initial = {} if row is None else {
            "name": row.name, "function": row.function, "organisation": row.organisation_name, "phone": row.phone,
            "source": row.source, "since": row.started_on, "until": row.ended_on,
        }  # fmt: skip
        super().__init__(data, initial=initial)

    def words(self) -> PartyWords:
        given = self.cleaned_data
        return PartyWords(
            given["name"], given["function"], given["organisation"], given["phone"], PartySource(given["source"]),
            given["since"], given["until"],
        )  # fmt: skip


class LeaveForm(forms.Form):
    """From which day somebody is not there any more."""

    on = DateField(label=gettext_lazy("Vanaf welke dag is deze professional er niet meer?"))


def _around(request: PageRequest, dossier: UUID) -> Frame:
    may_write_parties(request.actor, dossier).enforce()
    return professionals_frame(request, dossier)


def _stored(dossier: UUID, party: UUID) -> Party:
    """Who works along in Kring is no line to put right here."""
    return get_object_or_404(Party, id=party, dossier=dossier, account=None, withdrawn_at=None)


def _add(request: PageRequest, around: Frame, form: PartyForm) -> HttpResponse:
    made = add_party(actor=request.actor, dossier=around.head.id, words=form.words())
    return LINES.done(request, around.head.id, made.id, _("De professional staat erbij."))


def _correct(request: PageRequest, found: tuple[Frame, Party], form: PartyForm) -> HttpResponse:
    around, row = found
    correct_party(actor=request.actor, party=row, words=form.words())
    return LINES.done(request, around.head.id, row.id, _("Het is verbeterd."))


def _add_page(request: PageRequest, around: Frame, form: PartyForm) -> HttpResponse:
    help_text = _("Voor wie niet in Kring meewerkt. Wie hier staat, krijgt daardoor geen toegang.")
    return step_page(request, around, form, StepWords(_("Professional opschrijven"), _("Opslaan"), help_text, MANUAL))


def _correct_page(request: PageRequest, found: tuple[Frame, Party], form: PartyForm) -> HttpResponse:
    around, row = found
    words = StepWords(
        _("Professional wijzigen"), _("Verbetering opslaan"), _("Verbeter of vul aan wat u weet."), MANUAL, row.name
    )
    return step_page(request, around, form, words, LINES.corrected(around.head.id, row))


LINES = Lines(
    "professionals",
    "party",
    "professional",
    Words(gettext_lazy("Is er niet meer"), gettext_lazy("Wat er was, blijft staan bij eerder."), MANUAL),
    Deeds(
        lambda actor, row, on: end_party(actor=actor, party=row, on=on),
        lambda actor, row, reason: withdraw_party(actor=actor, party=row, reason=reason),
        lambda actor, row: undo_party(actor=actor, party=row),
    ),
    LeaveForm,
    _around,
    _stored,
    lambda dossier, party: get_object_or_404(Party, id=party, dossier=dossier),
    lambda _frame, row: row.name,
)
add = taking(Step(_around, lambda request, _around: PartyForm(sent(request)), _add, _add_page))
correct = taking(
    Step(LINES.found, lambda request, found: PartyForm(sent(request), row=found[1]), _correct, _correct_page)
)
end, withdraw, undo = ending(LINES), withdrawing(LINES), undoing(LINES)
