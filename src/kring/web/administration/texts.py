"""Texts of a municipality: what stands on its letters, in its invitations, under a plan and about privacy."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.actor import Actor
from kring.ground.configuration.policy import may_read, may_set_words
from kring.ground.configuration.queries.texts import present_texts, text_history, text_of
from kring.ground.configuration.rules import TEXTS, OwnText
from kring.ground.configuration.services import write_text
from kring.ground.organisations.models import Organisation, OrganisationKind
from kring.ground.shared.verdict import Verdict
from kring.web.administration.forms import Data
from kring.web.administration.lists import Cell, Listing, Row, listing
from kring.web.administration.reading import readable_municipalities
from kring.web.administration.worksheet import Crumbs, Given, Sheet, Work, worksheet
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column

CHAPTER = "instellingen"
Rule = Callable[[Actor, UUID], Verdict]


class TextForm(forms.Form):
    """The text itself; empty takes it away."""

    words = forms.CharField(label=gettext_lazy("Tekst"), required=False)
    reason = forms.CharField(label=gettext_lazy("Waarom?"), required=False, max_length=400)

    def __init__(self, data: Data = None, *, text: OwnText, present: str) -> None:
        super().__init__(data, initial={"words": present})
        field = self.fields["words"]
        assert isinstance(field, forms.CharField)
        field.max_length = text.longest
        field.help_text = _("Hoogstens %(n)s tekens. Leeg: dan staat er niets.") % {"n": text.longest}
        field.widget = forms.Textarea(attrs={"rows": 10 if text.lines else 3})


@listing
def texts(request: PageRequest) -> Listing:
    towns = readable_municipalities(request.actor)
    may_read(request.actor, towns[0].id if towns else UUID(int=0)).enforce()
    present = present_texts([town.id for town in towns])
    return Listing(
        title=_("Teksten"),
        intro=_("Wat uw gemeente zelf schrijft. Gezinnen en de raad lezen het."),
        columns=(
            Column("text", _("Tekst")),
            Column("town", _("Gemeente")),
            Column("now", _("Wat er nu staat")),
            Column("use", _("Waar")),
        ),
        rows=[_row(text, town, present.get((text.code, town.id), "")) for text in TEXTS.values() for town in towns],
        nothing=_("Er zijn geen teksten."),
        search_label=_("Zoek op tekst of gemeente"),
        chapter=CHAPTER,
    )


def _row(text: OwnText, town: Organisation, present: str) -> Row:
    return Row(
        (
            Cell(_(text.title), reverse("own_text", args=[town.id, text.code])),
            Cell(town.name),
            Cell(Truncator(present).chars(60)),
            Cell(_(text.meaning)),
        )
    )


@page
def text(request: PageRequest, organisation: UUID, text: str) -> HttpResponse:
    town, found = _found(request.actor, organisation, text)
    context = {
        "town": town,
        "text": found,
        "title": _(found.title),
        "meaning": _(found.meaning),
        "present": text_of(found, town.id),
        "history": text_history(found, town.id),
        "crumbs": crumbs(),
        "may_change": bool(may_set_words(request.actor, town.id)),
    }
    return render(request, "administration/text.html", context)


@worksheet
def change(request: PageRequest, organisation: UUID, text: str) -> Work:
    town, found = _found(request.actor, organisation, text, may=may_set_words)
    back = reverse("own_text", args=[town.id, found.code])

    def save(given: Given) -> str:
        write_text(actor=request.actor, text=found, organisation=town.id, **given)
        return back

    sheet = Sheet(
        title=_("Tekst schrijven"),
        intro=f"{town.name}. {_(found.meaning)}",
        button=_("Bewaar"),
        back=back,
        crumbs=(*crumbs(), (_(found.title), back)),
        chapter=CHAPTER,
    )
    form = TextForm(request.POST or None, text=found, present=text_of(found, town.id))
    return Work(form, sheet, save, _("Gewijzigd. De nieuwe tekst staat er vanaf nu."))


def _found(actor: Actor, organisation: UUID, code: str, *, may: Rule = may_read) -> tuple[Organisation, OwnText]:
    town = get_object_or_404(Organisation, id=organisation, kind=OrganisationKind.MUNICIPALITY)
    may(actor, town.id).enforce()
    if code not in TEXTS:
        raise Http404
    return town, TEXTS[code]


def crumbs() -> Crumbs:
    return ((_("Teksten"), reverse("own_texts")),)
