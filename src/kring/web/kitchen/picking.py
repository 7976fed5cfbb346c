"""A step at the table: the people as large buttons, the own circle before professionals, and a day that is near."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.circle.queries import helpers_in
from kring.practice.plans.models import DoerKind
from kring.web.kit.request import PageRequest, sent
from kring.web.kitchen.table import Table
from kring.web.plan.action_forms import ActionForm
from kring.web.plan.actions import action_choices
from kring.web.plan.people import Known, known_people

OTHER_DAY = "~"
NEAR = ((7, _("over een week")), (14, _("over twee weken")), (28, _("over vier weken")))
ORDER = (DoerKind.FAMILY, DoerKind.NETWORK, DoerKind.VOLUNTEER, DoerKind.PROFESSIONAL)


@dataclass(frozen=True, slots=True)
class Pick:
    """Somebody who can be chosen; with `refusal` shown, and not to be chosen (BR-057)."""

    value: str
    name: str
    detail: str
    refusal: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """People of one kind, under its own word."""

    kind: str
    title: str | Promise
    people: tuple[Pick, ...]

    @property
    def is_chosen(self) -> bool:
        return any(one.is_chosen for one in self.people)


class DoForm(ActionForm):
    """`when` is a day that is near; only another day is written down."""

    when = forms.ChoiceField(
        label=_("Wanneer is het klaar?"),
        choices=[*((str(days), label) for days, label in NEAR), (OTHER_DAY, _("op een andere dag"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wanneer het klaar is.")},
    )
    today: date

    def has_changed(self) -> bool:
        """Begun when it says what or who: the other questions come with an answer."""
        return any(str(self.data.get(name, "")).strip() for name in ("what", "ready", "doer", "other_name"))

    def clean(self) -> dict[str, object]:
        given = self.cleaned_data
        near = given.get("when", OTHER_DAY)
        if near != OTHER_DAY:
            given["due_on"] = self.today + timedelta(days=int(near))
        return super().clean() or given


def do_form(request: PageRequest, table: Table) -> DoForm:
    around = table.around
    circle = helpers_in(table.dossier, request.actor.today) if around.head.leads else ()
    people = known_people(around, table.plan, table.parties, circle)
    assert table.goal is not None
    offered = action_choices(request, around, table.plan, table.goal, people)
    form = DoForm(sent(request), offered=offered, words=around.words, today=request.actor.today)
    form.today = request.actor.today
    form.fields["due_on"].required = False
    form.fields["due_on"].label = gettext("Op welke dag?")
    return form


def picks(_request: PageRequest, table: Table, form: DoForm) -> dict[str, object]:
    """For the page: who can be chosen, kind by kind."""
    return {"groups": tuple(_groups(table, form)), "leads": table.around.head.leads}


def _groups(table: Table, form: DoForm) -> Iterable[Group]:
    chosen = form["doer"].value()
    for kind in ORDER:
        found = tuple(_pick(one, chosen) for one in form.people.values() if one.kind == kind)
        if found:
            yield Group(kind.value, str(table.around.words.doer(kind)).capitalize(), found)


def _pick(one: Known, chosen: object) -> Pick:
    return Pick(one.value, one.name, one.function, gettext(one.refusal) if one.refusal else "", one.value == chosen)
