"""What stands above every page of a dossier: its name, its members, who leads, and what the reader is in it.

Two queries, whatever the size of the family.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, Dossier, DossierState, DossierSubject, Grant
from kring.ground.access.parts import Part
from kring.ground.access.roles import DOSSIER_ROLES, EXTERNAL
from kring.ground.areas.models import Area
from kring.ground.audit.trail import note_read
from kring.ground.shared.lasting import lasting
from kring.ground.shared.period import day_of
from kring.practice.households.models import Person, PersonIdentity
from kring.practice.leads.models import Lead, LeadKind
from kring.practice.leads.policy import FAMILY, LEADING, ROLE_OF, involvements_now
from kring.practice.leads.rules import known_age

ADULT_AGE = 18


class _Born(TypedDict):
    year: int | None
    month: int | None
    day: int | None


class _Row(TypedDict):
    """A lead as the database gives it inside the query of the dossier."""

    account: str
    kind: str
    name: str
    function: str
    organisation: str
    phone: str
    started: str
    chosen: bool | None
    reason: str


@dataclass(frozen=True, slots=True)
class Leader:
    """A regisseur or achtervang as everyone round the family may know them (BR-031: with the reason)."""

    account: UUID
    kind: LeadKind
    name: str
    function: str
    organisation: str
    phone: str
    since: date
    chosen_by_family: bool | None
    reason: str


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of the family. `age` is None when the reader may not know it, or nobody does."""

    subject: UUID
    name: str
    role: str
    age: int | None

    @property
    def is_child(self) -> bool:
        return self.age is not None and self.age < ADULT_AGE


@dataclass(frozen=True, slots=True)
class DossierHead:
    """The face of a dossier for this reader; `roles` are the reader's own in it, `reader` the own name."""

    id: UUID
    label: str
    state: DossierState
    controller: UUID
    municipality: str
    area: str
    lead: Leader | None
    deputy: Leader | None
    members: tuple[Member, ...]
    roles: frozenset[str]
    reader: str
    opened: frozenset[str] = frozenset()
    """For who reads by name only: the parts that decisions opened (handbook §5, condition 5)."""

    @property
    def is_single(self) -> bool:
        """One adult alone: the screens then say "mijn plan", never "gezin"."""
        return len(self.members) == 1

    @property
    def has_children(self) -> bool:
        """Rules that hold for youth only appear when someone young is known."""
        return any(member.is_child for member in self.members)

    @property
    def leads(self) -> bool:
        return bool(self.roles & LEADING)

    @property
    def sees_plan(self) -> bool:
        """Who only names a household or leads a team sees no content."""
        return Part.PLAN in self.opened or self.reads(Part.PLAN)

    def reads(self, part: Part) -> bool:
        """By one of the own roles here."""
        return any(part in DOSSIER_ROLES[role].parts for role in self.roles)

    @property
    def is_named_only(self) -> bool:
        """A professional of another organisation: reads what decisions name, and nothing by the role itself."""
        return self.roles == frozenset({EXTERNAL.code})

    @property
    def is_family(self) -> bool:
        """The reader belongs to the family."""
        return bool(self.roles & FAMILY)


def _leads_of(outer: str) -> ArraySubquery:
    rows = Lead.objects.filter(dossier=OuterRef(outer), ended_at=None).order_by("kind")
    return ArraySubquery(
        rows.values(
            json=JSONObject(
                account=F("account_id"),
                kind=F("kind"),
                name=F("name"),
                function=F("function"),
                organisation=F("organisation_name"),
                phone=F("phone"),
                started=F("started_at"),
                chosen=F("chosen_by_family"),
                reason=F("reason"),
            )
        )
    )


# Written out once: making these statements costs the process more than asking them.
_LED = Dossier.objects.annotate(leading=_leads_of("pk"))
_FACES = _LED.select_related("controller").annotate(
    area_name=Subquery(Area.objects.filter(id=OuterRef("area")).values("name")[:1])
)
_MEMBERS = DossierSubject.objects.annotate(
    name=Subquery(Person.objects.filter(subject=OuterRef("subject")).values("display_name")[:1]),
    born=Subquery(
        PersonIdentity.objects.filter(subject=OuterRef("subject")).values(
            json=JSONObject(year=F("birth_year"), month=F("birth_month"), day=F("birth_day"))
        )[:1]
    ),
)


def dossier_head(actor: Actor, dossier: UUID) -> DossierHead | None:
    """None when the reader sees no such dossier."""
    involved = involvements_now(actor).filter(dossier=OuterRef("pk")).order_by("role").values("role")
    row = (
        _FACES.filter(id=dossier)
        .annotate(
            mine=ArraySubquery(involved),
            reader=Subquery(Account.objects.filter(id=actor.id).values("display_name")[:1]),
        )
        .first()
    )
    if row is None:
        return None
    lead, deputy = _pair(row.leading)
    members = _members(actor, dossier)
    note_read(Part.DOSSIER_FACE, dossier=dossier)
    note_read(Part.LEAD, dossier=dossier)
    led = {ROLE_OF[one.kind] for one in (lead, deputy) if one is not None and one.account == actor.id}
    return DossierHead(
        row.id, row.label, DossierState(row.state), row.controller_id, row.controller.name, row.area_name or "",
        lead, deputy, members, frozenset(row.mine) | led, row.reader or "",
        _opened(actor, dossier) if EXTERNAL.code in row.mine else frozenset(),
    )  # fmt: skip


def _opened(actor: Actor, dossier: UUID) -> frozenset[str]:
    mine = Grant.objects.filter(account_id=actor.id, dossier_id=dossier, valid_from__lte=actor.at)
    return frozenset(mine.exclude(valid_until__lte=actor.at).values_list("part", flat=True))


def who_leads(dossier: UUID) -> tuple[Leader | None, Leader | None]:
    """Regisseur and achtervang of a dossier now, each None where there is none."""
    note_read(Part.LEAD, dossier=dossier)
    rows = _LED.filter(id=dossier).values_list("leading", flat=True)
    return _pair(rows.first() or [])


def _pair(rows: list[_Row]) -> tuple[Leader | None, Leader | None]:
    found = {
        LeadKind(row["kind"]): Leader(
            UUID(row["account"]),
            LeadKind(row["kind"]),
            row["name"],
            row["function"],
            row["organisation"],
            row["phone"],
            day_of(datetime.fromisoformat(row["started"])),
            row["chosen"],
            row["reason"],
        )
        for row in rows
    }
    return found.get(LeadKind.LEAD), found.get(LeadKind.DEPUTY)


def _members(actor: Actor, dossier: UUID) -> tuple[Member, ...]:
    """Oldest first, as far as ages are known; someone whose name may not be seen has none."""
    rows = (
        _MEMBERS.filter(lasting(actor.at), dossier_id=dossier)
        .order_by("started_at", "id")
        .values_list("subject_id", "name", "role", "born")
    )
    members = [Member(subject, name or "", role, _age(born, actor.today)) for subject, name, role, born in rows]
    note_read(Part.PERSON, dossier=dossier, subjects=[member.subject for member in members])
    aged = [member.subject for member in members if member.age is not None]
    if aged:
        note_read(Part.PERSON_IDENTITY, dossier=dossier, subjects=aged)
    return tuple(sorted(members, key=lambda member: (-(member.age or 0), member.name)))


def _age(born: _Born | None, today: date) -> int | None:
    return None if born is None else known_age(born["year"], born["month"], born["day"], today)
