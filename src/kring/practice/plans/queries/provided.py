"""What the providers round a family say of their own plans, as this reader may see it. One query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, Dossier, Party
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.configuration.queries.words import Label, Labels, changed_labels, label_of, labels
from kring.ground.shared.aside import rows_aside
from kring.ground.shared.levels import Level
from kring.ground.shared.period import day_of
from kring.ground.shared.prepared import Prepared
from kring.practice.plans.models import Goal, GoalState, ProviderPlan
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS

FIELDS = (
    "id", "organisation_name", "link_until", "has_plan", "made_on", "goal__own_words", "goal_id", "has_informal",
    "informal_reason", "answered_by", "written_by", "written_at",
)  # fmt: skip


class _Row(TypedDict):
    id: str
    organisation_name: str
    link_until: str | None
    has_plan: bool | None
    made_on: str | None
    own_words: str | None
    goal_id: str | None
    has_informal: bool | None
    informal_reason: str
    answered_by: str
    written_by: str
    written_at: str


class _Person(TypedDict):
    organisation_name: str
    account: str | None


@dataclass(frozen=True, slots=True)
class ProviderAnswer:
    """The three facts. `goal` in the family's words; `who` is empty for who answered by the link."""

    id: UUID
    has_plan: bool
    made_on: date | None
    goal: str
    goal_id: str
    has_informal: bool | None
    reason: str
    reason_code: str
    who: str
    on: date
    is_own: bool


@dataclass(frozen=True, slots=True)
class ProviderLine:
    """One organisation. `question` is open: nothing was answered since; its link works `until` then.

    `accounts`: who of it works along here.
    """

    organisation: str
    accounts: tuple[UUID, ...]
    question: UUID | None
    asked_at: datetime | None
    until: datetime | None
    answer: ProviderAnswer | None

    @property
    def asked_on(self) -> date | None:
        return day_of(self.asked_at) if self.asked_at else None


@dataclass(frozen=True, slots=True)
class ProviderPlans:
    """`own` is the reader's organisation, unless that is the municipality."""

    lines: tuple[ProviderLine, ...]
    own: str = ""

    def of(self, organisation: str) -> ProviderLine | None:
        return next((line for line in self.lines if line.organisation == organisation), None)


def own_organisation(actor: Actor) -> str:
    """One's own account is one's own to read; a member of a family works for nobody here."""
    return Account.objects.values_list("organisation__name", flat=True).get(id=actor.id) or ""


@Prepared
def _found(
    dossier: UUID, account: UUID, today: date
) -> QuerySet[Dossier, tuple[str, str | None, list[_Person], list[_Row], list[Label]]]:
    here = Q(dossier=OuterRef("pk"), withdrawn_at=None)
    involved = Party.objects.filter(here, Q(ended_on=None) | Q(ended_on__gt=today))
    return Dossier.objects.filter(id=dossier).values_list(
        "controller__name",
        Subquery(Account.objects.filter(id=account).values("organisation__name")[:1]),
        rows_aside(involved.order_by("organisation_name", "id"), "organisation_name", "account"),
        rows_aside(ProviderPlan.objects.filter(here).order_by("written_at", "id"), *FIELDS),
        changed_labels("controller", (NO_INFORMAL_REASONS.code,)),
    )  # fmt: skip


def provider_plans(actor: Actor, dossier: UUID) -> ProviderPlans:
    """By organisation of the professionals who are involved now, and of who answered before; not the municipality.

    Who does not read who else is involved finds the own organisation alone.
    """
    found = _found(dossier, actor.id, actor.today)
    if not found:
        return ProviderPlans(())
    municipality, own, people, rows, changed = found[0]
    note_read(Part.PARTY, dossier=dossier)
    if rows:
        note_read(Part.ACTION, dossier=dossier)
    mine = own if own and own != municipality else ""
    alone = [] if people else [mine]
    names = dict.fromkeys([*(one["organisation_name"] for one in (*people, *rows)), *alone])
    lines = tuple(
        _line(name, people, [row for row in rows if row["organisation_name"] == name], actor, labels(changed))
        for name in names
        if name and name != municipality
    )
    return ProviderPlans(lines, mine)


def shared_goals(dossier: UUID) -> tuple[str, ...]:
    """In the order in which the page behind a link numbers them."""
    goals = Goal.objects.filter(dossier_id=dossier, subject=None, level__lte=Level.SHARED_PLAN, state=GoalState.ACTIVE)
    note_read(Part.PLAN, dossier=dossier)
    return tuple(goals.order_by("order", "began_on", "id").values_list("own_words", flat=True))


def _line(name: str, people: Iterable[_Person], rows: list[_Row], actor: Actor, changed: Labels) -> ProviderLine:
    """`rows` from old to new."""
    accounts = [UUID(one["account"]) for one in people if one["organisation_name"] == name and one["account"]]
    last = next((row for row in reversed(rows) if row["has_plan"] is not None), None)
    asked = rows[-1] if rows and rows[-1]["has_plan"] is None else None
    return ProviderLine(
        name,
        tuple(dict.fromkeys(accounts)),
        UUID(asked["id"]) if asked else None,
        datetime.fromisoformat(asked["written_at"]) if asked else None,
        datetime.fromisoformat(asked["link_until"]) if asked and asked["link_until"] else None,
        _answer(last, actor, changed) if last else None,
    )


def _answer(row: _Row, actor: Actor, changed: Labels) -> ProviderAnswer:
    return ProviderAnswer(
        UUID(row["id"]),
        bool(row["has_plan"]),
        date.fromisoformat(row["made_on"]) if row["made_on"] else None,
        row["own_words"] or "",
        row["goal_id"] or "",
        row["has_informal"],
        label_of(NO_INFORMAL_REASONS, row["informal_reason"], changed),
        row["informal_reason"],
        row["answered_by"],
        day_of(datetime.fromisoformat(row["written_at"])),
        row["written_by"] == str(actor.id),
    )
