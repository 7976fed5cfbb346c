"""The numbers of the plan that a municipality sets itself."""

from kring.ground.configuration.rules import Setting, Topic, declare
from kring.ground.shared.marking import mark as _

MOST_GOALS = declare(
    Setting(
        code="doelen_tegelijk",
        topic=Topic.THRESHOLD,
        title=_("Zoveel doelen tegelijk"),
        meaning=_("Wil iemand er meer, dan vraagt Kring waarom. Het mag wel."),
        unit=_("doelen"),
        default=5,
        lowest=1,
        highest=20,
        source=_("huisregel, BR-016"),
    )
)
"""More than this and a family is asked why: a limited number of goals works out more often."""
