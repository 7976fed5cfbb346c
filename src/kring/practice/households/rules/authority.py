"""Authority as somebody told it, and what the register said when it was looked up. Told authority opens nothing."""

from datetime import date

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no


class Found(Labelled):
    """What the register of authority said of what was told."""

    RIGHT = "klopt", _("klopt")
    WRONG = "anders", _("klopt niet")


def can_check(checked_on: date, told_on: date, today: date) -> Verdict:
    """Looked up after it was told, and not in the future."""
    if checked_on > today:
        return no(_("De dag waarop dit is nagekeken, is nog niet geweest."))
    if checked_on < told_on:
        return no(_("Dit is nagekeken voordat het verteld werd. Kijk de datum na."))
    return YES


def can_tell_authority(holder: str, *, is_minor: bool | None) -> Verdict:
    """Authority ends at eighteen (BW 1:245)."""
    if is_minor is False:
        return no(_("Over iemand van 18 jaar of ouder heeft niemand gezag."))
    if not holder.strip():
        return no(_("Schrijf op wie het gezag heeft."))
    return YES
