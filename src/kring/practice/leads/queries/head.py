"""What stands above every page of a dossier: its name, its members, who leads, and what the reader is in it.

Two queries, whatever the size of the family.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, Dossier, DossierState, DossierSubject, Grant
from kring.ground.access.parts import Part
from kring.ground.access.roles import DOSSIER_ROLES, EXTERNAL
from kring.ground.areas.models import Area
from kring.ground.audit.trail import note_read
from kring.ground.shared.lasting import lasting
from kring.ground.shared.period import day_of
from kring.ground.shared.prepared import Prepared
from kring.practice.circle.models import KinTie
from kring.practice.circle.rules.kin import ChildBond, KinKind
from kring.practice.households.models import Person, PersonIdentity
from kring.practice.leads.models import Lead, LeadKind
from kring.practice.leads.policy import FAMILY, LEADING, ROLE_OF, involvements_at
from kring.practice.leads.rules import known_age

ADULT_AGE = 18
CHILD = "kind"


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
    gi: bool


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
    is_of_gi: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of the family. `age` is None when the reader may not know it, or nobody does."""

    subject: UUID
    name: str
    role: str
    age: int | None
    is_foster_carer: bool = False
    """Of somebody in this family; as far as the reader may know it."""

    @property
    def is_child(self) -> bool:
        """Whoever may not know the day of birth still reads that somebody is the child of the family."""
        return self.role == CHILD if self.age is None else self.age < ADULT_AGE


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
    def gi_leads(self) -> bool:
        """Under a child protection order the plan of the GI goes before the own plan (BR-033)."""
        return self.lead is not None and self.lead.is_of_gi

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
                gi=F("is_of_gi"),
            )
        )
    )


# Written out once: making these statements costs the process more than asking them.
_LED = Dossier.objects.annotate(leading=_leads_of("pk"))
_MEMBERS = DossierSubject.objects.annotate(
    name=Subquery(Person.objects.filter(subject=OuterRef("subject")).values("display_name")[:1]),
    born=Subquery(
        PersonIdentity.objects.filter(subject=OuterRef("subject")).values(
            json=JSONObject(year=F("birth_year"), month=F("birth_month"), day=F("birth_day"))
        )[:1]
    ),
    fosters=Exists(
        KinTie.objects.filter(
            dossier=OuterRef("dossier"),
            subject=OuterRef("subject"),
            kind=KinKind.PARENT,
            bond=ChildBond.FOSTER,
            denies=False,
            withdrawn_at=None,
        )
    ),
)


class _Face(NamedTuple):
    id: UUID
    label: str
    state: str
    controller: UUID
    municipality: str
    area: str | None
    leading: list[_Row]
    mine: list[str]
    reader: str | None


@Prepared
def _faces(dossier: UUID, account: UUID, at: datetime) -> QuerySet[Dossier, tuple[object, ...]]:
    involved = involvements_at(account, at).filter(dossier=OuterRef("pk")).order_by("role")
    return _LED.filter(id=dossier).values_list(
        "id", "label", "state", "controller_id", "controller__name",
        Subquery(Area.objects.filter(id=OuterRef("area")).values("name")[:1]),
        "leading",
        ArraySubquery(involved.values("role")),
        Subquery(Account.objects.filter(id=account).values("display_name")[:1]),
    )  # fmt: skip


@Prepared
def _named(dossier: UUID, at: datetime) -> QuerySet[DossierSubject, tuple[UUID, str | None, str, _Born | None, bool]]:
    rows = _MEMBERS.filter(lasting(at), dossier_id=dossier).order_by("started_at", "id")
    return rows.values_list("subject_id", "name", "role", "born", "fosters")


def dossier_head(actor: Actor, dossier: UUID) -> DossierHead | None:
    """None when the reader sees no such dossier."""
    found = _faces(dossier, actor.id, actor.at)
    if not found:
        return None
    row = _Face._make(found[0])
    lead, deputy = _pair(row.leading)
    members = _members(actor, dossier)
    note_read(Part.DOSSIER_FACE, dossier=dossier)
    note_read(Part.LEAD, dossier=dossier)
    led = {ROLE_OF[one.kind] for one in (lead, deputy) if one is not None and one.account == actor.id}
    return DossierHead(
        row.id, row.label, DossierState(row.state), row.controller, row.municipality, row.area or "",
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
            row["gi"],
        )
        for row in rows
    }
    return found.get(LeadKind.LEAD), found.get(LeadKind.DEPUTY)


def _members(actor: Actor, dossier: UUID) -> tuple[Member, ...]:
    """Oldest first, as far as ages are known; someone whose name may not be seen has none."""
    rows = _named(dossier, actor.at)
    members = [
        Member(subject, name or "", role, _age(born, actor.today), fosters)
        for subject, name, role, born, fosters in rows
    ]
    note_read(Part.PERSON, dossier=dossier, subjects=[member.subject for member in members])
    aged = [member.subject for member in members if member.age is not None]
    if aged:
        note_read(Part.PERSON_IDENTITY, dossier=dossier, subjects=aged)
    return tuple(sorted(members, key=lambda member: (-(member.age or 0), member.name)))


def _age(born: _Born | None, today: date) -> int | None:
    return None if born is None else known_age(born["year"], born["month"], born["day"], today)
