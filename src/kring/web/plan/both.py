"""Two people changed the same: both texts side by side, and the choice is sent as the form itself would be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.queries import names_in
from kring.practice.leads.policy import FAMILY, involvements_at
from kring.practice.plans.queries import GoalView, TextsView
from kring.practice.plans.rules.meeting import Clash, Piece, as_text, pieces, prints
from kring.practice.plans.services import Both, Writer
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
    context = {
        "frame": around,
        "choices": choices,
        "other": met.other,
        "theirs": theirs(around, request.actor, met.other),
        "is_own": met.other is not None and met.other.account == request.actor.id,
        "unseen": [(name, value) for name, value in request.POST.items() if name not in chosen | UNSENT],
        "since": met.since,
        "back": back,
    }
    return render(request, "plan/both.html", context, status=CONFLICT)


def theirs(around: Frame, actor: Actor, other: Writer | None) -> str:
    """Who wrote the other text: a professional by name, somebody of the family by that; their accounts are shielded."""
    if other is None:
        return _("Wat er nu staat, van iemand anders")
    if other.account == actor.id:
        return _("Wat u zelf net al schreef")
    if name := names_in(around.head.id, [other.account]).get(other.account):
        who = ", ".join(filter(None, (name, _leading(around, other.account))))
        return _("Dit schreef %(who)s") % {"who": who}
    if _is_family(around, other):
        return str(around.words.wrote_other if around.head.is_family else around.words.wrote)
    return _("Wat er nu staat, van iemand anders")


def as_sent(form: forms.Form, clashes: Iterable[Clash]) -> Iterable[Clash]:
    """In the values of the form: as they were sent, and as the form begins with what stands there."""
    for clash in clashes:
        theirs = form.get_initial_for_field(form.fields[clash.field], clash.field)
        yield Clash(clash.field, as_text(form.cleaned_data.get(clash.field, "")), as_text(theirs))


def _leading(around: Frame, account: UUID) -> str:
    head = around.head
    titles = ((head.lead, _("regisseur")), (head.deputy, _("achtervang")))
    return next((title for leader, title in titles if leader and leader.account == account), "")


def _is_family(around: Frame, other: Writer) -> bool:
    return involvements_at(other.account, other.at).filter(dossier_id=around.head.id, role__in=FAMILY).exists()


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
