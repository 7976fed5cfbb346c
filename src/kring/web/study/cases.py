"""One household of a study under pseudonym, the list as a sheet, and naming a household: a second, logged step."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from kring.ground.audit.models import Event
from kring.practice.care.queries import sheet_text
from kring.steering.studies.models import Study, StudyCase
from kring.steering.studies.policy import may_name, may_see_studies, may_use
from kring.steering.studies.queries import (
    SHEET_HEAD,
    CaseView,
    case_rows,
    case_view,
    selected,
    sheet_of,
    study_view,
)
from kring.steering.studies.services import name_case
from kring.web.costs import cost_in_words, costs_beside, euros
from kring.web.kit.downloads import CSV, attachment
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column
from kring.web.study.forms import ReasonForm, selection_of
from kring.web.study.pictures import course, helpers_of, people_of


@page
def sheet(request: PageRequest, study: UUID) -> HttpResponse:
    """What the page shows with this filter and order, all rows."""
    about = _study(request, study)
    may_use(request.actor, about).enforce()
    selection = selection_of({name: str(value) for name, value in request.GET.items()})
    rows = case_rows(selected(about, selection), event=Event.EXPORT)
    return attachment(sheet_text(SHEET_HEAD, sheet_of(rows)), CSV, "stapeling.csv")


@page
def case(request: PageRequest, study: UUID, case: UUID) -> HttpResponse:
    about = _study(request, study)
    found = _case(request, about, case)
    row = found.row
    context = {
        "view": study_view(request.actor, about),
        "case": found,
        "row": row,
        "people": people_of(row),
        "helpers": helpers_of(row),
        "cost": euros(row.costs.per_year),
        "cost_note": costs_beside(row.costs),
        "drawn": course(row, request.actor.today),
        "running": [(bar, cost_in_words(bar.cost)) for bar in found.running],
        "running_columns": _running_columns(),
        "naming": may_name(request.actor, about, already=row.named_at is not None),
    }
    return render(request, "study/case.html", context)


@page
def show_name(request: PageRequest, study: UUID, case: UUID) -> HttpResponse:
    about = _study(request, study)
    found = _case(request, about, case)
    may_name(request.actor, about, already=found.row.named_at is not None).enforce()
    return _name(request, about, found, ReasonForm())


@action
def take_name(request: PageRequest, study: UUID, case: UUID) -> HttpResponse:
    about = _study(request, study)
    found = _case(request, about, case)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _name(request, about, found, form)
    reason = form.cleaned_data["reason"]
    dossier = name_case(actor=request.actor, study=about, pseudonym=found.row.pseudonym, reason=reason)
    if dossier is None:
        return render(request, "study/not_named.html", {"study": about, "row": found.row}, status=UNPROCESSABLE)
    messages.success(request, _("Op naam gebracht. Er staat een taak voor u klaar: vraag het gezin of het dit wil."))
    return redirect(_address_of(dossier.id) or reverse("study_case", args=[study, case]))


name = form_page(show_name, take_name)


def _study(request: PageRequest, study: UUID) -> Study:
    may_see_studies(request.actor).enforce()
    return get_object_or_404(Study.objects.select_related("organisation"), id=study)


def _case(request: PageRequest, study: Study, case: UUID) -> CaseView:
    """Not there for who may not see it: the database shows it to the named only."""
    return case_view(request.actor, study, get_object_or_404(StudyCase, id=case, study=study))


def _name(request: PageRequest, study: Study, found: CaseView, form: ReasonForm) -> HttpResponse:
    context = {
        "view": study_view(request.actor, study),
        "row": found.row,
        "people": people_of(found.row),
        "form": form,
    }
    return render(request, "study/name.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _running_columns() -> tuple[Column, ...]:
    titles = (_("Voorziening"), _("Voor wie"), _("Aanbieder"), _("Professionals"), _("Sinds"), _("Kosten"))
    return tuple(Column("", title, numeric=title == titles[-1], sortable=False) for title in titles)


def _address_of(dossier: UUID) -> str | None:
    try:
        return reverse("family", kwargs={"dossier": dossier})
    except NoReverseMatch:
        return None
