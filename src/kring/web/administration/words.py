"""Word lists of a municipality: each list with its words in order; a word with its names of before."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.actor import Actor
from kring.ground.configuration.policy import may_read, may_set_words
from kring.ground.configuration.queries.words import counts, word_history, words_of
from kring.ground.configuration.rules import LISTS, WordList, WordNow
from kring.ground.configuration.services import add_word, change_word, offer_again, retire_word
from kring.ground.organisations.models import Organisation, OrganisationKind
from kring.ground.shared.period import day_of
from kring.ground.shared.verdict import Verdict
from kring.web.administration.forms import Data, EndForm, choices_of
from kring.web.administration.lists import Button, Cell, Listing, Row, listing
from kring.web.administration.reading import readable_municipalities
from kring.web.administration.worksheet import Crumbs, Given, Sheet, Work, worksheet
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column

CHAPTER = "woordenlijsten"
NUMBER = "06"
Rule = Callable[[Actor, UUID], Verdict]


class NewWordForm(forms.Form):
    """How it is called; what is stored follows from it."""

    label = forms.CharField(
        label=gettext_lazy("Woord"),
        max_length=120,
        help_text=gettext_lazy("Zo staat het in de keuzelijst. Gezinnen lezen het ook."),
        error_messages={"required": gettext_lazy("Schrijf het woord op.")},
    )


class WordForm(NewWordForm):
    """Another name, another place in the list."""

    place = forms.TypedChoiceField(label=gettext_lazy("Plaats in de lijst"), coerce=int)
    reason = forms.CharField(label=gettext_lazy("Waarom?"), required=False, max_length=400)

    def __init__(self, data: Data = None, *, word: WordNow, places: int) -> None:
        super().__init__(data, initial={"label": word.label, "place": word.place})
        choices_of(self.fields["place"], [(str(number), str(number)) for number in range(1, places + 1)])
        self.fields["label"].help_text = _("In plannen die al zijn vastgesteld, blijft het woord van toen staan.")


@listing
def lists(request: PageRequest) -> Listing:
    towns = readable_municipalities(request.actor)
    may_read(request.actor, towns[0].id if towns else UUID(int=0)).enforce()
    counted = counts([town.id for town in towns], request.actor.at)
    return Listing(
        title=_("Woordenlijsten"),
        intro=_("De woorden waaruit mensen kiezen. Elke gemeente heeft haar eigen lijst."),
        columns=(
            Column("list", _("Lijst")),
            Column("town", _("Gemeente")),
            Column("words", _("Woorden"), numeric=True),
            Column("use", _("Waarvoor")),
        ),
        rows=[_list_row(words, town, counted[words.code, town.id]) for words in LISTS.values() for town in towns],
        nothing=_("Er zijn geen woordenlijsten."),
        search_label=_("Zoek op lijst of gemeente"),
        chapter=CHAPTER,
    )


def _list_row(words: WordList, town: Organisation, count: int) -> Row:
    return Row(
        (
            Cell(_(words.title), reverse("word_list", args=[town.id, words.code])),
            Cell(town.name),
            Cell(str(count), order=f"{count:{NUMBER}}"),
            Cell(_(words.meaning)),
        )
    )


@listing
def word_list(request: PageRequest, organisation: UUID, words: str) -> Listing:
    town, found = _found(request.actor, organisation, words, may=may_read)
    add = Button(reverse("word_new", args=[town.id, found.code]), _("Woord toevoegen"))
    return Listing(
        title=_(found.title),
        intro=_("%(town)s. %(meaning)s") % {"town": town.name, "meaning": _(found.meaning)},
        columns=(
            Column("word", _("Woord")),
            Column("place", _("Plaats"), numeric=True),
            Column("state", _("Stand")),
            Column("since", _("Laatst gewijzigd")),
        ),
        rows=[_word_row(town, found, word) for word in words_of(found, town.id, request.actor.at)],
        nothing=_("Voeg het eerste woord toe."),
        buttons=(add,) if may_set_words(request.actor, town.id) else (),
        crumbs=crumbs(),
        search_label=_("Zoek een woord"),
        order="place",
        chapter=CHAPTER,
    )


def _word_row(town: Organisation, words: WordList, word: WordNow) -> Row:
    changed = word.changed_at
    return Row(
        (
            Cell(_(word.label), reverse("word", args=[town.id, words.code, word.code])),
            Cell(str(word.place) if word.is_used else "", order=f"{word.place:{NUMBER}}"),
            _state(word),
            Cell(f"{day_of(changed):%d-%m-%Y}" if changed else "", order=changed.isoformat() if changed else ""),
        ),
        ended=not word.is_used,
    )


def _state(word: WordNow) -> Cell:
    if not word.is_used:
        return Cell(_("niet meer te kiezen"), tone="neutral")
    if word.ends_at is not None:
        return Cell(_("tot %(day)s") % {"day": f"{day_of(word.ends_at):%d-%m-%Y}"}, tone="warning")
    return Cell(_("te kiezen"), tone="positive")


@page
def word(request: PageRequest, organisation: UUID, words: str, word: str) -> HttpResponse:
    town, found, one = _word(request.actor, organisation, words, word, may=may_read)
    context = {
        "town": town,
        "words": found,
        "word": one,
        "label": _(one.label),
        "state": _state(one),
        "start": _(found.label(one.code)) if any(start.code == one.code for start in found.start) else "",
        "history": word_history(found, town.id, one.code),
        "crumbs": crumbs(town, found),
        "may_change": bool(may_set_words(request.actor, town.id)),
    }
    return render(request, "administration/word.html", context)


@worksheet
def new(request: PageRequest, organisation: UUID, words: str) -> Work:
    town, found = _found(request.actor, organisation, words)
    back = reverse("word_list", args=[town.id, found.code])

    def save(given: Given) -> str:
        add_word(actor=request.actor, words=found, organisation=town.id, label=given["label"])
        return back

    sheet = Sheet(
        title=_("Woord toevoegen"),
        intro=_("Het komt onderaan de lijst en is meteen te kiezen."),
        button=_("Voeg toe"),
        back=back,
        crumbs=crumbs(town, found),
        chapter=CHAPTER,
    )
    return Work(NewWordForm(request.POST or None), sheet, save, _("Het woord staat in de lijst."))


@worksheet
def change(request: PageRequest, organisation: UUID, words: str, word: str) -> Work:
    town, found, one = _word(request.actor, organisation, words, word)

    def save(given: Given) -> str:
        change_word(actor=request.actor, words=found, organisation=town.id, code=one.code, **given)
        return _url(town, found, one)

    places = sum(other.is_used for other in words_of(found, town.id, request.actor.at))
    form = WordForm(request.POST or None, word=one, places=places)
    return Work(form, _sheet(town, found, one, _("Woord wijzigen"), _("Bewaar")), save, _("Gewijzigd."))


@worksheet
def retire(request: PageRequest, organisation: UUID, words: str, word: str) -> Work:
    town, found, one = _word(request.actor, organisation, words, word)

    def save(given: Given) -> str:
        on, reason = given["ended_on"], given["ground"]
        retire_word(actor=request.actor, words=found, organisation=town.id, code=one.code, on=on, reason=reason)
        return _url(town, found, one)

    form = EndForm(request.POST or None, today=request.actor.today)
    sheet = _sheet(town, found, one, _("Niet meer gebruiken"), _("Haal uit de keuzelijst"))
    return Work(form, sheet, save, _("Vanaf die dag is het woord niet meer te kiezen."))


@worksheet
def again(request: PageRequest, organisation: UUID, words: str, word: str) -> Work:
    town, found, one = _word(request.actor, organisation, words, word)

    def save(_given: Given) -> str:
        offer_again(actor=request.actor, words=found, organisation=town.id, code=one.code)
        return _url(town, found, one)

    sheet = _sheet(town, found, one, _("Weer gebruiken"), _("Zet terug in de keuzelijst"))
    return Work(forms.Form(request.POST or None), sheet, save, _("Het woord is weer te kiezen."))


def _found(actor: Actor, organisation: UUID, code: str, *, may: Rule = may_set_words) -> tuple[Organisation, WordList]:
    town = get_object_or_404(Organisation, id=organisation, kind=OrganisationKind.MUNICIPALITY)
    may(actor, town.id).enforce()
    if code not in LISTS:
        raise Http404
    return town, LISTS[code]


def _word(
    actor: Actor, organisation: UUID, code: str, word: str, *, may: Rule = may_set_words
) -> tuple[Organisation, WordList, WordNow]:
    town, words = _found(actor, organisation, code, may=may)
    one = next((one for one in words_of(words, town.id, actor.at) if one.code == word), None)
    if one is None:
        raise Http404
    return town, words, one


def _sheet(town: Organisation, words: WordList, word: WordNow, title: str, button: str) -> Sheet:
    url = _url(town, words, word)
    return Sheet(
        title=title,
        intro=_("Het woord: %(word)s. Waar het al staat, blijft het staan.") % {"word": _(word.label)},
        button=button,
        back=url,
        crumbs=(*crumbs(town, words), (_(word.label), url)),
        chapter=CHAPTER,
    )


def _url(town: Organisation, words: WordList, word: WordNow) -> str:
    return reverse("word", args=[town.id, words.code, word.code])


def crumbs(town: Organisation | None = None, words: WordList | None = None) -> Crumbs:
    start = ((_("Woordenlijsten"), reverse("word_lists")),)
    if town is None or words is None:
        return start
    title = f"{_(words.title)}, {town.name}"
    return (*start, (title, reverse("word_list", args=[town.id, words.code])))
