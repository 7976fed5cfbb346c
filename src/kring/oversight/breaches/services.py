"""Writing a breach down, changing it until it is closed, and both decisions; the clock is a task of the officer."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.models import Task, TaskState
from kring.ground.agenda.services import add_task, finish_task
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.period import day_of
from kring.ground.shared.verdict import Refused
from kring.oversight.breaches.models import Breach, Notification
from kring.oversight.breaches.policy import may_keep_breaches
from kring.oversight.breaches.rules import can_change, can_close, can_note, can_tell_authority, due_at


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of it; more comes later, and the record says so."""

    kind: str
    what: str
    discovered_at: datetime
    data: str
    happened_on: date | None = None
    people_count: int | None = None
    people: str = ""
    consequences: str = ""
    measures: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """Both decisions, each with its reason, and when it was done."""

    authority: Notification
    authority_reason: str
    authority_at: datetime | None
    late_reason: str
    subjects: Notification
    subjects_reason: str
    subjects_on: date | None


def note_breach(*, actor: Actor, organisation: UUID, facts: Facts) -> Breach:
    """The 72 hours run from the moment of discovery; the officer gets them as a task."""
    may_keep_breaches(actor, organisation).enforce()
    can_note(facts.discovered_at, actor.at).enforce()
    breach = Breach(
        organisation_id=organisation, written_by=actor.id, due_at=due_at(facts.discovered_at), **_fields(facts)
    )
    breach.save(force_insert=True)
    title = _("Datalek: meld binnen 72 uur, of leg vast waarom niet")
    began, due = day_of(facts.discovered_at), day_of(breach.due_at)
    add_task(actor=actor, account=actor.id, clock="datalek", title=title, began_on=began, due_on=due)
    note_deed("breaches.breach_noted", Part.BREACH, event=Event.CREATE)
    return breach


def change_facts(*, actor: Actor, breach: Breach, facts: Facts) -> None:
    """More is known now. The clock follows the moment of discovery."""
    can_note(facts.discovered_at, actor.at).enforce()
    _change(actor, breach, due_at=due_at(facts.discovered_at), **_fields(facts))
    note_deed("breaches.breach_changed", Part.BREACH)


def decide(*, actor: Actor, breach: Breach, telling: Telling) -> None:
    """To the supervisor, and to the people themselves (GDPR 33 and 34)."""
    can_tell_authority(
        telling.authority, telling.authority_reason, telling.authority_at, telling.late_reason, breach.due_at
    ).enforce()
    if telling.subjects and not telling.subjects_reason.strip():
        raise Refused(_("Schrijf op waarom u het wel of niet aan de mensen zelf meldt."))
    _change(
        actor,
        breach,
        authority=telling.authority,
        authority_reason=telling.authority_reason.strip(),
        authority_at=telling.authority_at,
        late_reason=telling.late_reason.strip(),
        subjects=telling.subjects,
        subjects_reason=telling.subjects_reason.strip(),
        subjects_on=telling.subjects_on,
    )
    note_deed("breaches.telling_decided", Part.BREACH, ground=str(Notification(telling.authority).label))


def close(*, actor: Actor, breach: Breach) -> None:
    """Complete: from now on nothing in it changes."""
    can_close(breach.authority, breach.authority_at, breach.subjects, breach.subjects_on is not None).enforce()
    _change(actor, breach, closed_on=actor.today)
    began = day_of(breach.discovered_at)
    mine = Task.objects.filter(account_id=actor.id, clock="datalek", state=TaskState.OPEN, began_on=began)
    for task in mine.order_by("id")[:1]:
        finish_task(actor=actor, task=task)
    note_deed("breaches.breach_closed", Part.BREACH)


def _fields(facts: Facts) -> dict[str, object]:
    return {
        "kind": facts.kind,
        "what": facts.what.strip(),
        "discovered_at": facts.discovered_at,
        "data": facts.data.strip(),
        "happened_on": facts.happened_on,
        "people_count": facts.people_count,
        "people": facts.people.strip(),
        "consequences": facts.consequences.strip(),
        "measures": facts.measures.strip(),
    }


def _change(actor: Actor, breach: Breach, **fields: object) -> None:
    may_keep_breaches(actor, breach.organisation_id).enforce()
    can_change(is_closed=breach.closed_on is not None).enforce()
    if not Breach.objects.filter(id=breach.id, closed_on=None).update(**fields):
        raise Refused(_("Iemand anders heeft dit datalek net gesloten."))
    for name, value in fields.items():
        setattr(breach, name, value)
