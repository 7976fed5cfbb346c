"""Who reads what is protected, by name: with a reason and a day to look at it again, until ended (handbook §3.1)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Account, Dossier, DossierSubject, Involvement, NamedReader, RoleAssignment
from kring.ground.access.policy import may_end_named_reader, may_name_reader, may_see_shield
from kring.ground.access.roles import READS_BY_NAME, SAFEGUARDING
from kring.ground.access.rules import can_end_named_reader, can_name_reader
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed, note_read
from kring.ground.shared.lasting import in_force
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class Naming:
    """Who reads which level, of whom (None: of all members), why, and when this is looked at again."""

    account: UUID
    level: Level
    ground: str
    review_on: date
    subject: UUID | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who can be named: works with this family, or watches over safety for its municipality."""

    account: UUID
    name: str
    function: str
    is_officer: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads by name now."""

    id: UUID
    account: UUID
    name: str
    function: str
    subject: UUID | None
    level: Level
    ground: str
    review_on: date


def name_reader(*, actor: Actor, dossier: Dossier, naming: Naming) -> NamedReader:
    """From now on this account reads exactly this level, while it works with the family. The caller sets a task."""
    may_name_reader(actor, dossier, naming.account).enforce()
    works_here = naming.account in {one.account for one in candidates(actor=actor, dossier=dossier)}
    can_name_reader(
        level=naming.level,
        ground=naming.ground,
        review_on=naming.review_on,
        today=actor.today,
        works_here=works_here,
    ).enforce()
    reader = NamedReader(
        dossier_id=dossier.id,
        subject_id=naming.subject,
        account_id=naming.account,
        level=naming.level,
        ground=naming.ground.strip(),
        named_by=actor.id,
        started_at=actor.at,
        review_on=naming.review_on,
    )
    with gate():
        _enforce_new(reader)
        reader.save(force_insert=True)
        compiler.recompile_dossier(dossier.id)
    _note("access.reader_named", reader, naming.ground)
    return reader


def end_named_reader(*, actor: Actor, dossier: Dossier, reader: UUID, reason: str) -> NamedReader:
    """From now on this account reads it no more. The caller closes the task."""
    with gate():
        row = NamedReader.objects.get(id=reader, dossier_id=dossier.id)
        is_officer = not _works_with(actor, dossier).filter(account_id=row.account_id).exists()
    may_end_named_reader(actor, dossier, row, is_officer=is_officer).enforce()
    can_end_named_reader(ended=row.ended_at is not None, reason=reason).enforce()
    with gate():
        rows = NamedReader.objects.filter(id=row.id, ended_at=None)
        rows.update(ended_at=actor.at, ended_by=actor.id, end_reason=reason.strip())
        compiler.recompile_dossier(dossier.id)
    _note("access.named_reader_ended", row, reason)
    return row


def named_readers(*, actor: Actor, dossier: Dossier) -> tuple[Reader, ...]:
    """Who reads by name now, for whoever may see the shield. Through a gate: the rows are each account's own."""
    may_see_shield(actor, dossier).enforce()
    with gate():
        rows = NamedReader.objects.filter(dossier_id=dossier.id, ended_at=None).select_related("account")
        found = tuple(_reader(row) for row in rows.order_by("account__display_name", "-level", "id"))
    note_read("rights", dossier=dossier.id, level=Level.PROTECTED)
    return found


def candidates(*, actor: Actor, dossier: Dossier) -> tuple[Candidate, ...]:
    """By name; the officer is said to be one."""
    may_see_shield(actor, dossier).enforce()
    with gate():
        working = set(_works_with(actor, dossier).values_list("account_id", flat=True))
        holding = RoleAssignment.objects.filter(
            in_force(actor.at), role=SAFEGUARDING.code, organisation_id=dossier.controller_id
        )
        officers = set(holding.values_list("account_id", flat=True))
        rows = list(Account.objects.filter(id__in=working | officers, staff__isnull=False).order_by("display_name"))
    return tuple(Candidate(row.id, row.display_name, row.function, row.id in officers) for row in rows)


def _works_with(actor: Actor, dossier: Dossier) -> QuerySet[Involvement]:
    return Involvement.objects.filter(in_force(actor.at), dossier_id=dossier.id, role__in=READS_BY_NAME)


def _enforce_new(reader: NamedReader) -> None:
    """A member of this dossier, and not the same thing twice."""
    if reader.subject_id is not None:
        members = DossierSubject.objects.filter(dossier_id=reader.dossier_id, subject_id=reader.subject_id)
        if not members.exists():
            raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    same = NamedReader.objects.filter(
        dossier_id=reader.dossier_id, account_id=reader.account_id, level=reader.level, ended_at=None
    )
    if same.filter(Q(subject=None) | Q(subject_id=reader.subject_id)).exists():
        raise Refused(_("Deze persoon mag dit al lezen."))


def _reader(row: NamedReader) -> Reader:
    return Reader(
        row.id,
        row.account_id,
        row.account.display_name,
        row.account.function,
        row.subject_id,
        Level(row.level),
        row.ground,
        row.review_on,
    )


def _note(what: str, reader: NamedReader, ground: str) -> None:
    note_deed(
        what,
        "rights",
        event=Event.RIGHTS,
        dossier=reader.dossier_id,
        subjects=[reader.subject_id] if reader.subject_id else [],
        ground=ground,
        level=reader.level,
    )
