"""One step on from a contact: what was agreed becomes a task, or an action at a goal of the plan."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.agenda.services import add_task
from kring.practice.notes.queries import NoteRow
from kring.practice.notes.rules import SHARED, follow_up
from kring.practice.plans.models import GoalState
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import working_plan
from kring.web.dates import DateField
from kring.web.family.frame import Frame
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.notes.views import around, found

AGREED = "actie"
"""The clock of what is agreed: on the day that is agreed."""
SOON = timedelta(days=7)
LONGEST_TITLE = 200


class TaskForm(forms.Form):
    """For oneself, or for who leads."""

    title = forms.CharField(
        label=gettext_lazy("Wat moet er gebeuren?"),
        max_length=LONGEST_TITLE,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Schrijf op wat er moet gebeuren.")},
    )
    due_on = DateField(label=gettext_lazy("Uiterlijk"), error_messages={"required": gettext_lazy("Kies een dag.")})
    who = forms.ChoiceField(label=gettext_lazy("Voor wie?"))

    def __init__(
        self, data: Mapping[str, object] | None = None, *, title: str, who: list[tuple[str, str]], today: date
    ) -> None:
        super().__init__(data, initial={"title": title[:LONGEST_TITLE], "due_on": today + SOON})
        self.today = today
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = who

    def clean_due_on(self) -> date:
        day: date = self.cleaned_data["due_on"]
        if day < self.today:
            raise ValidationError(gettext_lazy("Deze dag is al voorbij. Kies vandaag of later."))
        return day


@page
def _show_task(request: PageRequest, dossier: UUID, note: UUID) -> HttpResponse:
    here, row = around(request, dossier), found(request, dossier, note)
    return _task_page(request, here, row, _task_form(request, here, row))


@action
def _take_task(request: PageRequest, dossier: UUID, note: UUID) -> HttpResponse:
    here, row = around(request, dossier), found(request, dossier, note)
    form = _task_form(request, here, row, bound=True)
    if not form.is_valid():
        return _task_page(request, here, row, form)
    given = form.cleaned_data
    task = add_task(
        actor=request.actor, account=UUID(given["who"]), clock=AGREED, title=given["title"], dossier=dossier,
        due_on=given["due_on"],
    )  # fmt: skip
    saved(request, _("De taak staat klaar."), undo=reverse("task_undo", args=[task.id]))
    return redirect("note", dossier, note)


task = form_page(_show_task, _take_task)


@page
def action_for(request: PageRequest, dossier: UUID, note: UUID) -> HttpResponse:
    """At which goal; the form of that goal opens with what was agreed."""
    here, row = around(request, dossier), found(request, dossier, note)
    may(Deed.WRITE, here.head.roles).enforce()
    goals = [goal for goal in working_plan(request.actor, dossier).goals if goal.state == GoalState.ACTIVE]
    return render(request, "notes/action.html", {"frame": here, "note": row, "goals": goals})


def _task_form(request: PageRequest, here: Frame, row: NoteRow, *, bound: bool = False) -> TaskForm:
    day = date_format(row.held_on, "j F")
    title = follow_up(row.said, row.agreed, row.level) or _("Vervolg op het contact van %(day)s") % {"day": day}
    who = [(str(request.actor.id), _("voor mijzelf"))]
    leaders = [one for one in (here.head.lead, here.head.deputy) if one is not None]
    who += [(str(one.account), one.name) for one in leaders if one.account != request.actor.id]
    return TaskForm(request.POST if bound else None, title=title, who=who, today=request.actor.today)


def _task_page(request: PageRequest, here: Frame, row: NoteRow, form: TaskForm) -> HttpResponse:
    context = {"frame": here, "note": row, "form": form, "is_shared": row.level <= SHARED}
    return render(request, "notes/task.html", context, status=UNPROCESSABLE if form.is_bound else 200)
