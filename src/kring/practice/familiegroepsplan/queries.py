"""Reads for pages: the family's own plan as it stands, and what came in for it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.documents.rules import FILE_TYPES
from kring.ground.shared.period import day_of
from kring.practice.familiegroepsplan.models import Contribution, ContributionKind, Familiegroepsplan, OwnPlanState
from kring.practice.familiegroepsplan.rules.states import FINISHED, MAKING, is_overdue, outcome, professional_plan_due
from kring.practice.familiegroepsplan.rules.words import OwnWords


@dataclass(frozen=True, slots=True)
class ContributionView:
    """`writer` is who typed it, `words.given_by` whose words they are."""

    id: UUID
    kind: ContributionKind
    words: OwnWords
    writer: str
    written_on: date
    is_mine: bool
    file_title: str
    is_image: bool


@dataclass(frozen=True, slots=True)
class OwnPlanView:
    """The offer that counts now, with everything that was brought and not taken back."""

    row: Familiegroepsplan
    outcome: str
    professional_plan_due: date | None
    is_overdue: bool
    contributions: tuple[ContributionView, ...]

    @property
    def state(self) -> OwnPlanState:
        return OwnPlanState(self.row.state)

    @property
    def is_making(self) -> bool:
        return self.row.state in MAKING

    @property
    def is_finished(self) -> bool:
        return self.row.state in FINISHED

    @property
    def is_left_out(self) -> bool:
        return bool(self.row.ground)

    @property
    def meetings(self) -> tuple[ContributionView, ...]:
        return tuple(one for one in self.contributions if one.kind == ContributionKind.MEETING)

    @property
    def texts(self) -> tuple[ContributionView, ...]:
        return tuple(one for one in self.contributions if one.kind == ContributionKind.WORDS)


def newest(dossier: UUID) -> Familiegroepsplan | None:
    """The offer that counts."""
    return Familiegroepsplan.objects.filter(dossier_id=dossier).order_by("-written_at", "id").first()


def own_plan(actor: Actor, dossier: UUID) -> OwnPlanView | None:
    """None before it was offered."""
    note_read(Part.PLAN, dossier=dossier)
    row = newest(dossier)
    if row is None:
        return None
    came = outcome(row.state, row.ground)
    return OwnPlanView(
        row,
        came,
        professional_plan_due(came, row.answered_on),
        is_overdue(row.state, row.due_on, actor.today),
        _contributions(actor, row),
    )


def standing(dossier: UUID) -> tuple[Contribution, ...]:
    """What was brought for the offer that counts, oldest first, without the files themselves."""
    row = newest(dossier)
    return tuple(_standing(row)) if row else ()


def contribution_file(dossier: UUID, contribution: UUID) -> tuple[bytes, str, str] | None:
    """Its bytes, its type and how its neutral name ends; None for what has no file or was taken back."""
    row = Contribution.objects.filter(id=contribution, dossier_id=dossier, withdrawn_at=None).first()
    if row is None or row.content is None:
        return None
    note_read(Part.QUESTION, dossier=dossier)
    return bytes(row.content), row.media_type, FILE_TYPES[row.media_type].ending


def _standing(row: Familiegroepsplan) -> "QuerySet[Contribution]":
    rows = Contribution.objects.filter(own_plan=row, withdrawn_at=None).defer("content")
    return rows.order_by("held_on", "written_at", "id")


def _contributions(actor: Actor, row: Familiegroepsplan) -> tuple[ContributionView, ...]:
    note_read(Part.QUESTION, dossier=row.dossier_id)
    writer = Account.objects.filter(id=OuterRef("written_by")).values("display_name")[:1]
    return tuple(
        ContributionView(
            one.id,
            ContributionKind(one.kind),
            words_of(one),
            one.writer or "",
            day_of(one.written_at),
            one.written_by == actor.id,
            FILE_TYPES[one.media_type].title if one.media_type else "",
            one.media_type.startswith("image/"),
        )
        for one in _standing(row).annotate(writer=Subquery(writer))
    )


def words_of(row: Contribution) -> OwnWords:
    return OwnWords(row.worries, row.well, row.steps, row.given_by, row.held_on)
