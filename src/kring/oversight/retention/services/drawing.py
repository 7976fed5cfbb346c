"""Drawing up a list: of what fell due, or of what somebody asked for. As role kring_retention, in a job."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, RoleAssignment
from kring.ground.access.parts import Law, Part
from kring.ground.access.roles import ARCHIVIST
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.jobs import defer
from kring.ground.shared.lasting import in_force
from kring.oversight.retention.models import DestructionLine, DestructionList, LineKind, LineState, ListState
from kring.oversight.retention.policy import may_draw_up
from kring.oversight.retention.queries.blocks import block_of
from kring.oversight.retention.queries.candidates import Candidate, candidates
from kring.oversight.retention.reach import Target, whom_of
from kring.oversight.retention.rules import ON_REQUEST, can_draw_up
from kring.oversight.retention.rules.lists import OPEN
from kring.oversight.rights.models import DataRequest, RequestState, Right
from kring.oversight.rights.services import Decision, decide

DRAW_UP, LIST_REQUEST = "retention.draw_up", "retention.list_request"
A_YEAR = timedelta(days=365)
BY_ITSELF = "Kring"


def ask_list(*, actor: Actor, organisation: UUID) -> None:
    """The work is done behind the page: it reads every file."""
    may_draw_up(actor, organisation).enforce()
    can_draw_up(is_open=_is_open(organisation)).enforce()
    defer(DRAW_UP, organisation=organisation, by=actor.id)
    note_deed("retention.list_asked", Part.RETENTION)


def decide_deletion(*, actor: Actor, request: DataRequest, decision: Decision) -> None:
    """Granted, it goes straight to the archivist, for the term of the law runs."""
    decide(actor=actor, request=request, decision=decision)
    if request.state == RequestState.GIVEN:
        defer(LIST_REQUEST, request=request.id)


def draw_up(*, actor: Actor, organisation: UUID, by: UUID) -> DestructionList | None:
    """What fell due and is not on a list already. None when there is an open list; an empty one when nothing is due."""
    if _is_open(organisation):
        return None
    found, waiting = list(candidates(organisation, actor.today)), _waiting(organisation, actor.today)
    now = [one for one in found if one.due.due_on <= actor.today and one.target not in waiting]
    soon = [one for one in found if actor.today < one.due.due_on <= actor.today + A_YEAR]
    state = ListState.DRAWN if now else ListState.EMPTY
    made = _list(actor, organisation, by, state=state, looked_at=len(found), ahead=len(soon))
    made.save(force_insert=True)
    DestructionLine.objects.bulk_create(_lines(made, now, actor))
    _tell(made, actor)
    return made


def requests_to_list() -> list[UUID]:
    """Granted, and not on an open list."""
    granted = DataRequest.objects.filter(right=Right.DELETION, state=RequestState.GIVEN)
    listed = DestructionLine.objects.filter(list__state__in=OPEN, request__isnull=False).values("request")
    return list(granted.exclude(id__in=listed).order_by("due_on", "id").values_list("id", flat=True))


def list_request(*, actor: Actor, request: UUID) -> DestructionList | None:
    """One line, for one request that was granted. None while something runs: it is tried again the next day."""
    asked = DataRequest.objects.get(id=request)
    if asked.decided_by is None or request not in requests_to_list():
        return None
    if block_of(whom_of(Target(subject=asked.subject_id), actor.at), asked.organisation_id, request):
        return None
    made = _list(actor, asked.organisation_id, asked.decided_by, on_request=True, looked_at=1)
    made.save(force_insert=True)
    _line_of(made, asked).save(force_insert=True)
    _tell(made, actor)
    return made


def _line_of(made: DestructionList, asked: DataRequest) -> DestructionLine:
    return DestructionLine(
        list=made,
        organisation_id=asked.organisation_id,
        number=1,
        kind=LineKind.PERSON,
        subject=asked.subject_id,
        request=asked.id,
        category=ON_REQUEST,
        title=_("Op verzoek van de persoon zelf of van wie die vertegenwoordigt"),
        source="Wmo 2015 5.3.5, Jeugdwet 7.3.9, AVG 17",
        people=1,
        began_on=asked.received_on,
        due_on=asked.due_on,
    )


def _is_open(organisation: UUID) -> bool:
    return DestructionList.objects.filter(organisation_id=organisation, on_request=False, state__in=OPEN).exists()


def _waiting(organisation: UUID, today: date) -> frozenset[Target]:
    """On an open list, or kept until a day that has not come."""
    lines = DestructionLine.objects.filter(organisation_id=organisation).exclude(state=LineState.DONE)
    kept = Q(state=LineState.KEPT, keep_until__gt=today)
    found = lines.filter(kept | Q(list__state__in=OPEN)).values_list("dossier", "subject")
    return frozenset(Target(dossier, subject) for dossier, subject in found)


def _list(  # noqa: PLR0913  spelled out by keyword
    actor: Actor,
    organisation: UUID,
    by: UUID,
    *,
    on_request: bool = False,
    state: ListState = ListState.DRAWN,
    looked_at: int = 0,
    ahead: int = 0,
) -> DestructionList:
    year = f"{actor.today.year}-"
    count = DestructionList.objects.filter(organisation_id=organisation, number__startswith=year).count()
    name = Account.objects.filter(id=by).values_list("display_name", flat=True).first()
    return DestructionList(
        organisation_id=organisation,
        number=f"{year}{count + 1}",
        on_request=on_request,
        state=state,
        drawn_at=actor.at,
        drawn_by=by,
        drawn_by_name=name or BY_ITSELF,
        looked_at=looked_at,
        ahead=ahead,
    )


def _lines(made: DestructionList, found: Iterable[Candidate], actor: Actor) -> Iterator[DestructionLine]:
    laws = {str(law): law.label for law in Law}
    for number, one in enumerate(found, 1):
        blocked = block_of(whom_of(one.target, actor.at), made.organisation_id)
        yield DestructionLine(
            list=made,
            organisation_id=made.organisation_id,
            number=number,
            kind=one.kind,
            dossier=one.target.dossier,
            subject=one.target.subject,
            category=one.due.rule.category,
            title=_(one.due.rule.title),
            source=_(one.due.rule.source),
            laws=", ".join(laws.get(law, law) for law in one.laws),
            people=one.people,
            began_on=one.due.began_on,
            due_on=one.due.due_on,
            state=LineState.BLOCKED if blocked else LineState.PROPOSED,
            blocked_by=blocked or "",
        )


def _tell(made: DestructionList, actor: Actor) -> None:
    note_deed("retention.list_drawn_up", Part.RETENTION, event=Event.CREATE, ground=made.number)
    if made.state == ListState.EMPTY:
        return
    archivists = RoleAssignment.objects.filter(
        in_force(actor.at), role=ARCHIVIST.code, organisation_id=made.organisation_id
    )
    for account in archivists.order_by("account_id").values_list("account_id", flat=True).distinct():
        notify(account=account, kind=NoticeKind.TO_DESTROY)
