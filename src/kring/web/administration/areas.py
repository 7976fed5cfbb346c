"""Areas of the co-operation: listed, added, changed and ended by a functional administrator."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.areas.models import Area
from kring.ground.areas.policy import may_change_areas
from kring.ground.areas.services import change_area, end_area, make_area
from kring.ground.organisations.models import Team
from kring.web.administration.forms import AreaForm, EndForm, uuids
from kring.web.administration.lists import Button, Cell, Listing, Row, listing
from kring.web.administration.reading import municipalities, running_teams
from kring.web.administration.worksheet import Crumbs, Given, Sheet, Work, worksheet
from kring.web.kit.request import PageRequest
from kring.web.listing import Column


@listing
def areas(request: PageRequest) -> Listing:
    may_change_areas(request.actor).enforce()
    found = Area.objects.select_related("team").prefetch_related("municipalities").order_by("name")
    return Listing(
        title=_("Gebieden"),
        intro=_("Waar een gebiedsteam werkt. Buurten en adressen komen uit een levering."),
        columns=(
            Column("name", _("Naam")),
            Column("towns", _("Gemeente")),
            Column("team", _("Team")),
            Column("state", _("Stand")),
        ),
        rows=[_row(area) for area in found],
        nothing=_("Voeg het eerste gebied toe."),
        buttons=(Button(reverse("administration_area_new"), _("Gebied toevoegen")),),
        search_label=_("Zoek op naam, gemeente of team"),
    )


def _row(area: Area) -> Row:
    towns = ", ".join(sorted(town.name for town in area.municipalities.all()))
    team = area.team.name if area.team else ""
    ended = area.ended_on is not None
    state = Cell(_("beëindigd"), tone="neutral") if ended else Cell(_("loopt"), tone="positive")
    url = "" if ended else reverse("administration_area", args=[area.id])
    return Row((Cell(area.name, url), Cell(towns), Cell(team), state), ended=ended)


@worksheet
def new(request: PageRequest) -> Work:
    may_change_areas(request.actor).enforce()
    towns, teams = municipalities(), running_teams(request.actor)

    def save(given: Given) -> str:
        chosen = uuids(given["municipalities"])
        make_area(
            actor=request.actor,
            name=given["name"],
            municipalities=[town for town in towns if town.id in chosen],
            team=_chosen(teams, given["team"]),
        )
        return reverse("administration_areas")

    sheet = _sheet(_("Gebied toevoegen"), _("Voeg toe"))
    return Work(AreaForm(request.POST or None, towns=towns, teams=teams), sheet, save, _("Het gebied staat erin."))


@worksheet
def change(request: PageRequest, area: UUID) -> Work:
    may_change_areas(request.actor).enforce()
    found = get_object_or_404(Area.objects.prefetch_related("municipalities"), id=area, ended_on=None)
    towns, teams = municipalities(), _with_present(running_teams(request.actor), found)

    def save(given: Given) -> str:
        chosen = uuids(given["municipalities"])
        change_area(
            actor=request.actor,
            area=found,
            name=given["name"],
            municipalities=[town for town in towns if town.id in chosen],
            team=_chosen(teams, given["team"]),
        )
        return reverse("administration_areas")

    initial = {
        "name": found.name,
        "municipalities": [str(town.id) for town in found.municipalities.all()],
        "team": str(found.team_id or ""),
    }
    form = AreaForm(request.POST or None, towns=towns, teams=teams, initial=initial)
    return Work(form, _sheet(_("Gebied wijzigen"), _("Bewaar")), save, _("Gewijzigd."))


@worksheet
def end(request: PageRequest, area: UUID) -> Work:
    may_change_areas(request.actor).enforce()
    found = get_object_or_404(Area, id=area, ended_on=None)

    def save(given: Given) -> str:
        end_area(actor=request.actor, area=found, ended_on=given["ended_on"])
        return reverse("administration_areas")

    form = EndForm(request.POST or None, today=request.actor.today, asks_why=False)
    return Work(form, _sheet(_("Gebied beëindigen"), _("Beëindig")), save, _("Het gebied is beëindigd."))


def _sheet(title: str, button: str) -> Sheet:
    intro = _("Gebieden horen bij het samenwerkingsverband. Cijfers die er al zijn, blijven staan.")
    back = reverse("administration_areas")
    crumbs: Crumbs = ((_("Gebieden"), back),)
    return Sheet(title=title, intro=intro, button=button, back=back, crumbs=crumbs)


def _with_present(teams: tuple[Team, ...], area: Area) -> tuple[Team, ...]:
    """The team that works there now stays a choice, also when another administers it."""
    present = Team.objects.filter(areas=area).exclude(id__in=[team.id for team in teams])
    return (*teams, *present.select_related("organisation"))


def _chosen(teams: tuple[Team, ...], value: str) -> Team | None:
    return next((team for team in teams if str(team.id) == value), None)
