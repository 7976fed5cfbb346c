"""Enter what a named interpreter made of a version; who corrects enters it anew, who erred withdraws it."""

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce
from kring.practice.plans.models import PlanSummary, PlanVersion
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.rules.summaries import SummaryWords, summary_problems


def summarise(*, actor: Actor, version: PlanVersion, words: SummaryWords) -> PlanSummary:
    """Of one language the last counts."""
    may(Deed.SUMMARISE, roles_in(actor, version.dossier_id)).enforce()
    enforce(summary_problems(words, version.agreed_on, actor.today))
    summary = PlanSummary(
        dossier_id=version.dossier_id,
        version=version,
        language=words.language,
        words=words.words.strip(),
        interpreter=words.interpreter.strip(),
        made_on=words.made_on,
        written_by=actor.id,
        written_at=actor.at,
    )
    summary.save(force_insert=True)
    note_deed("plans.summary_entered", Part.PLAN, event=Event.CREATE, dossier=version.dossier_id)
    return summary


def withdraw_summary(*, actor: Actor, summary: PlanSummary) -> None:
    """It stays in the history, and nobody reads it as the summary any more."""
    may(Deed.SUMMARISE, roles_in(actor, summary.dossier_id)).enforce()
    summary.withdrawn_at = actor.at
    summary.save(update_fields=["withdrawn_at"])
    note_deed("plans.summary_withdrawn", Part.PLAN, event=Event.CHANGE, dossier=summary.dossier_id)
