"""One page for every kind of thing. Whoever sees the thing now, sees what it was; the database decides both."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django import forms
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.actor import SYSTEM_ID
from kring.ground.access.queries import names_in
from kring.ground.audit.past import Step, Values, on, steps
from kring.ground.audit.queries import field_of, moments_of
from kring.ground.audit.trail import note_read
from kring.ground.shared.period import HERE
from kring.web.dates import DateField
from kring.web.family.frame import Frame, frame
from kring.web.history.kinds import KINDS, Kind
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest


class DayForm(forms.Form):
    """On which day."""

    op = DateField(label=gettext_lazy("Hoe stond het op"), required=False)


@dataclass(frozen=True, slots=True)
class Told:
    """A step in words: who, when, and for each field what it was and what it became."""

    at: datetime
    who: str
    lines: tuple[tuple[str, str, str], ...]


@page
def history(request: PageRequest, dossier: UUID, kind: str, thing: UUID) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    about, around = KINDS[kind], frame(request, dossier, KINDS[kind].place)
    now = _now(about, around, thing)
    moments = moments_of(about.model, thing, about.fields)
    found = steps(now, moments)
    names = _names(request, dossier, found)
    form = DayForm(request.GET if "op" in request.GET else None)
    day = form.cleaned_data["op"] if form.is_bound and form.is_valid() else None
    context = {
        "frame": around,
        "title": about.model._meta.verbose_name,  # noqa: SLF001  Django's public API
        "back": reverse(about.place, args=[dossier, thing] if about.is_named else [dossier]),
        "steps": [_told(about.model, step, names) for step in found],
        "form": form,
        "day": day,
        "then": _standing(about, on(now, moments, _after(day))) if day else (),
    }
    return render(request, "history/history.html", context, status=422 if form.errors else 200)


def _now(kind: Kind, around: Frame, thing: UUID) -> Values:
    """What it is now, or 404; read under the reader's own rights."""
    rows = kind.model._default_manager.filter(pk=thing)  # noqa: SLF001  Django's public API
    of = [member.subject for member in around.head.members]
    rows = rows.filter(subject__in=of) if kind.of_person else rows.filter(dossier=around.head.id)
    owner = [one.name for one in kind.model._meta.concrete_fields if one.name == "subject"]  # noqa: SLF001  as above
    row = rows.values(*kind.fields, *owner).first()
    if row is None:
        raise Http404
    subject = row.pop("subject", None)
    level = found if isinstance(found := row.get("level"), int) else 0
    note_read(kind.part, dossier=around.head.id, subjects=[subject] if subject else [], level=level, thing=thing)
    return row


def _names(request: PageRequest, dossier: UUID, found: tuple[Step, ...]) -> dict[UUID, str]:
    """Of who changed something: as everybody round the family knows them."""
    names = names_in(dossier, {step.actor for step in found})
    return names | {SYSTEM_ID: _("Kring zelf"), request.actor.id: _("uzelf")}


def _told(model: type[Model], step: Step, names: dict[UUID, str]) -> Told:
    lines = tuple((_title(model, one.name), _word(model, one.name, one.old), _word(model, one.name, one.new))
                  for one in step.differences)  # fmt: skip
    return Told(step.at, names.get(step.actor, _("iemand anders")), lines)


def _standing(kind: Kind, values: Values | None) -> tuple[tuple[str, str], ...]:
    if values is None:
        return ()
    return tuple((_title(kind.model, name), _word(kind.model, name, values[name])) for name in kind.fields)


def _title(model: type[Model], name: str) -> str:
    return str(field_of(model, name).verbose_name)


def _word(model: type[Model], name: str, value: object) -> str:
    """As a person reads it."""
    if value is None or value == "":
        return "–"
    if isinstance(value, datetime):
        return date_format(value.astimezone(HERE), "j F Y, H.i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    choices = dict(field_of(model, name).flatchoices)
    return str(choices.get(value, value))


def _after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), HERE)
