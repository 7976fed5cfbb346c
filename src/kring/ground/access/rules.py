"""What a dossier may be called (BR-075: its name tells nothing protected), who has a role, from which age (BR-084)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kring.ground.access.roles import ADULT, YOUNG, YOUTH
from kring.ground.shared.marking import mark as _
from kring.ground.shared.period import HERE, birthday
from kring.ground.shared.verdict import YES, Verdict, no

LONGEST_LABEL = 120
AGES = ((12, YOUNG.code), (16, YOUTH.code), (18, ADULT.code))
"""The birthday from which a member of the family has this role; under twelve there is no own account (BR-080)."""
INVITED_FOR = timedelta(days=8)
RESET_FOR = timedelta(hours=1)
LONGEST_EMERGENCY = 24
PROTECTED, SHIELDED = 3, 4
"""The levels that are read by name only (handbook §3.1)."""
SHORTEST_REASON = 10
LONGEST_NAMED = timedelta(days=366)
LONGEST_UNREVIEWED = timedelta(days=183)
LONGEST_PROVISIONAL = timedelta(days=7)
"""Two working days, with a weekend and the holidays of Easter between them."""
LONGER_FROM = timedelta(days=14)
"""So long before the day on which it ends it may be asked to withhold longer."""
_TELLS_TOO_MUCH = re.compile(
    r"\bafgeschermd|\bbeschermd|\bgeheime? (adres|verblijf)|\bonderduik|opvang\b"  # that somebody hides, or where
    r"|\b\d{4}\s?[a-z]{2}\b"  # a postcode
    r"|\b\d{8,}\b",  # a BSN or telephone number
    re.IGNORECASE,
)


def can_give_role(*, to_oneself: bool, is_administrating: bool, administers_all: bool) -> Verdict:
    """Nobody widens the own rights, and who administers one organisation makes no functional administrator."""
    if to_oneself:
        return no(_("U geeft uzelf geen rol. Vraag het een andere beheerder."))
    if is_administrating and not administers_all:
        return no(_("Alleen een functioneel beheerder maakt iemand functioneel beheerder."))
    return YES


def can_close(*, families: int) -> Verdict:
    """Who still leads families or stands behind a regisseur does not leave them alone (BR-030)."""
    if families:
        return no(_("Dit account is nog regisseur of achtervang. Draag de gezinnen eerst over."))
    return YES


def can_be_label(label: str) -> Verdict:
    """A name of people, and no more than that."""
    if not label.strip():
        return no(_("Geef het dossier een naam."))
    if len(label) > LONGEST_LABEL:
        return no(_("De naam van het dossier is te lang: hoogstens 120 tekens."))
    if _TELLS_TOO_MUCH.search(label):
        return no(_("De naam van een dossier zegt niets over bescherming, adres of nummers. Gebruik alleen een naam."))
    return YES


@dataclass(frozen=True, slots=True)
class Spell:
    """A role of a member of the family, half-open; without `end` it stays."""

    role: str
    start: datetime
    end: datetime | None


def spells(born: date, since: datetime) -> Iterator[Spell]:
    """The roles that someone has one after the other from `since` on: each begins and ends on a birthday."""
    starts = [datetime.combine(birthday(born, age), time(), HERE) for age, _role in AGES]
    for (_age, role), start, end in zip(AGES, starts, [*starts[1:], None], strict=True):
        if end is None or end > since:
            yield Spell(role, max(start, since), end)


def can_be_used(
    *, at: datetime, expires_at: datetime, used_at: datetime | None, withdrawn_at: datetime | None
) -> Verdict:
    """An invitation opens an account once, and for eight days (a new password: for one hour)."""
    if used_at is not None:
        return no(_("Deze link is al gebruikt."))
    if withdrawn_at is not None:
        return no(_("Deze link is ingetrokken."))
    if at >= expires_at:
        return no(_("Deze link is verlopen."))
    return YES


def can_name_reader(*, level: int, ground: str, review_on: date, today: date, works_here: bool) -> Verdict:
    """With a reason, a day to look at it again within a year, and only who has a task with this family."""
    if level not in {PROTECTED, SHIELDED}:
        return no(_("Op naam lezen is voor wat beschermd of afgeschermd is. Het andere leest wie met het gezin werkt."))
    if len(ground.strip()) < SHORTEST_REASON:
        return no(_("Schrijf op waarom deze persoon dit moet kunnen lezen, in ten minste tien letters."))
    if not today < review_on <= today + LONGEST_NAMED:
        return no(_("Kies een dag om dit weer na te kijken: later dan vandaag, en binnen een jaar."))
    if not works_here:
        return no(_("Alleen wie met dit gezin werkt of aandachtsfunctionaris is, kan dit op naam lezen."))
    return YES


def can_end_named_reader(*, ended: bool, reason: str) -> Verdict:
    """Once, and with a reason."""
    if ended:
        return no(_("Dit is al gestopt."))
    if not reason.strip():
        return no(_("Schrijf op waarom."))
    return YES


def can_break_glass(reason: str, hours: int) -> Verdict:
    """With a reason that says something, and for a day at most (BR-104)."""
    if len(reason.strip()) < SHORTEST_REASON:
        return no(_("Schrijf op wat er aan de hand is, in ten minste tien letters."))
    if not 1 <= hours <= LONGEST_EMERGENCY:
        return no(_("Kies een aantal uren van 1 tot en met 24."))
    return YES


def can_judge(words: str, *, is_judged: bool, is_own: bool) -> Verdict:
    """Once, with words, and never one's own use."""
    if is_own:
        return no(_("Uw eigen gebruik beoordeelt een andere functionaris gegevensbescherming."))
    if is_judged:
        return no(_("Dit is al beoordeeld."))
    if len(words.strip()) < SHORTEST_REASON:
        return no(_("Leg uw oordeel uit, in ten minste tien letters."))
    return YES


def can_withhold(reason: str, *, today: date, review_on: date, at: datetime, until: datetime | None) -> Verdict:
    """With a reason, a day within half a year to look again, and without the second for a short while only (BR-073)."""
    if len(reason.strip()) < SHORTEST_REASON:
        return no(_("Schrijf op waarom dit wordt achtergehouden, in ten minste tien letters."))
    if not today < review_on <= today + LONGEST_UNREVIEWED:
        return no(_("Kies een dag om dit opnieuw te bekijken: na vandaag en binnen een half jaar."))
    if until is not None and not at < until <= at + LONGEST_PROVISIONAL:
        return no(_("Voorlopig achterhouden kan hoogstens twee werkdagen."))
    return YES


def can_answer_withholding(words: str, *, at: datetime, is_answered: bool, ended_at: datetime | None) -> Verdict:
    """Once, with words, and not about what is over already."""
    if is_answered:
        return no(_("Hierop is al geantwoord."))
    if ended_at is not None and ended_at <= at:
        return no(_("Dit is al voorbij. Is het nog nodig, vraag het dan opnieuw."))
    if len(words.strip()) < SHORTEST_REASON:
        return no(_("Leg uw antwoord uit, in ten minste tien letters."))
    return YES


def last_moment(day: date) -> datetime:
    """What is withheld up to and with a day, is to be read from midnight."""
    return datetime.combine(day + timedelta(days=1), time(), HERE)


def can_agree(*, at: datetime, review_on: date) -> Verdict:
    """A yes holds until the agreed day, so not after it."""
    if last_moment(review_on) <= at:
        return no(_("De dag om dit opnieuw te bekijken is voorbij. Is het nog nodig, vraag het dan opnieuw."))
    return YES


def can_ask_longer(*, holds: bool, refused: bool, is_asked: bool, review_on: date, today: date) -> Verdict:
    """Near the end of what another agreed with; one question at a time, and not again after a no (BR-073)."""
    if not holds:
        return no(_("Dit wordt niet achtergehouden, of is al voorbij."))
    if is_asked:
        return no(_("Er is al een mening gevraagd."))
    if refused:
        return no(_("De tweede professional vond langer achterhouden niet nodig."))
    if today < review_on - LONGER_FROM:
        return no(_("Langer achterhouden vraagt u in de twee weken voor de dag van opnieuw bekijken."))
    return YES


def can_end_withholding(words: str, *, at: datetime, ended_at: datetime | None) -> Verdict:
    if ended_at is not None and ended_at <= at:
        return no(_("Dit is al voorbij."))
    if len(words.strip()) < SHORTEST_REASON:
        return no(_("Schrijf op waarom het niet meer nodig is, in ten minste tien letters."))
    return YES
