"""The words of the circle: where somebody comes from, how near, how they get on, and how much they can carry.

Nothing about health, faith or crime: a network member is somebody of whom little is kept (BR-059).
"""

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _


class Sector(Labelled):
    """Where somebody comes from. Volunteers and professionals come from their own registers too."""

    FAMILY = "family", _("familie")
    FRIENDS = "friends", _("vrienden en buren")
    COMMUNITY = "community", _("school, werk en vrije tijd")
    VOLUNTEERS = "volunteers", _("vrijwilligers")
    PROFESSIONALS = "professionals", _("professionals")


class Ring(Labelled):
    """How near somebody is."""

    CLOSE = "close", _("dichtbij")
    REGULAR = "regular", _("regelmatig")
    DISTANT = "distant", _("op afstand")


class Quality(Labelled):
    """How the contact is, as the family says it."""

    FUSED = "fused", _("zeer hecht")
    CLOSE = "close", _("goed, steunend")
    ORDINARY = "ordinary", _("gewoon contact")
    DISTANT = "distant", _("weinig contact")
    TENSE = "tense", _("spanning")
    BROKEN = "broken", _("contact verbroken")
    VIOLENT = "violent", _("geweld (geweest)")


class Direction(Labelled):
    """Which way the help goes."""

    TO_FAMILY = "to_family", _("helpt het gezin")
    FROM_FAMILY = "from_family", _("wordt door het gezin geholpen")
    BOTH = "both", _("zij helpen elkaar")
    NONE = "none", _("geen hulp over en weer")


class Load(Labelled):
    """How much somebody can carry, in that person's own words."""

    MORE = "more", _("kan meer")
    RIGHT = "right", _("precies goed")
    LIMIT = "limit", _("grens bereikt")
    PAUSE = "pause", _("even stoppen")


class Sex(Labelled):
    """For the genogram of relatives only, as the family gives it; the letters of the register."""

    FEMALE = "V", _("vrouw")
    MALE = "M", _("man")
    OTHER = "O", _("anders")


class ToldBy(Labelled):
    """How somebody heard of being in the circle (BR-059)."""

    SPOKEN = "spoken", _("verteld door het gezin")
    LETTER = "letter", _("brief gegeven of gestuurd")
    PHONE = "phone", _("gebeld")


FULL = frozenset({Load.LIMIT, Load.PAUSE})
"""Who asks for no more (BR-057)."""
