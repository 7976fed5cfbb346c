"""One investigation: every block of the law, filled or not, its clocks, and what is lacking before the report goes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.practice.investigation.models import Investigation
from kring.practice.investigation.queries.rows import (
    WHOLE,
    FindingRow,
    PauseRow,
    clock_of_state,
    finding_of,
    pauses_of,
    plan_clock_of,
)
from kring.practice.investigation.rules.blocks import Block, Finding, Lacking, lacking
from kring.practice.investigation.rules.clocks import Clock, report_clock
from kring.practice.investigation.rules.steps import (
    OPEN,
    RUNNING,
    Safety,
    State,
    Support,
    can_apply,
    can_start,
    can_triage,
    is_confirmed_in_time,
)
from kring.practice.investigation.rules.words import BeforeWords


@dataclass(frozen=True, slots=True)
class BlockView:
    """One of the seven, with what it still asks. `id` is None as long as nothing was written."""

    id: UUID | None
    finding: Finding
    lacks: tuple[str, ...]

    @property
    def block(self) -> Block:
        return self.finding.block

    @property
    def letter(self) -> str:
        return self.finding.block.value

    @property
    def label(self) -> str:
        return self.finding.block.label


@dataclass(frozen=True, slots=True)
class PauseView:
    """The clock stood still. `is_open`: it does so now."""

    id: UUID
    since: date
    until: date | None
    reason: str

    @property
    def is_open(self) -> bool:
        return self.until is None


@dataclass(frozen=True, slots=True)
class InvestigationView:
    """`row` as it is stored; beside it what follows from it today."""

    row: Investigation
    today: date
    blocks: tuple[BlockView, ...]
    pauses: tuple[PauseView, ...]
    clock: Clock
    investigating: Clock
    plan_clock: Clock

    @property
    def id(self) -> UUID:
        return self.row.id

    @property
    def state(self) -> State:
        return State.of(self.row.state)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_running(self) -> bool:
        return self.state in RUNNING

    @property
    def before(self) -> BeforeWords:
        return before_of(self.row)

    @property
    def starts(self) -> str:
        """Why it cannot begin yet, or nothing."""
        before = self.before
        verdict = can_triage(before.safety) and can_start(before.client, before.of_carer)
        return "" if verdict else str(verdict.reason)

    @property
    def is_unsafe(self) -> bool:
        return self.row.safety == Safety.UNSAFE

    @property
    def has_personal_plan(self) -> bool:
        return self.row.plan_received_on is not None

    @property
    def confirmed_in_time(self) -> bool:
        return is_confirmed_in_time(self.row.reported_on, self.row.confirmed_on)

    @property
    def filled(self) -> int:
        return sum(not one.lacks for one in self.blocks)

    @property
    def is_complete(self) -> bool:
        return self.filled == len(self.blocks)

    @property
    def stands_still(self) -> bool:
        return any(one.is_open for one in self.pauses)

    @property
    def may_apply_today(self) -> bool:
        return bool(can_apply(self.row.sent_on, self.investigating, self.today))


def before_of(row: Investigation) -> BeforeWords:
    return BeforeWords(
        row.safety, row.safety_words, Support(row.client_offered_on, row.client_answer), row.carer_name,
        Support(row.carer_offered_on, row.carer_answer), row.identity, row.identity_seen_on,
    )  # fmt: skip


def investigation(actor: Actor, dossier: UUID, ident: UUID, *, event: Event = Event.READ) -> InvestigationView | None:
    """None when it is not there, or its law is not open to the reader. One statement."""
    row = WHOLE.filter(id=ident, dossier_id=dossier).first()
    if row is None:
        return None
    note_read(Part.DOMAIN_FILE, dossier=dossier, subjects=[row.subject_id], thing=row.id, event=event)
    return _view(actor, row, row.still, row.found)


def _view(actor: Actor, row: Investigation, still: list[PauseRow], found: list[FindingRow]) -> InvestigationView:
    pauses = pauses_of(still)
    counted = [one for _key, one in pauses]
    return InvestigationView(
        row,
        actor.today,
        _blocks(found, has_personal_plan=row.plan_received_on is not None),
        tuple(PauseView(key, one.since, one.until, one.reason) for key, one in pauses),
        clock_of_state(row, counted, actor.today),
        report_clock(row.reported_on, counted, actor.today, row.sent_on),
        plan_clock_of(row),
    )


def _blocks(rows: list[FindingRow], *, has_personal_plan: bool) -> tuple[BlockView, ...]:
    """All seven in the order of the law."""
    found = {each["block"]: (UUID(each["id"]), finding_of(each)) for each in rows}
    findings = [found.get(block, (None, Finding(block))) for block in Block]
    lacks = list(lacking((one for _key, one in findings), has_personal_plan=has_personal_plan))
    return tuple(BlockView(key, one, _what(one.block, lacks)) for key, one in findings)


def _what(block: Block, lacks: list[Lacking]) -> tuple[str, ...]:
    return tuple(one.what for one in lacks if one.block is block)
