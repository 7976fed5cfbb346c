"""The button in the message takes one's own last deed back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from kring.practice.circle.models import NetworkMember
from kring.practice.circle.services import undo_member, undo_standing
from kring.web.kit.pages import action
from kring.web.kit.request import PageRequest


@action
def undo(request: PageRequest, dossier: UUID, somebody: UUID) -> HttpResponse:
    """Of the place, or of what is written down about the person."""
    member = get_object_or_404(NetworkMember, pk=somebody, dossier=dossier)
    take_back = undo_standing if request.GET.get("van") == "plek" else undo_member
    take_back(actor=request.actor, member=member)
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("circle", dossier)
