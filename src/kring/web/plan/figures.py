"""How it goes with a goal: steps taken, and everyone's last figure."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.practice.plans.queries.views import GoalView
from kring.practice.plans.rules.shares import Voice
from kring.web.component import filled

STEPS = '<div><div class="k-steps__text">{}</div><div class="k-steps__bar" aria-hidden="true">{}</div></div>'
SCORE = '<div class="k-score"><span class="k-score__label">{}</span> {}<b>{}</b></div>'
WAS = '<span>{}</span> <span aria-hidden="true">→</span> <span class="k-hidden">{}</span> '
SIDE = '<div><p class="k-small k-soft">{}</p>{}</div>'
SIDES = '<div class="k-voices">{}{}</div>'


def steps(done: int, total: int) -> SafeString:
    """Steps taken towards a goal, in words and as blocks; the next step is striped.

    `{% steps 3 5 %}`
    """
    states = ["done" if step < done else "next" if step == done else "open" for step in range(total)]
    taken = SafeString(_("<b>{done} van {total}</b> stappen gezet").format(done=done, total=total))
    return filled(STEPS, taken, SafeString("".join(f'<i class="is-{state}"></i>' for state in states)))


def score(label: str, now: str | int, before: str | int = "") -> SafeString:
    """A 0-10 score as text, and what it was.

    `{% score "Cijfer gezin" "7" before="4" %}`
    """
    was = "" if before == "" else filled(WAS, before, _("naar"))
    return filled(SCORE, label, was, now)


def voices(goal: GoalView) -> SafeString:
    """Everyone's last figure; the family with its circle and professionals side by side, never put together (BR-022).

    `{% voices goal %}`
    """
    own, others = goal.sides
    if own and others:
        return filled(
            SIDES, filled(SIDE, _("Gezin en kring"), heard(own)), filled(SIDE, _("Professionals"), heard(others))
        )
    return heard(own + others)


def heard(spoken: tuple[Voice, ...]) -> SafeString:
    """Everyone's last figure below each other, and what it was.

    `{% heard goal.voices %}`
    """
    return SafeString("".join(score(one.giver, one.last, "" if one.before is None else one.before) for one in spoken))
