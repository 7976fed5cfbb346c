"""Who has access, looked over twice a year: per line "klopt" or "beëindigen", signed, and read back later."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.ground.access.actor import Actor
from kring.ground.access.models import AccessReview, RoleAssignment
from kring.ground.access.parts import Part
from kring.ground.access.policy import may_administer, may_administer_all
from kring.ground.access.queries import reviewed
from kring.ground.access.roles import COLLEAGUE, ORGANISATION_ROLES
from kring.ground.access.services.reviewing import Looked, checksum, sign_review
from kring.ground.agenda.queries.terms import last_day_of
from kring.ground.agenda.rules import REVIEW
from kring.ground.agenda.services import close_reviews
from kring.ground.audit.trail import note_read
from kring.ground.organisations.models import Organisation
from kring.ground.shared.period import day_of
from kring.practice.leads.queries import caseload_counts
from kring.web.administration.forms import Data, choices_of
from kring.web.administration.lists import Button, Cell, Listing, Row, listing
from kring.web.administration.reading import administered
from kring.web.administration.worksheet import Crumbs, Given, Sheet, Work, worksheet
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column

CHAPTER = "toegang"
RIGHT, END = "klopt", "einde"


@dataclass(frozen=True, slots=True)
class Line:
    """An account with a role that runs."""

    looked: Looked
    account: UUID
    is_colleague: bool

    @property
    def label(self) -> str:
        one = self.looked
        led = ngettext("%(n)s gezin", "%(n)s gezinnen", one.families) % {"n": one.families} if one.families else ""
        said = (one.name, one.function, led, _(one.role))
        return " · ".join(filter(None, said))


class ReviewForm(forms.Form):
    """One choice per line; who looks does not end the own roles."""

    def __init__(self, data: Data = None, *, lines: tuple[Line, ...], reviewer: UUID) -> None:
        super().__init__(data)
        for line in lines:
            one = line.looked
            field = forms.ChoiceField(
                label=line.label,
                widget=forms.RadioSelect(),
                help_text=_("Sinds %(day)s. Grond: %(ground)s")
                % {"day": f"{one.since:%d-%m-%Y}", "ground": one.ground},
                error_messages={"required": _("Kies of dit klopt.")},
            )
            ways = [(RIGHT, _("klopt"))]
            if line.account != reviewer and not (line.is_colleague and one.families):
                ways.append((END, _("beëindigen: het account sluit") if line.is_colleague else _("beëindigen")))
            choices_of(field, ways)
            self.fields[str(one.assignment)] = field
        self.fields["words"] = forms.CharField(
            label=gettext_lazy("Opmerking"), required=False, max_length=800, widget=forms.Textarea(attrs={"rows": 3})
        )


@listing
def reviews(request: PageRequest) -> Listing:
    """All organisations for the functional administrator; the own one for who administers one organisation."""
    actor = request.actor
    mine, everything = administered(actor), bool(may_administer_all(actor))
    may_administer(actor, next(iter(mine), None)).enforce()
    rows = Organisation.objects.filter(ended_on=None).order_by("name")
    shown = [one for one in rows if everything or one.id in mine]
    last = {one: day_of(moment) for one, moment in reviewed().items()}
    next_days = {day: last_day_of(REVIEW, day) for day in set(last.values())}
    return Listing(
        title=_("Wie heeft toegang?"),
        intro=_("Twee keer per jaar loopt de beheerder van elke organisatie alle accounts en rollen na."),
        columns=(
            Column("name", _("Organisatie")),
            Column("last", _("Laatst nagelopen")),
            Column("next", _("Opnieuw voor")),
            Column("state", _("Stand")),
        ),
        rows=[_row(one, last.get(one.id), next_days, actor.today, one.id in mine) for one in shown],
        nothing=_("Er zijn geen organisaties."),
        search_label=_("Zoek een organisatie"),
        chapter=CHAPTER,
    )


def _row(town: Organisation, last: date | None, following: dict[date, date], today: date, is_mine: bool) -> Row:
    due = following[last] if last else None
    if due is None:
        state = Cell(_("nog niet gedaan"), tone="warning")
    elif due < today:
        state = Cell(_("te laat"), tone="negative")
    else:
        state = Cell(_("op tijd"), tone="positive")
    url = reverse("access_reviews", args=[town.id]) if is_mine else ""
    return Row((Cell(town.name, url), _day(last), _day(due), state))


def _day(day: date | None) -> Cell:
    return Cell(f"{day:%d-%m-%Y}" if day else "", order=day.isoformat() if day else "")


@listing
def records(request: PageRequest, organisation: UUID) -> Listing:
    town = _town(request.actor, organisation)
    note_read(Part.STAFF)
    signed = AccessReview.objects.filter(organisation=town).order_by("-signed_at")
    return Listing(
        title=_("Nagelopen bij %(name)s") % {"name": town.name},
        intro=_("Elke keer is getekend en verandert niet meer."),
        columns=(
            Column("day", _("Getekend op")),
            Column("who", _("Door")),
            Column("ended", _("Beëindigd"), numeric=True),
        ),
        rows=[_record_row(one) for one in signed],
        nothing=_("Loop de accounts en rollen voor het eerst na."),
        buttons=(Button(reverse("access_review_new", args=[town.id]), _("Nu nalopen"), "check"),),
        crumbs=crumbs(),
        order="-day",
        chapter=CHAPTER,
    )


def _record_row(one: AccessReview) -> Row:
    day, ended = day_of(one.signed_at), sum(bool(line["ends"]) for line in one.content)
    url = reverse("access_review", args=[one.organisation_id, one.id])
    return Row((
        Cell(f"{day:%d-%m-%Y}", url, order=one.signed_at.isoformat()),
        Cell(one.signed_by_name),
        Cell(str(ended), order=f"{ended:06}"),
    ))  # fmt: skip


@worksheet
def new(request: PageRequest, organisation: UUID) -> Work:
    town, actor = _town(request.actor, organisation), request.actor
    lines = lines_of(actor, town)

    def save(given: Given) -> str:
        looked = [_looked(line, ends=given[str(line.looked.assignment)] == END) for line in lines]
        made = sign_review(actor=actor, organisation=town.id, lines=looked, words=given["words"])
        close_reviews(actor=actor, organisation=town.id, name=town.name)
        return reverse("access_review", args=[town.id, made.id])

    sheet = Sheet(
        title=_("Nalopen wie toegang heeft"),
        intro=_("Kies bij elke regel. Wat u beëindigt, eindigt zodra u tekent. Gezinnen draagt u eerst over."),
        button=_("Teken"),
        back=reverse("access_reviews", args=[town.id]),
        crumbs=crumbs(town),
        chapter=CHAPTER,
    )
    form = ReviewForm(request.POST or None, lines=lines, reviewer=actor.id)
    return Work(form, sheet, save, _("Getekend. Wat moest eindigen, is beëindigd."))


@page
def record(request: PageRequest, organisation: UUID, review: UUID) -> HttpResponse:
    town = _town(request.actor, organisation)
    found = get_object_or_404(AccessReview, id=review, organisation=town)
    note_read(Part.STAFF)
    context = {
        "town": town,
        "review": found,
        "lines": [{**line, "since": date.fromisoformat(line["since"])} for line in found.content],
        "is_whole": checksum(found.content) == found.sha256,
        "crumbs": crumbs(town),
    }
    return render(request, "administration/review.html", context)


def lines_of(actor: Actor, town: Organisation) -> tuple[Line, ...]:
    """By name, the account itself before its roles. Two queries."""
    note_read(Part.STAFF)
    led = caseload_counts()
    rows = RoleAssignment.objects.filter(organisation=town, started_at__lte=actor.at).exclude(ended_at__lte=actor.at)
    here = rows.filter(account__staff__isnull=False, account__organisation=town).select_related("account")
    found = sorted(here, key=lambda row: (row.account.display_name, row.role != COLLEAGUE.code, row.role))
    return tuple(_line(row, led.get(row.account_id, 0)) for row in found)


def _line(row: RoleAssignment, families: int) -> Line:
    looked = Looked(
        assignment=row.id,
        name=row.account.display_name,
        function=row.account.function,
        role=ORGANISATION_ROLES[row.role].title,
        since=day_of(row.started_at),
        ground=row.ground,
        families=families,
        ends=False,
    )
    return Line(looked, row.account_id, row.role == COLLEAGUE.code)


def _looked(line: Line, *, ends: bool) -> Looked:
    one = line.looked
    return Looked(one.assignment, one.name, one.function, one.role, one.since, one.ground, one.families, ends)


def _town(actor: Actor, organisation: UUID) -> Organisation:
    found = get_object_or_404(Organisation, id=organisation)
    may_administer(actor, found.id).enforce()
    return found


def crumbs(town: Organisation | None = None) -> Crumbs:
    start = ((_("Wie heeft toegang?"), reverse("access_review_overview")),)
    return start if town is None else (*start, (town.name, reverse("access_reviews", args=[town.id])))
