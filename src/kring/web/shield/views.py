"""The list of the safeguarding officer, and one dossier's shield."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.ground.access.roles import SAFEGUARDING
from kring.ground.shared.verdict import Refused
from kring.practice.households.watching import shielded_dossiers
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.shield.reading import shield_of


@page
def shielded(request: PageRequest) -> HttpResponse:
    """Where something is shielded, for who watches over safety; by label and number, without content."""
    if not request.actor.organisations(SAFEGUARDING.code):
        raise Refused(_("Alleen de aandachtsfunctionaris ziet waar iets beschermd is."))
    return render(request, "shield/shields.html", {"dossiers": shielded_dossiers()})


@page
def shield(request: PageRequest, dossier: UUID) -> HttpResponse:
    return render(request, "shield/shield.html", {"shield": shield_of(request.actor, dossier)})
