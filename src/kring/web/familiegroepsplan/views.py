"""The page of the family's own plan: where it stands, what comes next, and everything that was brought."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kring.practice.familiegroepsplan import queries
from kring.practice.familiegroepsplan.policy import Deed, may
from kring.web.familiegroepsplan.around import place
from kring.web.familiegroepsplan.telling import answer, sentence, stages, ways
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest


@page
def own_plan(request: PageRequest, dossier: UUID) -> HttpResponse:
    around, own = place(request, dossier), queries.own_plan(request.actor, dossier)
    allowed = {deed.value: bool(may(deed, around.head.roles)) for deed in Deed}
    context: dict[str, object] = {"frame": around, "own": own, "may": allowed}
    if own is not None:
        context |= {
            "steps": stages(own),
            "sentence": sentence(around, own),
            "answer": answer(own),
            "next": ways(around, own),
            "may_take_over": own.is_finished and around.may_agree and not around.is_closed,
        }
    return render(request, "familiegroepsplan/page.html", context)
