"""Write down that the plan was talked over: when, with whom, and what was on the table then (handbook §3.3)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.services import finish_clock
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.leads.policy import roles_in
from kring.practice.leads.queries import DossierHead, dossier_head
from kring.practice.leads.rules import enforce
from kring.practice.leads.services import tell_lead
from kring.practice.plans.models import Discussion
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import WorkingPlan, state_now, table_now, working_plan
from kring.practice.plans.rules.lifecycle import (
    AGREED,
    READ_AND_TALK,
    Seen,
    Talk,
    can_move_version,
    table_problems,
    talk_problems,
)
from kring.practice.plans.rules.oral import WITHIN, WRITTEN, oral_problems, paper_problems

NOTHING_SEEN = Seen()


def discuss(*, actor: Actor, dossier: UUID, talk: Talk, is_oral: bool = False, seen: Seen = NOTHING_SEEN) -> Discussion:
    """A later talk stands beside the earlier; the last one counts. `is_oral`: agreed by word of mouth (BR-012).

    What somebody changed since the plan was `seen` is read first: it may not have been talked over.
    """
    head = dossier_head(actor, dossier)
    may(Deed.AGREE, head.roles if head else frozenset()).enforce()
    assert head is not None, "a role in a dossier comes with its face"
    enforce(oral_problems(is_oral=is_oral, is_compulsory=head.gi_leads))
    table = table_now(head, working_plan(actor, dossier), actor.today)
    enforce(table_problems(seen, table, READ_AND_TALK))
    return _written(actor, dossier, talk, table, is_oral=is_oral)


def ask_for_paper(*, actor: Actor, discussion: Discussion, by: str, on: date) -> None:
    """Somebody wants on paper what was agreed by word of mouth: within fourteen days; or puts that right (BR-012)."""
    may(Deed.AGREE, roles_in(actor, discussion.dossier_id)).enforce()
    if not discussion.is_oral or discussion.withdrawn_at is not None:
        raise Refused(_("Dit is niet mondeling afgesproken."))
    enforce(paper_problems(by, on, discussion.discussed_on, actor.today))
    discussion.paper_asked_on, discussion.paper_asked_by = on, by.strip()
    discussion.save(update_fields=["paper_asked_on", "paper_asked_by"])
    note_deed("plans.paper_asked", Part.PLAN, event=Event.CHANGE, dossier=discussion.dossier_id)
    finish_clock(actor=actor, dossier=discussion.dossier_id, clock=WRITTEN)
    tell_lead(actor=actor, dossier=discussion.dossier_id, clock=WRITTEN, due_on=max(on + WITHIN, actor.today))


def withdraw_discussion(*, actor: Actor, discussion: Discussion) -> None:
    """Written down by mistake: the plan is a concept again."""
    may(Deed.AGREE, roles_in(actor, discussion.dossier_id)).enforce()
    discussion.withdrawn_at = actor.at
    discussion.save(update_fields=["withdrawn_at"])
    note_deed("plans.discussion_withdrawn", Part.PLAN, event=Event.CHANGE, dossier=discussion.dossier_id)
    finish_clock(actor=actor, dossier=discussion.dossier_id, clock=WRITTEN)


def talked_over(actor: Actor, head: DossierHead, plan: WorkingPlan, now: Talk) -> Talk:
    """The talk in which this very plan was on the table; else it is talked over now."""
    last = plan.discussed
    if last is not None and can_move_version(state_now(head, plan, actor.today), AGREED):
        return Talk(last.on, last.present)
    _written(actor, head.id, now, table_now(head, plan, actor.today))
    return now


def _written(actor: Actor, dossier: UUID, talk: Talk, table: str, *, is_oral: bool = False) -> Discussion:
    present = tuple(name.strip() for name in talk.present if name.strip())
    enforce(talk_problems(Talk(talk.on, present), actor.today))
    discussion = Discussion(
        dossier_id=dossier,
        discussed_on=talk.on,
        present=list(present),
        sha256=table,
        is_oral=is_oral,
        written_by=actor.id,
        written_at=actor.at,
    )
    discussion.save(force_insert=True)
    note_deed("plans.plan_discussed", Part.PLAN, event=Event.CREATE, dossier=dossier)
    return discussion
