"""A list of Beheer: searched on the words of a row, sorted by a column, fifty rows on a page.

Search is posted: the name of somebody who works here stands in no address.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from kring.web.kit.forms import form_page
from kring.web.kit.pages import Decorated, action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column, Order

P = ParamSpec("P")
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a column: plain, as a link, or with a tone as a tag. `order` sorts where the text does not."""

    text: str
    url: str = ""
    tone: str = ""
    order: str = ""

    @property
    def sort_key(self) -> str:
        return self.order or self.text.casefold()


@dataclass(frozen=True, slots=True)
class Row:
    """One row; the first cell is its head."""

    cells: tuple[Cell, ...]
    ended: bool = False

    def has(self, words: Sequence[str]) -> bool:
        text = " ".join(cell.text for cell in self.cells).casefold()
        return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class Button:
    """A way to go on from the list."""

    url: str
    text: str
    icon: str = "plus"


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list with its words. `rows` come in the standard order; `nothing` says what to do when there is none.

    `order` is the standard order as text, where that is not the first column.
    """

    title: str
    intro: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    nothing: str
    buttons: tuple[Button, ...] = ()
    crumbs: tuple[tuple[str, str], ...] = ()
    search_label: str = ""
    order: str = ""
    chapter: str = "beheer"
    extra: Mapping[str, object] = field(default_factory=dict)


def listing(build: Callable[Concatenate[PageRequest, P], Listing]) -> Decorated:
    """A page with all rows, and an action that shows what was searched for."""

    def show(request: PageRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = build(request, *args, **kwargs)
        order = Order.read(request.GET.get("sort", ""), found.columns, _standard(found))
        return _answer(request, found, _sorted(found, order), order)

    def take(request: PageRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = build(request, *args, **kwargs)
        search = request.POST.get("q", "").strip()[:80]
        words = search.casefold().split()
        return _answer(request, found, [row for row in found.rows if row.has(words)], None, search)

    for view in (show, take):
        update_wrapper(view, build)
    return form_page(page(show), action(take))


def _standard(found: Listing) -> Order:
    return Order.read(found.order, found.columns, Order(found.columns[0].key))


def _sorted(found: Listing, order: Order) -> list[Row]:
    """What has ended stands last, whatever the order."""
    place = [column.key for column in found.columns].index(order.key)
    rows = sorted(found.rows, key=lambda row: row.cells[place].sort_key, reverse=order.descending)
    return sorted(rows, key=lambda row: row.ended)


def _answer(
    request: PageRequest, found: Listing, rows: Sequence[Row], order: Order | None, search: str = ""
) -> HttpResponse:
    number = request.GET.get("page") if order else "1"
    pages = Paginator(rows, PER_PAGE if order else max(len(rows), 1)).get_page(number)
    lines = [list(zip(found.columns, row.cells, strict=True)) for row in pages.object_list]
    context = {"found": found, "pages": pages, "lines": lines, "order": order, "search": search, **found.extra}
    return render(request, "administration/listing.html", context)
