"""Who has authority over the children of a dossier: by the register, and as somebody told it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import CharField, DateField, Value
from django.db.models.functions import Cast

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.practice.households.models import Authority, AuthorityKind, ToldAuthority
from kring.practice.households.rules.authority import Found

FIELDS = ("id", "subject_id", "kind", "who", "by", "checked_on", "on", "outcome")
FOUND = {one.value: one.label for one in Found}


@dataclass(frozen=True, slots=True)
class AuthorityFact:
    """One line. Without `told_on` the register says so, and `by` is that register.

    Without holder: an organisation, or somebody whom Kring does not know. `found` is empty until it was looked up.
    """

    row: UUID
    kind: str
    holder: str
    by: str
    told_on: date | None
    checked_on: date | None
    found: str

    @property
    def is_told(self) -> bool:
        return self.told_on is not None


def authority_over(actor: Actor, dossier: UUID, names: Mapping[UUID, str]) -> dict[UUID, list[AuthorityFact]]:
    """For the people in `names`, the register first. One query."""
    found: dict[UUID, list[AuthorityFact]] = defaultdict(list)
    for row, subject, kind, who, by, checked_on, told_on, outcome in _rows(actor, dossier, list(names)):
        holder = "" if not who else who if told_on else names.get(UUID(who), "")
        label = str(AuthorityKind(kind).label)
        found[subject].append(AuthorityFact(row, label, holder, by, told_on, checked_on, FOUND.get(outcome, "")))
    for lines in found.values():
        lines.sort(key=lambda one: (one.is_told, one.told_on or one.checked_on or date.max, one.holder))
    for part, told in ((Part.RELATION, False), (Part.HOME, True)):
        seen = {subject for subject, lines in found.items() if any(one.is_told is told for one in lines)}
        if seen:
            note_read(part, dossier=dossier, subjects=seen)
    return dict(found)


Row = tuple[UUID, UUID, str, str | None, str, date | None, date | None, str]


def _rows(actor: Actor, dossier: UUID, subjects: list[UUID]) -> Iterable[Row]:
    """Both tables in one question."""
    nothing = Value(None, output_field=DateField())
    registered = Authority.objects.filter(subject__in=subjects).exclude(ended_on__lte=actor.today)
    by_register = registered.annotate(
        who=Cast("holder", CharField()), by=Cast("source", CharField()), on=nothing, outcome=Value("")
    )
    told = ToldAuthority.objects.filter(dossier_id=dossier, subject__in=subjects, withdrawn_at=None)
    as_told = told.annotate(
        who=Cast("holder", CharField()), by=Cast("told_by", CharField()), on=Cast("told_on", DateField()),
        outcome=Cast("found", CharField()),
    )  # fmt: skip
    return by_register.values_list(*FIELDS).union(as_told.values_list(*FIELDS), all=True)
