"""The files of a folder: each in a transaction of its own, and the register asked once for many of them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kring.exchange.journal import Journal
from kring.exchange.models import Delivery, DeliveryKind
from kring.exchange.policy import may_deliver
from kring.exchange.registry import Incoming, Reading, connector_for
from kring.exchange.services.deliver import Result, new_delivery, register_lock, take, unchanged_since
from kring.exchange.session import Session, silent
from kring.ground.access.actor import Actor, acting
from kring.ground.organisations.models import Organisation

TOGETHER = 200


def deliver_all(
    *,
    actor: Actor,
    controller: Organisation,
    kind: DeliveryKind,
    files: Sequence[Incoming],
    step: Callable[[int], object] = silent,
) -> Iterator[Result]:
    """Process these files in this order, as `deliver` does one. To be called `in_the_register`.

    Only the last waits for the disk: a power cut may take the files of the last second, each of them whole.
    """
    may_deliver(actor, controller.id).enforce()
    for start in range(0, len(files), TOGETHER):
        folder = _Folder(actor, controller, kind, step)
        with _nobody_else(controller.id):
            yield from folder.deliver(files[start : start + TOGETHER], ends=start + TOGETHER >= len(files))


@dataclass(frozen=True, slots=True)
class _Folder:
    """What holds for all its files."""

    actor: Actor
    controller: Organisation
    kind: DeliveryKind
    step: Callable[[int], object]

    def deliver(self, files: Sequence[Incoming], *, ends: bool) -> Iterator[Result]:
        before = self._before(files)
        known = {content: unchanged_since(same) for content, same in before.items()}
        fresh = [file for file in files if known.get(file.sha256) is None]
        readings = connector_for(self.kind).read_together(fresh, self.controller)
        for place, file in enumerate(files, start=1):
            unchanged = known.get(file.sha256)
            if unchanged is None:
                yield self._take(file, next(readings), before[file.sha256], lasting=ends and place == len(files))
            else:
                yield unchanged

    def _before(self, files: Sequence[Incoming]) -> dict[str, list[Delivery]]:
        """The earlier deliveries of these very files, the oldest first."""
        contents = {file.sha256 for file in files}
        found: dict[str, list[Delivery]] = defaultdict(list)
        with acting(self.actor):
            rows = Delivery.objects.filter(organisation=self.controller, kind=self.kind, sha256__in=contents)
            for row in rows.order_by("number"):
                found[row.sha256].append(row)
        return found

    def _take(self, file: Incoming, reading: Reading, before: list[Delivery], *, lasting: bool) -> Result:
        """The same file may come twice in a folder, so it is an earlier one from now on."""
        delivery = new_delivery(self.actor, self.controller, self.kind, file)
        session = Session(self.actor, self.controller, delivery, Journal(delivery), self.step)
        result = take(session, lambda: before, lambda: reading, lasting=lasting)
        if result.number == delivery.number:
            before.append(delivery)
        return result


@contextmanager
def _nobody_else(controller: UUID) -> Iterator[None]:
    """No other connection changes the register of this municipality, also not between our transactions."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(hashtextextended(%s, 0))", [register_lock(controller)])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_unlock(hashtextextended(%s, 0))", [register_lock(controller)])
