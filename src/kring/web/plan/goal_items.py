"""The goals of a plan in full: each with its steps, its figures and what the reader may do with it.

Written here: for a plan of eight goals and sixty steps a template took half of the page's time (ADR 17).
"""

from collections.abc import Iterable, Iterator

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kring.practice.plans.models import GoalKind
from kring.practice.plans.queries.views import GoalView
from kring.web.component import filled
from kring.web.family.frame import Frame
from kring.web.kit.addresses import addresses
from kring.web.ownwords.beside import StatementsShown
from kring.web.plan.figures import steps, voices
from kring.web.plan.step_lines import StepLines
from kring.web.templatetags.kring_content import tag

GOAL = """<li class="k-goal">
  <div>
    <h3 class="nl-heading nl-heading--level-3"><a class="k-quiet-link" href="{}">{}</a></h3>
    <p class="k-small">{}</p>
    {}{}
    <ul class="k-todo k-todo--who">{}</ul>
    {}{}
  </div>
  <div>{}</div>
</li>
"""
LED = ("goal", "action_add", "goal_edit", "goal_raise", "score_add")
"""Where a goal leads to."""

MEASURE = "<p><b>{}</b> {}</p>"
TAGS = '<div class="k-tags">{}</div>'
LINKS = '<div class="k-links k-no-print">{}{}{}</div>'
LINK = '<a href="{}">{}<span class="k-hidden">: {}</span></a>'
SCORE = '<p class="k-no-print"><a class="k-small" href="{}">{}<span class="k-hidden">: {}</span></a></p>'
RAISE = """<form method="post" action="{}">
  <input type="hidden" name="csrfmiddlewaretoken" value="{}">
  <button class="k-link-button" type="submit">{}<span class="k-hidden">: {}</span></button>
</form>"""


def own_part(around: Frame, goal: GoalView) -> SafeString:
    """Says that a goal is not everybody's, and whose it is; empty for a goal of the shared plan."""
    if goal.is_shared:
        return SafeString()
    if goal.only_for is None:
        return tag(_("Niet in het gezamenlijke plan"), icon="lock")
    whose = (member.name for member in around.head.members if member.subject == goal.only_for)
    return SafeString("".join(tag(_("Alleen voor %(who)s") % {"who": who}, icon="lock") for who in whose))


class GoalItems:
    """`GoalItems(around, statements).of(goals)`; whether there are links is for `around` to say."""

    def __init__(self, around: Frame, statements: StatementsShown) -> None:
        self._around = around
        self._statements = statements
        self._lines = StepLines(around.head.id, around.words)
        self._measured, self._add, self._edit = _("Zo merken we dat het lukt:"), _("Actie toevoegen"), _("Aanpassen")
        self._to = {name: addresses(name, around.head.id) for name in LED}
        self._raise, self._give = _("Omhoog"), _("Cijfer geven")

    def of(self, goals: Iterable[GoalView]) -> SafeString:
        return SafeString("".join(self._item(goal, is_first=not place) for place, goal in enumerate(goals)))

    def _item(self, goal: GoalView, *, is_first: bool) -> SafeString:
        own = own_part(self._around, goal)
        return filled(
            GOAL,
            self._to["goal"](goal.id),
            goal.own_words,
            " · ".join(_about(goal)),
            filled(MEASURE, self._measured, goal.measure) if goal.measure else "",
            filled(TAGS, own) if own else "",
            self._lines.of(goal.actions),
            self._statements.beside("doel", goal.id, goal.own_words),
            self._links(goal, is_first=is_first) if self._around.may_write else "",
            self._how_it_goes(goal),
        )

    def _links(self, goal: GoalView, *, is_first: bool) -> SafeString:
        add = filled(LINK, self._to["action_add"](goal.id), self._add, goal.own_words)
        edit = filled(LINK, self._to["goal_edit"](goal.id), self._edit, goal.own_words)
        if is_first:
            return filled(LINKS, add, edit, "")
        raised = filled(RAISE, self._to["goal_raise"](goal.id), self._statements.token, self._raise, goal.own_words)
        return filled(LINKS, add, edit, raised)

    def _how_it_goes(self, goal: GoalView) -> SafeString:
        done, total = goal.steps
        taken = steps(done, total) if total else ""
        if not self._around.may_score:
            return filled("{}{}", taken, voices(goal))
        give = filled(SCORE, self._to["score_add"](goal.id), self._give, goal.own_words)
        return filled("{}{}{}", taken, voices(goal), give)


def _about(goal: GoalView) -> Iterator[str]:
    yield goal.speaker
    if area := goal.area:
        yield capfirst(area)
    if goal.kind != GoalKind.FAMILY:
        yield capfirst(str(goal.kind.label))
