"""The smallest counts that may be shown (handbook §8): settings, with the norm below which a reason is asked."""

from kring.ground.configuration.rules import Setting, Topic, declare
from kring.ground.shared.marking import mark as _

INSIDE = declare(
    Setting(
        code="kleinste_cel",
        topic=Topic.THRESHOLD,
        title=_("Kleinste aantal binnen de gemeente"),
        meaning=_("Een kleiner aantal dan dit toont Kring niet aan medewerkers, zodat niemand te herkennen is."),
        unit=_("huishoudens of personen"),
        default=5,
        lowest=3,
        highest=50,
        norm=5,
        source=_("huisregel"),
    )
)
PUBLIC = declare(
    Setting(
        code="kleinste_cel_publiek",
        topic=Topic.THRESHOLD,
        title=_("Kleinste aantal in een brief of publicatie"),
        meaning=_("Een kleiner aantal dan dit staat in geen raadsbrief."),
        unit=_("huishoudens of personen"),
        default=10,
        lowest=3,
        highest=100,
        norm=10,
        source=_("huisregel"),
    )
)
