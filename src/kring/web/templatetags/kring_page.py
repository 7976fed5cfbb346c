"""Components of the page itself: icon, page head, crumbs, side navigation, open-and-shut, print and copy."""

import functools
from collections.abc import Iterable, Iterator

from django.template import Library
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.web.component import filled, one_of, render, trimmed
from kring.web.kit.addresses import address
from kring.web.kit.navigation import NavItem
from kring.web.look import icons
from kring.web.look.places import STATIC

register = Library()

CHAPTER = '<a class="nl-link k-nowrap k-no-print" href="{}">{}</a>'
CRUMB = '<li class="utrecht-breadcrumb-nav__item">{}</li>'
BACK = (
    '<a class="utrecht-breadcrumb-nav__link nl-link" href="{}">{}</a>'
    '<span class="utrecht-breadcrumb-nav__separator" aria-hidden="true">›</span>'
)
HERE = '<span aria-current="page">{}</span>'
GROUP = '<li class="k-side__group">{}</li>'
ITEM = '<li><a href="{}"{}>{}<span>{}</span>{}</a></li>'
COUNT = '<span class="k-count">{}</span>'
CURRENT = SafeString(' aria-current="page"')


@functools.cache
def icon_names() -> frozenset[str]:
    """The icons in the committed sprite."""
    return icons.names((STATIC / "icons.svg").read_text())


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon from the sprite; without a label it is decoration and hidden from screen readers.

    `{% icon "calendar" %}` · `{% icon "lock" label="Alleen voor u" %}`
    """
    return _labelled(name, label) if label else decoration(name)


@functools.cache
def decoration(name: str) -> SafeString:
    """An icon that says nothing by itself; a page has dozens, and they are the same on every page."""
    return filled('<svg class="k-icon" aria-hidden="true"><use href="{}"/></svg>', _link(name))


def _labelled(name: str, label: str) -> SafeString:
    return filled('<svg class="k-icon" role="img" aria-label="{}"><use href="{}"/></svg>', label, _link(name))


def _link(name: str) -> str:
    return f"{static('icons.svg')}#{one_of(name, icon_names(), 'icoon')}"


@register.simple_block_tag
def page_head(content: SafeString, title: str, intro: str = "", manual: str = "") -> SafeString:
    """The page's heading, one sentence of help, a link to its manual chapter, and its buttons as content.

    `{% page_head "Gezinnen" intro="Alle gezinnen waar u regisseur van bent." manual="gezinnen" %}…{% endpage_head %}`
    """
    return render("page_head", title=title, intro=intro, manual=manual, content=trimmed(content))


@register.simple_tag
def manual_link(chapter: str) -> SafeString:
    """A link to a chapter of the manual, where the page has no sentence of its own in its head.

    `{% manual_link "delen" %}`
    """
    return filled(CHAPTER, address("manual_chapter", chapter), _("Lees meer in de handleiding"))


@register.simple_block_tag
def breadcrumbs(content: SafeString) -> SafeString:
    """The way back, around `{% crumb %}`s; the last one is the page itself.

    `{% breadcrumbs %}{% crumb "Mijn gezinnen" url %}{% crumb "Bakker – El Amrani" %}{% endbreadcrumbs %}`
    """
    return render("breadcrumbs", content=content)


@register.simple_tag
def crumb(title: str, url: str = "") -> SafeString:
    """One step of the way back; without a url it is the page where you are."""
    return filled(CRUMB, filled(BACK, url, title) if url else filled(HERE, title))


@register.inclusion_tag("component/side.html")
def side_nav(items: Iterable[NavItem], label: str, *, main: bool = False) -> dict[str, object]:
    """Navigation beside the page; a scrolling strip on phones. Items: title, url, icon, current, count, group.

    `{% side_nav sections label="Dossier" %}`
    """
    return {"items": items, "label": label, "main": main}


@register.simple_tag
def nav_items(items: Iterable[NavItem]) -> SafeString:
    """The items of a navigation; a group stands above the first of its items. Every page has two or three of these.

    `{% nav_items shell.nav %}`
    """
    return SafeString("".join(_nav(items)))


def _nav(items: Iterable[NavItem]) -> Iterator[str]:
    above: str | Promise = ""
    for item in items:
        if item.group is not above and item.group:
            yield filled(GROUP, item.group)
        above = item.group
        sign = decoration(item.icon) if item.icon else ""
        count = filled(COUNT, item.count) if item.count else ""
        yield filled(ITEM, item.url, CURRENT if item.current else "", sign, item.title, count)


@register.simple_block_tag
def more(content: SafeString, summary: str, *, open: bool = False) -> SafeString:  # noqa: A002  the name of the HTML attribute
    """Something that opens on request, such as the list beside a drawing.

    `{% more "Bekijk als lijst" %}…{% endmore %}`
    """
    return render("more", content=content, summary=summary, open=open)


@register.inclusion_tag("component/print.html")
def print_button(text: str = "") -> dict[str, object]:
    """A button that prints the page; absent without JavaScript, where the browser's own menu does it.

    `{% print_button %}` · `{% print_button "Plan afdrukken" %}`
    """
    return {"text": text}


@register.inclusion_tag("component/copy.html")
def copy(value: str, what: str) -> dict[str, object]:
    """A value with a button that copies it, such as the case number of the source system.

    `{% copy plan.case_number "zaaknummer" %}`
    """
    return {"value": value, "what": what}
