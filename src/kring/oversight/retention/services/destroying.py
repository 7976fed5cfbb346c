"""Carrying out an approved list, line by line, and the record of it. As role kring_retention: by the job only.

Each line is a transaction of its own. Stopped half-way, the line is whole or gone, and the rest follows later.
"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.models import NoticeKind, Task, TaskState
from kring.ground.agenda.services import notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import Trail, note_deed, write
from kring.oversight.retention.models import (
    BlockReason,
    DestructionLine,
    DestructionList,
    DestructionRecord,
    LineState,
    ListState,
)
from kring.oversight.retention.queries.blocks import block_of
from kring.oversight.retention.queries.candidates import candidates
from kring.oversight.retention.queries.signing import digest
from kring.oversight.retention.reach import Target, Whom, reach_of, whom_of
from kring.oversight.retention.services.removing import remove
from kring.oversight.rights.models import DataRequest, RequestState

FORM = "kring-vernietiging/1"


def begun() -> list[UUID]:
    """Lists that a person began to carry out, and of which there is no record yet."""
    running = DestructionList.objects.filter(state=ListState.RUNNING)
    return list(running.order_by("started_at", "id").values_list("id", flat=True))


def to_do(made: UUID) -> list[UUID]:
    """The lines that wait, of a list whose execution was begun by a person."""
    lines = DestructionLine.objects.filter(list_id=made, list__state=ListState.RUNNING, state=LineState.APPROVED)
    return list(lines.order_by("number").values_list("id", flat=True))


def destroy(*, actor: Actor, line: UUID, trail: Trail) -> None:
    """Everything that the line reaches. What runs by now, or changed since, stays: the line says so."""
    found = DestructionLine.objects.select_for_update(of=("self",)).select_related("list").get(id=line)
    if found.state != LineState.APPROVED or found.list.state != ListState.RUNNING:
        return
    target = Target(found.dossier, found.subject)
    whom = whom_of(target, actor.at)
    blocked = block_of(whom, found.organisation_id, found.request) or _changed(found, target, actor)
    if blocked:
        DestructionLine.objects.filter(id=line).update(state=LineState.BLOCKED, blocked_by=blocked)
        return
    _note(found, whom, trail)
    _finish_task(found, actor)
    removed = remove(reach_of(whom))
    DestructionLine.objects.filter(id=line).update(
        state=LineState.DONE,
        dossier=None,
        subject=None,
        request=None,
        keep_words="",
        rows=removed.rows,
        files=removed.files,
        done_at=actor.at,
    )


def finish(*, actor: Actor, made: UUID) -> DestructionRecord | None:
    """The record, once nothing waits any more. None when it is there already."""
    found = DestructionList.objects.select_for_update(of=("self",)).select_related("organisation").get(id=made)
    if found.state != ListState.RUNNING or to_do(made):
        return None
    DestructionList.objects.filter(id=made).update(state=ListState.DONE)
    content = _content(found)
    record = DestructionRecord(
        list=found,
        organisation_id=found.organisation_id,
        made_at=actor.at,
        content=content,
        sha256=digest(content),
    )
    record.save(force_insert=True)
    note_deed("retention.record_made", Part.RETENTION, event=Event.CREATE, ground=found.number)
    for account in {found.started_by, found.drawn_by} - {actor.id, None}:
        if account is not None:
            notify(account=account, kind=NoticeKind.DESTROYED)
    return record


def _changed(line: DestructionLine, target: Target, actor: Actor) -> BlockReason | None:
    """Looked at anew: in use again, or changed since, its term is not over. What was asked for waits for no term."""
    if line.request is not None and line.subject is not None:
        asked = DataRequest.objects.filter(id=line.request, subject_id=line.subject, state=RequestState.GIVEN)
        return None if asked.exists() else BlockReason.CHANGED
    found = candidates(line.organisation_id, actor.today, target)
    still_due = any(one.target == target and one.due.due_on <= actor.today for one in found)
    return None if still_due else BlockReason.CHANGED


def _note(line: DestructionLine, whom: Whom, trail: Trail) -> None:
    """Before anything goes: the log asks the file itself whose it was."""
    note_deed(
        "retention.data_destroyed",
        Part.RETENTION,
        event=Event.DELETE,
        dossier=line.dossier,
        subjects=whom.leaving,
        ground=line.list.number,
    )
    write(trail)


def _finish_task(line: DestructionLine, actor: Actor) -> None:
    if line.request is not None:
        waiting = Task.objects.filter(id=line.request, state=TaskState.OPEN)
        waiting.update(state=TaskState.DONE, closed_at=actor.at)


def _content(made: DestructionList) -> dict[str, object]:
    """By kind and number. No name of a family, no key, and no text that somebody typed about one."""
    lines = list(DestructionLine.objects.filter(list=made).order_by("number"))
    return {
        "form": FORM,
        "list": made.number,
        "organisation": made.organisation.name,
        "on_request": made.on_request,
        "drawn_up": {"at": made.drawn_at.isoformat(), "by": made.drawn_by_name},
        "approved": {"at": made.approved_at and made.approved_at.isoformat(), "by": made.approved_by_name},
        "carried_out": {"at": made.started_at and made.started_at.isoformat(), "by": made.started_by_name},
        "list_sha256": made.digest,
        "destroyed": _kinds(one for one in lines if one.state == LineState.DONE),
        "kept": sum(one.state == LineState.KEPT for one in lines),
        "blocked": sum(one.state == LineState.BLOCKED for one in lines),
    }


def _kinds(lines: Iterable[DestructionLine]) -> list[dict[str, object]]:
    kinds: dict[tuple[str, str, str, str], list[DestructionLine]] = defaultdict(list)
    for one in lines:
        kinds[one.kind, one.category, one.title, one.source].append(one)
    return [
        {
            "kind": kind,
            "category": category,
            "title": title,
            "source": source,
            "count": len(found),
            "people": sum(one.people for one in found),
            "rows": sum(one.rows for one in found),
            "files": sum(one.files for one in found),
        }
        for (kind, category, title, source), found in sorted(kinds.items())
    ]
