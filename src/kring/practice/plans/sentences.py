"""What changed between two versions, in sentences that everyone at the table understands (BR-019)."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import ActionState, GoalState, PlanVariant, PositionKind, Rhythm
from kring.practice.plans.rules.difference import Change, ChangeKind

Pair = tuple[Promise, Promise]
"""How it is said of something new, and of something that was there before."""

TEXTS: Final[Mapping[ChangeKind, Pair]] = {
    ChangeKind.VARIANT: (
        _("Soort plan: %(after)s."),
        _("Soort plan: %(after)s. Eerst was dat %(before)s."),
    ),
    ChangeKind.LEAD: (
        _("De regisseur is %(after)s."),
        _("De regisseur is nu %(after)s. Eerst was dat %(before)s."),
    ),
    ChangeKind.DEPUTY: (
        _("De achtervang is %(after)s."),
        _("De achtervang is nu %(after)s. Eerst was dat %(before)s."),
    ),
    ChangeKind.QUESTION: (
        _("De vraag is: “%(after)s”"),
        _("De vraag is nu: “%(after)s” Eerst was dat: “%(before)s”"),
    ),
    ChangeKind.STRENGTHS: (
        _("Bij “Wat gaat er goed” staat: “%(after)s”"),
        _("Bij “Wat gaat er goed” staat nu: “%(after)s” Eerst stond er: “%(before)s”"),
    ),
    ChangeKind.CONCERNS: (
        _("Bij “Zorgen” staat: “%(after)s”"),
        _("Bij “Zorgen” staat nu: “%(after)s” Eerst stond er: “%(before)s”"),
    ),
    ChangeKind.DREAM: (
        _("Bij “Over een jaar” staat: “%(after)s”"),
        _("Bij “Over een jaar” staat nu: “%(after)s” Eerst stond er: “%(before)s”"),
    ),
    ChangeKind.EVALUATION: (
        _("We kijken terug op %(after)s."),
        _("We kijken nu terug op %(after)s. Eerst was dat %(before)s."),
    ),
    ChangeKind.CONTACT: (
        _("De vaste contactpersoon is %(after)s."),
        _("De vaste contactpersoon is nu %(after)s. Eerst was dat %(before)s."),
    ),
    ChangeKind.GOAL_WORDS: (
        _("Het doel heet nu “%(after)s”."),
        _("Het doel “%(before)s” heet nu “%(after)s”."),
    ),
    ChangeKind.GOAL_MEASURE: (
        _("Bij “%(about)s” merken we het zo: “%(after)s”"),
        _("Bij “%(about)s” merken we het nu zo: “%(after)s” Eerst stond er: “%(before)s”"),
    ),
    ChangeKind.GOAL_AREA: (
        _("“%(about)s” gaat over %(after)s."),
        _("“%(about)s” gaat nu over %(after)s. Eerst was dat %(before)s."),
    ),
    ChangeKind.ACTION_WHAT: (
        _("Actie van %(who)s: “%(after)s”."),
        _("Actie van %(who)s: van “%(before)s” naar “%(after)s”."),
    ),
    ChangeKind.ACTION_DOER: (
        _("“%(about)s”: %(after)s doet dit."),
        _("“%(about)s”: eerst deed %(before)s dit, nu %(after)s."),
    ),
    ChangeKind.ACTION_DUE: (
        _("“%(about)s” van %(who)s is klaar op %(after)s."),
        _("“%(about)s” van %(who)s is nu klaar op %(after)s. Eerst was dat %(before)s."),
    ),
    ChangeKind.ACTION_RHYTHM: (
        _("“%(about)s” van %(who)s: %(after)s."),
        _("“%(about)s” van %(who)s: nu %(after)s. Eerst was dat %(before)s."),
    ),
    ChangeKind.ACTION_UNDISCUSSED: (
        _("“%(about)s” van %(who)s is niet samen besproken: %(after)s."),
        _("“%(about)s” van %(who)s is niet samen besproken, nu om een andere reden: %(after)s."),
    ),
    ChangeKind.SCORE: (
        _("Cijfer van %(who)s voor “%(about)s”: %(after)s."),
        _("Cijfer van %(who)s voor “%(about)s”: van %(before)s naar %(after)s."),
    ),
    ChangeKind.POSITION: (
        _("%(who)s is het %(after)s."),
        _("%(who)s was het %(before)s, en nu %(after)s."),
    ),
}
ONE_WAY: Final[Mapping[ChangeKind, Promise]] = {
    ChangeKind.MEMBER_NEW: _("%(who)s hoort nu bij het plan."),
    ChangeKind.MEMBER_GONE: _("%(who)s hoort niet meer bij het plan."),
    ChangeKind.GOAL_NEW: _("Nieuw doel: “%(about)s”."),
    ChangeKind.GOAL_GONE: _("Het doel “%(about)s” staat niet meer in het plan."),
    ChangeKind.ACTION_NEW: _("Nieuw: %(who)s gaat dit doen: %(about)s. Klaar op %(after)s."),
    ChangeKind.ACTION_GONE: _("De actie “%(about)s” van %(who)s staat niet meer in het plan."),
}
GOAL_STATES: Final[Mapping[str, Promise]] = {
    GoalState.ACTIVE: _("We werken weer aan het doel “%(about)s”."),
    GoalState.REACHED: _("Doel bereikt: “%(about)s”."),
    GoalState.PARTLY: _("Doel deels bereikt: “%(about)s”."),
    GoalState.DROPPED: _("Doel losgelaten: “%(about)s”."),
}
ACTION_STATES: Final[Mapping[str, Promise]] = {
    ActionState.AGREED: _("Opnieuw afgesproken met %(who)s: %(about)s."),
    ActionState.BUSY: _("%(who)s is bezig met: %(about)s."),
    ActionState.DONE: _("%(who)s heeft gedaan: %(about)s."),
    ActionState.FAILED: _("Niet gelukt: %(about)s (%(who)s)."),
    ActionState.CANCELLED: _("Vervallen: %(about)s (%(who)s)."),
}
EMPTIED: Final[Mapping[ChangeKind, Promise]] = {
    ChangeKind.LEAD: _("Er is geen regisseur meer."),
    ChangeKind.DEPUTY: _("Er is geen achtervang meer."),
    ChangeKind.QUESTION: _("De vraag is teruggenomen."),
    ChangeKind.STRENGTHS: _("Bij “Wat gaat er goed” staat niets meer."),
    ChangeKind.CONCERNS: _("Bij “Zorgen” staat niets meer."),
    ChangeKind.DREAM: _("Bij “Over een jaar” staat niets meer."),
    ChangeKind.EVALUATION: _("Er is geen dag meer om terug te kijken."),
    ChangeKind.CONTACT: _("Er is geen vaste contactpersoon meer."),
    ChangeKind.ACTION_UNDISCUSSED: _("“%(about)s” van %(who)s is nu samen besproken."),
    ChangeKind.GOAL_MEASURE: _("Bij “%(about)s” staat niet meer hoe we merken dat het lukt."),
    ChangeKind.GOAL_AREA: _("Bij “%(about)s” staat niet meer waar het over gaat."),
}
REASON: Final = _("%(sentence)s Reden: %(reason)s")
DATES = frozenset({ChangeKind.EVALUATION, ChangeKind.ACTION_NEW, ChangeKind.ACTION_DUE})


def sentence(change: Change) -> str:
    """One change in one or two plain sentences."""
    said = _pattern(change) % {
        "about": change.about,
        "who": change.who,
        "before": _value(change.kind, change.before),
        "after": _value(change.kind, change.after),
    }
    return str(REASON) % {"sentence": said, "reason": change.reason} if _needs_reason(change) else said


def _pattern(change: Change) -> str:
    match change.kind:
        case ChangeKind.GOAL_STATE:
            return str(GOAL_STATES[change.after])
        case ChangeKind.ACTION_STATE:
            return str(ACTION_STATES[change.after])
        case kind if kind in ONE_WAY:
            return str(ONE_WAY[kind])
        case kind if not change.after and kind in EMPTIED:
            return str(EMPTIED[kind])
        case kind:
            new, changed = TEXTS[kind]
            return str(changed if change.before else new)


def _needs_reason(change: Change) -> bool:
    moved = {ChangeKind.GOAL_STATE, ChangeKind.ACTION_STATE, ChangeKind.POSITION}
    return bool(change.reason) and change.kind in moved


def _value(kind: ChangeKind, text: str) -> str:
    if kind in DATES and text:
        return date_format(date.fromisoformat(text), "j F Y")
    if kind == ChangeKind.ACTION_RHYTHM and text:
        return str(Rhythm(text).label)
    if kind in {ChangeKind.GOAL_AREA, ChangeKind.ACTION_UNDISCUSSED} and text:
        return gettext(text)
    if kind == ChangeKind.VARIANT and text:
        return str(PlanVariant(text).label)
    if kind == ChangeKind.POSITION and text:
        return str(PositionKind(text).label)
    return text
