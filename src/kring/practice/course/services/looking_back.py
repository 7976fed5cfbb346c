"""Looking back together: what was said, how each felt it, what comes of it, and the next time (BR-021)."""

from collections.abc import Iterable
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.practice.course.models import Evaluation, Felt
from kring.practice.course.policy import may_keep_course
from kring.practice.course.rules.words import EvaluationWords, FeltWords, evaluation_problems
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce
from kring.practice.plans.services import plan_to_look_back


def evaluate(*, actor: Actor, dossier: UUID, words: EvaluationWords, felt: Iterable[FeltWords] = ()) -> Evaluation:
    """One look back; from now on the plan waits for the next."""
    may_keep_course(roles_in(actor, dossier)).enforce()
    said = tuple(one for one in felt if one.says_something)
    enforce(evaluation_problems(words, said, actor.today))
    by = {"dossier_id": dossier, "written_by": actor.id, "written_at": actor.at}
    row = Evaluation(**by, held_on=words.held_on, result=words.result, words=words.words.strip(), next_on=words.next_on)
    row.save(force_insert=True)
    Felt.objects.bulk_create(
        Felt(**by, evaluation=row, name=one.name, decided=one.decided, helped=one.helped, remark=one.remark.strip())
        for one in said
    )
    note_deed("course.evaluated", Part.PLAN, event=Event.CREATE, dossier=dossier)
    if words.next_on is not None:
        plan_to_look_back(actor=actor, dossier=dossier, on=words.next_on)
    return row


def withdraw_evaluation(*, actor: Actor, evaluation: Evaluation) -> None:
    """It was not so, or stood with the wrong family; its day of the next time is chosen anew."""
    may_keep_course(roles_in(actor, evaluation.dossier_id)).enforce()
    Evaluation.objects.filter(id=evaluation.id, withdrawn_at=None).update(withdrawn_at=actor.at)
    note_deed("course.evaluation_withdrawn", Part.PLAN, event=Event.DELETE, dossier=evaluation.dossier_id)
