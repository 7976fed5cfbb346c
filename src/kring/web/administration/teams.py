"""Teams of one organisation: added, renamed and ended."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.policy import may_administer
from kring.ground.access.services import make_team
from kring.ground.access.services.staff import end_team, rename_team
from kring.ground.areas.models import Area
from kring.ground.areas.services import release_team
from kring.ground.organisations.models import Organisation, Team
from kring.web.administration.forms import EndForm, TeamForm
from kring.web.administration.organisations import crumbs
from kring.web.administration.worksheet import Given, Sheet, Work, worksheet
from kring.web.kit.request import PageRequest


@worksheet
def new(request: PageRequest, organisation: UUID) -> Work:
    found = get_object_or_404(Organisation, id=organisation, ended_on=None)
    may_administer(request.actor, found.id).enforce()
    back = reverse("organisation", args=[found.id])

    def save(given: Given) -> str:
        make_team(actor=request.actor, organisation=found.id, name=given["name"])
        return back

    sheet = Sheet(
        title=_("Team toevoegen"),
        intro=_("Een gebiedsteam of een ander team van deze organisatie."),
        button=_("Voeg toe"),
        back=back,
        crumbs=crumbs(found),
    )
    return Work(TeamForm(request.POST or None), sheet, save, _("Het team staat erin."))


@worksheet
def change(request: PageRequest, team: UUID) -> Work:
    found = _team(request, team)
    back = reverse("organisation", args=[found.organisation_id])

    def save(given: Given) -> str:
        rename_team(actor=request.actor, team=found, name=given["name"])
        return back

    sheet = Sheet(
        title=_("Team een andere naam geven"),
        intro=_("De mensen en gebieden van het team blijven zoals ze zijn."),
        button=_("Bewaar"),
        back=back,
        crumbs=crumbs(found.organisation),
    )
    form = TeamForm(request.POST or None, initial={"name": found.name})
    return Work(form, sheet, save, _("Gewijzigd."))


@worksheet
def end(request: PageRequest, team: UUID) -> Work:
    found = _team(request, team)
    back = reverse("organisation", args=[found.organisation_id])
    areas = list(Area.objects.filter(team=found).order_by("name").values_list("name", flat=True))

    def save(given: Given) -> str:
        end_team(actor=request.actor, team=found, ended_on=given["ended_on"])
        if areas:
            release_team(actor=request.actor, team=found)
        return back

    working = _("Dit team werkt in %(areas)s. Daar is daarna geen team meer.") % {"areas": ", ".join(areas)}
    sheet = Sheet(
        title=_("Team beëindigen"),
        intro=_("Kan alleen als er niemand meer in werkt. Wie erin werkte, blijft leesbaar."),
        button=_("Beëindig"),
        back=back,
        crumbs=crumbs(found.organisation),
        warning=working if areas else "",
    )
    form = EndForm(request.POST or None, today=request.actor.today, asks_why=False)
    return Work(form, sheet, save, _("Het team is beëindigd."))


def _team(request: PageRequest, team: UUID) -> Team:
    """A running team of an organisation that the actor administers."""
    found = get_object_or_404(Team.objects.select_related("organisation"), id=team, ended_on=None)
    may_administer(request.actor, found.organisation_id).enforce()
    return found
