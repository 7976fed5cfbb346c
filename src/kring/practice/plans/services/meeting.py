"""Whoever saves second loses nothing: the row is locked, and what both changed comes back to be chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from kring.ground.audit.past import steps
from kring.ground.audit.queries import field_of, moments_of
from kring.ground.shared.verdict import Refused
from kring.practice.plans.models import Action, Goal, Plan
from kring.practice.plans.rules.meeting import DOER, Clash, Held, held, joined, meet, seen_now
from kring.practice.plans.rules.words import ActionWords

SEEN_BY: Final = "only_for"
COLUMNS: Final[Mapping[str, str]] = {SEEN_BY: "subject"}
"""What the forms call otherwise than the tables."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Whose text stands there now, and since when."""

    account: UUID
    at: datetime


class Both(Refused):
    """Somebody else, `other`, changed the same since the writer began. `since`: what the writer has seen by now."""

    def __init__(self, clashes: tuple[Clash, ...], since: str, other: Writer | None) -> None:
        super().__init__(_("Iemand anders heeft dit net ook gewijzigd."))
        self.clashes = clashes
        self.since = since
        self.other = other

    def told(self, clashes: Iterable[Clash]) -> "Both":
        """The same, in the values of a form."""
        return Both(tuple(clashes), self.since, self.other)


def taken(model: type[Goal] | type[Plan], key: UUID, mine: Held, since: str) -> dict[str, object]:
    """What of the writer goes in; `Both` where somebody chooses first. A row that is not there yet takes all."""
    plain, named = mine.keys() - COLUMNS, {name: F(COLUMNS[name]) for name in mine.keys() & COLUMNS}
    rows = model._default_manager.select_for_update().filter(pk=key)  # noqa: SLF001  Django's public API
    now = rows.values(*plain, **named).first()
    if now is None:
        return dict(mine)
    met = meet(mine, now, since)
    if met.clashes:
        clashed = {clash.field: now[clash.field] for clash in met.clashes}
        raise Both(met.clashes, seen_now(since, now, met.clashes), _writer(model, key, clashed))
    return dict(met.taken)


def taken_words(action: Action, mine: ActionWords, since: str) -> ActionWords:
    """The same for a step, whose doer and answer each count as one."""
    row = Action.objects.select_for_update().get(id=action.id)
    now = words_of(row)
    met = meet(held(mine), held(now), since)
    if met.clashes:
        names = ["doer_name" if clash.field == DOER else clash.field for clash in met.clashes]
        clashed = {name: field_of(Action, name).value_from_object(row) for name in names}
        raise Both(met.clashes, seen_now(since, held(now), met.clashes), _writer(Action, row.id, clashed))
    return joined(mine, now, met.taken)


def words_of(action: Action) -> ActionWords:
    """The step as somebody would write it down."""
    return ActionWords(
        action.what, action.doer_kind, action.doer_name, action.due_on, action.doer_function,
        action.informal_first, action.informal_who, action.informal_reason, action.volunteer_wish,
        action.start_on, action.rhythm, action.depends_on_id, action.is_discussed, action.undiscussed_ground,
    )  # fmt: skip


def _writer(model: type[Action] | type[Goal] | type[Plan], key: UUID, now: Held) -> Writer | None:
    """The last who changed one of the fields in which two meet."""
    now = {COLUMNS.get(name, name): value for name, value in now.items()}
    found = next(iter(steps(now, moments_of(model, key, tuple(now)))), None)
    return Writer(found.actor, found.at) if found else None
