"""How every service changes an investigation: whoever may, from the state in which it was read, and with its clocks."""

from datetime import date

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.investigation.models import ClockPause, Investigation
from kring.practice.investigation.policy import may_investigate
from kring.practice.investigation.rules.clocks import Pause
from kring.practice.investigation.rules.steps import State, can_step
from kring.practice.investigation.services.clocks import keep_clocks


def enforce(actor: Actor, row: Investigation) -> None:
    may_investigate(actor, row.dossier_id, row.subject_id).enforce()


def pauses_of(row: Investigation) -> list[Pause]:
    rows = ClockPause.objects.filter(investigation=row).order_by("since", "id")
    return [Pause(one.since, one.until, one.reason) for one in rows if one.until != one.since]


def change(actor: Actor, row: Investigation, done: str, **fields: object) -> None:
    """Only as it was read: of two people who take a step at once, one looks again."""
    if not Investigation.objects.filter(id=row.id, state=row.state).update(**fields):
        raise Refused(_("Iemand anders heeft dit onderzoek net veranderd. Kijk opnieuw."))
    row.refresh_from_db(fields=list(fields))
    note(row, done)
    keep_clocks(actor, row, pauses_of(row))


def step(actor: Actor, row: Investigation, then: State, **fields: object) -> None:
    """To another state. A term that stood still does so no longer when its work is done."""
    can_step(row.state, then).enforce()
    if then not in {State.CONFIRMED, State.INVESTIGATING}:
        _run_on(row, actor.today)
    change(actor, row, then.value, state=then.value, **fields)


def note(row: Investigation, done: str, event: Event = Event.CHANGE, ground: str = "") -> None:
    note_deed(
        f"investigation.{done}", Part.DOMAIN_FILE, event=event, dossier=row.dossier_id, subjects=[row.subject_id],
        ground=ground, thing=row.id,
    )  # fmt: skip


def _run_on(row: Investigation, on: date) -> None:
    ClockPause.objects.filter(investigation=row, until=None, since__lte=on).update(until=on)
