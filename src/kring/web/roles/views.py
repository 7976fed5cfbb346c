"""What a role sees and may do, for everybody to read; and the own roles, from the account menu."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kring.practice.leads.policy import involvements_now
from kring.web.kit.pages import page, public
from kring.web.kit.request import PageRequest
from kring.web.roles import presenting


@public
def roles(request: HttpRequest) -> HttpResponse:
    return render(request, "roles/roles.html", {"roles": presenting.role_pages()})


@public
def role(request: HttpRequest, slug: str) -> HttpResponse:
    found = presenting.find(slug)
    if found is None:
        raise Http404
    return render(request, "roles/role.html", {"role": presenting.role_page(found)})


@page
def my_roles(request: PageRequest) -> HttpResponse:
    """The roles that hold now: in organisations and in dossiers, without saying in which dossier."""
    in_dossiers = involvements_now(request.actor).order_by("role").values_list("role", flat=True).distinct()
    codes = frozenset(code for code, _organisation in request.actor.roles) | frozenset(in_dossiers)
    return render(request, "roles/mine.html", {"roles": presenting.role_pages(codes)})
