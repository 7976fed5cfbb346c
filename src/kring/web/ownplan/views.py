"""*Ons plan* and one goal, as the family reads them: on a phone, without JavaScript, nothing of it in the title."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.shared.verdict import Refused
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import GoalView, working_plan
from kring.practice.statements.queries import remarks_in
from kring.web.family.frame import Frame, frame, statements_of
from kring.web.home.queries import me
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.ownplan.reading import our_plan
from kring.web.ownplan.spoken import Spoken, spoken_to
from kring.web.plan.drawn import drawn_figures

PHONE = 480
"""The width of a drawing in the one column of these pages."""


@dataclass(frozen=True, slots=True)
class Own:
    """Whose pages these are, and how that person is spoken to."""

    frame: Frame
    say: Spoken


def own(request: PageRequest, dossier: UUID) -> Own:
    """For who belongs to the family; a professional has other pages."""
    around = frame(request, dossier, "plan")
    if not around.head.is_family:
        raise Refused(_("Deze bladzijde is van het gezin zelf. U leest het plan in het dossier."))
    return Own(around, spoken_to(around.head.roles))


@page
def mine(request: PageRequest) -> HttpResponse:
    """The first of one's plans; without a plan the start page says what will happen."""
    found = me(request.actor).dossiers
    return redirect("our_plan", found[0][0]) if found else redirect("home")


@page
def plan(request: PageRequest, dossier: UUID) -> HttpResponse:
    here = own(request, dossier)
    read = our_plan(request.actor, here.frame.head)
    context = {
        "own": here,
        "frame": here.frame,
        "read": read,
        "statements": statements_of(request, here.frame),
        "remarks": remarks_in(dossier),
        "may_say": read.is_agreed and bool(may(Deed.GIVE_POSITION, here.frame.head.roles)),
    }
    return render(request, "ownplan/plan.html", context)


@page
def goal(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    here = own(request, dossier)
    now = seen(request, dossier, goal)
    context = {
        "own": here,
        "frame": here.frame,
        "goal": now,
        "figures": drawn_figures(now, PHONE) if now.scores else None,
        "statements": statements_of(request, here.frame),
        "remarks": [one for one in remarks_in(dossier) if one.thing == goal],
    }
    return render(request, "ownplan/goal.html", context)


def seen(request: PageRequest, dossier: UUID, goal: UUID) -> GoalView:
    """404 for who does not see it: nobody learns that it is there."""
    found = working_plan(request.actor, dossier).goal(goal)
    if found is None:
        raise Http404
    return found
