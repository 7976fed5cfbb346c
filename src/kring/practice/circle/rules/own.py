"""What a family tells of itself: what is familiar, and the moments of its life. Asked is what it wants to tell.

Nothing about faith or health is asked (BR-059): it is in the own words, or it is not there.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

EARLIEST: Final = 1900
MONTHS: Final = 12


class FamiliarKind(Labelled):
    """What makes somewhere a home: for whoever takes care of a child for a while."""

    PEOPLE = "people", _("mensen")
    PLACES = "places", _("plekken")
    RITUALS = "rituals", _("gewoontes")
    LANGUAGE = "language", _("taal en woorden")
    FOOD = "food", _("eten")
    STORIES = "stories", _("verhalen en liedjes")


class MomentKind(Labelled):
    """What sort of moment it was in a life."""

    MOVE = "move", _("verhuizing")
    LOSS = "loss", _("verlies of afscheid")
    BIRTH = "birth", _("geboorte")
    SCHOOL = "school", _("school of werk")
    PLACEMENT = "placement", _("ergens anders wonen")
    GOOD = "good", _("mooi moment")
    OTHER = "other", _("iets anders")


class ShownTo(Labelled):
    """Who reads it of those who may read the circle."""

    CIRCLE = "circle", _("iedereen die de kring mag zien")
    KEEPERS = "keepers", _("alleen het gezin en de regisseur")
    OWN = "own", _("alleen over wie het gaat, en de regisseur")


class About(Labelled):
    """How exactly the day is known."""

    DAY = "day", _("op de dag")
    MONTH = "month", _("in de maand")
    SEASON = "season", _("in het seizoen")
    YEAR = "year", _("in het jaar")


@dataclass(frozen=True, slots=True)
class When:
    """A day, or the first day of the month, season or year that is meant."""

    on: date
    about: About = About.DAY


@dataclass(frozen=True, slots=True)
class FamiliarWords:
    kind: FamiliarKind
    words: str
    told_by: str
    shown_to: ShownTo = ShownTo.CIRCLE


@dataclass(frozen=True, slots=True)
class MomentWords:
    kind: MomentKind
    when: When
    what: str
    told_by: str
    feeling: str = ""
    shown_to: ShownTo = ShownTo.CIRCLE


OwnWords = FamiliarWords | MomentWords


def can_tell(told: OwnWords, today: date) -> Verdict:
    return can_tell_familiar(told) if isinstance(told, FamiliarWords) else can_tell_moment(told, today)


def can_tell_familiar(told: FamiliarWords) -> Verdict:
    if not told.words.strip():
        return no(_("Schrijf op wat er vertrouwd is."))
    return YES if told.told_by.strip() else no(_("Schrijf op wie dit vertelde."))


def can_tell_moment(told: MomentWords, today: date) -> Verdict:
    if not told.what.strip():
        return no(_("Schrijf op wat er gebeurde."))
    if not told.told_by.strip():
        return no(_("Schrijf op wie dit vertelde."))
    if told.when.on > today:
        return no(_("Dit moment is nog niet geweest. Wat komt, staat in de agenda of het plan."))
    return YES if told.when.on.year >= EARLIEST else no(_("Kijk het jaar na."))


def can_withdraw_own(because: str, *, is_withdrawn: bool) -> Verdict:
    if is_withdrawn:
        return no(_("Dit is al ingetrokken."))
    return YES if because.strip() else no(_("Schrijf op waarom dit weg kan."))
