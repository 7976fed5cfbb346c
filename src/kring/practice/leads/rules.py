"""Who may be regisseur and achtervang together (BR-030 to BR-032), whoever appoints them; and how names are sorted."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from kring.ground.access.roles import TEAM_PROFESSIONAL
from kring.ground.configuration.rules import Setting, Topic, declare
from kring.ground.shared.marking import mark as _
from kring.ground.shared.period import HERE, age_on
from kring.ground.shared.verdict import YES, Refused, Verdict, no

CLOSED = "closed"
MONTHS_IN_YEAR = 12
ASK_FAMILY = "vraag_het_gezin"
"""The clock of the agenda that runs until the family has been asked."""
SHARING_STOPPED, SHARING_ENDS = "delen_gestopt", "delen_verloopt"
"""The clocks of who leads: the family took something back itself, and a decision ends within thirty days."""
TOLD_BEFORE_END = timedelta(days=30)
SHARED_FOR = declare(
    Setting(
        code="delen_maanden",
        topic=Topic.CLOCK,
        title=_("Zo lang geldt een deelbesluit"),
        meaning=_("Na zoveel maanden stopt het delen vanzelf, als er geen andere dag is gekozen."),
        unit=_("maanden"),
        default=12,
        lowest=1,
        highest=24,
        source=_("huisregel, BR-087"),
    )
)

PREFIXES = frozenset(
    (
        *("de", "den", "der", "ten", "ter", "van", "het", "'t", "op", "in", "el", "al", "bin", "ben", "ibn"),
        *("da", "dos", "du", "la", "le", "von", "zu", "gezin", "familie"),
    )
)
"""Words that do not count in the order of names."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the field of a form, in words that say what to do."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """What somebody wants to lay down. `chosen_by_family` is None when the family has not been asked yet."""

    lead: UUID
    deputy: UUID
    deputy_is_professional: bool
    lead_is_professional: bool
    chosen_by_family: bool | None
    reason: str
    dossier_state: str


def appointment_problems(given: Appointment) -> tuple[Problem, ...]:
    """Empty when the appointment can be made."""
    problems = []
    if given.dossier_state == CLOSED:
        problems.append(Problem("", _("Dit dossier is afgesloten. Heropen het eerst.")))
    if given.lead == given.deputy:
        problems.append(Problem("deputy", _("Kies voor de achtervang iemand anders dan de regisseur.")))
    elif not given.lead_is_professional and not given.deputy_is_professional:
        problems.append(
            Problem("deputy", _("Is een familielid of naaste de regisseur, dan is de achtervang een professional."))
        )
    if given.chosen_by_family is False and not given.reason.strip():
        problems.append(Problem("reason", _("Schrijf op waarom het iemand anders wordt. Wie het aangaat, leest dit.")))
    return tuple(problems)


def successor_for(beside: UUID | None, first: UUID, second: UUID | None) -> UUID | None:
    """Who takes over beside `beside`: regisseur and achtervang are two people (BR-030). None when nobody can."""
    return next((one for one in (first, second) if one is not None and one != beside), None)


def enforce(problems: Iterable[Problem]) -> None:
    """Refuse with the first problem; a form has shown them all before it comes this far."""
    for problem in problems:
        raise Refused(problem.text)


def known_age(year: int | None, month: int | None, day: int | None, today: date) -> int | None:
    """Age in whole years; of a partial date the youngest age that fits, so that a rule for children is not missed."""
    if year is None:
        return None
    if month is None:
        return age_on(date(year, 12, 31), today)
    try:
        return age_on(date(year, month, day or 28), today)
    except ValueError:
        return age_on(date(year, month, 28), today)


def shared_until(today: date, months: int) -> datetime:
    """The first moment after this many months: the same day of the month, or the day after a month that is shorter."""
    years, month = divmod(today.month - 1 + months, MONTHS_IN_YEAR)
    try:
        last = date(today.year + years, month + 1, today.day)
    except ValueError:
        last = date(today.year + years + (month + 1) // MONTHS_IN_YEAR, (month + 1) % MONTHS_IN_YEAR + 1, 1)
    return datetime.combine(last, time(), HERE)


def sort_key(label: str) -> tuple[str, str]:
    """Order of names as in the Netherlands: on the first word that is no prefix, without accents or capitals.

    `Gezin De Wit` comes under W, `El Amrani` under A.
    """
    words = label.replace("-", " ").split()
    while len(words) > 1 and words[0].lower() in PREFIXES:
        words.pop(0)
    plain = unicodedata.normalize("NFKD", " ".join(words)).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter)), label


OWN_ACCOUNT_FROM, ALONE_FROM = 12, 16


def can_let_in(age: int | None, *, children: int, authority_over: int, told: bool) -> Verdict:
    """From twelve (BR-080); a parent with authority over none of the children here gets no portal (BR-085).

    `children`: of whom this person is a parent, below eighteen and in this dossier.
    """
    if age is None:
        return no(_("De leeftijd is niet bekend. Kijk de geboortedatum eerst na."))
    if age < OWN_ACCOUNT_FROM:
        return no(_("Voor een kind jonger dan 12 jaar is er geen eigen account. De ouders met gezag lezen mee."))
    if children and not authority_over:
        return no(
            _(
                "Deze ouder heeft volgens Kring geen gezag over de kinderen in dit dossier, en krijgt daarom geen "
                "eigen toegang. Vraagt deze ouder iets, geef dan zelf antwoord. Klopt het gezag niet, kijk het dan na."
            )
        )
    if age < ALONE_FROM and not told:
        return no(_("Bespreek dit eerst met het kind en met de ouders met gezag, en vink dat aan."))
    return YES


def can_join(role: str, laws: Collection[str], ground: str, *, works_here: bool) -> Verdict:
    """Who works along needs a reason; who has a task reads the file of the own laws only, so these are said."""
    if works_here:
        return no(_("Deze professional werkt al mee met dit gezin."))
    if not ground.strip():
        return no(_("Schrijf op waarom deze professional meewerkt."))
    if role == TEAM_PROFESSIONAL.code and not laws:
        return no(_("Kies voor welke wet deze professional hier werkt."))
    return YES
