"""Organisations and their teams: found, added, changed, ended, and taken into administration."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.policy import may_administer, may_administer_all
from kring.ground.access.services import register_organisation
from kring.ground.access.services.organisations import (
    change_organisation,
    end_organisation,
    take_up_administration,
)
from kring.ground.organisations.models import Organisation
from kring.web.administration.forms import EndForm, OrganisationForm, ReasonForm
from kring.web.administration.lists import Button, Cell, Listing, Row, listing
from kring.web.administration.reading import OrganisationLine, administered, organisation_lines, team_lines
from kring.web.administration.worksheet import Crumbs, Given, Sheet, Work, worksheet
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column


@listing
def organisations(request: PageRequest) -> Listing:
    """All for the functional administrator; the own one for who administers one organisation."""
    actor = request.actor
    everything = bool(may_administer_all(actor))
    if not everything:
        may_administer(actor, next(iter(administered(actor)), None)).enforce()
    lines = [line for line in organisation_lines(actor) if everything or line.is_mine]
    new = Button(reverse("organisation_new"), _("Organisatie toevoegen"))
    return Listing(
        title=_("Organisaties"),
        intro=_("De gemeenten en organisaties die samenwerken, met hun teams."),
        columns=(
            Column("name", _("Naam")),
            Column("kind", _("Soort")),
            Column("code", _("CBS- of AGB-code")),
            Column("teams", _("Teams"), numeric=True),
            Column("people", _("Medewerkers"), numeric=True),
            Column("state", _("Stand")),
        ),
        rows=[_row(line) for line in lines],
        nothing=_("Voeg de eerste organisatie toe."),
        buttons=(new,) if everything else (),
        search_label=_("Zoek op naam, soort of code"),
    )


def _row(line: OrganisationLine) -> Row:
    teams, people = (str(line.teams), str(line.people)) if line.is_mine else ("", "")
    state = Cell(_("beëindigd"), tone="neutral") if line.ended_on else Cell(_("loopt"), tone="positive")
    return Row(
        (
            Cell(line.name, reverse("organisation", args=[line.id])),
            Cell(str(line.kind.label)),
            Cell(line.code),
            Cell(teams, order=f"{line.teams:06}"),
            Cell(people, order=f"{line.people:06}"),
            state,
        ),
        ended=line.ended_on is not None,
    )


@page
def organisation(request: PageRequest, organisation: UUID) -> HttpResponse:
    """One organisation with its teams, for who administers it; another one only by name and code."""
    found = get_object_or_404(Organisation, id=organisation)
    mine = bool(may_administer(request.actor, found.id))
    if not mine:
        may_administer_all(request.actor).enforce()
    context = {
        "organisation": found,
        "crumbs": crumbs(),
        "mine": mine,
        "ends": bool(may_administer_all(request.actor)) and mine,
        "teams": team_lines(request.actor, found.id) if mine else (),
    }
    return render(request, "administration/organisation.html", context)


@worksheet
def new(request: PageRequest) -> Work:
    may_administer_all(request.actor).enforce()

    def save(given: Given) -> str:
        made = register_organisation(actor=request.actor, organisation=Organisation(**given))
        return reverse("organisation", args=[made.id])

    sheet = Sheet(
        title=_("Organisatie toevoegen"),
        intro=_("U wordt de beheerder van deze organisatie, tot u die rol aan een ander geeft."),
        button=_("Voeg toe"),
        back=reverse("organisations"),
        crumbs=crumbs(),
    )
    return Work(OrganisationForm(request.POST or None), sheet, save, _("De organisatie staat erin."))


@worksheet
def change(request: PageRequest, organisation: UUID) -> Work:
    found = get_object_or_404(Organisation, id=organisation)
    may_administer(request.actor, found.id).enforce()

    def save(given: Given) -> str:
        for name, value in given.items():
            setattr(found, name, value)
        change_organisation(actor=request.actor, organisation=found)
        return reverse("organisation", args=[found.id])

    sheet = Sheet(
        title=_("Organisatie wijzigen"),
        intro=_("De soort organisatie verandert niet: daar hangen gegevens aan."),
        button=_("Bewaar"),
        back=reverse("organisation", args=[found.id]),
        crumbs=crumbs(found),
    )
    return Work(OrganisationForm(request.POST or None, present=found), sheet, save, _("Gewijzigd."))


@worksheet
def end(request: PageRequest, organisation: UUID) -> Work:
    found = get_object_or_404(Organisation, id=organisation, ended_on=None)
    (may_administer_all(request.actor) and may_administer(request.actor, found.id)).enforce()

    def save(given: Given) -> str:
        end_organisation(actor=request.actor, organisation=found, **given)
        return reverse("organisation", args=[found.id])

    sheet = Sheet(
        title=_("Organisatie beëindigen"),
        intro=_("Kan alleen als er niemand meer werkt en er geen dossier meer loopt. Wat er was, blijft leesbaar."),
        button=_("Beëindig"),
        back=reverse("organisation", args=[found.id]),
        crumbs=crumbs(found),
    )
    done = _("De organisatie is beëindigd.")
    return Work(EndForm(request.POST or None, today=request.actor.today), sheet, save, done)


@worksheet
def take_up(request: PageRequest, organisation: UUID) -> Work:
    found = get_object_or_404(Organisation, id=organisation)
    may_administer_all(request.actor).enforce()

    def save(given: Given) -> str:
        take_up_administration(actor=request.actor, organisation=found, ground=given["ground"])
        return reverse("organisation", args=[found.id])

    sheet = Sheet(
        title=_("Beheer op u nemen"),
        intro=_("Alleen als deze organisatie nog geen eigen beheerder heeft. U ziet daarna haar teams en accounts."),
        button=_("Neem het beheer op u"),
        back=reverse("organisation", args=[found.id]),
        crumbs=crumbs(found),
    )
    return Work(ReasonForm(request.POST or None), sheet, save, _("U bent nu beheerder van deze organisatie."))


def crumbs(found: Organisation | None = None) -> Crumbs:
    """The way down to one organisation."""
    start = ((_("Organisaties"), reverse("organisations")),)
    return start if found is None else (*start, (found.name, reverse("organisation", args=[found.id])))
