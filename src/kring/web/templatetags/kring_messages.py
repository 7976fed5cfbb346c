"""Components that tell how it went: alert, confirmation, empty state, conflict, progress, saved."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.contrib.messages.storage.base import Message
from django.template import Context, Library
from django.utils.safestring import SafeString

from kring.web.component import one_of, render, trimmed
from kring.web.kit.undo import undo_of

register = Library()

# our tone: (NL Design System class, icon)
ALERTS = {
    "info": ("info", "info-circle"),
    "positive": ("ok", "circle-check"),
    "warning": ("warning", "alert-triangle"),
    "negative": ("error", "alert-circle"),
}
LEVELS = {"success": "positive", "warning": "warning", "error": "negative"}


@dataclass(frozen=True, slots=True)
class Line:
    """One message as the template needs it."""

    text: str
    look: str
    icon: str
    undo: str = ""
    """The address that takes it back, where that can be done."""


@register.simple_block_tag
def alert(
    content: SafeString, tone: Literal["info", "positive", "warning", "negative"] = "info", title: str = ""
) -> SafeString:
    """A message in the page.

    `{% alert "warning" title="Afspraken lopen af" %}Ze gelden tot 12 december.{% endalert %}`
    """
    look, icon = ALERTS[one_of(tone, ALERTS, "toon")]
    return render("alert", content=content, title=title, look=look, icon=icon)


@register.simple_block_tag
def confirmation(content: SafeString, title: str) -> SafeString:
    """It worked; the content says what happens now.

    `{% confirmation "Het plan is vastgesteld" %}Iedereen in het plan krijgt bericht.{% endconfirmation %}`
    """
    return render("confirmation", content=content, title=title)


@register.simple_block_tag
def empty(content: SafeString, title: str, icon: str = "circles") -> SafeString:
    """Nothing here yet; the content says the next step.

    `{% empty "Nog geen acties" icon="list-check" %}Maak de eerste actie bij een doel.{% endempty %}`
    """
    return render("empty", content=trimmed(content), title=title, icon=icon)


@register.simple_block_tag
def conflict(content: SafeString, who: str, theirs: str, mine: str) -> SafeString:
    """Someone saved first: both texts, and as content the buttons to choose. It takes the focus.

    `{% conflict who=plan.changed_by theirs=plan.goal mine=form.goal.value %}{% button "…" %}{% endconflict %}`
    """
    return render("conflict", content=trimmed(content), who=who, theirs=theirs, mine=mine)


@register.inclusion_tag("component/progress.html")
def progress(label: str, value: int, maximum: int = 100, text: str = "") -> dict[str, object]:
    """How far a longer task is.

    `{% progress "Berichten inlezen" done total %}`
    """
    return {"label": label, "value": value, "maximum": maximum, "text": text}


@register.inclusion_tag("component/saved.html")
def saved(text: str = "") -> dict[str, object]:
    """The quiet line beside a button that says the draft is kept; empty until then, and filled by htmx.

    `{% saved "Concept bewaard om 14.02 uur" %}`
    """
    return {"text": text}


@register.inclusion_tag("page/messages.html", takes_context=True)
def notices(context: Context) -> dict[str, object]:
    """Django's messages at the top of the page, announced to screen readers; htmx puts later ones in the same place.

    `{% notices %}`
    """
    messages: Iterable[Message] = context.get("messages") or ()
    return {"lines": [_line(message) for message in messages], "csrf_token": context.get("csrf_token")}


@register.simple_block_tag
def problem(content: SafeString, title: str, code: str = "", icon: str = "alert-circle") -> SafeString:
    """A page that says no: what happened, and as content what to do now.

    `{% problem "Deze bladzijde is er niet" code="404" %}…{% endproblem %}`
    """
    return render("problem", content=content, title=title, code=code, icon=icon)


def _line(message: Message) -> Line:
    look, icon = ALERTS[LEVELS.get(message.level_tag, "info")]
    return Line(str(message), look, icon, undo_of(message.extra_tags or ""))
