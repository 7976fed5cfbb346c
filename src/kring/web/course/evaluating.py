"""Looking back together: through the goals, how each felt it, and what comes of it (BR-021)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.practice.course.models import Evaluation, Result
from kring.practice.course.queries import latest_for
from kring.practice.course.services import evaluate, withdraw_evaluation
from kring.web.course.around import Here, back, keeping
from kring.web.course.forms import EvaluationForm
from kring.web.family.steps import Step, taking
from kring.web.kit.forms import UNPROCESSABLE
from kring.web.kit.pages import action
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved

LIGHT = "light"


def _form(request: PageRequest, found: Here) -> EvaluationForm:
    today = request.actor.today
    head, variant = found.frame.head, found.plan.last_variant or LIGHT
    return EvaluationForm(
        sent(request), members=head.members, today=today, next_on=latest_for(variant, today, head.controller)
    )


def _answer(request: PageRequest, found: Here, form: EvaluationForm) -> HttpResponse:
    again = found.plan.to_ask_again(request.actor.today)
    context = {"frame": found.frame, "plan": found.plan, "course": found.course, "form": form, "again": again}
    return render(request, "course/evaluate.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _deed(request: PageRequest, found: Here, form: EvaluationForm) -> HttpResponse:
    dossier = found.frame.head.id
    row = evaluate(actor=request.actor, dossier=dossier, words=form.said(), felt=form.felt())
    undo = reverse("evaluation_withdraw", args=[dossier, row.id])
    saved(request, _("Opgeschreven. Het volgende gesprek staat in de agenda."), undo=undo)
    if row.result == Result.CLOSE:
        return redirect("course_close", dossier)
    return redirect("plan_agree", dossier) if row.result == Result.ADJUST else back(dossier)


evaluating = taking(Step(keeping, _form, _deed, _answer))


@action
def withdraw(request: PageRequest, dossier: UUID, evaluation: UUID) -> HttpResponse:
    keeping(request, dossier)
    row = get_object_or_404(Evaluation, id=evaluation, dossier_id=dossier)
    withdraw_evaluation(actor=request.actor, evaluation=row)
    messages.success(request, _("Het is ingetrokken. Kies zo nodig een nieuwe dag om terug te kijken."))
    return back(dossier)
