"""Who must agree to help, by age (BR-080 to BR-083), and what their answers come to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

TWELVE, SIXTEEN, EIGHTEEN = 12, 16, 18
ANSWERED = "hulp_antwoord"
"""The clock of who leads: somebody answered about help on the own page."""


class AgeGroup(Labelled):
    """Of the one who gets the help, on the day it is asked."""

    UNDER_12 = "under_12", _("jonger dan 12 jaar")
    FROM_12 = "from_12", _("12 tot en met 15 jaar")
    FROM_16 = "from_16", _("16 of 17 jaar")
    ADULT = "adult", _("volwassen")


class Capacity(Labelled):
    """As whom somebody answers."""

    SELF = "self", _("zelf")
    PARENT = "parent", _("ouder met gezag")
    REPRESENTATIVE = "representative", _("vertegenwoordiger")


class Said(Labelled):
    """TOESTEMMING of handbook §3.3, per person."""

    ASKED = "asked", _("gevraagd")
    GIVEN = "given", _("ja")
    REFUSED = "refused", _("nee")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class ExceptionKind(Labelled):
    """Jeugdwet 7.3.4 lid 2: a child of 12 to 15 gets help without the consent of a parent."""

    HARM = "harm", _("zonder deze hulp is er ernstig nadeel voor het kind")
    WISH = "wish", _("het kind blijft de hulp weloverwogen willen, na een nee van een ouder")


class State(Labelled):
    """What the answers come to."""

    ASKED = "asked", _("wacht op antwoord")
    SECOND_PARENT = "second_parent", _("wacht op ouder 2")
    GIVEN = "given", _("akkoord")
    ASSUMED = "assumed", _("verondersteld")
    EXCEPTED = "excepted", _("akkoord van het kind, met uitzondering")
    REFUSED = "refused", _("niet akkoord")
    WITHDRAWN = "withdrawn", _("ingetrokken")


MUST_ANSWER: Mapping[AgeGroup, frozenset[Capacity]] = {
    AgeGroup.UNDER_12: frozenset({Capacity.PARENT}),
    AgeGroup.FROM_12: frozenset({Capacity.SELF, Capacity.PARENT}),
    AgeGroup.FROM_16: frozenset({Capacity.SELF}),
    AgeGroup.ADULT: frozenset({Capacity.SELF}),
}
"""BR-080, for who can judge its own interests."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who must answer, with the last that was said."""

    name: str
    capacity: Capacity
    said: Said


def group_of(age: int) -> AgeGroup:
    for below, group in ((TWELVE, AgeGroup.UNDER_12), (SIXTEEN, AgeGroup.FROM_12), (EIGHTEEN, AgeGroup.FROM_16)):
        if age < below:
            return group
    return AgeGroup.ADULT


def must_answer(group: AgeGroup, *, capable: bool) -> frozenset[Capacity]:
    """Who cannot judge its own interests: a minor's parents with authority, an adult's representative (7.3.15)."""
    if capable:
        return MUST_ANSWER[group]
    return frozenset({Capacity.REPRESENTATIVE if group is AgeGroup.ADULT else Capacity.PARENT})


def can_ask(capacities: Iterable[Capacity], parents: int, representative: str) -> Verdict:
    """Nobody is left out because nobody looked it up."""
    if Capacity.PARENT in capacities and not parents:
        return no(_("Wie het gezag heeft, is niet bekend. Kijk het gezag eerst na."))
    if Capacity.REPRESENTATIVE in capacities and not representative.strip():
        return no(_("Schrijf op wie de vertegenwoordiger is."))
    return YES


def state_of(voices: Sequence[Voice], *, assumed: bool = False, exception: str = "") -> State:
    """Every voice counts (BR-083). An exception takes the place of parents only; what was assumed ends with a no."""
    said = {voice.said for voice in voices}
    own = {voice.said for voice in voices if voice.capacity is Capacity.SELF}
    if exception and own == {Said.GIVEN}:
        return State.EXCEPTED
    if Said.WITHDRAWN in said:
        return State.WITHDRAWN
    if Said.REFUSED in said:
        return State.REFUSED
    if said == {Said.GIVEN}:
        return State.GIVEN
    if assumed:
        return State.ASSUMED
    parents = [voice.said for voice in voices if voice.capacity is Capacity.PARENT]
    return State.SECOND_PARENT if set(parents) == {Said.GIVEN, Said.ASKED} else State.ASKED


def can_assume(voices: Iterable[Voice], *, invasive: bool) -> Verdict:
    """Not invasive (7.3.16 lid 2), and nobody said no (BR-082)."""
    if invasive:
        return no(_("Ingrijpende hulp kan niet verondersteld worden. Vraag het aan ieder die moet antwoorden."))
    if any(voice.said in {Said.REFUSED, Said.WITHDRAWN} for voice in voices):
        return no(_("Er is nee gezegd. Dan kan de hulp niet verondersteld akkoord zijn."))
    return YES


def can_except(group: AgeGroup, voices: Sequence[Voice], exception: ExceptionKind, reason: str) -> Verdict:
    """From 12 to 15, with the child's own yes and a reason; for the second ground a parent has said no (BR-081)."""
    if group is not AgeGroup.FROM_12:
        return no(_("Deze uitzondering is er alleen voor kinderen van 12 tot en met 15 jaar."))
    if {voice.said for voice in voices if voice.capacity is Capacity.SELF} != {Said.GIVEN}:
        return no(_("Het kind zelf moet de hulp willen."))
    parents = {voice.said for voice in voices if voice.capacity is Capacity.PARENT}
    if exception is ExceptionKind.WISH and not parents & {Said.REFUSED, Said.WITHDRAWN}:
        return no(_("Deze uitzondering is er pas als een ouder nee heeft gezegd."))
    if not reason.strip():
        return no(_("Schrijf op waarom."))
    return YES


def can_say(last: Said, said: Said) -> Verdict:
    """Yes and no follow a question or each other; only a yes is taken back."""
    if said is Said.ASKED:
        return no(_("Kies ja of nee."))
    if said is Said.WITHDRAWN and last is not Said.GIVEN:
        return no(_("Er is nog geen ja om terug te nemen."))
    return no(_("Dit antwoord staat er al.")) if said is last else YES
