"""Own access of the members of a family: inviting, the letter with the link, and ending it."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.models import Dossier, Invitation
from kring.ground.access.policy import may_let_in
from kring.practice.leads.queries import Member
from kring.practice.leads.rules import ALONE_FROM
from kring.practice.leads.services.inviting import Wanted, end_access, invite_member
from kring.web.family.frame import Frame, frame
from kring.web.family.steps import EndForm, StepWords, step_page
from kring.web.kit.forms import form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.signin.inviting import address_of

MAIL, LETTER = "mail", "letter"


class InviteForm(forms.Form):
    """The address is also the name to sign in with: everybody an own one."""

    email = forms.EmailField(
        label=gettext_lazy("E-mailadres van deze persoon"),
        help_text=gettext_lazy("Een eigen adres, dat niemand anders leest. Hiermee logt deze persoon straks in."),
        error_messages={
            "required": gettext_lazy("Vul het e-mailadres in."),
            "invalid": gettext_lazy("Dit e-mailadres klopt niet. Kijk het na."),
        },
    )
    way = forms.ChoiceField(
        label=gettext_lazy("Hoe krijgt deze persoon de link?"),
        choices=[
            (MAIL, gettext_lazy("per mail; daarin staat geen naam en niets over de hulp")),
            (LETTER, gettext_lazy("op papier; u drukt een brief af en geeft die zelf")),
        ],
        widget=forms.RadioSelect,
        initial=MAIL,
    )
    told = forms.BooleanField(
        label=gettext_lazy("Het kind en de ouders met gezag weten dat deze uitnodiging komt."), required=False
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, asks_told: bool) -> None:
        super().__init__(data)
        if not asks_told:
            del self.fields["told"]


@page
def _show_invite(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    around, member = _around(request, dossier, subject)
    return _invite_page(request, around, member, _form(request, member))


@action
def _take_invite(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    around, member = _around(request, dossier, subject)
    form = _form(request, member)
    if not form.is_valid():
        return _invite_page(request, around, member, form)
    given = form.cleaned_data
    mails = given["way"] == MAIL and bool(settings.DEMO or settings.MAIL_URL)
    wanted = Wanted(subject, given["email"], mails, told=given.get("told", False))
    made = invite_member(actor=request.actor, dossier=_dossier(around), wanted=wanted)
    if made is not None and not mails:
        return _letter(request, around, member, made)
    if made is None:
        messages.success(request, _("Deze persoon had al een account, en ziet nu ook dit plan."))
    else:
        messages.success(request, _("De uitnodiging is onderweg. De link werkt acht dagen, en één keer."))
    return redirect("people", dossier)


invite = form_page(_show_invite, _take_invite)


@page
def _show_end(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    around, member = _around(request, dossier, subject)
    return _end_page(request, around, member, EndForm(label=_("Waarom stopt deze toegang?")))


@action
def _take_end(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    around, member = _around(request, dossier, subject)
    form = EndForm(request.POST, label=_("Waarom stopt deze toegang?"))
    if not form.is_valid():
        return _end_page(request, around, member, form)
    reason = form.cleaned_data["reason"]
    end_access(actor=request.actor, dossier=_dossier(around), subject=subject, ground=reason)
    messages.success(request, _("De toegang is gestopt. Een link die nog openstond, werkt niet meer."))
    return redirect("people", dossier)


end = form_page(_show_end, _take_end)


def _around(request: PageRequest, dossier: UUID, subject: UUID) -> tuple[Frame, Member]:
    around = frame(request, dossier, "people")
    may_let_in(request.actor, _dossier(around)).enforce()
    found = next((one for one in around.head.members if one.subject == subject and one.name), None)
    if found is None or not around.head.sees_plan:
        raise Http404
    return around, found


def _dossier(around: Frame) -> Dossier:
    return Dossier(id=around.head.id, controller_id=around.head.controller)


def _form(request: PageRequest, member: Member) -> InviteForm:
    asks_told = member.age is not None and member.age < ALONE_FROM
    return InviteForm(sent(request), asks_told=asks_told)


def _letter(request: PageRequest, around: Frame, member: Member, made: Invitation) -> HttpResponse:
    """Once: whoever opens this page again makes a new link."""
    context = {"frame": around, "member": member, "address": address_of(made), "made": made}
    return render(request, "people/letter.html", context)


def _invite_page(request: PageRequest, around: Frame, member: Member, form: InviteForm) -> HttpResponse:
    help_text = _(
        "Ieder krijgt een eigen account, vanaf 12 jaar. Wat iemand dan ziet, volgt uit de leeftijd en het gezag."
    )
    words = StepWords(_("Uitnodigen"), _("Nodig uit"), help_text, "eigen-toegang", member.name)
    return step_page(request, around, form, words)


def _end_page(request: PageRequest, around: Frame, member: Member, form: EndForm) -> HttpResponse:
    help_text = _("Deze persoon ziet dit plan meteen niet meer. Het account zelf blijft bestaan.")
    words = StepWords(_("Toegang stoppen"), _("Stop de toegang"), help_text, "eigen-toegang", member.name)
    return step_page(request, around, form, words)
