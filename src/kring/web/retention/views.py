"""Which term holds for what, on a day: read from the dated rules, and the same for everybody who may."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.oversight.retention.policy import may_see_terms
from kring.oversight.retention.rules import BASES, BEGIN, STARTS, Rule, Term, Unit, rules_on
from kring.web.dates import DateField
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column


class DayForm(forms.Form):
    """On which day."""

    op = DateField(label=gettext_lazy("Zoals het geldt op"))


@page
def terms(request: PageRequest) -> HttpResponse:
    may_see_terms(request.actor).enforce()
    form = DayForm(request.GET if "op" in request.GET else None, initial={"op": request.actor.today})
    day = form.cleaned_data["op"] if form.is_bound and form.is_valid() else request.actor.today
    day = max(day, BEGIN)
    titles = (_("Gegevens"), _("Termijn"), _("Telt vanaf"), _("Bron"), _("Let op"))
    context = {
        "form": form,
        "day": day,
        "columns": [Column(str(number), title, sortable=False) for number, title in enumerate(titles)],
        "rows": [_row(rule) for rule in rules_on(day)],
    }
    return render(request, "retention/terms.html", context, status=422 if form.errors else 200)


def _row(rule: Rule) -> dict[str, str]:
    return {
        "title": _(rule.title),
        "term": _words(rule.term),
        "start": _(STARTS[rule.start]) if rule.term else "–",
        "basis": _(BASES[rule.basis]),
        "source": _(rule.source),
        "remark": _(rule.remark) if rule.remark else "",
    }


def _words(term: Term | None) -> str:
    if term is None:
        return _("geen vaste termijn")
    match term.unit:
        case Unit.YEARS:
            text = ngettext("%(number)s jaar", "%(number)s jaar", term.number)
        case Unit.WEEKS:
            text = ngettext("%(number)s week", "%(number)s weken", term.number)
        case Unit.DAYS:
            text = ngettext("%(number)s dag", "%(number)s dagen", term.number)
    return text % {"number": term.number}
