"""The entrance of Beheer: what there is to administer, for this reader."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.policy import may_administer, may_administer_all
from kring.ground.configuration.policy import may_read
from kring.web.administration.reading import administered, readable_municipalities
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest


@dataclass(frozen=True, slots=True)
class Place:
    """A part of Beheer, with one sentence about it."""

    title: str
    what: str
    url: str


@page
def administration(request: PageRequest) -> HttpResponse:
    found = places(request.actor)
    if not found:
        may_administer(request.actor, None).enforce()
    return render(request, "administration/administration.html", {"places": found})


def places(actor: Actor) -> list[Place]:
    """Who watches over privacy reads what is set; who administers also changes it, and has the rest."""
    found = _administering(actor) if administered(actor) or may_administer_all(actor) else []
    if readable_municipalities(actor):
        chosen = _("De woorden waaruit mensen kiezen, zoals leefgebieden.")
        found.append(Place(_("Woordenlijsten"), chosen, reverse("word_lists")))
        written = _("Wat uw gemeente zelf schrijft, zoals wie men belt met een vraag.")
        found.append(Place(_("Teksten"), written, reverse("own_texts")))
    if may_read(actor, None):
        found.append(Place(_("Instellingen"), _("Drempels en termijnen, met hun geschiedenis."), reverse("settings")))
    return found


def _administering(actor: Actor) -> list[Place]:
    found = [Place(_("Organisaties"), _("Gemeenten en organisaties, en hun teams."), reverse("organisations"))]
    if may_administer_all(actor):
        found.append(Place(_("Gebieden"), _("Waar welk gebiedsteam werkt."), reverse("administration_areas")))
    accounts = _("Wie hier werkt, met welke rollen; nieuwe medewerkers, en wie vertrekt.")
    found.append(Place(_("Accounts"), accounts, reverse("accounts")))
    looked_over = _("Twee keer per jaar: kloppen alle accounts en rollen nog?")
    found.append(Place(_("Wie heeft toegang?"), looked_over, reverse("access_review_overview")))
    return found
