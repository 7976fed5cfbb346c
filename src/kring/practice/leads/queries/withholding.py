"""What is withheld from whom in a dossier, and what could be: for the professionals who work on it (BR-073)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from kring.ground.access.actor import Actor
from kring.ground.access.keys import law_key
from kring.ground.access.models import Grant, Involvement, Withholding
from kring.ground.access.parts import Law, Part
from kring.ground.access.policy import SECONDS, can_last_longer
from kring.ground.audit.trail import note_read
from kring.ground.documents.models import Document
from kring.ground.shared.lasting import in_force
from kring.ground.shared.period import day_of
from kring.practice.leads.queries.head import DossierHead

NAMED = """
select account, name, '' from gate.consulted(%s)
union all
(select account, name, function from access_party where dossier_id = %s and account is not null
  order by started_on, id)
"""
YOUNGEST = 12
"""Under twelve there is no own account to withhold anything from (BR-080)."""


@dataclass(frozen=True, slots=True)
class WithheldLine:
    """One withholding in words. Names are empty when the reader may not know them any more."""

    row: Withholding
    member: str
    what: str
    asked_by: str
    second: str
    longer_by: str
    longer_second: str
    at: datetime
    is_mine_to_answer: bool
    may_last_longer: bool

    @property
    def is_over(self) -> bool:
        return self.row.ended_at is not None and self.row.ended_at <= self.at

    @property
    def is_waiting(self) -> bool:
        return not self.row.answer and not self.is_over

    @property
    def is_provisional(self) -> bool:
        return self.is_waiting and self.row.started_at is not None

    @property
    def holds(self) -> bool:
        return self.row.started_at is not None and not self.is_over

    @property
    def asks_longer(self) -> bool:
        return self.row.asks_longer and not self.is_over

    @property
    def last_day(self) -> date | None:
        """It ends at midnight: the day before is the last."""
        return day_of(self.row.ended_at - timedelta(seconds=1)) if self.row.ended_at else None


@dataclass(frozen=True, slots=True)
class Choices:
    """From whom, what, and whom to ask: each with its name."""

    members: tuple[tuple[UUID, str], ...]
    documents: tuple[tuple[UUID, str], ...]
    laws: tuple[tuple[UUID, Law, str], ...]
    seconds: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Names:
    """By id: the professionals round the family, and the documents that the reader sees; those in use, newest first."""

    professionals: dict[UUID, str]
    documents: dict[UUID, str]
    in_use: tuple[UUID, ...]


def withholding_names(head: DossierHead) -> Names:
    """Two queries."""
    rows = Document.objects.filter(dossier_id=head.id).order_by("-dated_on", "id")
    documents = list(rows.values_list("id", "title", "withdrawn_at"))
    note_read(Part.DOCUMENT, dossier=head.id)
    return Names(
        _parties(head.id),
        {document: title for document, title, _withdrawn in documents},
        tuple(document for document, _title, withdrawn in documents if withdrawn is None),
    )


def withholdings(actor: Actor, head: DossierHead, names: Names) -> tuple[WithheldLine, ...]:
    """Newest first. One query."""
    rows = list(Withholding.objects.filter(dossier_id=head.id).order_by("-asked_at", "id"))
    laws = {str(law): law for law in Law}
    people = {member.subject: member.name for member in head.members}
    for row in rows:
        note_read(Part.WITHHOLDING, dossier=head.id, subjects=[row.member_id], thing=row.id)
    return tuple(
        WithheldLine(
            row,
            people.get(row.member_id, ""),
            names.documents.get(row.document, "")
            if row.document
            else _law(people.get(row.subject_id, "") if row.subject_id else "", laws[row.law]),
            names.professionals.get(row.asked_by, ""),
            names.professionals.get(row.second_id, ""),
            names.professionals.get(row.longer_by, "") if row.longer_by else "",
            names.professionals.get(row.longer_second_id, "") if row.longer_second_id else "",
            actor.at,
            actor.id == (row.longer_second_id if row.asks_longer else row.second_id)
            and (row.asks_longer or not row.answer),
            bool(can_last_longer(actor, row)),
        )
        for row in rows
    )


def withholding_choices(actor: Actor, head: DossierHead, names: Names) -> Choices:
    """Only what the actor can read. Two queries."""
    keys = Grant.objects.filter(account_id=actor.id, part=Part.PROVISION, dossier_id=head.id, valid_from__lte=actor.at)
    mine = set(keys.exclude(valid_until__lte=actor.at).values_list("key", flat=True))
    return Choices(
        tuple((one.subject, one.name) for one in head.members if one.age is None or one.age >= YOUNGEST),
        tuple((document, names.documents[document]) for document in names.in_use),
        tuple(
            (member.subject, law, _law(member.name, law))
            for member in head.members
            for law in Law
            if law_key(member.subject, law) in mine
        ),
        seconds(actor, head, names),
    )


def seconds(actor: Actor, head: DossierHead, names: Names, *, but: UUID | None = None) -> tuple[tuple[UUID, str], ...]:
    """Which others may be asked for an opinion. One query."""
    there = Involvement.objects.filter(in_force(actor.at), dossier_id=head.id, role__in=SECONDS)
    now = there.exclude(account_id__in=[one for one in (actor.id, but) if one])
    known = names.professionals
    found = sorted((known[one], one) for one in set(now.values_list("account_id", flat=True)) if one in known)
    return tuple((account, name) for name, account in found)


def _law(name: str, law: Law) -> str:
    return f"{law.label}: {name}"


def _parties(dossier: UUID) -> dict[UUID, str]:
    """By account: the name and function that everybody knows, and for who may know it who is consulted (BR-072)."""
    with connection.cursor() as cursor:
        cursor.execute(NAMED, [dossier, dossier])
        rows = cursor.fetchall()
    return {account: f"{name} ({function})" if function else name for account, name, function in rows}
