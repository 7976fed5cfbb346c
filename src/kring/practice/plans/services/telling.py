"""What the family tells: its question, what goes well, what worries, and what it dreams of."""

from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce
from kring.practice.plans.models import Plan, Question
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.rules.words import PlanWords, QuestionWords, question_problems
from kring.practice.plans.services.meeting import taken

EMPTY = {"strengths": "", "concerns": "", "dream": "", "evaluation_on": None, "contact": ""}
"""Before the first word."""


def write_question(*, actor: Actor, dossier: UUID, words: QuestionWords) -> Question:
    """The question as it was said. A correction is a new row: the newest counts, the older stay to be read."""
    may(Deed.SAY_QUESTION, roles_in(actor, dossier)).enforce()
    enforce(question_problems(words, actor.today))
    question = Question(
        dossier_id=dossier,
        words=words.words.strip(),
        speaker=words.speaker.strip(),
        language=words.language.strip() or "Nederlands",
        interpreter=words.interpreter.strip(),
        said_on=words.said_on,
        written_by=actor.id,
        written_at=actor.at,
    )
    question.save(force_insert=True)
    note_deed("plans.question_written", Part.QUESTION, event=Event.CREATE, dossier=dossier)
    return question


def withdraw_question(*, actor: Actor, dossier: UUID, question: UUID) -> None:
    """The family takes it back: the one before counts again, if there is one."""
    may(Deed.SAY_QUESTION, roles_in(actor, dossier)).enforce()
    Question.objects.filter(dossier_id=dossier, id=question, withdrawn_at=None).update(withdrawn_at=actor.at)
    note_deed("plans.question_withdrawn", Part.QUESTION, dossier=dossier)


def save_texts(*, actor: Actor, dossier: UUID, words: PlanWords, since: str = "") -> None:
    """Everything of the plan that is no goal. A version keeps what was agreed; this is what is worked on.

    `since`: the prints of what the writer began with.
    """
    may(Deed.WRITE, roles_in(actor, dossier)).enforce()
    mine = {
        "strengths": words.strengths.strip(),
        "concerns": words.concerns.strip(),
        "dream": words.dream.strip(),
        "evaluation_on": words.evaluation_on,
        "contact": words.contact.strip(),
    }
    _store(actor, dossier, **taken(Plan, dossier, mine, since))
    note_deed("plans.texts_saved", Part.PLAN, dossier=dossier)


def undo_texts(*, actor: Actor, dossier: UUID) -> None:
    """As they were before one's own last change of them."""
    may(Deed.WRITE, roles_in(actor, dossier)).enforce()
    Plan.objects.select_for_update().filter(dossier_id=dossier).first()
    was = before_last(Plan, dossier, tuple(EMPTY), by=actor.id, at=actor.at)
    Plan.objects.filter(dossier_id=dossier).update(**(was or EMPTY))
    note_deed("plans.texts_undone", Part.PLAN, dossier=dossier)


def _store(actor: Actor, dossier: UUID, **fields: object) -> None:
    """A plan begins with its first word."""
    Plan.objects.update_or_create(
        dossier_id=dossier, defaults=fields, create_defaults={**fields, "began_on": actor.today}
    )
