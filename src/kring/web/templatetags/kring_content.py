"""Components that hold content: cards, facts, tags, terms, key figures, drawings."""

from typing import Literal

from django.template import Library
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.text import slugify

from kring.draw.canvas import Drawing, Row
from kring.web.component import KINDS, TONES, filled, one_of, render, trimmed
from kring.web.templatetags.kring_page import decoration

register = Library()

CARD = '<div class="k-card">{}</div>'
TITLED = """<section class="k-card" aria-labelledby="{}">
  <div class="k-card__head">
    <h{} class="nl-heading nl-heading--level-{}" id="{}">{}</h{}>
    {}{}
  </div>
  <div class="k-card__body">{}</div>
</section>"""
NOTE = '<span class="k-card__note">{}</span>'
MORE = '<a class="nl-link k-card__more" href="{}">{}</a>'
TAGS = TONES | KINDS | {"action", "blue"}


@register.simple_block_tag
def card(
    content: SafeString, title: str = "", note: str = "", url: str = "", more: str = "", level: int = 2
) -> SafeString:
    """A white card. With a title it is a region with that name; `url` and `more` put a link in its head.

    `{% card "Acties" note="9 open" url=all more="Alle acties" %}…{% endcard %}`
    """
    if not title:
        return filled(CARD, content)
    ident = f"kop-{slugify(title)}"
    noted, linked = filled(NOTE, note) if note else "", filled(MORE, url, more) if url else ""
    return filled(TITLED, ident, level, level, ident, title, level, noted, linked, content)


@register.simple_block_tag
def facts(content: SafeString) -> SafeString:
    """A row of fact cards: what everyone must know first. Content: `{% fact %}`s.

    `{% facts %}{% fact "Volgend overleg" "Do 3 december" icon="calendar" %}Thuis{% endfact %}{% endfacts %}`
    """
    return render("facts", content=content)


@register.simple_block_tag
def fact(
    content: SafeString,
    label: str,
    value: str,
    icon: str = "",
    person: str = "",
    tone: Literal["neutral", "positive", "warning", "negative"] = "neutral",
) -> SafeString:
    """One fact with an icon or the initials of a professional, and something more as content.

    `{% fact "Regisseur" lead.name person=lead.name %}<a href="tel:…">…</a>{% endfact %}`
    """
    one_of(tone, TONES, "toon")
    return render("fact", content=trimmed(content), label=label, value=value, icon=icon, person=person, tone=tone)


@register.simple_tag
def tag(text: str, tone: str = "neutral", icon: str = "") -> SafeString:
    """A short word about something. Tone: neutral, info, positive, warning, negative, action, blue or a kind of person.

    `{% tag "Te laat" "negative" icon="clock" %}` · `{% tag "Vrijwilliger helpt" "volunteer" %}`
    """
    sign = decoration(icon) if icon else ""
    return filled('<span class="k-tag k-tag--{}">{}{}</span>', one_of(tone, TAGS, "toon"), sign, text)


@register.simple_block_tag
def definitions(content: SafeString) -> SafeString:
    """Terms with their values. Content: `{% definition %}`s.

    `{% definitions %}{% definition "Wijk" %}Noord{% enddefinition %}{% enddefinitions %}`
    """
    return render("definitions", content=content)


@register.simple_block_tag
def definition(content: SafeString, term: str) -> SafeString:
    """One term; its value is the content."""
    return render("definition", content=trimmed(content), term=term)


@register.simple_block_tag
def kpis(content: SafeString) -> SafeString:
    """A row of key figures. Content: `{% kpi %}`s."""
    return render("kpis", content=content)


@register.inclusion_tag("component/kpi.html")
def kpi(
    label: str, value: str, change: str = "", tone: Literal["neutral", "positive", "negative"] = "neutral"
) -> dict[str, object]:
    """One key figure as text, already safe for small numbers, with its change in words.

    `{% kpi "trajecten per gezin" "2,6" change="was 3,4" tone="positive" %}`
    """
    return {"label": label, "value": value, "change": change, "tone": one_of(tone, TONES, "toon")}


@register.inclusion_tag("component/drawing.html")
def drawing(drawn: Drawing, note: str = "", *, wide: bool = False) -> dict[str, object]:
    """A drawing of `kring.draw`, and the same as a table to open; on phones its narrow variant, or a list.

    `wide` lets a drawing for broad screens scroll sideways instead of shrinking.
    `{% drawing timeline note="16 trajecten sinds 2024" wide=True %}`
    """
    # kring.draw escapes every text it is given: what it returns is markup
    return {
        "drawn": drawn,
        "svg": SafeString(drawn.svg),
        "narrow": SafeString(drawn.narrow),
        "body": SafeString("".join(map(_table_row, drawn.rows))),
        "note": note,
        "wide": wide,
    }


def _table_row(row: Row) -> str:
    """Written here: in a template the cells of one drawing took longer than all else on the page."""
    cells: list[str] = [escape(cell) for cell in row.cells]
    if row.href:
        cells[row.named] = f'<a href="{escape(row.href)}">{cells[row.named]}</a>'
    first, *others = cells
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'
