"""The figures at one goal as a drawing with its table: everyone's own line, nothing averaged (BR-022)."""

from django.utils.translation import gettext as _

from kring.draw import Drawing, Kind, Score, Scorer, ScoresInput, draw_scores
from kring.practice.plans.queries import GoalView


def drawn_figures(goal: GoalView, width: int) -> Drawing:
    """Of one day the last figure counts."""
    lines: dict[tuple[str, Kind], dict[object, Score]] = {}
    for score in goal.scores:
        mine = lines.setdefault((score.giver, Kind(score.kind.value)), {})
        mine[score.given_on] = Score(score.given_on, score.value)
    scorers = tuple(Scorer(name, kind, tuple(days.values())) for (name, kind), days in lines.items())
    return draw_scores(ScoresInput("doel", _("Cijfers bij dit doel"), scorers), width=width)
