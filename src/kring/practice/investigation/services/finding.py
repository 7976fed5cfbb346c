"""What is found in each block, in the person's own words and as a conclusion."""

from collections.abc import Mapping

from kring.ground.access.actor import Actor
from kring.ground.audit.models import Event
from kring.ground.audit.undoing import before_last
from kring.practice.investigation.models import BlockFinding, Investigation
from kring.practice.investigation.rules.blocks import Block
from kring.practice.investigation.rules.steps import can_write
from kring.practice.investigation.rules.words import FindingWords, can_conclude
from kring.practice.investigation.services.writing import enforce, note

KEPT = ("words", "conclusion", "not_applicable", "plan_used")
NOTHING = dict.fromkeys(KEPT, "")


def write_finding(*, actor: Actor, row: Investigation, block: Block, words: FindingWords) -> BlockFinding:
    """Written anew; what stood there is kept in its history."""
    enforce(actor, row)
    (can_write(row.state) and can_conclude(words)).enforce()
    fields = {name: str(getattr(words, name)).strip() for name in KEPT}
    found = BlockFinding.objects.filter(investigation=row, block=block.value).first()
    if found is not None:
        _change(row, found, "finding_changed", fields)
        return found
    made = BlockFinding(
        investigation=row, subject_id=row.subject_id, law=row.law, block=block.value, written_by=actor.id,
        written_at=actor.at, **fields,
    )  # fmt: skip
    made.save(force_insert=True)
    note(row, "finding_written", Event.CREATE)
    return made


def undo_finding(*, actor: Actor, row: Investigation, finding: BlockFinding) -> None:
    """As it was before one's own last deed; what was just written first is empty again."""
    enforce(actor, row)
    can_write(row.state).enforce()
    was = before_last(BlockFinding, finding.id, KEPT, by=actor.id, at=actor.at)
    _change(row, finding, "finding_undone", was or NOTHING)


def _change(row: Investigation, found: BlockFinding, done: str, fields: Mapping[str, object]) -> None:
    BlockFinding.objects.filter(id=found.id).update(**fields)
    note(row, done)
