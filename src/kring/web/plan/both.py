"""Two people changed the same: both texts side by side, and the choice is sent as the form itself would be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django import forms
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import render

from kring.ground.access.queries import names_in
from kring.practice.plans.queries import GoalView, TextsView
from kring.practice.plans.rules.meeting import Clash, Piece, as_text, pieces, prints
from kring.practice.plans.services import Both
from kring.web.family.frame import Frame
from kring.web.kit.request import PageRequest

CONFLICT = 409
SINCE = "since"
UNSENT = frozenset({"csrfmiddlewaretoken", SINCE})


@dataclass(frozen=True, slots=True)
class Choice:
    """One field that two people changed. `both` is empty where one value only can stand."""

    field: str
    label: str
    mine: str
    theirs: str
    my_pieces: tuple[Piece, ...]
    their_pieces: tuple[Piece, ...]
    both: str


def since(request: PageRequest, form: forms.Form, now: GoalView | TextsView) -> str:
    """What the writer began with: what stands there now, or what came back with the form."""
    if request.method == "POST":
        return request.POST.get(SINCE, "")
    return prints({name: getattr(now, name) for name in form.fields if hasattr(now, name)})


def choose_page(request: PageRequest, around: Frame, form: forms.Form, met: Both, back: str) -> HttpResponse:
    """Nothing is saved yet. What nobody else changed goes along unseen."""
    choices = tuple(_choices(form, met.clashes))
    chosen = {choice.field for choice in choices}
    names = names_in(around.head.id, [met.other.account]) if met.other else {}
    context = {
        "frame": around,
        "choices": choices,
        "other": met.other,
        "who": names.get(met.other.account, "") if met.other else "",
        "unseen": [(name, value) for name, value in request.POST.items() if name not in chosen | UNSENT],
        "since": met.since,
        "back": back,
    }
    return render(request, "plan/both.html", context, status=CONFLICT)


def as_sent(form: forms.Form, clashes: Iterable[Clash]) -> Iterable[Clash]:
    """In the values of the form: as they were sent, and as the form begins with what stands there."""
    for clash in clashes:
        theirs = form.get_initial_for_field(form.fields[clash.field], clash.field)
        yield Clash(clash.field, as_text(form.cleaned_data.get(clash.field, "")), as_text(theirs))


def _choices(form: forms.Form, clashes: Iterable[Clash]) -> Iterable[Choice]:
    for clash in clashes:
        bound = form[clash.field]
        is_text = isinstance(bound.field.widget, forms.Textarea)
        mine, theirs = _shown(bound, clash.mine), _shown(bound, clash.theirs)
        yield Choice(
            clash.field,
            str(bound.label),
            clash.mine,
            clash.theirs,
            pieces(mine, theirs),
            pieces(theirs, mine),
            f"{clash.theirs}\n{clash.mine}" if is_text and clash.theirs and clash.mine else "",
        )


def _shown(bound: BoundField, value: str) -> str:
    """In a list the word, and not its code; a day as people write it."""
    if isinstance(bound.field, forms.ChoiceField):
        return next((str(one.choice_label) for one in bound.subwidgets if one.data["value"] == value), value)
    return f"{date.fromisoformat(value):%d-%m-%Y}" if value and isinstance(bound.field, forms.DateField) else value
