"""What a contact note holds, and where it stands when nobody chooses: the law of the writer's function, then its file.

There are no hidden private notes: what helps the next contact is part of the file (BR-109).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from kring.ground.configuration.rules import StartWord, WordList, declare_list
from kring.ground.shared.levels import Level
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

LONGEST, LONGEST_AGREED, LONGEST_WITH = 4000, 1000, 400
SHARED = Level.SHARED_PLAN

HOW = declare_list(
    WordList(
        "contactvormen",
        _("Soorten contact"),
        _("Hoe er contact was, bij een contactmoment."),
        (
            StartWord("home", _("huisbezoek")),
            StartWord("phone", _("telefoon")),
            StartWord("message", _("bericht")),
            StartWord("office", _("op kantoor")),
            StartWord("school", _("op school")),
            StartWord("video", _("beeldbellen")),
            StartWord("other", _("anders")),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a person writes down. Without `subject` it is about the whole family; `with_whom` by name."""

    held_on: date
    how: str
    said: str
    agreed: str = ""
    with_whom: str = ""
    held_at: time | None = None
    subject: UUID | None = None
    law: str = ""
    level: Level = SHARED


@dataclass(frozen=True, slots=True)
class Usual:
    """What a form begins with."""

    law: str
    level: Level


def usual(laws: Sequence[str], levels: Sequence[Level]) -> Usual:
    """Of who works under a law: its file. Of who works under none, as the regisseur: the joint plan."""
    if laws and Level.DOMAIN_FILE in levels:
        return Usual(laws[0], Level.DOMAIN_FILE)
    return Usual(laws[0] if laws else "", SHARED)


@dataclass(frozen=True, slots=True)
class Happening:
    """On the course of help: how often there was contact in a month, by its last day; or a document, by its kind."""

    on: date
    contacts: int = 0
    document: str = ""


def happenings(contacts: Iterable[date], documents: Iterable[tuple[date, str]]) -> tuple[Happening, ...]:
    """Earliest first. A month of contact is one mark: a year of it would hide the help."""
    months: dict[tuple[int, int], list[date]] = {}
    for day in sorted(contacts):
        months.setdefault((day.year, day.month), []).append(day)
    found = [Happening(days[-1], contacts=len(days)) for days in months.values()]
    found += [Happening(day, document=kind) for day, kind in documents]
    return tuple(sorted(found, key=lambda one: (one.on, one.document)))


def can_be_held(on: date, today: date) -> Verdict:
    return YES if on <= today else no(_("Deze dag is nog niet geweest. Voor een afspraak maakt u een taak."))


def can_say(said: str, agreed: str) -> Verdict:
    """Nothing is shortened, so what is too long is said to be."""
    if not (said.strip() or agreed.strip()):
        return no(_("Schrijf op wat er gezegd of afgesproken is."))
    if len(said) > LONGEST or len(agreed) > LONGEST_AGREED:
        return no(_("Dit is te lang. Schrijf hoogstens 4000 tekens, en bij wat is afgesproken hoogstens 1000."))
    return YES


def can_stand_at(law: str, level: Level, laws: Sequence[str], levels: Sequence[Level]) -> Verdict:
    """A law of the own function, at a level that the writer reads: nobody hides something from themselves."""
    if law and law not in laws:
        return no(_("U werkt hier niet onder deze wet. Kies een andere."))
    if level not in levels:
        return no(_("Dit beschermniveau mag u zelf niet lezen. Kies een ander."))
    return YES


def can_withdraw(*, is_withdrawn: bool, reason: str) -> Verdict:
    if is_withdrawn:
        return no(_("Dit contactmoment is al ingetrokken."))
    return YES if reason.strip() else no(_("Schrijf op waarom u dit contactmoment intrekt."))


def can_correct(*, is_withdrawn: bool) -> Verdict:
    return no(_("Dit contactmoment is ingetrokken.")) if is_withdrawn else YES


def follow_up(said: str, agreed: str, level: Level) -> str:
    """The text that goes along into an action or a task, which more people read than what is in a file."""
    text = " ".join((agreed or said).split())
    return text if level <= SHARED else ""
