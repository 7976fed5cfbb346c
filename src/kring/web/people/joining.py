"""The professionals who work along: asking somebody to join, and ending it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.models import Account, Dossier
from kring.ground.access.parts import Law
from kring.ground.access.policy import may_bring_in
from kring.ground.access.roles import EXTERNAL, TEAM_PROFESSIONAL
from kring.ground.shared.period import HERE
from kring.practice.leads.queries import Candidate, candidates
from kring.practice.leads.queries.joining import Around, parties
from kring.practice.leads.services.joining import Joining, bring_in, end_joining
from kring.web.family.frame import Frame, frame
from kring.web.family.steps import EndForm, StepWords, step_page
from kring.web.kit.forms import form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent

ROLES = [(role.code, role.title) for role in (TEAM_PROFESSIONAL, EXTERNAL)]


class JoinForm(forms.Form):
    """Who, as what, and why. The laws matter for who has a task of the municipality."""

    account = forms.ChoiceField(
        label=gettext_lazy("Wie"), error_messages={"required": gettext_lazy("Kies wie erbij komt.")}
    )
    role = forms.ChoiceField(label=gettext_lazy("Werkt mee als"), choices=ROLES, widget=forms.RadioSelect)
    laws = forms.MultipleChoiceField(
        label=gettext_lazy("Voor welke wet"),
        help_text=gettext_lazy(
            "Alleen voor wie een taak heeft: zo iemand leest het dossier van die wet, niet van andere."
        ),
        choices=[(law.value, law.label) for law in Law],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ground = forms.CharField(
        label=gettext_lazy("Waarom"),
        help_text=gettext_lazy("Schrijf het zo op dat het gezin het mag lezen."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Schrijf op waarom deze professional meewerkt.")},
    )
    until = forms.DateField(
        label=gettext_lazy("Tot en met"),
        help_text=gettext_lazy("Laat leeg als u dat nog niet weet."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, people: Iterable[Candidate]) -> None:
        super().__init__(data, initial={"role": TEAM_PROFESSIONAL.code})
        field = self.fields["account"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("Kies een naam")),
            *((str(one.account), f"{one.name} ({one.function})") for one in people),
        ]

    def until_moment(self) -> datetime | None:
        """The end of the last day."""
        day = self.cleaned_data["until"]
        return datetime.combine(day + timedelta(days=1), time(), HERE) if day else None


@page
def _show_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _around(request, dossier)
    return _add_page(request, around, _form(request, around))


@action
def _take_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _around(request, dossier)
    form = _form(request, around)
    if form.is_valid():
        given = form.cleaned_data
        account = get_object_or_404(Account.objects.select_related("staff__organisation"), id=given["account"])
        joining = Joining(account, given["role"], given["laws"], given["ground"], form.until_moment())
        with refusal_in(form):
            bring_in(actor=request.actor, dossier=_dossier(around), joining=joining)
    if not form.is_valid():
        return _add_page(request, around, form)
    messages.success(request, _("%(name)s werkt nu mee, en heeft bericht gekregen.") % {"name": account.display_name})
    return redirect("people", dossier)


add = form_page(_show_add, _take_add)


@page
def _show_end(request: PageRequest, dossier: UUID, account: UUID) -> HttpResponse:
    around = _around(request, dossier)
    return _end_page(request, around, _works_here(request, around, account), EndForm(label=_("Waarom stopt het?")))


@action
def _take_end(request: PageRequest, dossier: UUID, account: UUID) -> HttpResponse:
    around = _around(request, dossier)
    one = _works_here(request, around, account)
    form = EndForm(request.POST, label=_("Waarom stopt het?"))
    if not form.is_valid():
        return _end_page(request, around, one, form)
    end_joining(actor=request.actor, dossier=_dossier(around), account=account, ground=form.cleaned_data["reason"])
    messages.success(request, _("%(name)s ziet dit dossier niet meer.") % {"name": one.name})
    return redirect("people", dossier)


end = form_page(_show_end, _take_end)


def may_stop(around: Frame, one: Around) -> bool:
    """Who leads stays until another is appointed; who has no account sees nothing that could be ended."""
    leaders = {leader.account for leader in (around.head.lead, around.head.deputy) if leader}
    return one.account is not None and one.account not in leaders


def _around(request: PageRequest, dossier: UUID) -> Frame:
    around = frame(request, dossier, "people")
    may_bring_in(request.actor, _dossier(around)).enforce()
    if not around.head.sees_plan:
        raise Http404
    return around


def _dossier(around: Frame) -> Dossier:
    return Dossier(id=around.head.id, controller_id=around.head.controller)


def _works_here(request: PageRequest, around: Frame, account: UUID) -> Around:
    found = next((one for one in parties(request.actor, around.head.id) if one.account == account), None)
    if found is None or not may_stop(around, found):
        raise Http404
    return found


def _form(request: PageRequest, around: Frame) -> JoinForm:
    here = {one.account for one in parties(request.actor, around.head.id)}
    people = [one for one in candidates(request.actor) if one.account not in here]
    return JoinForm(sent(request), people=people)


def _add_page(request: PageRequest, around: Frame, form: JoinForm) -> HttpResponse:
    help_text = _(
        "Wie meewerkt, ziet het gezamenlijke plan, en verder alleen wat bij de rol hoort of met deze persoon "
        "gedeeld is."
    )
    words = StepWords(_("Professional erbij vragen"), _("Vraag erbij"), help_text, "personen")
    return step_page(request, around, form, words)


def _end_page(request: PageRequest, around: Frame, one: Around, form: EndForm) -> HttpResponse:
    help_text = _("Deze professional ziet het dossier meteen niet meer. Taken die nog openstaan, komen bij u.")
    words = StepWords(_("Meewerken stoppen"), _("Stop het meewerken"), help_text, "personen", one.name)
    return step_page(request, around, form, words)
