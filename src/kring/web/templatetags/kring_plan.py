"""Components of a plan: own words, steps, scores, dates.

What stands on a page by the dozen is written here: filling a template for each costs a page the most.
"""

import datetime as dt
from collections.abc import Iterator
from typing import cast
from uuid import UUID

from django.template import Context, Library
from django.utils.dates import MONTHS_3
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.practice.plans.models import ActionState, Rhythm
from kring.practice.plans.queries.views import ActionView
from kring.practice.plans.wording import Wording
from kring.practice.statements.queries import Beside
from kring.web.component import Kind, filled, render, trimmed
from kring.web.kit.addresses import address
from kring.web.templatetags.kring_people import avatar

register = Library()

STEP = (
    '<li{}>{}<div><a class="k-todo__what" href="{}">{}</a> <span class="k-small k-soft">{}</span>{}</div>'
    '<span class="k-due{}">{}{}</span></li>'
)
ADD = '{}<p class="k-small k-no-print"><a href="{}">{}{}</a></p>'
WAS = '<span>{}</span> <span aria-hidden="true">→</span> <span class="k-hidden">{}</span> '


@register.simple_block_tag
def quote(content: SafeString, who: str, on: dt.date | None = None) -> SafeString:
    """Someone's own words, always with who said it and when it was written down.

    `{% quote who="Sandra en Karim" on=plan.asked_on %}We willen dat het thuis weer rustig is.{% endquote %}`
    """
    return render("quote", content=trimmed(content), who=who, on=on)


@register.simple_tag(name="address")
def link(name: str, *ids: UUID) -> str:
    """As `url`, for the many links of a long list: all values are ids.

    `{% address "goal" frame.head.id goal.id %}`
    """
    return address(name, *ids)


@register.simple_tag
def steps(done: int, total: int) -> SafeString:
    """Steps taken towards a goal, in words and as blocks; the next step is striped.

    `{% steps 3 5 %}`
    """
    states = ["done" if step < done else "next" if step == done else "open" for step in range(total)]
    taken = SafeString(_("<b>{done} van {total}</b> stappen gezet").format(done=done, total=total))
    blocks = SafeString("".join(f'<i class="is-{state}"></i>' for state in states))
    return filled(
        '<div><div class="k-steps__text">{}</div><div class="k-steps__bar" aria-hidden="true">{}</div></div>',
        taken,
        blocks,
    )


@register.simple_tag
def score(label: str, now: str | int, before: str | int = "") -> SafeString:
    """A 0-10 score as text, and what it was.

    `{% score "Cijfer gezin" "7" before="4" %}`
    """
    was = "" if before == "" else filled(WAS, before, _("naar"))
    return filled('<div class="k-score"><span class="k-score__label">{}</span> {}<b>{}</b></div>', label, was, now)


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
    found, dossier = context.get("statements") or Beside(), context["frame"].head.id
    said = found.of(kind, thing)
    shown = render("beside", statements=said, dossier=dossier, csrf_token=context.get("csrf_token")) if said else ""
    if not found.may_add:
        return SafeString(shown)
    about = filled('<span class="k-hidden">: {}</span>', what) if what else ""
    return filled(ADD, shown, address("statement_add", dossier, kind, thing), _("Eigen verklaring"), about)


@register.simple_tag(takes_context=True)
def step_line(context: Context, action: ActionView) -> SafeString:
    """One step of a goal with its doer; what was cancelled is no line. The view gives `frame`.

    `{% step_line action %}`
    """
    if action.state == ActionState.CANCELLED:
        return SafeString()
    frame = context["frame"]
    return filled(
        STEP,
        SafeString(' class="is-done"') if action.is_done else "",
        avatar(action.who, cast("Kind", action.kind.value), "small"),
        address("action", frame.head.id, action.id),
        action.what,
        " · ".join(_told(action, frame.words)),
        _undiscussed(action),
        SafeString(" k-due--late") if action.is_late else "",
        filled('<span class="k-hidden">{} </span>', _("Te laat:")) if action.is_late else "",
        f"{action.due_on.day} {MONTHS_3[action.due_on.month]}",
    )


def _told(action: ActionView, words: Wording) -> Iterator[str]:
    """Who does it, and what else there is to say of it."""
    yield f"{action.who}, {words.doer(action.kind)}"
    if action.is_done or action.state == ActionState.FAILED:
        yield str(action.state.label)
    if action.rhythm != Rhythm.ONCE:
        yield str(action.rhythm.label)
    if action.waits:
        yield _("wacht op: %(what)s") % {"what": action.after}


def _undiscussed(action: ActionView) -> SafeString | str:
    """BR-079."""
    if not action.undiscussed:
        return ""
    said = _("Niet samen besproken: %(why)s") % {"why": action.undiscussed_why}
    return filled('<span class="k-small">{}</span>', said)
