"""The steps of a request, each by who may take it; the privacy officer's task follows them by itself."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.jobs import defer
from kring.ground.shared.verdict import Refused
from kring.oversight.rights.models import Capacity, Channel, DataRequest, Package, RequestState, Right
from kring.oversight.rights.policy import may_handle_requests
from kring.oversight.rights.rules import (
    OPEN,
    can_ask,
    can_be_longer,
    can_decide,
    can_extend,
    can_step,
    extended_due_on,
    first_due_on,
)

COLLECT = "rights.collect"


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked, about whom and by whom; `born` when the one who writes it down knows it."""

    right: Right
    subject: UUID
    capacity: Capacity
    asker: str
    received_on: date
    channel: Channel = Channel.ACCOUNT
    words: str = ""
    born: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of it. `answer` is for who asked; `weighed` says how others and safety were thought of."""

    state: RequestState
    answer: str = ""
    weighed: str = ""
    withheld: tuple[str, ...] = ()
    ground: str = ""
    before: str = ""
    after: str = ""


def receive(*, actor: Actor, ask: Ask) -> UUID:
    """By the own account, by who works with the family, or by the privacy officer: the database decides which."""
    can_ask(ask.capacity, ask.born, actor.today).enforce()
    if ask.received_on > actor.today:
        raise Refused(_("De dag van ontvangst ligt in de toekomst."))
    if ask.right == Right.CORRECTION and not ask.words.strip():
        raise Refused(_("Schrijf op wat er niet klopt, en wat het moet zijn."))
    same = DataRequest.objects.filter(asked_by_id=actor.id, subject_id=ask.subject, right=ask.right, state__in=OPEN)
    if ask.right != Right.CORRECTION and same.exists():
        raise Refused(_("U hebt dit al gevraagd. Dat verzoek loopt nog."))
    made = _received(ask)
    note_deed("rights.request_received", Part.DATA_REQUEST, event=Event.CREATE, subjects=[ask.subject])
    if ask.channel == Channel.ACCOUNT and ask.right == Right.ACCESS:
        defer(COLLECT, request=made)
    return made


def check_identity(*, actor: Actor, request: DataRequest, how: str) -> None:
    """A letter or a call: is it who it says? Seeing a document is enough; no copy is kept."""
    _handle(actor, request)
    can_step(request.state, RequestState.CHECKED).enforce()
    if not how.strip():
        raise Refused(_("Schrijf op hoe u hebt gecontroleerd wie het is."))
    _change(request, state=RequestState.CHECKED, checked_on=actor.today, checked_how=how.strip())
    _note("rights.identity_checked", request)
    if request.right == Right.ACCESS:
        defer(COLLECT, request=request.id)


def extend(*, actor: Actor, request: DataRequest, reason: str) -> None:
    """Two months more, once; who asked is told why (GDPR 12 lid 3)."""
    _handle(actor, request)
    first = first_due_on(request.right, request.received_on)
    can_be_longer(request.right).enforce()
    can_extend(request.state, request.extended_because, reason, today=actor.today, first_due=first).enforce()
    later = extended_due_on(request.right, request.received_on)
    _change(request, due_on=later, extended_because=reason.strip())
    _keep_task(request)
    _note("rights.request_extended", request, reason)
    _tell(request)


def decide(*, actor: Actor, request: DataRequest, decision: Decision) -> None:
    """Given, partly or refused. What is partly given is collected anew without what is held back."""
    _handle(actor, request)
    can_decide(
        request.state,
        decision.state,
        answer=decision.answer,
        weighed=decision.weighed,
        right=request.right,
        ground=decision.ground,
    ).enforce()
    _change(request, decided_on=actor.today, decided_by=actor.id, **_fields(decision))
    _keep_task(request)
    _note("rights.request_decided", request, str(RequestState(decision.state).label))
    _hand_over(request)
    _tell(request)


def _fields(decision: Decision) -> dict[str, object]:
    return {
        "state": decision.state,
        "answer": decision.answer.strip(),
        "others_weighed": decision.weighed.strip(),
        "refusal": decision.ground if decision.state == RequestState.REFUSED else "",
        "withheld": sorted(decision.withheld) if decision.state == RequestState.PARTLY else [],
        "value_before": decision.before.strip(),
        "value_after": decision.after.strip(),
    }


def withdraw(*, actor: Actor, request: DataRequest) -> None:
    """Who asked does not want it any more, and said so."""
    _handle(actor, request)
    can_step(request.state, RequestState.WITHDRAWN).enforce()
    _change(request, state=RequestState.WITHDRAWN, decided_on=actor.today, decided_by=actor.id)
    Package.objects.filter(request_id=request.id).delete()
    _keep_task(request)
    _note("rights.request_withdrawn", request)


def _hand_over(request: DataRequest) -> None:
    """Only the account that asked fetches it; a package that must lose something is made again first."""
    packages = Package.objects.filter(request_id=request.id)
    if request.state == RequestState.GIVEN and request.asked_by_id:
        packages.update(account_id=request.asked_by_id)
    elif request.state == RequestState.PARTLY and request.right == Right.ACCESS:
        packages.delete()
        defer(COLLECT, request=request.id)
    elif request.state != RequestState.GIVEN:
        packages.delete()


def _received(ask: Ask) -> UUID:
    given = {
        "subject": str(ask.subject),
        "right": ask.right,
        "channel": ask.channel,
        "capacity": ask.capacity,
        "asker": ask.asker,
        "words": ask.words.strip(),
        "received_on": ask.received_on.isoformat(),
        "due_on": first_due_on(ask.right, ask.received_on).isoformat(),
        "checked_how": _("ingelogd met het eigen account"),
    }
    with connection.cursor() as cursor:
        cursor.execute("select gate.receive_request(%s)", [json.dumps(given)])
        made: UUID = cursor.fetchone()[0]
    return made


def _handle(actor: Actor, request: DataRequest) -> None:
    may_handle_requests(actor, request.organisation_id).enforce()


def _change(request: DataRequest, **fields: object) -> None:
    """Only from the state in which it was read: two people may decide in the same second."""
    if not DataRequest.objects.filter(id=request.id, state=request.state).update(**fields):
        raise Refused(_("Iemand anders heeft dit verzoek net verder gebracht."))
    for name, value in fields.items():
        setattr(request, name, value)


def _keep_task(request: DataRequest) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select gate.keep_request_task(%s)", [request.id])


def _tell(request: DataRequest) -> None:
    if request.asked_by_id:
        notify(account=request.asked_by_id, kind=NoticeKind.RIGHTS_ANSWERED)


def _note(what: str, request: DataRequest, ground: str = "") -> None:
    note_deed(what, Part.DATA_REQUEST, subjects=[request.subject_id], ground=ground)
