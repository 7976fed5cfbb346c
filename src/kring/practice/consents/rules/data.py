"""Consent of the AVG: for which uses of data it is asked, who gives it by age, and until when it holds (BR-088).

Only for what no law asks and the help does not need: elsewhere a municipality has a task, and consent is no ground.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.consents.rules.help import EIGHTEEN, SIXTEEN, Capacity, Said, State, Voice, state_of

STOPPED = "avg_ingetrokken"
"""The clock of who leads: what was allowed is no longer, and goes."""
AVG = date(2018, 5, 25)
LONGEST = timedelta(days=731)


class UseState(Labelled):
    """What the answers about one use come to on a day."""

    ASKED = "asked", _("wacht op antwoord")
    SECOND_PARENT = "second_parent", _("wacht op ouder 2")
    GIVEN = "given", _("dit mag")
    REFUSED = "refused", _("dit doen wij niet")
    WITHDRAWN = "withdrawn", _("gestopt")
    EXPIRED = "expired", _("verlopen")


@dataclass(frozen=True, slots=True)
class Purpose:
    """A use of data from `since` up to but not including `until`. `stops`: what happens when consent is taken back."""

    code: str
    title: str
    meaning: str
    stops: str
    ground: str
    since: date = AVG
    until: date | None = None

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


PURPOSES: tuple[Purpose, ...] = (
    Purpose(
        "special",
        _("Opschrijven wat voor de hulp niet nodig is"),
        _("Wij schrijven op wat u zelf wilt vertellen over bijvoorbeeld uw geloof of afkomst."),
        _("Wie u helpt, haalt dit weg uit wat er over u is opgeschreven."),
        _("AVG art. 9 lid 2 onder a"),
    ),
    Purpose(
        "images",
        _("Foto’s en filmpjes bewaren"),
        _("Bij uw plan staan foto’s of filmpjes waarop u te herkennen bent."),
        _("Die foto’s en filmpjes gaan weg."),
        _("AVG art. 6 lid 1 onder a"),
    ),
    Purpose(
        "story",
        _("Uw verhaal vertellen"),
        _("Wij vertellen zonder uw naam hoe het bij u ging, aan collega’s of aan de gemeenteraad."),
        _("Uw verhaal wordt niet meer verteld. Wat al in een brief staat, kan niet terug."),
        _("AVG art. 6 lid 1 onder a"),
    ),
    Purpose(
        "experience",
        _("Vragen wat u van de hulp vindt"),
        _("Iemand van de gemeente vraagt u om mee te doen aan een onderzoek over de hulp."),
        _("U wordt hier niet meer voor gevraagd."),
        _("AVG art. 6 lid 1 onder a"),
    ),
)


def purpose_of(code: str, purposes: Iterable[Purpose] = PURPOSES) -> Purpose:
    found = next((purpose for purpose in purposes if purpose.code == code), None)
    if found is None:
        raise ValueError(f"Onbekend doel: {code}")
    return found


def purposes_on(day: date, purposes: Iterable[Purpose] = PURPOSES) -> tuple[Purpose, ...]:
    """What can be asked on this day."""
    return tuple(purpose for purpose in purposes if purpose.holds(day))


def who_consents(age: int, *, capable: bool) -> Capacity:
    """From sixteen oneself; before that, and for who cannot judge, who represents by law (UAVG art. 5)."""
    if age < SIXTEEN or (age < EIGHTEEN and not capable):
        return Capacity.PARENT
    return Capacity.SELF if capable else Capacity.REPRESENTATIVE


def can_ask_use(purpose: Purpose, details: str, *, today: date, until: date) -> Verdict:
    """For one use that can be pointed at, and never for ever."""
    if not purpose.holds(today):
        return no(_("Hiervoor wordt nu geen toestemming gevraagd. Kies iets anders."))
    if not details.strip():
        return no(_("Schrijf op waar het precies om gaat."))
    if not today < until <= today + LONGEST:
        return no(_("Kies een dag na vandaag, en binnen twee jaar."))
    return YES


def state_on(voices: Sequence[Voice], until: date, today: date) -> UseState:
    """Every voice counts; a yes holds until its last day has come."""
    state = state_of(voices)
    if state is State.GIVEN:
        return UseState.GIVEN if today < until else UseState.EXPIRED
    return next(one for one in UseState if one.value == state.value)


def can_answer_use(last: Said | None, said: Said, state: UseState) -> Verdict:
    """Whose data they are may always stop it, also a child that is not asked (UAVG art. 5); `last` is None then."""
    if state is UseState.EXPIRED:
        return no(_("Deze vraag is verlopen. Wie u helpt, kan het opnieuw vragen."))
    if said is Said.ASKED:
        return no(_("Kies ja of nee."))
    if last is None and said is not Said.WITHDRAWN:
        return no(_("Dit antwoord is van wie het gezag heeft. Stoppen mag u wel altijd."))
    if said is Said.WITHDRAWN and last is not Said.GIVEN and (last is not None or state is not UseState.GIVEN):
        return no(_("Er is nog geen ja om terug te nemen."))
    return no(_("Dit antwoord staat er al.")) if said is last else YES
