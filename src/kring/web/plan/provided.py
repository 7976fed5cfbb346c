"""Plans of providers below the plan: who leads asks, the provider's professional answers, both read what was said."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.links import link_of
from kring.ground.agenda.mail import installation_address
from kring.ground.configuration.queries.words import choices
from kring.practice.plans.models import GoalState, ProviderPlan
from kring.practice.plans.policy import Deed, may, may_answer_as_provider
from kring.practice.plans.queries import working_plan
from kring.practice.plans.queries.provided import ProviderLine, ProviderPlans, provider_plans, shared_goals
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS
from kring.practice.plans.rules.provided import ProviderFacts
from kring.practice.plans.services import answer_provider, ask_provider, withdraw_provider_plan
from kring.web.family.frame import Frame, frame
from kring.web.family.steps import Step, StepWords, taking
from kring.web.kit.forms import UNPROCESSABLE
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved
from kring.web.plan.provided_forms import ProviderForm
from kring.web.plan.provider_link import SALT


@dataclass(frozen=True, slots=True)
class Shown:
    """An organisation with the address of its link, for who leads and as long as it works, and what one may do."""

    line: ProviderLine
    link: str
    is_own: bool
    may_withdraw: bool

    @property
    def note(self) -> str:
        return _("uw organisatie") if self.is_own else ""


@dataclass(frozen=True, slots=True)
class Around:
    """The dossier, and what the reader's organisation said before."""

    frame: Frame
    plans: ProviderPlans


@page
def providers(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    plans = provider_plans(request.actor, dossier)
    may_ask = bool(may(Deed.ASK_PROVIDER, around.head.roles))
    context = {
        "frame": around,
        "shown": sorted(_shown(request, around, plans, may_ask=may_ask), key=lambda one: not one.is_own),
        "goals": shared_goals(dossier) if may_ask and any(one.question for one in plans.lines) else (),
        "may_ask": may_ask,
    }
    return render(request, "plan/providers.html", context)


@action
def provider_ask(request: PageRequest, dossier: UUID) -> HttpResponse:
    row = ask_provider(actor=request.actor, dossier=dossier, organisation=request.POST.get("organisation", ""))
    undo = reverse("provider_withdraw", args=[dossier, row.id])
    saved(request, _("De vraag staat klaar. Stuur de link, of wacht op antwoord van wie in Kring meewerkt."), undo=undo)
    return redirect("providers", dossier)


@action
def provider_withdraw(request: PageRequest, dossier: UUID, provided: UUID) -> HttpResponse:
    row = get_object_or_404(ProviderPlan, id=provided, dossier_id=dossier)
    withdraw_provider_plan(actor=request.actor, row=row)
    messages.success(request, _("Het is ingetrokken."))
    return redirect("providers", dossier)


def _answering(request: PageRequest, dossier: UUID) -> Around:
    around = frame(request, dossier, "plan")
    plans = provider_plans(request.actor, dossier)
    may_answer_as_provider(around.head.roles, plans.own, around.head.municipality).enforce()
    return Around(around, plans)


def _form(request: PageRequest, around: Around) -> ProviderForm:
    head, line = around.frame.head, around.plans.of(around.plans.own)
    before = line.answer if line else None
    goals = [
        (str(one.id), one.own_words)
        for one in working_plan(request.actor, head.id).open_goals
        if one.is_shared and one.state == GoalState.ACTIVE
    ]
    code = before.reason_code if before else ""
    now = None
    if before:
        now = ProviderFacts(before.has_plan, before.made_on, before.goal_id, before.has_informal, code)
    reasons = choices(NO_INFORMAL_REASONS, head.controller, request.actor.at, keep=code)
    return ProviderForm(sent(request), goals=goals, reasons=reasons, today=request.actor.today, now=now)


def _answer(request: PageRequest, around: Around, form: ProviderForm) -> HttpResponse:
    row = answer_provider(actor=request.actor, dossier=around.frame.head.id, said=form.said())
    undo = reverse("provider_withdraw", args=[around.frame.head.id, row.id])
    saved(request, _("Uw antwoord staat bij het plan."), undo=undo)
    return redirect("providers", around.frame.head.id)


def _page(request: PageRequest, around: Around, form: ProviderForm) -> HttpResponse:
    title = _("Het eigen plan van %(organisation)s") % {"organisation": around.plans.own}
    help_text = _("Drie vragen over uw eigen plan. De inhoud van uw plan hoeft niet in Kring.")
    step = StepWords(title, _("Antwoord opslaan"), help_text, "aanbieders")
    context = {"frame": around.frame, "form": form, "step": step}
    return render(request, "plan/provider_answer.html", context, status=UNPROCESSABLE if form.is_bound else 200)


provider_answer = taking(Step(_answering, _form, _answer, _page))


def _shown(request: PageRequest, around: Frame, plans: ProviderPlans, *, may_ask: bool) -> Iterator[Shown]:
    head = around.head
    own = plans.own if may_answer_as_provider(head.roles, plans.own, head.municipality) else ""
    for line in plans.lines:
        answer = line.answer
        may_withdraw = answer is not None and (answer.is_own or (may_ask and not answer.who))
        link = _link(request, line) if may_ask else ""
        yield Shown(line, link, line.organisation == own, may_withdraw)


def _link(request: PageRequest, line: ProviderLine) -> str:
    """Nothing once it no longer works."""
    if line.question is None or line.until is None or request.actor.at >= line.until:
        return ""
    path = reverse("provider_link", kwargs={"link": link_of(line.question, SALT)})
    return installation_address() + path.removeprefix("/")
