"""My day: for a professional what is late, what is for today and what comes; for a family its own plan."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.ground.agenda.queries import my_day, my_notices
from kring.practice.plans.models import Action, ActionState
from kring.practice.plans.queries import my_families
from kring.practice.plans.queries.families import SortBy
from kring.practice.plans.services import move_action
from kring.web.home.lists import Lists
from kring.web.home.queries import Me, me, my_actions, own_plan
from kring.web.home.steps import next_steps
from kring.web.kit.context import LARGE_LETTERS
from kring.web.kit.pages import action, page, public
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.plan.actions import undo_address

SHOWN_FAMILIES = 5
SHOWN_NOTICES = 3


@page
def home(request: PageRequest) -> HttpResponse:
    mine = me(request.actor)
    return _own_plans(request, mine) if mine.is_family else _my_day(request, mine)


def _my_day(request: PageRequest, mine: Me) -> HttpResponse:
    actor = request.actor
    families = my_families(actor, by=SortBy.LATE)
    notices = [notice for notice in my_notices(actor) if not notice.is_read]
    context = {
        "today": actor.today,
        "lists": Lists.of(my_day(actor), my_actions(actor, mine.name), actor.today),
        "families": families.lines[:SHOWN_FAMILIES],
        "family_count": families.total,
        "notices": notices[:SHOWN_NOTICES],
        "notice_count": len(notices),
        "steps": next_steps(actor),
    }
    return render(request, "home/my_day.html", context)


def _own_plans(request: PageRequest, mine: Me) -> HttpResponse:
    """One plan at a time; whoever is in two families chooses between them."""
    actor, chosen = request.actor, _chosen(request.GET.get("plan", ""), len(mine.dossiers))
    plan = own_plan(actor, mine.dossiers[chosen][0], mine.name) if mine.dossiers else None
    day = my_day(actor)
    context = {
        "me": mine,
        "plan": plan,
        "labels": [label for _dossier, label in mine.dossiers],
        "chosen": chosen,
        "ways": mine.ways[plan.head.id] if plan else None,
        "tasks": (*day.overdue, *day.today, *day.coming),
    }
    return render(request, "home/my_plan.html", context)


def _chosen(number: str, count: int) -> int:
    """From the number that a person sees, which begins at one."""
    return int(number) - 1 if number.isdecimal() and 1 <= int(number) <= count else 0


@action
def action_done(request: PageRequest, step: UUID) -> HttpResponse:
    """A step of a plan is done, straight from my day."""
    found = get_object_or_404(Action, id=step)
    move_action(actor=request.actor, action=found, state=ActionState.DONE)
    text = _("Gedaan. De actie is afgevinkt in het plan.")
    saved(request, text, undo=undo_address(found.dossier_id, step, "home"))
    return redirect("home")


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and go back to where one was."""
    chosen = request.POST.get("language", settings.LANGUAGE_CODE)
    response = redirect(_back(request))
    if chosen in dict(settings.LANGUAGES):
        name, secure = settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_COOKIE_SECURE
        response.set_cookie(name, chosen, max_age=31_536_000, samesite="Lax", httponly=True, secure=secure)
    return response


@action
def letters(request: PageRequest) -> HttpResponse:
    """Larger, or as they were; until one signs out, so that a shared browser keeps nothing."""
    request.session[LARGE_LETTERS] = not request.session.get(LARGE_LETTERS, False)
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """Where one was, on this site."""
    place = request.POST.get("next", "/")
    return place if url_has_allowed_host_and_scheme(place, allowed_hosts={request.get_host()}) else "/"
