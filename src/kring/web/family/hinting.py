"""Friendly hints beside what a family will read: how it can be said more plainly. Own words are left as they are."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.plainly import HintKind, hints
from kring.practice.plans.queries import WorkingPlan
from kring.web.family.frame import Frame

SAID: Final[Mapping[HintKind, Promise]] = {
    HintKind.LONG: _("“%(about)s” is een lange zin (%(count)s woorden). Maak er twee van."),
    HintKind.PASSIVE: _("“%(about)s”: schrijf op wie het doet."),
    HintKind.HARD_WORD: _("“%(about)s” is een lastig woord. Gewoner is: %(instead)s."),
}

MOST_TIPS: Final = 2


def plainer(plan: WorkingPlan) -> list[str]:
    """Of what is written about a plan with the family; what somebody said in the own words is no matter of style."""
    texts = plan.texts
    written = [texts.strengths, texts.concerns, texts.dream]
    written += [goal.measure for goal in plan.open_goals] + [action.what for action in plan.open_actions]
    return _said(written)


def tip(request: HttpRequest, around: Frame, *written: str) -> None:
    """After saving: it stays as it is written, unless the writer wishes otherwise. A family writes as it speaks."""
    if around.head.is_family:
        return
    if found := _said(written)[:MOST_TIPS]:
        messages.info(request, " ".join([str(around.words.tip), *found]))


def _said(written: Iterable[str]) -> list[str]:
    found = dict.fromkeys(hint for text in written for hint in hints(text))
    return [
        str(SAID[hint.kind]) % {"about": hint.about, "instead": hint.instead, "count": hint.count} for hint in found
    ]
