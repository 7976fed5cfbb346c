"""A task can be done, moved or dropped, and opened again when that was a mistake."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.agenda.models import Task
from kring.ground.agenda.queries import task_view
from kring.ground.agenda.rules import DECIDING, INVESTIGATING, LOOK_AGAIN, PERSONAL_PLAN, REVIEW, SECOND_OPINION
from kring.ground.agenda.services import cancel_task, finish_task, move_task, reopen_task, undo_task
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.tasks.forms import CancelForm, MoveForm

PLACES = {
    PERSONAL_PLAN: "wmo",
    INVESTIGATING: "wmo",
    DECIDING: "wmo",
    SECOND_OPINION: "withheld",
    LOOK_AGAIN: "withheld",
    REVIEW: "access_review_overview",
}
"""Where the thing itself is done, for a task of this clock."""


@page
def task(request: PageRequest, task: UUID) -> HttpResponse:
    return _show(request, task)


@action
def finish(request: PageRequest, task: UUID) -> HttpResponse:
    finish_task(actor=request.actor, task=get_object_or_404(Task, id=task))
    saved(request, _("Gedaan. De taak is afgevinkt."), undo=reverse("task_undo", args=[task]))
    return redirect("home")


@action
def reopen(request: PageRequest, task: UUID) -> HttpResponse:
    reopen_task(actor=request.actor, task=get_object_or_404(Task, id=task))
    return redirect("task", task)


@action
def undo(request: PageRequest, task: UUID) -> HttpResponse:
    undo_task(actor=request.actor, task=get_object_or_404(Task, id=task))
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("home")


@action
def move(request: PageRequest, task: UUID) -> HttpResponse:
    form = MoveForm(request.POST, today=request.actor.today)
    if not form.is_valid():
        return _show(request, task, move_form=form)
    given = form.cleaned_data
    move_task(
        actor=request.actor, task=get_object_or_404(Task, id=task), due_on=given["due_on"], reason=given["reason"]
    )
    saved(request, _("De taak is verzet."), undo=reverse("task_undo", args=[task]))
    return redirect("home")


@action
def cancel(request: PageRequest, task: UUID) -> HttpResponse:
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _show(request, task, cancel_form=form)
    cancel_task(actor=request.actor, task=get_object_or_404(Task, id=task), reason=form.cleaned_data["reason"])
    saved(request, _("De taak is vervallen."), undo=reverse("task_undo", args=[task]))
    return redirect("home")


def _show(
    request: PageRequest, task: UUID, *, move_form: MoveForm | None = None, cancel_form: CancelForm | None = None
) -> HttpResponse:
    """The page with its forms; a form that came back has something to say."""
    view = task_view(request.actor, task)
    if view is None:
        raise Http404
    context = {
        "task": view,
        "move_form": move_form or MoveForm(today=request.actor.today),
        "cancel_form": cancel_form or CancelForm(),
        "moving": move_form is not None,
        "cancelling": cancel_form is not None,
        "place": reverse(PLACES[view.clock.code], args=[view.dossier] if view.dossier else [])
        if view.clock.code in PLACES
        else "",
    }
    return render(request, "tasks/task.html", context, status=422 if move_form or cancel_form else 200)
