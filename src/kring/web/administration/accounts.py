"""Accounts of who works here: found, hired, changed, given roles, and closed once nobody depends on them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.models import Account
from kring.ground.access.policy import may_administer
from kring.ground.access.services.factors import reset_factors
from kring.ground.access.services.leaving import close_account
from kring.ground.access.services.staff import change_work
from kring.ground.organisations.models import Organisation
from kring.practice.leads.queries import caseload
from kring.practice.leads.services import hand_over_caseload
from kring.web.administration.account_forms import HireForm, InviteForm, SuccessorForm, WorkForm
from kring.web.administration.forms import ReasonForm
from kring.web.administration.inviting import Newcomer, open_sign_in, take_on
from kring.web.administration.lists import Button, Cell, Listing, Row, listing
from kring.web.administration.people import AccountLine, account_lines, account_view, colleagues_of
from kring.web.administration.reading import administered, running_teams
from kring.web.administration.worksheet import Crumbs, Given, Sheet, Work, worksheet
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column


@listing
def accounts(request: PageRequest) -> Listing:
    may_administer(request.actor, next(iter(administered(request.actor)), None)).enforce()
    return Listing(
        title=_("Accounts"),
        intro=_("Wie werkt bij de organisaties die u beheert. Gezinnen staan hier niet bij."),
        columns=(
            Column("name", _("Naam")),
            Column("function", _("Functie")),
            Column("organisation", _("Organisatie")),
            Column("team", _("Team")),
            Column("roles", _("Rollen")),
            Column("state", _("Stand")),
        ),
        rows=[_row(line) for line in account_lines(request.actor)],
        nothing=_("Voeg de eerste medewerker toe. Die krijgt daarna een uitnodiging."),
        buttons=(Button(reverse("account_new"), _("Medewerker toevoegen"), "user-plus"),),
        search_label=_("Zoek op naam, functie, team of rol"),
        chapter="accounts",
    )


def _row(line: AccountLine) -> Row:
    state = Cell(_("uit dienst"), tone="neutral") if line.ended_on else Cell(_("in dienst"), tone="positive")
    return Row(
        (
            Cell(line.name, reverse("staff_account", args=[line.id])),
            Cell(line.function),
            Cell(line.organisation),
            Cell(line.team),
            Cell(", ".join(_(role) for role in line.roles)),
            state,
        ),
        ended=line.ended_on is not None,
    )


@page
def account(request: PageRequest, account: UUID) -> HttpResponse:
    found = account_of(request, account)
    context = {
        "view": account_view(request.actor, found),
        "crumbs": crumbs(),
        "led": len(caseload(found.id)),
        "is_self": found.id == request.actor.id,
    }
    return render(request, "administration/account.html", context)


@worksheet
def new(request: PageRequest) -> Work:
    mine = administered(request.actor)
    may_administer(request.actor, next(iter(mine), None)).enforce()
    towns = tuple(Organisation.objects.filter(id__in=mine, ended_on=None).order_by("name"))
    teams = running_teams(request.actor)

    def save(given: Given) -> str:
        made, link = take_on(actor=request.actor, newcomer=Newcomer(**given))
        _hand_over_link(request, link)
        return reverse("staff_account", args=[made.id])

    sheet = Sheet(
        title=_("Medewerker toevoegen"),
        intro=_("Deze persoon krijgt een account met de rol Medewerker. Andere rollen geeft u daarna."),
        button=_("Voeg toe"),
        back=reverse("accounts"),
        crumbs=crumbs(),
        chapter="accounts",
    )
    form = HireForm(request.POST or None, towns=towns, teams=teams, today=request.actor.today)
    return Work(form, sheet, save, _("Toegevoegd. Geef nu de rollen die bij het werk horen."))


@worksheet
def invite(request: PageRequest, account: UUID) -> Work:
    found = account_of(request, account)

    def save(given: Given) -> str:
        _hand_over_link(request, open_sign_in(actor=request.actor, account=found, email=given["email"]))
        return reverse("staff_account", args=[found.id])

    intro = _("Er gaat een nieuwe link naar dit adres. Hij werkt één keer, acht dagen lang; een eerdere vervalt.")
    sheet = sheet_of(found, _("Uitnodigen"), intro, _("Verstuur de uitnodiging"))
    return Work(InviteForm(request.POST or None), sheet, save, _("De uitnodiging is verstuurd."))


@worksheet
def reset(request: PageRequest, account: UUID) -> Work:
    found = account_of(request, account)

    def save(given: Given) -> str:
        reset_factors(actor=request.actor, account=found, ground=given["ground"])
        return reverse("staff_account", args=[found.id])

    intro = _("Telefoon of sleutel kwijt. Ga eerst na dat het echt de eigenaar is, en schrijf op hoe u dat weet.")
    sheet = sheet_of(found, _("Tweede stap weghalen"), intro, _("Haal de tweede stap weg"))
    done = _("Weggehaald. Alle aanmeldingen zijn gestopt en de eigenaar krijgt bericht.")
    return Work(ReasonForm(request.POST or None), sheet, save, done)


@worksheet
def change(request: PageRequest, account: UUID) -> Work:
    found = account_of(request, account)
    staff = found.staff
    teams = [team for team in running_teams(request.actor) if team.organisation_id == found.organisation_id]

    def save(given: Given) -> str:
        team = next((one for one in teams if str(one.id) == given["team"]), None)
        change_work(actor=request.actor, account=found, function=given["function"], team=team, phone=given["phone"])
        return reverse("staff_account", args=[found.id])

    initial = {"function": found.function, "team": "", "phone": ""}
    if staff is not None:
        initial |= {"team": str(staff.team_id or ""), "phone": staff.phone}
    form = WorkForm(request.POST or None, teams=teams, initial=initial)
    intro = _("Geldt vanaf nu. Wat eerder is getekend, houdt de functie van toen.")
    return Work(form, sheet_of(found, _("Functie en team wijzigen"), intro, _("Bewaar")), save, _("Gewijzigd."))


@worksheet
def leave(request: PageRequest, account: UUID) -> Work:
    found = account_of(request, account)
    led = len(caseload(found.id))

    def save(given: Given) -> str:
        close_account(actor=request.actor, account=found, ground=given["ground"])
        return reverse("staff_account", args=[found.id])

    intro = _("Het account sluit meteen: geen toegang en geen rollen meer. Wat deze persoon deed, blijft leesbaar.")
    warning = _("Dit account leidt nog %(n)s gezinnen. Draag die eerst over; daarna kan het sluiten.") % {"n": led}
    sheet = sheet_of(found, _("Uit dienst"), intro, _("Sluit het account"), warning if led else "")
    return Work(ReasonForm(request.POST or None), sheet, save, _("Het account is gesloten."))


@worksheet
def transfer(request: PageRequest, account: UUID) -> Work:
    found = account_of(request, account)
    led = len(caseload(found.id))
    colleagues = colleagues_of(request.actor, found)
    by_id = {str(one.id): one for one in colleagues}

    def save(given: Given) -> str:
        hand_over_caseload(
            actor=request.actor,
            leaver=found,
            successor=by_id[given["successor"]],
            other=by_id.get(given["other"]),
            ground=given["ground"],
        )
        return reverse("staff_account", args=[found.id])

    intro = _(
        "Alle %(n)s gezinnen gaan tegelijk over, met de open taken. De opvolger krijgt bericht en vraagt elk gezin "
        "of het dit wil. U ziet niet welke gezinnen het zijn."
    ) % {"n": led}
    sheet = sheet_of(found, _("Gezinnen overdragen"), intro, _("Draag alles over"))
    return Work(SuccessorForm(request.POST or None, colleagues=colleagues), sheet, save, _("Alles is overgedragen."))


def _hand_over_link(request: PageRequest, link: str) -> None:
    """Once, on the next page: nothing sends mail here, so the administrator hands it over."""
    if link:
        told = _("Kring verstuurt hier geen mail. Geef deze link zelf door; u ziet hem alleen nu: %(link)s")
        messages.warning(request, told % {"link": link})


def account_of(request: PageRequest, account: UUID) -> Account:
    """Somebody who works at an organisation that the actor administers."""
    rows = Account.objects.select_related("staff__team", "organisation").filter(staff__isnull=False)
    found = get_object_or_404(rows, id=account)
    may_administer(request.actor, found.organisation_id).enforce()
    return found


def sheet_of(found: Account, title: str, intro: str, button: str, warning: str = "") -> Sheet:
    return Sheet(
        title=title,
        intro=intro,
        button=button,
        back=reverse("staff_account", args=[found.id]),
        crumbs=crumbs(found),
        warning=warning,
        chapter="accounts",
    )


def crumbs(found: Account | None = None) -> Crumbs:
    """The way down to one account; its name stands on the page, not in its title."""
    start = ((_("Accounts"), reverse("accounts")),)
    return start if found is None else (*start, (found.display_name, reverse("staff_account", args=[found.id])))
