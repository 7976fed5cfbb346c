"""Components of a plan: own words, steps, scores, dates."""

import datetime as dt
from uuid import UUID

from django.template import Context, Library
from django.utils.safestring import SafeString

from kring.practice.statements.queries import Beside
from kring.web.component import render, trimmed

register = Library()


@register.simple_block_tag
def quote(content: SafeString, who: str, on: dt.date | None = None) -> SafeString:
    """Someone's own words, always with who said it and when it was written down.

    `{% quote who="Sandra en Karim" on=plan.asked_on %}We willen dat het thuis weer rustig is.{% endquote %}`
    """
    return render("quote", content=trimmed(content), who=who, on=on)


@register.inclusion_tag("component/steps.html")
def steps(done: int, total: int) -> dict[str, object]:
    """Steps taken towards a goal, in words and as blocks; the next step is striped.

    `{% steps 3 5 %}`
    """
    states = ["done" if step < done else "next" if step == done else "open" for step in range(total)]
    return {"done": done, "total": total, "states": states}


@register.inclusion_tag("component/score.html")
def score(label: str, now: str, before: str = "") -> dict[str, object]:
    """A 0-10 score as text, and what it was.

    `{% score "Cijfer gezin" "7" before="4" %}`
    """
    return {"label": label, "now": now, "before": before}


@register.inclusion_tag("component/date_tile.html")
def date_tile(day: dt.date) -> dict[str, object]:
    """A day as a leaf of a calendar.

    `{% date_tile visit.day %}`
    """
    return {"day": day}


@register.inclusion_tag("component/beside.html", takes_context=True)
def beside(context: Context, kind: str, thing: UUID, what: str = "") -> dict[str, object]:
    """The own statements beside one part, and the way to add one. The view gives `frame` and `statements`.

    `{% beside "doel" goal.id goal.own_words %}`
    """
    found = context.get("statements") or Beside()
    return {
        "statements": found.of(kind, thing),
        "may_add": found.may_add,
        "dossier": context["frame"].head.id,
        "kind": kind,
        "thing": thing,
        "what": what,
        "csrf_token": context.get("csrf_token"),
    }
