"""Making a package and dropping it after its term. As role kring_rights: by the job only."""

from datetime import datetime, timedelta
from uuid import UUID

from kring.ground.access.parts import Part
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.period import day_of
from kring.oversight.rights.making import collect, whose, zipped
from kring.oversight.rights.models import Capacity, DataRequest, Package, RequestState, Right
from kring.oversight.rights.rules import KEPT_DAYS

MADE_IN = frozenset({RequestState.CHECKED, RequestState.COLLECTED, RequestState.PARTLY})


def make_package(*, request: UUID, at: datetime) -> bool:
    """Collect everything. False when it is not asked any more. After a decision the asker may fetch it at once."""
    asked = DataRequest.objects.select_related("organisation").filter(id=request, right=Right.ACCESS).first()
    if asked is None or asked.state not in MADE_IN:
        return False
    by_self = asked.capacity == Capacity.SELF
    person = whose(asked.subject_id, asked.asked_by_id, by_self=by_self, at=at)
    found = collect(person, about=asked.about, at=at, withheld=frozenset(asked.withheld))
    content = zipped(found, house=asked.organisation.name)
    decided = asked.state == RequestState.PARTLY
    Package.objects.filter(request_id=asked.id).delete()
    Package.objects.create(
        request_id=asked.id,
        organisation_id=asked.organisation_id,
        account_id=asked.asked_by_id if decided else None,
        content=content,
        size=len(content),
        made_at=at,
        expires_on=day_of(at) + timedelta(days=KEPT_DAYS),
    )
    state = asked.state if decided else RequestState.COLLECTED
    DataRequest.objects.filter(id=asked.id).update(state=state, collected_at=at, summary=found.summary())
    note_deed("rights.data_collected", Part.DATA_REQUEST, event=Event.EXPORT, subjects=[asked.subject_id])
    if decided and asked.asked_by_id:
        notify(account=asked.asked_by_id, kind=NoticeKind.RIGHTS_ANSWERED)
    return True


def drop_expired(*, at: datetime) -> int:
    """What was not fetched within its term, or was fetched long ago. Returns how many."""
    dropped, _rows = Package.objects.filter(expires_on__lt=day_of(at)).delete()
    return dropped
