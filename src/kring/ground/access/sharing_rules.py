"""Which ground carries which sharing, from which day to which (BR-089, BR-090), and how a sharing decision lives.

A law that is not in force yet stands here without a first day: no decision can lean on it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kring.ground.access.parts import Law
from kring.ground.access.roles import DEPUTY, EXTERNAL, REGISSEUR, TEAM_PROFESSIONAL
from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

EXPLICIT_CONSENT, CONSENT, DIRECTLY_INVOLVED = "wmo_5_1_1_4", "jw_7_3_11", "jw_7_3_11_2"
STATUTORY, SAFETY, VITAL, WAMS = "statutory", "wmo_5_2_6", "vital", "wams"
LEADING_ROLES = frozenset({REGISSEUR.code, DEPUTY.code})
NAMED_RECIPIENTS = frozenset({EXTERNAL.code, TEAM_PROFESSIONAL.code})
"""Sharing decisions are for who leads, or for somebody named in them (handbook §5, condition 5)."""
YOUTH_ONLY = frozenset({Law.JEUGDWET.value})
PROTECTED_LAWS = frozenset({Law.JEUGDWET.value, Law.PARTICIPATIEWET.value, Law.SCHULDHULP.value})
"""Data under these laws serve the work of another law with explicit consent only (Wmo art. 5.1.1 lid 4)."""
ACROSS_LAWS = frozenset({EXPLICIT_CONSENT, SAFETY, VITAL, WAMS})
"""Also without consent: with Veilig Thuis by Wmo 5.2.6, with what is needed and why (BR-074)."""


@dataclass(frozen=True, slots=True)
class Ground:
    """From `since` up to but not including `until`; without `since` it is off. `laws`: whose data it may carry."""

    code: str
    since: date | None
    until: date | None = None
    laws: frozenset[str] = frozenset(law.value for law in Law)
    is_consent: bool = False

    def holds(self, day: date) -> bool:
        return self.since is not None and self.since <= day and (self.until is None or day < self.until)


GROUNDS: tuple[Ground, ...] = (
    Ground(EXPLICIT_CONSENT, date(2015, 1, 1), is_consent=True),
    Ground(CONSENT, date(2015, 1, 1), laws=YOUTH_ONLY, is_consent=True),
    Ground(DIRECTLY_INVOLVED, date(2015, 1, 1), laws=YOUTH_ONLY),
    Ground(STATUTORY, date(2018, 5, 25)),
    Ground(SAFETY, date(2015, 1, 1)),
    Ground(VITAL, date(2018, 5, 25)),
    Ground(WAMS, None),
)
"""The AVG grounds from 25 May 2018, Jeugdwet and Wmo 2015 from 1 January 2015; the Wams is not in force."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a decision wants: on this ground, data of this law ("" for the joint plan), for work under those laws."""

    ground: str
    law: str = ""
    works_under: frozenset[str] = frozenset()


def ground_of(code: str, grounds: Iterable[Ground] = GROUNDS) -> Ground:
    found = next((ground for ground in grounds if ground.code == code), None)
    if found is None:
        raise ValueError(f"Onbekende grond om te delen: {code}")
    return found


def grounds_on(day: date, grounds: Iterable[Ground] = GROUNDS) -> tuple[str, ...]:
    """The codes of the grounds that can be used on this day."""
    return tuple(ground.code for ground in grounds if ground.holds(day))


def can_share(wanted: Sharing, day: date, grounds: Iterable[Ground] = GROUNDS) -> Verdict:
    """The ground holds today, is one for this law, and carries the data to the work of the other law (BR-089)."""
    ground = ground_of(wanted.ground, grounds)
    if not ground.holds(day):
        return no(_("Deze grond geldt nu niet. Kies een andere grond."))
    if wanted.law not in ground.laws and (wanted.law or ground.laws == YOUTH_ONLY):
        return no(_("Deze grond is er alleen voor gegevens van de Jeugdwet."))
    if not wanted.law or not wanted.works_under or wanted.law in wanted.works_under:
        return YES
    if ground.code == DIRECTLY_INVOLVED:
        return no(_("Rechtstreeks betrokken is alleen wie zelf aan dezelfde jeugdhulp werkt."))
    if wanted.law in PROTECTED_LAWS and ground.code not in ACROSS_LAWS:
        return no(
            _(
                "Gegevens van de ene wet gebruiken voor het werk van een andere wet kan alleen met uitdrukkelijke "
                "toestemming (Wmo 5.1.1 lid 4)."
            )
        )
    return YES


def can_state_reasons(purpose: str, necessity: str, proportionality: str) -> Verdict:
    """BR-090: asked always, also with consent."""
    if not (purpose.strip() and necessity.strip()):
        return no(_("Vul in waarvoor dit nodig is, en waarom."))
    if not proportionality.strip():
        return no(_("Vul in of het met minder kan."))
    return YES


def can_stop(code: str) -> Verdict:
    """Who gave consent takes it back; what a law orders or allows is no consent to take back."""
    if ground_of(code).is_consent:
        return YES
    return no(_("Dit wordt gedeeld omdat de wet dat zegt. Vraag uw regisseur om uitleg."))


class SharingState(Labelled):
    """DEELBESLUIT of handbook §3.3; `label` is what a person reads."""

    CONCEPT = "concept", _("concept")
    TAKEN = "taken", _("genomen")
    TOLD = "told", _("meegedeeld")
    EXPIRED = "expired", _("verlopen")
    WITHDRAWN = "withdrawn", _("ingetrokken")
    REVISED = "revised", _("herzien")


_OVER = frozenset({SharingState.EXPIRED, SharingState.WITHDRAWN, SharingState.REVISED})
TRANSITIONS: Mapping[SharingState, frozenset[SharingState]] = {
    SharingState.CONCEPT: frozenset({SharingState.TAKEN, SharingState.WITHDRAWN}),
    SharingState.TAKEN: frozenset({SharingState.TOLD}) | _OVER,
    SharingState.TOLD: _OVER,
    SharingState.EXPIRED: frozenset(),
    SharingState.WITHDRAWN: frozenset(),
    SharingState.REVISED: frozenset(),
}
"""What has ended does not begin again: sharing again is a new decision."""


@dataclass(frozen=True, slots=True)
class Moments:
    """What happened to a decision, and when."""

    taken_at: datetime | None = None
    informed_on: date | None = None
    ended_at: datetime | None = None
    withdrawn_at: datetime | None = None
    revised_at: datetime | None = None


def state_of(moments: Moments, at: datetime) -> SharingState:
    """Where the decision stands at this moment: what ended it first, counts."""
    taken, withdrawn = moments.taken_at, moments.withdrawn_at
    if withdrawn is not None and withdrawn <= at and (taken is None or withdrawn <= taken):
        return SharingState.WITHDRAWN
    if taken is None or taken > at:
        return SharingState.CONCEPT
    ends = (
        (withdrawn, SharingState.WITHDRAWN),
        (moments.revised_at, SharingState.REVISED),
        (moments.ended_at, SharingState.EXPIRED),
    )
    over = [(moment, state) for moment, state in ends if moment is not None and moment <= at]
    if over:
        return min(over, key=lambda end: end[0])[1]
    return SharingState.TAKEN if moments.informed_on is None else SharingState.TOLD


def can_become(state: SharingState, next_state: SharingState) -> Verdict:
    if next_state in TRANSITIONS[state]:
        return YES
    return no(_("Dit deelbesluit is al beëindigd of veranderd. Kijk opnieuw wat er nu geldt."))
