"""The whole plan on one page, to read through together and to go on writing from; it prints as it stands."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kring.practice.familiegroepsplan.models import Outcome
from kring.practice.familiegroepsplan.rules.states import professional_plan_due
from kring.practice.plans.queries import changes_since, working_plan
from kring.practice.plans.queries.frozen import readiness
from kring.practice.plans.queries.provided import provider_plans
from kring.practice.plans.rules.agreeing import missing
from kring.web.family.frame import frame, statements_of
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.plan.reading import told
from kring.web.plan.shares import share_lines


@page
def plan(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    working = working_plan(request.actor, dossier)
    texts = working.texts
    answer = texts.familiegroepsplan
    context = {
        "frame": around,
        "plan": working,
        "statements": statements_of(request, around),
        "today": request.actor.today,
        "missing": missing(readiness(around.head, working), request.actor.today) if around.may_agree else (),
        "changes": told(changes_since(around.head, working, request.actor.today)) if around.may_agree else (),
        "providers": provider_plans(request.actor, dossier),
        "shares": share_lines(around, working),
        "familiegroepsplan": Outcome(answer).label if answer else "",
        "professional_plan_due": None
        if working.last_number
        else professional_plan_due(answer, texts.familiegroepsplan_answered_on),
    }
    return render(request, "plan/plan.html", context)
