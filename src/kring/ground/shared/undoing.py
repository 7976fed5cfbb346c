"""What somebody just did is taken back with one press: the own last deed on a thing, for ten minutes."""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

UNDO_WITHIN = timedelta(minutes=10)


class Deed(Protocol):
    """Who did the last thing to a row, and when: as its history keeps it."""

    @property
    def at(self) -> datetime: ...

    @property
    def actor(self) -> UUID: ...


def can_undo(last: Deed | None, *, by: UUID, at: datetime) -> Verdict:
    """Not what another did since, and not what others may have built on."""
    if last is None or last.actor != by:
        return no(_("U kunt alleen ongedaan maken wat u zelf als laatste deed."))
    if at - last.at > UNDO_WITHIN:
        return no(_("Ongedaan maken kan tien minuten. Wijzig het, of trek het in met een reden."))
    return YES
