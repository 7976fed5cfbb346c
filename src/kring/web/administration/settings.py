"""Settings of the installation: each with its meaning, its default and its history; those of the law say why not."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.configuration.policy import may_read, may_set
from kring.ground.configuration.queries import history, value, values
from kring.ground.configuration.rules import SETTINGS, Setting, Topic
from kring.ground.configuration.services import set_value
from kring.web.administration.forms import Data
from kring.web.administration.lists import Cell, Listing, Row, listing
from kring.web.administration.worksheet import Crumbs, Given, Sheet, Work, worksheet
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column

TOPICS = {Topic.THRESHOLD: gettext_lazy("Drempel"), Topic.CLOCK: gettext_lazy("Termijn")}


class ValueForm(forms.Form):
    """The new value between its bounds, and why."""

    value = forms.IntegerField(label=gettext_lazy("Nieuwe waarde"))
    reason = forms.CharField(
        label=gettext_lazy("Waarom?"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Data = None, *, setting: Setting, present: int) -> None:
        super().__init__(data, initial={"value": present})
        bounds = {"low": setting.lowest, "high": setting.highest, "unit": _(setting.unit)}
        self.fields["value"].help_text = _("Van %(low)s tot en met %(high)s %(unit)s.") % bounds
        if setting.norm is not None:
            norm = {"norm": setting.norm}
            self.fields["reason"].help_text = _("Nodig als de waarde lager wordt dan de norm: %(norm)s.") % norm


@listing
def settings(request: PageRequest) -> Listing:
    may_read(request.actor, None).enforce()
    present = values(list(SETTINGS))
    return Listing(
        title=_("Instellingen"),
        intro=_("Wat de wet vastlegt, staat er ter informatie bij. Huisregels kunt u wijzigen."),
        columns=(
            Column("title", _("Instelling")),
            Column("topic", _("Soort")),
            Column("value", _("Waarde")),
            Column("default", _("Standaard")),
            Column("source", _("Herkomst")),
        ),
        rows=[_row(setting, present[setting.code]) for setting in SETTINGS.values()],
        nothing=_("Er zijn geen instellingen."),
        chapter="instellingen",
    )


def _row(setting: Setting, present: int) -> Row:
    return Row(
        (
            Cell(_(setting.title), reverse("setting", args=[setting.code])),
            Cell(str(TOPICS[setting.topic])),
            Cell(f"{present} {_(setting.unit)}", order=f"{present:06}"),
            Cell(str(setting.default), order=f"{setting.default:06}"),
            Cell(_(setting.source)),
        )
    )


@page
def setting(request: PageRequest, setting: str) -> HttpResponse:
    may_read(request.actor, None).enforce()
    found = _found(setting)
    context = {
        "setting": found,
        "title": _(found.title),
        "meaning": _(found.meaning),
        "value": value(found.code),
        "history": history(found.code),
        "may_change": bool(may_set(request.actor, None)),
        "crumbs": crumbs(),
    }
    return render(request, "administration/setting.html", context)


@worksheet
def change(request: PageRequest, setting: str) -> Work:
    may_set(request.actor, None).enforce()
    found = _found(setting)
    back = reverse("setting", args=[found.code])

    def save(given: Given) -> str:
        set_value(actor=request.actor, code=found.code, value=given["value"], reason=given["reason"])
        return back

    sheet = Sheet(
        title=_("Instelling wijzigen"),
        intro=_(found.meaning),
        button=_("Bewaar"),
        back=back,
        crumbs=(*crumbs(), (_(found.title), back)),
        chapter="instellingen",
    )
    form = ValueForm(request.POST or None, setting=found, present=value(found.code))
    return Work(form, sheet, save, _("Gewijzigd. De nieuwe waarde geldt vanaf nu."))


def _found(code: str) -> Setting:
    if code not in SETTINGS:
        raise Http404
    return SETTINGS[code]


def crumbs() -> Crumbs:
    return ((_("Instellingen"), reverse("settings")),)
