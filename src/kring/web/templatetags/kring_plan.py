"""Components of a plan: own words, goals, steps, scores, dates.

What stands on a page by the dozen is written in code: filling a template for each costs a page the most (ADR 17).
"""

import datetime as dt
from uuid import UUID

from django.template import Context, Library
from django.utils.html import linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.practice.plans.queries.views import GoalView
from kring.practice.statements.queries import Beside
from kring.web.component import filled, render, trimmed
from kring.web.kit.addresses import address
from kring.web.ownwords.beside import StatementsShown
from kring.web.plan.figures import heard, score, steps, voices
from kring.web.plan.goal_items import GoalItems, own_part
from kring.web.plan.step_lines import StepLines

register = Library()

TOLD = '<div><h3 class="nl-heading nl-heading--level-4">{}</h3>{}</div>'
NOTHING = '<p class="k-soft">{}</p>'


@register.simple_block_tag
def quote(content: SafeString, who: str, on: dt.date | None = None) -> SafeString:
    """Someone's own words, always with who said it and when it was written down.

    `{% quote who="Sandra en Karim" on=plan.asked_on %}We willen dat het thuis weer rustig is.{% endquote %}`
    """
    return render("quote", content=trimmed(content), who=who, on=on)


@register.simple_tag
def told(label: str, text: str) -> SafeString:
    """A part of the plan in words, below its label; says so when nothing was written yet.

    `{% told frame.words.dream plan.texts.dream %}`
    """
    said = SafeString(linebreaks(text, autoescape=True)) if text else filled(NOTHING, _("Nog niet opgeschreven"))
    return filled(TOLD, label, said)


@register.simple_tag(name="address")
def link(name: str, *values: UUID | str) -> str:
    """As `url`, for what stands on every page or on one page by the dozen: all values are ids or fixed words.

    `{% address "goal" frame.head.id goal.id %}`
    """
    return address(name, *values)


register.simple_tag(steps)
register.simple_tag(score)
register.simple_tag(heard)
register.simple_tag(voices)


@register.inclusion_tag("component/date_tile.html")
def date_tile(day: dt.date) -> dict[str, object]:
    """A day as a leaf of a calendar.

    `{% date_tile visit.day %}`
    """
    return {"day": day}


@register.simple_tag(takes_context=True)
def beside(context: Context, kind: str, thing: UUID, what: str = "") -> SafeString:
    """The own statements beside one part, and the way to add one. The view gives `frame` and `statements`.

    `{% beside "doel" goal.id goal.own_words %}`
    """
    return _statements(context).beside(kind, thing, what)


def _statements(context: Context) -> StatementsShown:
    found = context.get("statements") or Beside()
    return StatementsShown(found, context["frame"].head.id, str(context.get("csrf_token", "")))


@register.simple_tag(takes_context=True)
def step_lines(context: Context, goal: GoalView) -> SafeString:
    """The steps of a goal, each with its one doer, as items of a list. The view gives `frame`.

    `{% step_lines goal %}`
    """
    around = context["frame"]
    return StepLines(around.head.id, around.words).of(goal.actions)


@register.simple_tag(takes_context=True)
def goal_items(context: Context) -> SafeString:
    """The open goals of a plan in full, as items of a list. The view gives `frame`, `plan` and `statements`.

    `{% goal_items %}`
    """
    return GoalItems(context["frame"], _statements(context)).of(context["plan"].open_goals)


@register.simple_tag(name="own_part", takes_context=True)
def shown_own_part(context: Context, goal: GoalView) -> SafeString:
    """Says that a goal is not everybody's, and whose it is. The view gives `frame`.

    `{% own_part goal %}`
    """
    return own_part(context["frame"], goal)
