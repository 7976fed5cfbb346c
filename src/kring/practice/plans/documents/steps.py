"""What stands beside a step, on paper and on the screen."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kring.practice.plans.models import Rhythm
from kring.practice.plans.rules.content import ActionContent


def beside_step(action: ActionContent) -> Iterator[str]:
    """How often it comes back, and the ground of what was not discussed with the family (BR-079)."""
    yield from filter(None, (rhythm_of(action), ground_of(action)))


def rhythm_of(action: ActionContent) -> str:
    return "" if action["rhythm"] == Rhythm.ONCE else str(Rhythm(action["rhythm"]).label).capitalize()


def ground_of(action: ActionContent) -> str:
    ground = action["undiscussed"]
    return _("Niet samen besproken: %(why)s") % {"why": _(ground)} if ground else ""
