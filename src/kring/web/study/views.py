"""Studies: their list, one study with its stack, asking, approving, who looks, ending, and objections."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.shared.verdict import Refused
from kring.steering.studies import services
from kring.steering.studies.models import Study
from kring.steering.studies.policy import may_record_objection, may_see_studies
from kring.steering.studies.queries import (
    Colleague,
    StudyView,
    case_rows,
    colleagues,
    places,
    selected,
    studies_of,
    study_view,
    totals,
    towns_to_ask_for,
)
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column, Order
from kring.web.study.counts import counts_of
from kring.web.study.forms import (
    ApproveForm,
    CountForm,
    EndForm,
    FilterForm,
    NameForm,
    ObjectionForm,
    StudyForm,
    selection_of,
)
from kring.web.study.pictures import shown

ON_A_PAGE = 25


@page
def studies(request: PageRequest) -> HttpResponse:
    actor = request.actor
    found = studies_of(actor)
    looking = any(row.mine and row.phase == "running" for row in found)
    context: dict[str, object] = {
        "studies": found,
        "may_ask": bool(towns_to_ask_for(actor)),
        "may_object": may_record_objection(actor),
        "today": actor.today,
    }
    if not looking:
        context |= counts_of(actor)
    return render(request, "study/studies.html", context)


@page
def study(request: PageRequest, study: UUID) -> HttpResponse:
    view = _view(request, study)
    context: dict[str, object] = {"view": view, "count_form": CountForm(today=request.actor.today)}
    if not view.use:
        context |= counts_of(request.actor, view.study.organisation_id)
    elif view.is_counted:
        context |= _stack(request, view)
    return render(request, "study/study.html", context)


@page
def show_new(request: PageRequest) -> HttpResponse:
    return _new(request, StudyForm(towns=_towns(request), today=request.actor.today))


@action
def take_new(request: PageRequest) -> HttpResponse:
    form = StudyForm(request.POST, towns=_towns(request), today=request.actor.today)
    if not form.is_valid():
        return _new(request, form)
    given = form.cleaned_data
    proposal = services.Proposal(
        given["title"], given["purpose"], given["ground"], given["started_on"], given["ended_on"]
    )
    study = services.request_study(actor=request.actor, organisation=UUID(given["organisation"]), proposal=proposal)
    messages.success(request, _("Aangevraagd. De procesregisseur beslist; daarna ziet u hier de huishoudens."))
    return redirect("study", study.id)


new = form_page(show_new, take_new)


@page
def show_approve(request: PageRequest, study: UUID) -> HttpResponse:
    view = _view(request, study)
    view.approve.enforce()
    return _approve(request, view, ApproveForm(others=_others(request, view)))


@action
def take_approve(request: PageRequest, study: UUID) -> HttpResponse:
    view = _view(request, study)
    form = ApproveForm(request.POST, others=_others(request, view))
    if not form.is_valid():
        return _approve(request, view, form)
    names = [UUID(name) for name in form.cleaned_data.get("researchers", [])]
    services.approve_study(actor=request.actor, study=view.study, researchers=names)
    messages.success(request, _("Goedgekeurd. De lijst wordt nu gemaakt; dat duurt ongeveer een minuut."))
    return redirect("study", study)


approve = form_page(show_approve, take_approve)


@page
def show_names(request: PageRequest, study: UUID) -> HttpResponse:
    view = _view(request, study)
    return _names(request, view, NameForm(others=_others(request, view)))


@action
def take_names(request: PageRequest, study: UUID) -> HttpResponse:
    view = _view(request, study)
    form = NameForm(request.POST, others=_others(request, view))
    if not form.is_valid():
        return _names(request, view, form)
    services.add_researcher(actor=request.actor, study=view.study, account=UUID(form.cleaned_data["account"]))
    return redirect("study_names", study)


names = form_page(show_names, take_names)


@action
def remove(request: PageRequest, study: UUID) -> HttpResponse:
    """The account stands in the form, and only who is on the list can be taken off it."""
    view = _view(request, study)
    wanted = request.POST.get("account", "")
    for one in view.names:
        if str(one.account) == wanted:
            services.remove_researcher(actor=request.actor, study=view.study, account=one.account)
            messages.success(request, _("%(name)s ziet de huishoudens niet meer.") % {"name": one.name})
    return redirect("study_names", study)


@page
def show_end(request: PageRequest, study: UUID) -> HttpResponse:
    view = _view(request, study)
    view.end.enforce()
    return _end(request, view, EndForm())


@action
def take_end(request: PageRequest, study: UUID) -> HttpResponse:
    view = _view(request, study)
    form = EndForm(request.POST)
    if not form.is_valid():
        return _end(request, view, form)
    services.end_study(actor=request.actor, study=view.study, reason=form.cleaned_data["reason"])
    messages.success(request, _("Beëindigd. Niemand ziet de huishoudens nog; vannacht worden ze vernietigd."))
    return redirect("study", study)


end = form_page(show_end, take_end)


@action
def count(request: PageRequest, study: UUID) -> HttpResponse:
    view = _view(request, study)
    form = CountForm(request.POST, today=request.actor.today)
    if not form.is_valid():
        context: dict[str, object] = {"view": view, "count_form": form}
        if view.use and view.is_counted:
            context |= _stack(request, view)
        return render(request, "study/study.html", context, status=UNPROCESSABLE)
    services.count_again(actor=request.actor, study=view.study, reference_date=form.cleaned_data["day"])
    messages.success(request, _("De lijst wordt opnieuw gemaakt. Dat duurt ongeveer een minuut."))
    return redirect("study", study)


@page
def show_objection(request: PageRequest) -> HttpResponse:
    may_record_objection(request.actor).enforce()
    return _objection(request, ObjectionForm())


@action
def take_objection(request: PageRequest) -> HttpResponse:
    form = ObjectionForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        objects = given["deed"] == "objects"
        if services.record_objection(actor=request.actor, name=given["name"], born=given["born"], objects=objects):
            messages.success(request, _("Vastgelegd. Het geldt meteen, voor elk onderzoek."))
            return redirect("study_objection")
        form.add_error(
            None, _("Niet precies één persoon met deze naam en geboortedatum gevonden. Er is niets gewijzigd.")
        )
    return _objection(request, form)


objection = form_page(show_objection, take_objection)


def _view(request: PageRequest, study: UUID) -> StudyView:
    may_see_studies(request.actor).enforce()
    return study_view(request.actor, get_object_or_404(Study.objects.select_related("organisation"), id=study))


def _stack(request: PageRequest, view: StudyView) -> dict[str, object]:
    """The list as the address asks for it, one page of it."""
    query = {name: str(value) for name, value in request.GET.items()}
    selection = selection_of(query)
    towns, areas = places(view.study)
    found = Paginator(selected(view.study, selection), ON_A_PAGE).get_page(query.get("page"))
    return {
        "totals": totals(view.study),
        "filter": FilterForm(query or None, towns=towns, areas=areas, order=selection.order),
        "found": found,
        "rows": shown(case_rows(found.object_list)),
        "order": Order(selection.order.removeprefix("-"), selection.order.startswith("-")),
        "columns": _columns(),
        "query": request.GET.urlencode(),
    }


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("Huishouden"), sortable=False),
        Column("laws", _("Wetten")),
        Column("providers", _("Aanbieders"), numeric=True),
        Column("helpers", _("Professionals"), numeric=True),
        Column("months", _("Maanden gestapeld"), numeric=True),
        Column("cost", _("Bekend per jaar"), numeric=True),
    )


def _towns(request: PageRequest) -> tuple[tuple[UUID, str], ...]:
    towns = towns_to_ask_for(request.actor)
    if not towns:
        raise Refused(_("Alleen een onderzoeker of teamleider van deze gemeente vraagt een onderzoek aan."))
    return towns


def _others(request: PageRequest, view: StudyView) -> list[Colleague]:
    """Who is not on the list yet. Who asked and who approves come on it by themselves."""
    there = {one.account for one in view.names}
    if view.phase == "draft":
        there |= {view.study.asked_by, request.actor.id}
    return [one for one in colleagues(view.study) if one.account not in there]


def _new(request: PageRequest, form: StudyForm) -> HttpResponse:
    return render(request, "study/new.html", {"form": form}, status=UNPROCESSABLE if form.is_bound else 200)


def _approve(request: PageRequest, view: StudyView, form: ApproveForm) -> HttpResponse:
    context = {"view": view, "form": form}
    return render(request, "study/approve.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _names(request: PageRequest, view: StudyView, form: NameForm) -> HttpResponse:
    context = {"view": view, "form": form}
    return render(request, "study/names.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _end(request: PageRequest, view: StudyView, form: EndForm) -> HttpResponse:
    context = {"view": view, "form": form}
    return render(request, "study/end.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _objection(request: PageRequest, form: ObjectionForm) -> HttpResponse:
    return render(request, "study/objection.html", {"form": form}, status=UNPROCESSABLE if form.is_bound else 200)
