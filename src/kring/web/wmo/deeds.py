"""The steps of an investigation, each a form with a day: which are offered now, and what each does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.actor import Actor
from kring.practice.investigation import services
from kring.practice.investigation.models import Investigation
from kring.practice.investigation.queries import InvestigationView
from kring.practice.investigation.rules.steps import STEPS, Decision, State
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.pages import Decorated, action
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved
from kring.web.wmo.around import MANUAL, Around, writing
from kring.web.wmo.forms import DayForm, DecisionForm, EndForm, PauseForm, PlanForm, TodayForm, UrgentForm


@dataclass(frozen=True, slots=True)
class Deed:
    """One step. `fits`: whether it is offered now; without `undone` there is another step that takes it back."""

    title: Promise
    button: Promise
    help: Promise
    done: Promise
    form: type[TodayForm]
    do: Callable[[Actor, Investigation, forms.Form], object]
    fits: Callable[[InvestigationView], bool]
    undone: bool = True


def _towards(then: State) -> Callable[[InvestigationView], bool]:
    return lambda view: then in STEPS.get(view.row.state, frozenset())


DEEDS: Mapping[str, Deed] = {
    "begin": Deed(
        gettext_lazy("Onderzoek beginnen"),
        gettext_lazy("Begin het onderzoek"),
        gettext_lazy("Dat kan als veiligheid is nagegaan en cliëntondersteuning is aangeboden."),
        gettext_lazy("Het onderzoek is begonnen."),
        DayForm,
        lambda actor, row, form: services.start(actor=actor, row=row, on=form.cleaned_data["on"]),
        _towards(State.INVESTIGATING),
    ),
    "verstuur": Deed(
        gettext_lazy("Verslag versturen"),
        gettext_lazy("Het verslag is verstuurd"),
        gettext_lazy("Geef of stuur het verslag op papier. Daarna verandert het niet meer."),
        gettext_lazy("Het verslag is verstuurd."),
        DayForm,
        lambda actor, row, form: services.send_report(actor=actor, row=row, on=form.cleaned_data["on"]),
        _towards(State.SENT),
    ),
    "aanvraag": Deed(
        gettext_lazy("Aanvraag ontvangen"),
        gettext_lazy("Schrijf de aanvraag op"),
        gettext_lazy("Na het verslag, of als de zes weken voorbij zijn. Binnen twee weken volgt het besluit."),
        gettext_lazy("De aanvraag staat erin. U heeft twee weken voor het besluit."),
        DayForm,
        lambda actor, row, form: services.apply(actor=actor, row=row, on=form.cleaned_data["on"]),
        lambda view: _towards(State.APPLIED)(view) and view.may_apply_today,
    ),
    "besluit": Deed(
        gettext_lazy("Besluit opschrijven"),
        gettext_lazy("Schrijf het besluit op"),
        gettext_lazy("De beschikking zelf gaat apart naar de cliënt."),
        gettext_lazy("Het besluit staat erin."),
        DecisionForm,
        lambda actor, row, form: services.decide(
            actor=actor, row=row, on=form.cleaned_data["on"], decision=Decision.of(form.cleaned_data["decision"])
        ),
        _towards(State.DECIDED),
    ),
    "geen-aanvraag": Deed(
        gettext_lazy("Geen aanvraag"),
        gettext_lazy("Er komt geen aanvraag"),
        gettext_lazy("Vraagt iemand later toch hulp aan? Dat kan dan nog."),
        gettext_lazy("Het onderzoek is afgerond zonder aanvraag."),
        EndForm,
        lambda actor, row, form: services.end_without_application(
            actor=actor, row=row, on=form.cleaned_data["on"], reason=form.cleaned_data["reason"]
        ),
        _towards(State.NO_APPLICATION),
    ),
    "persoonlijk-plan": Deed(
        gettext_lazy("Persoonlijk plan ontvangen"),
        gettext_lazy("Sla het persoonlijk plan op"),
        gettext_lazy("Bij ieder onderdeel schrijft u daarna op wat ermee is gedaan."),
        gettext_lazy("Het persoonlijk plan staat erbij."),
        PlanForm,
        lambda actor, row, form: services.receive_plan(
            actor=actor, row=row, on=form.cleaned_data["on"], words=form.cleaned_data["words"]
        ),
        lambda view: view.is_open and not view.has_personal_plan,
    ),
    "spoed": Deed(
        gettext_lazy("Meteen hulp met spoed"),
        gettext_lazy("Sla de hulp met spoed op"),
        gettext_lazy("Tijdelijke hulp die niet op het onderzoek kan wachten (Wmo 2015, artikel 2.3.3)."),
        gettext_lazy("De hulp met spoed staat erbij. Het onderzoek gaat door."),
        UrgentForm,
        lambda actor, row, form: services.provide_urgently(
            actor=actor, row=row, what=form.cleaned_data["what"], since=form.cleaned_data["since"]
        ),
        lambda view: view.is_running and not view.row.urgent_what,
    ),
    "stilzetten": Deed(
        gettext_lazy("Termijn stilzetten"),
        gettext_lazy("Zet de termijn stil"),
        gettext_lazy("Alleen met een reden, bijvoorbeeld omdat de cliënt in het ziekenhuis ligt."),
        gettext_lazy("De termijn staat stil. Kies Termijn loopt weer als het verdergaat."),
        PauseForm,
        lambda actor, row, form: services.pause(
            actor=actor, row=row, since=form.cleaned_data["since"], reason=form.cleaned_data["reason"]
        ),
        lambda view: view.is_running and not view.stands_still,
        undone=False,
    ),
    "doorgaan": Deed(
        gettext_lazy("Termijn loopt weer"),
        gettext_lazy("Laat de termijn weer lopen"),
        gettext_lazy("De laatste dag schuift op met de dagen die stilstonden."),
        gettext_lazy("De termijn loopt weer."),
        DayForm,
        lambda actor, row, form: services.resume(actor=actor, row=row, on=form.cleaned_data["on"]),
        lambda view: view.stands_still,
        undone=False,
    ),
    "stop": Deed(
        gettext_lazy("Onderzoek stoppen"),
        gettext_lazy("Stop het onderzoek"),
        gettext_lazy("De melding is ingetrokken, of was een vergissing. Wat er staat, blijft bewaard."),
        gettext_lazy("Het onderzoek is gestopt."),
        EndForm,
        lambda actor, row, form: services.stop(
            actor=actor, row=row, on=form.cleaned_data["on"], reason=form.cleaned_data["reason"]
        ),
        _towards(State.STOPPED),
    ),
}
FIRST = ("begin", "verstuur", "aanvraag", "besluit")
"""What leads on; the rest is there for when it is needed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A step as the page offers it."""

    slug: str
    title: Promise
    is_next: bool


def offers(view: InvestigationView) -> tuple[Offer, ...]:
    fit = [slug for slug, deed in DEEDS.items() if deed.fits(view)]
    is_ready = {"begin": not view.starts, "verstuur": view.is_complete}
    leads = next((slug for slug in FIRST if slug in fit and is_ready.get(slug, True)), "")
    return tuple(Offer(slug, DEEDS[slug].title, slug == leads) for slug in fit)


def take(request: HttpRequest, dossier: UUID, investigation: UUID, deed: str) -> HttpResponse:
    if deed not in _STEPS:
        raise Http404
    return _STEPS[deed](request, dossier=dossier, investigation=investigation)


def _step(deed: Deed) -> Decorated:
    def form(request: PageRequest, _around: Around) -> TodayForm:
        return deed.form(sent(request), today=request.actor.today)

    def do(request: PageRequest, around: Around, form: TodayForm) -> HttpResponse:
        deed.do(request.actor, around.view.row, form)
        back = reverse("wmo_undo", args=[around.dossier, around.view.id])
        if deed.undone:
            saved(request, str(deed.done), undo=back)
        else:
            messages.success(request, str(deed.done))
        return redirect("wmo_investigation", around.dossier, around.view.id)

    def show(request: PageRequest, around: Around, form: TodayForm) -> HttpResponse:
        words = StepWords(str(deed.title), str(deed.button), str(deed.help), MANUAL, around.person)
        return step_page(request, around.frame, form, words)

    return taking(Step(writing, form, do, show))


_STEPS: Mapping[str, Decorated] = {slug: _step(deed) for slug, deed in DEEDS.items()}
take.kind = next(iter(_STEPS.values())).kind  # type: ignore[attr-defined]  # functions take attributes; all are form pages


@action
def undo(request: PageRequest, dossier: UUID, investigation: UUID) -> HttpResponse:
    services.undo(actor=request.actor, row=writing(request, dossier, investigation).view.row)
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("wmo_investigation", dossier, investigation)
