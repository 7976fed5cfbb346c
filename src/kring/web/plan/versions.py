"""The versions that were: all of them, one as it was, the one of a day, and what differs between two."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from kring.practice.plans import queries
from kring.practice.plans.documents import values
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import VersionView
from kring.web.dates import DateField
from kring.web.family.frame import Frame, frame
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.plan.reading import read_version, told


class DayForm(forms.Form):
    """The plan as it was agreed on this day."""

    dag = DateField(label=_("Op welke dag?"), error_messages={"required": _("Vul een datum in.")})


class BetweenForm(forms.Form):
    """Two versions, the earlier first."""

    van = forms.TypedChoiceField(label=_("Van versie"), coerce=int)
    naar = forms.TypedChoiceField(label=_("naar versie"), coerce=int)

    def __init__(self, data: dict[str, object] | None, numbers: list[int]) -> None:
        super().__init__(data, initial={"van": numbers[0], "naar": numbers[-1]} if numbers else {})
        for field in self.fields.values():
            field.choices = [(number, str(number)) for number in numbers]  # type: ignore[attr-defined]  # a choice field


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may add to a version."""

    say: bool
    summarise: bool


@page
def versions(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan_versions")
    found = queries.version_lines(dossier)
    numbers = sorted(line.number for line in found)
    context = {
        "frame": around,
        "lines": [(line, told(line.changes)) for line in found],
        "day": DayForm(initial={"dag": request.actor.today}),
        "between": BetweenForm(None, numbers) if len(numbers) > 1 else None,
    }
    return render(request, "plan/versions.html", context)


@page
def version(request: PageRequest, dossier: UUID, number: int) -> HttpResponse:
    around = frame(request, dossier, "plan_versions")
    found = queries.version(dossier, number)
    if found is None:
        raise Http404
    return render(request, "plan/version.html", _context(around, found))


@page
def on_day(request: PageRequest, dossier: UUID) -> HttpResponse:
    """Also a day in the future: then it is the version that counts now."""
    around = frame(request, dossier, "plan_versions")
    form = DayForm(request.GET if "dag" in request.GET else {"dag": request.actor.today.isoformat()})
    day = form.cleaned_data["dag"] if form.is_valid() else None
    number = queries.version_on(dossier, day) if day else None
    found = queries.version(dossier, number) if number else None
    context = {"frame": around, "form": form, "day": day} | (_context(around, found) if found else {})
    return render(request, "plan/on_day.html", context)


@page
def between(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan_versions")
    numbers = sorted(line.number for line in queries.version_lines(dossier))
    form = BetweenForm(dict(request.GET.items()), numbers)
    if not form.is_valid():
        raise Http404
    earlier, later = sorted((form.cleaned_data["van"], form.cleaned_data["naar"]))
    changes = queries.between(dossier, earlier, later)
    context = {"frame": around, "between": form, "earlier": earlier, "later": later, "changes": told(changes or ())}
    return render(request, "plan/between.html", context)


def _context(around: Frame, found: VersionView) -> dict[str, object]:
    roles = around.head.roles
    return {
        "frame": around,
        "version": found,
        "read": read_version(found),
        "outline": values(found.content, house=around.head.municipality),
        "changes": told(found.changes),
        "may": May(found.is_last and bool(may(Deed.GIVE_POSITION, roles)), bool(may(Deed.SUMMARISE, roles))),
    }
