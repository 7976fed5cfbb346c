"""Raising and lowering: of the dossier with people in it, and of one address, number or school."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.practice.households.services import shield_people, shield_row
from kring.practice.households.watching import watched_dossier
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.shield.forms import LevelForm, PeopleForm
from kring.web.shield.reading import Shield, shield_of


@page
def _show_people(request: PageRequest, dossier: UUID) -> HttpResponse:
    found = shield_of(request.actor, dossier)
    return _people(request, found, _people_form(request, found))


@action
def _take_people(request: PageRequest, dossier: UUID) -> HttpResponse:
    found = shield_of(request.actor, dossier)
    form = _people_form(request, found)
    if not form.is_valid():
        return _people(request, found, form)
    shield_people(
        actor=request.actor,
        dossier=found.watched.dossier,
        people=form.chosen,
        level=form.level_given,
        ground=form.cleaned_data["ground"],
        rows=found.rows,
    )
    _lower(request, found, form)
    return _done(request, dossier)


people = form_page(_show_people, _take_people)


@page
def _show_row(request: PageRequest, dossier: UUID, row: UUID) -> HttpResponse:
    found = shield_of(request.actor, dossier)
    return _row(request, found, row, _row_form(request, found, row))


@action
def _take_row(request: PageRequest, dossier: UUID, row: UUID) -> HttpResponse:
    found = shield_of(request.actor, dossier)
    form = _row_form(request, found, row)
    if not form.is_valid():
        return _row(request, found, row, form)
    shield_row(
        actor=request.actor,
        dossier=found.watched.dossier,
        row=found.row(row)[1],
        level=form.level_given,
        ground=form.cleaned_data["ground"],
    )
    return _done(request, dossier)


row = form_page(_show_row, _take_row)


def _lower(request: PageRequest, found: Shield, form: PeopleForm) -> None:
    """What the officer ticked, as far as it stands higher than the people do now."""
    for ident in form.rows_chosen:
        reach = found.row(ident)[1]
        if reach.level > form.level_given:
            shield_row(
                actor=request.actor,
                dossier=found.watched.dossier,
                row=reach,
                level=form.level_given,
                ground=form.cleaned_data["ground"],
            )


def _done(request: PageRequest, dossier: UUID) -> HttpResponse:
    """An officer who lowered the last shield has no business here any more."""
    messages.success(request, _("De bescherming is gewijzigd. Het geldt meteen."))
    return redirect("shield", dossier) if watched_dossier(dossier) else redirect("shields")


def _people_form(request: PageRequest, found: Shield) -> PeopleForm:
    return PeopleForm(
        sent(request),
        before=found.watched.shield,
        may_lower=found.is_officer,
        people=found.people,
        chosen=found.shielded_people,
        rows=found.rows_to_lower,
    )


def _row_form(request: PageRequest, found: Shield, row: UUID) -> LevelForm:
    reach = found.row(row)[1]
    return LevelForm(
        sent(request),
        before=reach.level,
        may_lower=found.is_officer,
        by_register=reach.by_register,
    )


def _people(request: PageRequest, found: Shield, form: PeopleForm) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "shield/people.html", {"shield": found, "form": form}, status=status)


def _row(request: PageRequest, found: Shield, ident: UUID, form: LevelForm) -> HttpResponse:
    member, reach = found.row(ident)
    context = {"shield": found, "member": member, "row": reach, "form": form}
    return render(request, "shield/row.html", context, status=UNPROCESSABLE if form.is_bound else 200)
