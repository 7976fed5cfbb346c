"""Steps of a goal as lines of a list; what many of them share is looked up once."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import cast
from uuid import UUID

from django.utils.dates import MONTHS_3
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.practice.plans.models import ActionState, DoerKind, Rhythm
from kring.practice.plans.queries.views import ActionView
from kring.practice.plans.wording import Wording
from kring.web.component import Kind
from kring.web.kit.addresses import addresses
from kring.web.templatetags.kring_people import avatar

LINE = (
    '<li{}>{}<div><a class="k-todo__what" href="{}">{}</a> <span class="k-small k-soft">{}</span>{}</div>'
    '<span class="k-due{}">{}{}</span></li>'
)
LATE = '<span class="k-hidden">{} </span>'
UNDISCUSSED = '<span class="k-small">{}</span>'
TOLD_STATES = (ActionState.DONE, ActionState.FAILED)


class StepLines:
    """`StepLines(dossier, words).of(actions)`: each step with its one doer; what was cancelled is no line."""

    def __init__(self, dossier: UUID, words: Wording) -> None:
        self._to = addresses("action", dossier)
        self._doers = {kind: str(words.doer(kind)) for kind in DoerKind}
        self._states = {state: str(state.label) for state in TOLD_STATES}
        self._months = [str(name) for name in MONTHS_3.values()]
        self._faces: dict[tuple[str, DoerKind], SafeString] = {}

    def of(self, actions: Iterable[ActionView]) -> SafeString:
        return SafeString("".join(self._line(action) for action in actions if action.state != ActionState.CANCELLED))

    def _line(self, action: ActionView) -> str:
        due = action.due_on
        return LINE.format(
            ' class="is-done"' if action.state == ActionState.DONE else "",
            self._face(action),
            self._to(action.id),
            escape(action.what),
            escape(" · ".join(self._told(action))),
            _undiscussed(action) if action.undiscussed else "",
            " k-due--late" if action.is_late else "",
            LATE.format(escape(_("Te laat:"))) if action.is_late else "",
            f"{due.day} {self._months[due.month - 1]}",
        )

    def _face(self, action: ActionView) -> SafeString:
        key = (action.who, action.kind)
        if key not in self._faces:
            self._faces[key] = avatar(action.who, cast("Kind", action.kind.value), "small")
        return self._faces[key]

    def _told(self, action: ActionView) -> Iterator[str]:
        """Who does it, and what else there is to say of it."""
        yield f"{action.who}, {self._doers[action.kind]}"
        if action.state in self._states:
            yield self._states[action.state]
        if action.rhythm != Rhythm.ONCE:
            yield str(action.rhythm.label)
        if action.waits:
            yield _("wacht op: %(what)s") % {"what": action.after}


def _undiscussed(action: ActionView) -> str:
    """BR-079."""
    return UNDISCUSSED.format(escape(_("Niet samen besproken: %(why)s") % {"why": action.undiscussed_why}))
