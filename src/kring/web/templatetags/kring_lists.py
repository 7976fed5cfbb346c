"""Components for rows: a table that sorts by links, and page numbers. Both keep the rest of the page's query."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page
from django.http import HttpRequest
from django.template import Context, Library
from django.utils.safestring import SafeString

from kring.web.component import render
from kring.web.listing import Column, Order

register = Library()


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head as the template needs it."""

    title: str
    numeric: bool
    url: str
    sorted: str


@register.simple_block_tag(takes_context=True)
def table(
    context: Context,
    content: SafeString,
    caption: str,
    columns: Sequence[Column],
    order: Order | None = None,
    *,
    quiet: bool = False,
) -> SafeString:
    """A table around its rows (`<tr>` with `<th scope="row">` and `<td>`; `class="k-number"` for numbers).

    `quiet` hides the caption for the eye, where a heading already says it.
    `{% table "Gezinnen" columns order %}{% for family in families %}<tr>…</tr>{% endfor %}{% endtable %}`
    """
    heads = [_head(column, order, context.get("request")) for column in columns]
    return render("table", content=content, caption=caption, heads=heads, quiet=quiet)


@register.inclusion_tag("component/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[object]) -> dict[str, object]:
    """Page numbers of a Django `Page`; nothing when there is one page.

    `{% pagination families %}`
    """
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    request = context.get("request")
    return {
        "page": page,
        "links": [(str(number), _with(request, "page", str(number))) for number in shown],
        "current": str(page.number),
        "previous": _with(request, "page", str(page.number - 1)),
        "next": _with(request, "page", str(page.number + 1)),
    }


def _head(column: Column, order: Order | None, request: HttpRequest | None) -> Head:
    if order is None or not column.sortable:
        return Head(column.title, column.numeric, "", "")
    state = {None: "", False: "ascending", True: "descending"}[order.descending if order.key == column.key else None]
    return Head(column.title, column.numeric, _with(request, "sort", str(order.turned(column))), state)


def _with(request: HttpRequest | None, name: str, value: str) -> str:
    query = request.GET.copy() if request is not None else None
    if query is None:
        return f"?{name}={value}"
    if name == "sort":
        query.pop("page", None)
    query[name] = value
    return f"?{query.urlencode()}"
