"""The steps of the meldcode as they are done, each with its day and outcome, and the weighing (BR-070)."""

from kring.ground.access.actor import Actor, own_name
from kring.practice.safety.models import ReportTrack, SkipReason, TrackStep
from kring.practice.safety.policy import may_write_track
from kring.practice.safety.rules.track import WEIGH, StepWords, Weighing, can_do_step, can_weigh
from kring.practice.safety.services.keeping import change_track

REASONS = frozenset(SkipReason.values)


def do_step(*, actor: Actor, row: ReportTrack, words: StepWords) -> None:
    """The step that is to be done now, or one before it that is put right."""
    may_write_track(actor, row.dossier_id).enforce()
    can_do_step(row.state, words, REASONS, actor.today).enforce()
    _write(actor, row, words)
    done = {"state": f"step{words.number + 1}"} if row.state == f"step{words.number}" else {"state": row.state}
    change_track(row, "step_done", dict(done))


def weigh(*, actor: Actor, row: ReportTrack, weighing: Weighing, words: StepWords) -> None:
    """Step 4. Other answers take back what was decided upon them."""
    can_weigh(weighing).enforce()
    assert words.number == WEIGH
    do_step(actor=actor, row=row, words=words)
    answers: dict[str, object] = {name: getattr(weighing, name) for name in Weighing.__dataclass_fields__}
    change_track(row, "weighed", answers | {"decision": "", "overruled_by_name": "", "overruled_because": ""})


def _write(actor: Actor, row: ReportTrack, words: StepWords) -> None:
    fields = {
        "done_on": words.done_on, "outcome": words.outcome.strip(), "consulted": words.consulted.strip(),
        "skipped": words.skipped, "written_by": actor.id, "written_by_name": own_name(actor), "written_at": actor.at,
    }  # fmt: skip
    if TrackStep.objects.filter(track=row, number=words.number).update(**fields):
        return
    TrackStep(dossier_id=row.dossier_id, subject_id=row.subject_id, track=row, number=words.number, **fields).save(
        force_insert=True
    )
