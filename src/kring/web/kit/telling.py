"""BR-076, for every form at once: what tells something shielded is not saved; the form comes back and names the field.

It says no more than "een afgeschermd gegeven": who wrote it may not know of whom or what.
"""

from collections.abc import Callable, Iterable
from copy import copy
from typing import TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.urls import resolve
from django.utils.translation import gettext as _
from lxml import html

from kring.ground.access.services import Typed
from kring.practice.households.telling import telling
from kring.web.kit.filling import fill, form_in
from kring.web.kit.kept import place_of_form

UNPROCESSABLE = 422
SHORTEST = 5
NOT_SAVED = frozenset({"csrfmiddlewaretoken", "bewaard", "q"})
"""Fields that are no content, or words to search with that are kept nowhere."""

View = TypeVar("View", bound=Callable[..., HttpResponse])


class TellsShielded(Exception):
    """These fields tell something that is shielded; nothing has been saved."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__("shielded")
        self.fields = fields


def asks_itself(*fields: str) -> Callable[[View], View]:
    """Below `action`: these fields may hold what is shielded, and the view asks itself at which level they are kept."""

    def marked(view: View) -> View:
        view.asks_itself = frozenset(fields)  # type: ignore[attr-defined]  # functions take attributes
        return view

    return marked


def refuse_telling(request: HttpRequest, view: Callable[..., HttpResponse], dossier: UUID | None) -> None:
    """Before the view runs: every text that was posted, and the names of the files."""
    left = NOT_SAVED | getattr(view, "asks_itself", frozenset())
    texts = {name: "\n".join(map(str, request.POST.getlist(name))) for name in request.POST if name not in left}
    texts |= {name: "\n".join(file.name or "" for file in request.FILES.getlist(name)) for name in request.FILES}
    found = telling(dossier, {name: text for name, text in texts.items() if len(text) >= SHORTEST})
    if found:
        raise TellsShielded(found)


def came_back(request: HttpRequest, fields: tuple[str, ...]) -> HttpResponse | None:
    """The page with the form, filled in as it was, with a warning at the fields. None when no page has that form."""
    place = place_of_form(request)
    response = _shown(request, place)
    if response is not None:
        tree = html.document_fromstring(response.content.decode())
        sent = [(name, str(value)) for name in request.POST for value in request.POST.getlist(name)]
        form = form_in(tree, urlsplit(place).path, Typed(place, request.path, sent))
        if form is not None:
            fill(form, sent)
            _warn(form, fields)
            return HttpResponse(f"<!doctype html>\n{html.tostring(tree, encoding='unicode')}", status=UNPROCESSABLE)
    return None


def _shown(request: HttpRequest, place: str) -> HttpResponse | None:
    """The page as it opens. It asks and logs for itself, as any page."""
    parts = urlsplit(place)
    match = resolve(parts.path)
    if getattr(match.func, "kind", "") != "page":
        return None
    opened = copy(request)
    opened.method, opened.path = "GET", parts.path
    opened.GET, opened.POST = QueryDict(parts.query), QueryDict()
    response: HttpResponse = match.func(opened, *match.args, **match.kwargs)
    return response if response.status_code == 200 else None


def _warn(form: html.HtmlElement, fields: Iterable[str]) -> None:
    labels = []
    for name in fields:
        found = form.xpath(".//*[@name=$name]", name=name)
        if not found:
            continue
        labels.append(_label(form, found[0]))
        ident = f"{found[0].get('id') or name}_shielded"
        found[0].set("aria-invalid", "true")
        found[0].set("aria-describedby", f"{found[0].get('aria-describedby', '')} {ident}".strip())
        where = found[0].getparent()
        assert where is not None
        text = _("Hierin staat een afgeschermd gegeven. Haal het weg.")
        where.insert(where.index(found[0]), _piece("component/shielded.html", {"text": text, "id": ident}))
    named = ", ".join(f"“{label}”" for label in labels) or _("wat u schreef")
    sentence = _("Dit is niet opgeslagen: in %(fields)s staat een afgeschermd gegeven. Haal het weg en sla opnieuw op.")
    form.insert(0, _piece("component/tells_shielded.html", {"sentence": sentence % {"fields": named}}))


def _label(form: html.HtmlElement, control: html.HtmlElement) -> str:
    """What the form calls it, without what stands behind it in small letters."""
    labels = form.xpath(".//label[@for=$ident]", ident=control.get("id", ""))
    return " ".join((labels[0].text or labels[0].text_content()).split()) if labels else str(control.get("name"))


def _piece(template: str, context: dict[str, str]) -> html.HtmlElement:
    return html.fragment_fromstring(render_to_string(template, context).strip())
